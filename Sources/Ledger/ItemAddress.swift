internal import Bookkeeping
internal import Foundation

/// Under which name an item's page stands, on the site and in the codes of signs. It follows from what the item is called and from
/// nothing else, since codes on printed signs must lead there later; and no two items have the same.
public enum ItemAddress {
  /// How long a name may be in an address, in bytes: a longer one would make the code of a small sign too fine.
  private static let longest = 40
  /// How many letters of a name stand before its mark.
  private static let longestStem = 16
  /// What stands in an address as it is: plain letters, figures and `-`.
  private static let plain = CharacterSet(
    charactersIn: "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")

  /// The name of an item's page: its words in capitals with `-` between them, where it is nothing but short words of letters and
  /// figures. So no two such items have the same, in whatever case a disk keeps names. All others have what letters and figures they
  /// begin with, and behind `--`, which no such name has, eight letters of the hash of the whole: `C-LESSONS--4F7K9Q2M`.
  ///
  /// - Parameter item: what the item is called; upper and lower case, and how its accents and spaces were typed, are the same.
  /// - Returns: the name.
  public static func name(of item: String) -> String {
    let whole = NameKey.text(of: item).uppercased().precomposedStringWithCanonicalMapping
    if let slug = PrintedNames.slugs[whole] { return slug }
    if isPlain(whole) {
      let slug = whole.replacing(" ", with: "-")
      if encoded(slug).utf8.count <= longest, !PrintedNames.owned.contains(slug), !reserved.contains(slug) {
        return slug
      }
    }
    return "\(stem(of: whole))--\(mark(of: whole))"
  }

  /// What of a name is words: items that differ in signs only have the same.
  ///
  /// - Parameter item: what the item is called.
  /// - Returns: its letters and figures in capitals, with `-` for what is between them.
  package static func words(of item: String) -> String {
    NameKey.text(of: item).uppercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
  }

  /// The same as part of an address (RFC 3986).
  ///
  /// - Parameter item: what the item is called.
  /// - Returns: the name, with everything but plain letters, figures and `-` as percent signs and bytes.
  public static func path(of item: String) -> String { encoded(name(of: item)) }

  /// A name in an address.
  package static func encoded(_ name: String) -> String {
    name.addingPercentEncoding(withAllowedCharacters: plain) ?? name
  }

  /// Names that Windows keeps for devices.
  private static let reserved: Set<String> = {
    let ports = ["COM", "LPT"].flatMap { port in (0...9).map { "\(port)\($0)" } }
    return Set(["CON", "PRN", "AUX", "NUL"] + ports)
  }()

  /// Whether a name is words of letters and figures alone, in letters that are the same however a disk compares them.
  private static func isPlain(_ whole: String) -> Bool {
    let isWords = whole.split(separator: " ", omittingEmptySubsequences: false).allSatisfy { word in
      !word.isEmpty && word.allSatisfy { $0.isLetter || $0.isNumber }
    }
    guard isWords else { return false }
    return whole.utf8.allSatisfy { $0 < 0x80 }
      || whole.precomposedStringWithCompatibilityMapping == whole && whole.lowercased().uppercased() == whole
        && !whole.unicodeScalars.contains { $0.properties.isDefaultIgnorableCodePoint }
  }

  /// What plain letters and figures a name begins with, so that people see what it is about.
  private static func stem(of whole: String) -> String {
    var stem = ""
    let words = whole.split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
    for word in words {
      let longer = stem.isEmpty ? String(word.prefix(longestStem)) : "\(stem)-\(word)"
      if longer.utf8.count > longestStem { break }
      stem = longer
    }
    return stem.isEmpty ? "X" : stem
  }

  /// Forty bits of a name's hash.
  private static func mark(of whole: String) -> String {
    var list = Netstrings("billing-office item 1")
    list.add(whole)
    return String(list.hash.seal.prefix(8))
  }
}
