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
  /// The entries by the words of their names; nil for one that was faulty.
  private var words: [NameWords: [Int?]] = [:]
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
    append(item, entry)
    for alias in others {
      let key = NameKey.key(of: alias)
      if aliases[key] == nil { aliases[key] = entry }
      append(alias, entry)
    }
  }

  /// Takes the names of a row that is faulty.
  mutating func addFaulty(_ names: [String]) {
    for name in names {
      faulty.insert(NameKey.key(of: name))
      append(name, nil)
    }
  }

  private mutating func append(_ name: String, _ entry: Int?) {
    parts.append(Parts(text: name, name: NameParts(name), entry: entry))
    let key = NameWords(name)
    if !key.isEmpty, words[key]?.contains(entry) != true { words[key, default: []].append(entry) }
  }

  /// What a name leads to: an item's name before an alias before a part that fits one item only, before the same words typed
  /// otherwise.
  func find(_ name: String) -> Found {
    let key = NameKey.key(of: name)
    if let entry = items[key] { return .entry(entry) }
    if faulty.contains(key) { return .faulty }
    if let entry = aliases[key] { return .entry(entry) }
    let found = findPart(name)
    guard found == .unknown else { return found }
    let typed = NameWords(name)
    let same = words[typed] ?? Set(typed.counted.flatMap { words[$0] ?? [] }).map { $0 }
    let known = same.compactMap { $0 }
    if known.count < same.count { return .faulty }
    switch known.count {
    case 0: return .unknown
    case 1: return .entry(known[0])
    default: return .ambiguous(known.sorted())
    }
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
