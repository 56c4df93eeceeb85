internal import CHyphen
internal import Foundation

/// Finds where long words may be parted, with libhyphen and the dictionary of a language.
public final class Hyphenator: @unchecked Sendable {
  // Sendable: libhyphen only reads a dictionary once it is loaded.
  private let dictionary: UnsafeMutablePointer<HyphenDict>
  private let encoding: String.Encoding

  /// The fewest letters of a word that is worth parting: shorter ones are as narrow as what a sign holds at the least.
  private static let shortest = 8

  /// Loads the dictionary of a language; nil where there is none, or it cannot be read.
  ///
  /// - Parameters:
  ///   - locale: a BCP 47 locale such as `de-AT`; another country's dictionary serves where its own is not there.
  ///   - folder: where dictionaries are, called `hyph_de_AT.dic`.
  public init?(locale: String, folder: String) {
    guard let path = Self.path(for: locale, in: folder), let dictionary = hnj_hyphen_load(path) else { return nil }
    let name = withUnsafeBytes(of: dictionary.pointee.cset) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    guard let encoding = Self.encodings[name.uppercased()] else {
      hnj_hyphen_free(dictionary)
      return nil
    }
    self.dictionary = dictionary
    self.encoding = encoding
  }

  deinit { hnj_hyphen_free(dictionary) }

  /// Whether a language has a dictionary, without loading it.
  ///
  /// - Parameters:
  ///   - locale: a BCP 47 locale, as for ``init(locale:folder:)``.
  ///   - folder: where dictionaries are.
  /// - Returns: whether there is a file of it.
  public static func hasDictionary(for locale: String, in folder: String) -> Bool {
    path(for: locale, in: folder) != nil
  }

  /// A text with a soft hyphen (U+00AD) wherever one of its words may be parted.
  ///
  /// - Parameter text: the text; soft hyphens that are in it already stay.
  /// - Returns: the text, which reads the same while nothing is parted.
  public func hyphenated(_ text: String) -> String {
    var out = ""
    var word = ""
    for character in text {
      if character.isLetter {
        word.append(character)
      } else {
        out += parted(word)
        word = ""
        out.append(character)
      }
    }
    return out + parted(word)
  }

  private func parted(_ word: String) -> String {
    // Dictionaries know words in small letters; where these are not as many as the letters, nobody can tell them apart.
    let small = word.lowercased().unicodeScalars
    guard word.count >= Self.shortest, small.count == word.unicodeScalars.count,
      let bytes = String(small).data(using: encoding)
    else { return word }
    var marks = [CChar](repeating: 0, count: bytes.count + 5)
    var replaced: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    var (positions, cuts): (UnsafeMutablePointer<Int32>?, UnsafeMutablePointer<Int32>?)
    let failed = bytes.withUnsafeBytes { bytes in
      hnj_hyphen_hyphenate2(
        dictionary, bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count), &marks, nil, &replaced,
        &positions, &cuts)
    }
    defer {
      for index in 0..<bytes.count { free(replaced?[index]) }
      free(replaced)
      free(positions)
      free(cuts)
    }
    guard failed == 0 else { return word }
    var out = String.UnicodeScalarView()
    for (index, scalar) in word.unicodeScalars.enumerated() {
      out.append(scalar)
      // An odd figure allows a break behind a letter; where that would change how the word is spelt, it is left whole.
      if marks[index] & 1 == 1, replaced?[index] == nil { out.append("\u{AD}") }
    }
    return String(out)
  }

  private static func path(for locale: String, in folder: String) -> String? {
    let parts = locale.split(separator: "-")
    guard let language = parts.first else { return nil }
    var names: [String] = []
    if let country = parts.last, country.count == 2, parts.count > 1 {
      names.append("hyph_\(language)_\(country.uppercased()).dic")
    }
    names.append("hyph_\(language).dic")
    let files = FileManager.default
    if let name = names.first(where: { files.fileExists(atPath: "\(folder)/\($0)") }) { return "\(folder)/\(name)" }
    let others = ((try? files.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    return others.first { $0.hasPrefix("hyph_\(language)_") && $0.hasSuffix(".dic") }.map { "\(folder)/\($0)" }
  }

  /// The encodings that dictionaries name in their first line.
  private static let encodings: [String: String.Encoding] = [
    "UTF-8": .utf8, "ISO8859-1": .isoLatin1, "ISO8859-2": .isoLatin2, "MICROSOFT-CP1251": .windowsCP1251,
    "MICROSOFT-CP1252": .windowsCP1252,
  ]
}
