/// How much a word looks like one, by a code page.
struct OddWordLook {
  /// The sum over its characters that are no ASCII; more is likelier.
  var sum = 0.0
  /// How many characters are no ASCII.
  private(set) var count = 0
  /// Whether something stands in it that stands in no word.
  private(set) var isBad = false
  /// Whether nothing in it is unlikely.
  private(set) var isPlausible = true
  /// How many of its letters are of a script that none of the office's languages has.
  private(set) var foreign = 0

  private enum Script { case latin, greek, cyrillic, hebrew, arabic, han, kana, halfKana, hangul, mark, sign, other }

  private let scalars: [Unicode.Scalar]
  private let page: CodePage
  private let own: Set<Unicode.Scalar>

  /// Looks at a word.
  ///
  /// - Parameters:
  ///   - word: the word.
  ///   - bytes: what it was read from.
  ///   - page: by which code page.
  ///   - own: the letters of the office's languages.
  init(_ word: String, _ bytes: [UInt8], _ page: CodePage, own: Set<Unicode.Scalar>) {
    scalars = Array(word.unicodeScalars)
    self.page = page
    self.own = own
    let letters = scalars.filter(\.properties.isAlphabetic)
    let odd = letters.count { !$0.isASCII }
    let scripts = Set(letters.map(Self.script))
    let hasCommonHalves = page.isDouble ? Self.commonHalves(bytes, page) : []
    var double = 0
    for (place, scalar) in scalars.enumerated() where !scalar.isASCII {
      count += 1
      let script = Self.script(scalar)
      var worth = 0.0
      switch script {
      case .latin:
        worth = latin(scalar, at: place)
        // Letters with accents stand among letters without; where a language has many of them, less so.
        if letters.count >= 3, odd * 2 > letters.count { worth -= isOwn(scalar) ? 0.5 : 2 }
        // A word of two has one without.
        if letters.count == 2, odd == 2 { worth -= 2 }
        // Few words are one letter.
        if scalars.count == 1, !"àáâèéêìíòóôùúæåö".unicodeScalars.contains(scalar) { worth -= 2 }
        if scripts.count > 1 { worth -= 3 }
      case .greek, .cyrillic, .hebrew, .arabic:
        worth = page.isOld || page.isDouble ? -3 : foreign(scalar, at: place)
        if scripts.count > 1 { worth -= 3 }
        if !isOwn(scalar) { foreign += 1 }
      case .han:
        let isCommon = double < hasCommonHalves.count && hasCommonHalves[double]
        worth = isCommon ? 1.2 : -1.5
        if scripts.contains(.latin) { worth -= 1 }
      // The pages of other languages have kana, too, where nobody writes them.
      case .kana: worth = page == .japanese ? 2 : -3
      case .halfKana: worth = scripts.contains(.latin) ? -2 : 0.6
      case .hangul:
        let isCommon = double < hasCommonHalves.count && hasCommonHalves[double]
        worth = Alphabets.commonSyllables.contains(scalar) ? 2.5 : isCommon ? 0.3 : -2
        if scripts.contains(.latin) { worth -= 1 }
      case .mark: worth = mark(scalar, at: place)
      case .sign: worth = sign(scalar, at: place)
      case .other: worth = -3
      }
      // Latin words go on behind no letter of these: "T" may stand before one, "eau" not behind.
      if page.isDouble, [.han, .kana, .halfKana, .hangul].contains(script), isBeforeSmall(place) { worth -= 3 }
      if page.isDouble, script != .halfKana { double += 1 }
      if worth <= -2.5 { isBad = true }
      if worth < 0 { isPlausible = false }
      sum += worth
    }
  }

  private func latin(_ scalar: Unicode.Scalar, at place: Int) -> Double {
    let worth = isOwn(scalar) ? 2.0 : Alphabets.all.contains(Self.small(scalar)) ? 0 : -2
    let before = place > 0 ? scalars[place - 1] : nil
    if scalar.properties.isUppercase, before?.properties.isLowercase == true { return worth - 4 }
    let others = scalars.filter { $0 != scalar && $0.properties.isAlphabetic }
    let isAmongCapitals = others.count >= 2 && others.allSatisfy(\.properties.isUppercase)
    return scalar.properties.isLowercase && isAmongCapitals && scalar != "ß" ? worth - 4 : worth
  }

  private func foreign(_ scalar: Unicode.Scalar, at place: Int) -> Double {
    let before = place > 0 ? scalars[place - 1] : nil
    let next = place + 1 < scalars.count ? scalars[place + 1] : nil
    if scalar.properties.isUppercase, before?.properties.isLowercase == true { return -3 }
    // Some letters only end words, and accents begin none.
    if "ςךםןףץةى".unicodeScalars.contains(scalar), next?.properties.isAlphabetic == true { return -3 }
    if scalar.properties.generalCategory == .nonspacingMark { return before == nil ? -3 : -0.5 }
    return isOwn(scalar) ? 2.5 : Alphabets.all.contains(Self.small(scalar)) ? 1.5 : -1
  }

  private static func small(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
  }

  private func isOwn(_ scalar: Unicode.Scalar) -> Bool { own.contains(Self.small(scalar)) }

  /// Whether letters stand on both sides.
  private func isInside(_ place: Int) -> Bool {
    place > 0 && scalars[place - 1].properties.isAlphabetic && place + 1 < scalars.count
      && scalars[place + 1].properties.isAlphabetic
  }

  /// Whether a small letter from a to z follows.
  private func isBeforeSmall(_ place: Int) -> Bool {
    place + 1 < scalars.count && (0x61...0x7A).contains(scalars[place + 1].value)
  }

  /// Whether a letter stands at a place.
  private func isLetter(_ place: Int) -> Bool {
    scalars.indices.contains(place) && scalars[place].properties.isAlphabetic
  }

  private func sign(_ scalar: Unicode.Scalar, at place: Int) -> Double {
    let isMoney = scalar.properties.generalCategory == .currencySymbol
    if isInside(place) || (isMoney && (isLetter(place - 1) || isLetter(place + 1))) { return -3 }
    let isShare = scalar.value >= 0xBC && scalar.value <= 0xBE
    return isShare && isLetter(place + 1) ? -3 : 1.5
  }

  private func mark(_ scalar: Unicode.Scalar, at place: Int) -> Double {
    switch scalar {
    case "\u{A0}", "\u{3000}": return 2
    case "‚", "„", "¿", "¡", "‹": return place > 0 && scalars[place - 1].properties.isAlphabetic ? -4 : 2
    // An apostrophe stands within a word or behind it, a dash between words.
    case "’": return isInside(place) ? 2.5 : isLetter(place + 1) ? -3 : 1.5
    case "–", "—": return scalars.count == 1 ? 2 : isLetter(place + 1) && !isLetter(place - 1) ? -3 : 1.5
    case "·": return 1.5
    case "•", "»", "‘": return isLetter(place + 1) ? -3 : 2
    default: return isInside(place) ? -3 : 2
    }
  }

  private static func script(_ scalar: Unicode.Scalar) -> Script {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x1E00...0x1EFF: .latin
    case 0x386...0x3FF: .greek
    case 0x400...0x52F: .cyrillic
    case 0x591...0x5F4: .hebrew
    case 0x621...0x6D5: .arabic
    case 0x60C, 0x61B, 0x61F: .mark
    case 0xA0, 0xA1, 0xAB, 0xB7, 0xBB, 0xBF, 0xAE, 0x2013...0x2014, 0x2018...0x201E, 0x2022, 0x2026, 0x2039, 0x203A,
      0x2122, 0x3000...0x3002, 0x3008...0x3011, 0xFF01...0xFF65:
      .mark
    case 0xA2, 0xA3, 0xA5, 0xA7, 0xA9, 0xAA, 0xB0, 0xB2, 0xB3, 0xB5, 0xB9...0xBA, 0xBC...0xBE, 0xD7, 0x20AC, 0x20AA,
      0x2116, 0x2103, 0x338F, 0xFFE5, 0x203B:
      .sign
    case 0x3005, 0x4E00...0x9FFF: .han
    case 0x3041...0x30FF: .kana
    case 0xFF66...0xFF9F: .halfKana
    case 0xAC00...0xD7A3: .hangul
    default: .other
    }
  }

  /// For each letter of two bytes, whether it stands where a code page has the common ones: the first level of its standard.
  private static func commonHalves(_ bytes: [UInt8], _ page: CodePage) -> [Bool] {
    var common: [Bool] = []
    var place = 0
    while place < bytes.count {
      let lead = bytes[place]
      let isSingle = lead <= 0x80 || (page == .japanese && (0xA1...0xDF).contains(lead))
      guard !isSingle, place + 1 < bytes.count else {
        place += 1
        continue
      }
      let trail = bytes[place + 1]
      switch page {
      case .japanese: common.append((0x88...0x97).contains(lead) || (lead == 0x98 && trail < 0x73))
      case .simplifiedChinese: common.append((0xB0...0xD7).contains(lead) && trail >= 0xA1)
      case .korean: common.append((0xB0...0xC8).contains(lead) && trail >= 0xA1)
      default: common.append((0xA4...0xC6).contains(lead))
      }
      place += 2
    }
    return common
  }
}
