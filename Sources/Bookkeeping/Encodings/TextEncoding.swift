/// Turns the bytes of a file, in whichever encoding a spreadsheet saved it, into UTF-8.
enum TextEncoding {
  /// A text, and what had to be decided to read it.
  struct Read {
    /// Valid UTF-8 without a byte order mark.
    var text: [UInt8]
    /// By which code page it was read; nil where that goes without saying.
    var note: InputNote?
  }

  /// The text of a file that is no UTF-16. What is not UTF-8 is read by a code page: the one that was named, else the one that
  /// leaves no doubt.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - hints: what is known of the office.
  /// - Returns: the text.
  /// - Throws: `strayByte`, or `unknownEncoding`.
  static func utf8(_ bytes: [UInt8], _ hints: ReadingHints = ReadingHints()) throws(InputFault) -> Read {
    var text = bytes
    // Two programs may have put a mark before it, one after the other.
    while text.starts(with: mark) { text.removeFirst(mark.count) }
    if String(validating: text, as: UTF8.self) != nil { return Read(text: text) }
    let strays = StrayBytes(text)
    let isBroken =
      (strays.areFew && hints.codePage?.isDouble != true) || (strays.areMisformed && hints.codePage == nil)
    if isBroken, let first = strays.first {
      throw .strayByte(at: first, in: text)
    }
    let odd = OddWords(text)
    if let page = hints.codePage {
      guard let whole = CodePageConverter.utf8(text, from: page) else { throw InputFault(.notThisEncoding(page)) }
      return Read(text: whole, note: note(page, odd.read(by: page), odd))
    }
    let judge = CodePageJudge(odd, hints, proposed: proposal(odd))
    if let clear = judge.clear, let whole = CodePageConverter.utf8(text, from: clear.page) {
      return Read(text: whole, note: note(clear.page, clear.words, odd))
    }
    let place = judge.tellingWord
    let readings = judge.guesses.prefix(3).map { CodePageReading(page: $0.page, word: $0.words[place]) }
    throw InputFault(
      line: odd.lines.indices.contains(place) ? odd.lines[place] : odd.firstLine, .unknownEncoding(readings: readings))
  }

  /// What statistics say; they say nothing of a few words.
  private static func proposal(_ odd: OddWords) -> CodePage? {
    guard odd.words.joined().count(where: { $0 >= 0x80 }) >= 10 else { return nil }
    return CharsetDetector.shared?.codePage(of: Array(odd.words.joined(separator: [0x20])))
  }

  /// The mark of UTF-8.
  static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private static func note(_ page: CodePage, _ words: [String]?, _ odd: OddWords) -> InputNote {
    InputNote(line: odd.firstLine, .codePage(page, word: words?.first ?? ""))
  }

  /// The text of a file in UTF-16.
  ///
  /// - Parameters:
  ///   - bytes: the file without its byte order mark.
  ///   - lowByteFirst: which half of a unit comes first.
  /// - Returns: valid UTF-8.
  /// - Throws: `brokenEncoding`.
  static func utf16(_ bytes: ArraySlice<UInt8>, lowByteFirst: Bool) throws(InputFault) -> [UInt8] {
    guard bytes.count.isMultiple(of: 2) else { throw InputFault(.brokenEncoding) }
    let units = stride(from: bytes.startIndex, to: bytes.endIndex, by: 2).map { index in
      let (one, two) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return lowByteFirst ? two << 8 | one : one << 8 | two
    }
    guard let text = String(validating: units, as: UTF16.self) else { throw InputFault(.brokenEncoding) }
    return Array(text.utf8)
  }
}

/// What the first word that is no ASCII would be by a code page.
public struct CodePageReading: Hashable, Sendable {
  /// The code page.
  public var page: CodePage
  /// The word.
  public var word: String
}
