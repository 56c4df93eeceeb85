internal import Ledger

/// What the files of a site are called. Nothing else is ever removed from its folder.
enum SiteNames {
  /// The exports, which grow at the ends of their chains.
  static let (lines, table) = ("ledger.jsonl", "ledger.csv")
  static let grown = [lines, table]
  /// The folders of pages.
  static let folders = ["R", "I", "gifts", "check"]
  private static let alone: Set<Substring> = [
    "index.html", "404.html", "style.css", "heads.txt", "check/index.html", "ledger.jsonl", "ledger.csv",
  ]

  /// Whether a site of ours may have a file of this name.
  static func isOurs(_ name: Substring) -> Bool {
    if alone.contains(name) { return true }
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    switch (parts.first, parts.count) {
    case ("R", 3): return parts[2] == "index.html" && EntryNumber(String(parts[1])) != nil
    case ("I", 3):
      // A name of words, in whatever letters; none that leads elsewhere begins with a letter or a figure.
      let isName = parts[1].first.map { $0.isLetter || $0.isNumber } == true && parts[1].utf8.count <= 255
      return parts[2] == "index.html" && isName && parts[1].allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
    case ("gifts", 2):
      guard parts[1].hasSuffix(".html") else { return false }
      let page = parts[1].dropLast(5)
      return page == "index" || (1...9).contains(page.count) && page.allSatisfy { $0.isASCII && $0.isNumber }
    default: return false
    }
  }
}

/// Tells what this machine has written in a site's folder from what somebody else has.
public struct SiteSeal: Sendable {
  private let sealing: @Sendable (String) -> String
  private let looking: @Sendable (String, String) -> Bool

  /// Takes what seals a text, and what looks at a seal.
  public init(
    seal: @escaping @Sendable (String) -> String, isSeal: @escaping @Sendable (_ seal: String, _ text: String) -> Bool
  ) {
    (sealing, looking) = (seal, isSeal)
  }

  /// Seals nothing and believes nothing: every site is made from the ledger alone, each time.
  public static let none = SiteSeal(seal: { _ in "-" }, isSeal: { _, _ in false })

  func seal(of text: String) -> String { sealing(text) }
  func isSeal(_ seal: String, of text: String) -> Bool { looking(seal, text) }
}
