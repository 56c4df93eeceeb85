extension Unicode.Scalar {
  /// Whether it is a control character (C0, DEL, C1) other than a tab or the end of a line. Nobody sees one, and a terminal
  /// obeys it.
  package var isControl: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F..<0xA0: true
    default: false
    }
  }

  /// Whether it turns the text behind it round: the embeddings, overrides and isolates of the Unicode Bidirectional Algorithm
  /// (UAX #9). The text beside it, such as a price or that nothing is owed, is then read in another order.
  package var turnsText: Bool { (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value) }

  /// Whether it shows letters in another order than they are written in, whatever letters they are.
  package var overridesDirection: Bool { value == 0x202D || value == 0x202E }

  /// Whether no name, price or word that is shown or recorded may hold it.
  package var isRefused: Bool { isControl || turnsText }

  /// Whether nobody sees it: marks for the direction of writing, joiners, variation selectors, soft hyphens, spaces of no width
  /// (Unicode's Default_Ignorable_Code_Point).
  package var isUnseen: Bool { value >= 0xAD && properties.isDefaultIgnorableCodePoint }

  /// Whether it is unseen and yet part of how a word is written: it joins letters or keeps them apart, as in Persian and
  /// Indic words, or chooses the form of the letter or emoji before it.
  package var shapesWriting: Bool {
    switch value {
    case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x200C, 0x200D, 0xFE00...0xFE0F, 0xE0100...0xE01EF:
      true
    default: false
    }
  }

  /// Whether it only marks a text for a program and is no part of what is written.
  package var isMark: Bool { isUnseen && !shapesWriting }

  /// Its number and its name, such as `U+001B ESC` or `U+202E RIGHT-TO-LEFT OVERRIDE`.
  package var spokenName: String {
    let index = value < 0x20 ? Int(value) : (0x7F..<0xA0).contains(value) ? Int(value) - 0x7F + 0x20 : nil
    let name = index.map { Self.controlNames[$0] } ?? properties.name
    return name.map { "\(number) \($0)" } ?? number
  }

  /// Its number, such as `U+001B`.
  package var number: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// The abbreviations of the control characters (Unicode, NameAliases.txt), which have no names: C0, DEL, C1.
  private static let controlNames = """
    NUL SOH STX ETX EOT ENQ ACK BEL BS TAB LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EOM SUB ESC FS GS RS US DEL \
    PAD HOP BPH NBH IND NEL SSA ESA HTS HTJ VTS PLD PLU RI SS2 SS3 DCS PU1 PU2 STS CCH MW SPA EPA SOS SGC SCI CSI ST OSC PM APC
    """.split(separator: " ").map(String.init)
}
