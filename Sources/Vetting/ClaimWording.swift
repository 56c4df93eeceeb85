/// The words by which a paper would pass for a bill or a receipt, in English, Spanish, French, German and Arabic.
enum ClaimWording {
  private static let list = WordList(PackageResources.claims_txt)

  /// All of them.
  static let phrases: [ClaimPhrase] = [Finding.Kind.receipt, .demand].flatMap { kind in
    ClaimPhrase.Rule.allCases.flatMap { ClaimPhrase.list(kind, $0, list.phrases("\(kind.rawValue) \($0.rawValue)")) }
  }

  /// Phrases by the hash of their first word.
  static let byFirstWord: [UInt64: [ClaimPhrase]] = Dictionary(grouping: phrases) { $0.hashes[0] }

  /// Stamps without the gaps between their words.
  static let stamps: [(skeleton: [UInt8], kind: Finding.Kind)] =
    phrases.filter { $0.rule == .stamp }.map { ($0.skeletons.flatMap { $0 }, $0.kind) }

  /// The same by their hashes.
  static let stampsByHash: [UInt64: Finding.Kind] =
    Dictionary(stamps.map { (Word.hash($0.skeleton), $0.kind) }) { first, _ in first }

  /// Words that leave a stamp standing alone.
  static let fillers = hashes("fillers")
  /// Words for nothing, which make a demand honest.
  static let nothing = hashes("nothing")
  /// Words that name a day.
  static let days = hashes("days")

  /// Sentences that only sound like a demand.
  static let exempt: [[UInt64]] = ClaimPhrase.list(.demand, .always, list.phrases("exempt")).map(\.hashes)

  private static func hashes(_ section: String) -> Set<UInt64> {
    Set(ClaimPhrase.list(.demand, .always, list.phrases(section)).flatMap(\.hashes))
  }
}
