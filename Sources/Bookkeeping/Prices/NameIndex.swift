/// Finds the entry of a price book that somebody meant by a name.
struct NameIndex: Hashable, Sendable {
  /// What a name leads to; entries are told by their place in the book.
  enum Found: Hashable, Sendable {
    case entry(Int)
    case ambiguous([Int])
    case unknown
    case faulty
  }

  private var items: [String: Int] = [:]
  private var aliases: [String: Int] = [:]
  private var faulty: Set<String> = []
  private var parts: [Parts] = []
  /// Whether rows were left unread, so that no name can be called unknown.
  var isIncomplete = false

  private struct Parts: Hashable, Sendable {
    var text: String
    var name: NameParts
    /// The entry; nil for a row that was faulty.
    var entry: Int?
  }

  /// All names and aliases, each with its entry; nil for a row that was faulty.
  var names: [(text: String, entry: Int?)] { parts.map { ($0.text, $0.entry) } }

  /// Takes the names of an entry; where a name is taken already, the earlier entry keeps it.
  mutating func add(_ item: String, aliases others: [String], entry: Int) {
    let key = NameKey.key(of: item)
    if items[key] == nil { items[key] = entry }
    parts.append(Parts(text: item, name: NameParts(item), entry: entry))
    for alias in others {
      let key = NameKey.key(of: alias)
      if aliases[key] == nil { aliases[key] = entry }
      parts.append(Parts(text: alias, name: NameParts(alias), entry: entry))
    }
  }

  /// Takes the names of a row that is faulty.
  mutating func addFaulty(_ names: [String]) {
    for name in names {
      faulty.insert(NameKey.key(of: name))
      parts.append(Parts(text: name, name: NameParts(name), entry: nil))
    }
  }

  /// What a name leads to: an item's name before an alias before a part that fits one item only.
  func find(_ name: String) -> Found {
    let key = NameKey.key(of: name)
    if let entry = items[key] { return .entry(entry) }
    if faulty.contains(key) { return .faulty }
    if let entry = aliases[key] { return .entry(entry) }
    return findPart(name)
  }

  private func findPart(_ name: String) -> Found {
    let part = NameParts.typed(name)
    guard !part.isEmpty else { return isIncomplete ? .faulty : .unknown }
    var fitting: [Int] = []
    var fitsFaulty = false
    for candidate in parts where candidate.name.contain(part) {
      if let entry = candidate.entry {
        if fitting.last != entry { fitting.append(entry) }
      } else {
        fitsFaulty = true
      }
    }
    switch fitting.count {
    case 0: return fitsFaulty || isIncomplete ? .faulty : .unknown
    // Which one is meant can be told once the faulty row is repaired.
    case 1: return fitsFaulty || isIncomplete ? .faulty : .entry(fitting[0])
    default: return .ambiguous(fitting)
    }
  }
}
