import Synchronization

/// Finds the entry of a price book that somebody meant by a name.
struct NameIndex: Sendable {
  /// What a name leads to; entries are told by their place in the book.
  enum Found: Hashable, Sendable {
    case entry(Int)
    case ambiguous([Int])
    case unknown
    case faulty
  }

  /// The items' names and the aliases, by their places among all names.
  private var items = NameTable()
  private var aliases = NameTable()
  private var faulty: Set<String> = []
  /// All names and aliases, each with its entry; nil for a row that was faulty.
  private(set) var names: [(text: String, entry: Int?)] = []
  /// Whether rows were left unread, so that no name can be called unknown.
  var isIncomplete = false
  private var close = CloseNames()

  /// Makes room for the names of so many entries.
  mutating func reserveCapacity(_ count: Int) {
    names.reserveCapacity(count)
    items.reserveCapacity(count)
  }

  /// Takes the names of an entry; where a name is taken already, the earlier entry keeps it.
  ///
  /// - Returns: whether the item's name was taken already.
  @discardableResult
  mutating func add(_ item: String, aliases others: [String], entry: Int) -> Bool {
    append(item, entry)
    let isTaken = items.insert(item, at: names.count - 1) { names[$0].text } != nil
    for alias in others {
      append(alias, entry)
      aliases.insert(alias, at: names.count - 1) { names[$0].text }
    }
    return isTaken
  }

  /// Takes the names of a row that is faulty.
  mutating func addFaulty(_ names: [String]) {
    for name in names {
      faulty.insert(NameKey.key(of: name))
      append(name, nil)
    }
  }

  private mutating func append(_ name: String, _ entry: Int?) {
    names.append((name, entry))
    // What was made of other names is theirs.
    if !isKnownUniquelyReferenced(&close) || close.isMade { close = CloseNames() }
  }

  /// What a name leads to: an item's name before an alias before a part that fits one item only, before the same words typed
  /// otherwise.
  func find(_ name: String) -> Found {
    if let entry = entry(of: name, in: items) { return .entry(entry) }
    if !faulty.isEmpty, faulty.contains(NameKey.key(of: name)) { return .faulty }
    if let entry = entry(of: name, in: aliases) { return .entry(entry) }
    let found = findPart(name)
    guard found == .unknown else { return found }
    let typed = NameWords(name)
    let words = close.value(of: names).words
    let same = words[typed] ?? Set(typed.counted.flatMap { words[$0] ?? [] }).map { $0 }
    let known = same.compactMap { $0 }
    if known.count < same.count { return .faulty }
    switch known.count {
    case 0: return .unknown
    case 1: return .entry(known[0])
    default: return .ambiguous(known.sorted())
    }
  }

  private func entry(of name: String, in table: NameTable) -> Int? {
    table.place(of: name) { names[$0].text }.flatMap { names[$0].entry }
  }

  private func findPart(_ name: String) -> Found {
    let part = NameParts.typed(name)
    // "and" is a word of "Sewing and mending", and nobody means it by that.
    guard !part.isEmpty, !LinkingWords.areAll(NameSearch.words(of: name)) else {
      return isIncomplete ? .faulty : .unknown
    }
    var fitting: [Int] = []
    var fitsFaulty = false
    for (place, candidate) in close.value(of: names).parts.enumerated() where candidate.contain(part) {
      if let entry = names[place].entry {
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

extension NameIndex: Hashable {
  static func == (one: NameIndex, other: NameIndex) -> Bool {
    one.isIncomplete == other.isIncomplete && one.items == other.items && one.aliases == other.aliases
      && one.faulty == other.faulty && one.names.elementsEqual(other.names) { $0 == $1 }
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(names.count)
    hasher.combine(isIncomplete)
  }
}

/// What names are compared by that are typed otherwise than they are written. It is half of the work of reading a price book, so
/// it is made when such a name is first looked for: most are written as they are.
private final class CloseNames: Sendable {
  struct Value: Sendable {
    /// The parts of the names, in their order.
    var parts: [NameParts] = []
    /// The entries by the words of their names; nil for one that was faulty.
    var words: [NameWords: [Int?]] = [:]
  }

  private let made = Mutex<Value?>(nil)

  var isMade: Bool { made.withLock { $0 != nil } }

  /// What is compared, made at the first time.
  func value(of names: [(text: String, entry: Int?)]) -> Value {
    made.withLock { made in
      if let made { return made }
      var value = Value()
      for (text, entry) in names {
        value.parts.append(NameParts(text))
        let key = NameWords(text)
        if !key.isEmpty, value.words[key]?.contains(entry) != true { value.words[key, default: []].append(entry) }
      }
      made = value
      return value
    }
  }
}
