/// A way to write letters as bytes that spreadsheets used before UTF-8, and some still do. The common ones come first.
public enum CodePage: String, Hashable, Sendable, CaseIterable {
  /// Western Europe and the Americas.
  case western = "windows-1252"
  /// Central Europe.
  case central = "windows-1250"
  /// Cyrillic.
  case cyrillic = "windows-1251"
  /// Greek.
  case greek = "windows-1253"
  /// Turkish.
  case turkish = "windows-1254"
  /// Hebrew.
  case hebrew = "windows-1255"
  /// Arabic.
  case arabic = "windows-1256"
  /// Baltic.
  case baltic = "windows-1257"
  /// Japanese, Shift JIS.
  case japanese = "windows-932"
  /// Chinese in simplified characters, GBK.
  case simplifiedChinese = "windows-936"
  /// Korean.
  case korean = "windows-949"
  /// Chinese in traditional characters, Big5.
  case traditionalChinese = "windows-950"
  /// Western, as Macs wrote it before 2001, and Excel for Mac as plain "CSV" still does.
  case macRoman = "mac-roman"
  /// Western, as DOS wrote it.
  case dosWestern = "dos-850"
  /// As DOS wrote it in the United States.
  case dosAmerican = "dos-437"

  /// A code page by its name or one of the names it is known by elsewhere, in any case and with any signs; nil for any other.
  public init?(named name: String) {
    let key = Self.key(of: name)
    let known = Self.allCases.first { $0.keys.contains(key) }
    guard let known else { return nil }
    self = known
  }

  private static func key(of name: String) -> String { name.lowercased().filter { $0.isLetter || $0.isNumber } }

  private var keys: Set<String> {
    let number = String(rawValue.filter(\.isNumber))
    let numbered = number.isEmpty ? [] : [number, "cp" + number, "windows" + number]
    return Set([Self.key(of: rawValue)] + numbered + others)
  }

  private var others: [String] {
    switch self {
    case .western: ["latin1", "iso88591", "ansi"]
    case .turkish: ["iso88599"]
    case .japanese: ["shiftjis", "sjis", "windows31j"]
    case .simplifiedChinese: ["gbk", "gb2312"]
    case .korean: ["euckr", "uhc"]
    case .traditionalChinese: ["big5"]
    case .macRoman: ["macintosh", "macroman", "mac"]
    case .dosWestern: ["ibm850"]
    case .dosAmerican: ["ibm437"]
    default: []
    }
  }

  /// Whether a letter may take two bytes.
  var isDouble: Bool { [.japanese, .simplifiedChinese, .korean, .traditionalChinese].contains(self) }

  /// Whether it is of systems that hardly anybody uses any more.
  var isOld: Bool { [.macRoman, .dosWestern, .dosAmerican].contains(self) }

  /// What glibc calls it.
  var converterName: String {
    switch self {
    case .macRoman: "MACINTOSH"
    case .korean: "UHC"
    default: "CP" + rawValue.filter(\.isNumber)
    }
  }
}
