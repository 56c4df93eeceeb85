internal import Bookkeeping
internal import Characters

/// Looks at entries of a file of others one by one: what of them may come in.
struct IncomingEntry {
  /// The entry as it may come in.
  var entry: LedgerEntry
  /// Why it may not, or what of it was left out.
  var keptOut: [KeptOut.Reason] = []

  /// Whether it may come in at all, as far as it can be told by itself.
  var isAllowed: Bool { keptOut.allSatisfy { $0 == .words } }

  /// Looks at an entry.
  ///
  /// - Parameters:
  ///   - entry: the entry, which is what its hash says.
  ///   - texts: says which texts may not be shown.
  init(_ entry: LedgerEntry, _ texts: TextGate) {
    self.entry = entry
    if entry.kind == .closed { return }
    if !entry.isWithinBounds { keptOut.append(.amount) }
    if [entry.desk, entry.language].contains(where: texts.refuses) { keptOut.append(.label) }
    // What is committed to by a hash of its own can be left out, and the chain goes on.
    var isBare = false
    if let office = entry.office.content, [office.name, office.place].contains(where: texts.refuses) {
      self.entry.office = entry.office.unpublished
      isBare = true
    }
    if let time = entry.time.content, texts.refuses(time.text) {
      self.entry.time = entry.time.unpublished
      isBare = true
    }
    for index in entry.lines.indices {
      guard let words = entry.lines[index].texts.content else { continue }
      guard [words.item, words.category, words.unit, words.source].contains(where: texts.refuses) else { continue }
      self.entry.lines[index].texts = entry.lines[index].texts.unpublished
      isBare = true
    }
    if isBare { keptOut.append(.words) }
  }
}

/// Says which texts may not stand in this ledger. Items and sources come again and again, and are looked at once.
final class TextGate {
  private let refusal: (String) -> Bool
  private var known: [String: Bool] = [:]
  private static let most = 20_000

  init(_ gate: MergeGate) { refusal = gate.refuses }

  /// Whether a text may not be shown: it holds characters that no text may, or what the office refuses.
  func refuses(_ text: String) -> Bool {
    if let answer = known[text] { return answer }
    // An address is the longest that anybody writes.
    let isTooMuch = TextExcess(text, most: InputBounds.longestSource) != nil
    let answer = text.firstRefused != nil || isTooMuch || refusal(text)
    if known.count >= Self.most { known.removeAll(keepingCapacity: true) }
    known[text] = answer
    return answer
  }
}

extension LedgerEntry {
  /// The same without a word of what was taken away: as a copy that does not show it.
  var withoutWithholding: LedgerEntry {
    if kind == .closed { return self }
    var entry = self
    entry.office = office.withoutWithholding
    entry.time = time.withoutWithholding
    for index in lines.indices {
      entry.lines[index].texts = lines[index].texts.withoutWithholding
      entry.lines[index].figures = lines[index].figures.withoutWithholding
    }
    return entry
  }

  /// Whether joining it with another copy would take away something that this one has not taken away.
  func loses(to other: LedgerEntry) -> Bool {
    merged(with: other) != merged(with: other.withoutWithholding)
  }

  /// What two copies of the same entry know together.
  func merged(with other: LedgerEntry) -> LedgerEntry {
    if other.kind == .closed { return self }
    if kind == .closed { return other }
    var entry = self
    entry.office = office.merged(with: other.office)
    entry.time = time.merged(with: other.time)
    for index in lines.indices where other.lines.indices.contains(index) {
      entry.lines[index].texts = lines[index].texts.merged(with: other.lines[index].texts)
      entry.lines[index].figures = lines[index].figures.merged(with: other.lines[index].figures)
    }
    return entry
  }
}
