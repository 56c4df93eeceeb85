import Characters

/// Reads typed words in the light of a price book.
struct TypedWordsReader<Units: UnitNames> {
  private typealias Token = TypedPieces<Units>.Token
  private typealias Number = TypedPieces<Units>.Number

  /// Names that stand together, with the numbers at both ends.
  private struct Run {
    var names: [String]
    var before: Number?
    var behind: Number?
  }

  private let prices: PriceBook
  private let units: Units
  private let search: NameSearch
  private let pieces: TypedPieces<Units>
  private var faults: [InputFault] = []
  private var found: [String: NameIndex.Found] = [:]

  init(_ prices: PriceBook, _ units: Units) {
    (self.prices, self.units) = (prices, units)
    search = NameSearch(prices.index)
    pieces = TypedPieces(units: units, search: search)
  }

  mutating func read(_ words: [String]) -> Reading<[GivenItem]> {
    for (index, word) in words.enumerated() {
      guard let refused = word.firstRefused, refused.scalar.isControl else { continue }
      faults.append(InputFault(line: index + 1, column: 1, .refusedCharacter(refused.scalar, column: refused.column)))
    }
    if !faults.isEmpty { return Reading([], faults: faults) }
    guard
      let runs = runs(
        of: pieces.bound(pieces.tokens(of: pieces.joined(words.map(\.withoutUnseen.collapsed).filter { !$0.isEmpty }))))
    else {
      return Reading([], faults: faults)
    }
    if runs.isEmpty { fault(.blank(.item)) }
    var (rest, items): (ArraySlice<Run>, [GivenItem]) = (runs[...], [])
    while var run = rest.popFirst() {
      // "bread 2 lb": the word behind a number may be its unit.
      if let number = run.behind, number.unit == nil, let next = rest.first, next.before == nil,
        let (unit, names) = Self.first(of: next.names), units.isUnit(unit),
        case .items(let places) = reading(of: run.names),
        let place = places.last
      {
        let isUnit = units.count(of: unit, in: prices.entries[place]) != nil
        if isUnit || !reading(of: next.names).isItems, !names.isEmpty || next.behind == nil {
          run.behind?.unit = unit
          rest[rest.startIndex].names = names
          if names.isEmpty { rest.removeFirst() }
        }
      }
      items += self.items(of: run)
    }
    return Reading(items, faults: faults)
  }

  /// Reads one thing that is in no price book.
  mutating func readUnpriced(_ words: [String], _ prices: PriceBook) -> Reading<UnpricedItem?> {
    // It is shown and recorded as it is typed.
    for (index, word) in words.enumerated() {
      guard let refused = word.firstRefused else { continue }
      faults.append(InputFault(line: index + 1, column: 1, .refusedCharacter(refused.scalar, column: refused.column)))
    }
    let typed = words.map(\.withoutMarks.collapsed).filter { !$0.isEmpty }
    guard faults.isEmpty, var runs = runs(of: pieces.bound(pieces.tokens(of: typed))) else {
      return Reading(nil, faults: faults)
    }
    // "story telling 2 hours": the word behind the number is its unit.
    if runs.count == 2, runs[0].behind?.unit == nil, runs[1].behind == nil, runs[1].names.count == 1,
      units.isUnit(runs[1].names[0])
    {
      let unit = runs.removeLast().names[0]
      runs[0].behind?.unit = unit
    }
    guard var run = runs.first, runs.count == 1, run.before == nil || run.behind == nil else {
      if let loose = runs.dropFirst().first?.before ?? runs.last?.behind ?? runs.first?.behind {
        fault(.looseNumber(loose.text))
      } else {
        fault(.blank(.item))
      }
      return Reading(nil, faults: faults)
    }
    if run.before != nil, run.before?.unit == nil, let (unit, rest) = Self.first(of: run.names), !rest.isEmpty,
      units.isUnit(unit)
    {
      run.before?.unit = unit
      run.names = rest
    }
    let name = run.names.joined(separator: " ")
    if case .entry(let place) = NameSearch(prices.index).find(name) {
      fault(.pricedItem(name, item: prices.entries[place].item))
    }
    let number = run.before ?? run.behind
    let order = Order.typed([GivenItem(name, quantity: number?.text ?? "1")])
    faults += order.faults.map { InputFault($0.fact) }
    guard faults.isEmpty, let quantity = order.value.rows.first?.quantity else { return Reading(nil, faults: faults) }
    return Reading(UnpricedItem(name: name, quantity: quantity, unit: number?.unit))
  }

  private mutating func fault(_ fact: InputFault.Fact) { faults.append(InputFault(fact)) }

  // MARK: - Which number belongs to which names

  /// Gives every number to the names that it belongs to; nil where that cannot be told.
  private mutating func runs(of tokens: [Token]) -> [Run]? {
    var runs: [Run] = []
    var waiting: Number?
    // A number that stands first says that all that say nothing stand before their items; where a sign says it of that number
    // alone, it is so if a name stands last.
    let endsWithName = if case .name? = tokens.last { true } else { false }
    let areBefore = if case .number(let first)? = tokens.first { first.isBefore == nil || endsWithName } else { false }
    var isOpen = false
    for token in tokens {
      switch token {
      case .times: break
      case .name(let name):
        if isOpen {
          runs[runs.count - 1].names.append(name)
        } else {
          runs.append(Run(names: [name], before: waiting))
          (waiting, isOpen) = (nil, true)
        }
      case .number(let number):
        let isBefore = number.isBefore ?? areBefore
        if waiting != nil || (!isBefore && !isOpen)
          || (!isBefore && runs.last?.before != nil && runs.last?.names.count == 1)
        {
          fault(.looseNumber(number.text))
          return nil
        }
        if isBefore { waiting = number } else { runs[runs.count - 1].behind = number }
        isOpen = false
      }
    }
    if let waiting {
      fault(.looseNumber(waiting.text))
      return nil
    }
    return runs
  }

  // MARK: - Names

  private mutating func lookUp(_ name: String) -> NameIndex.Found {
    if let known = found[name] { return known }
    let result = search.find(name)
    found[name] = result
    return result
  }

  private mutating func items(of run: Run) -> [GivenItem] {
    var run = run
    // "2 lb flour": the first word may be the number's unit.
    if let number = run.before, number.unit == nil, let (unit, rest) = Self.first(of: run.names), !rest.isEmpty,
      units.isUnit(unit), case .items(let places) = reading(of: rest), let place = places.first,
      units.count(of: unit, in: prices.entries[place]) != nil || !reading(of: run.names).isItems
    {
      run.before?.unit = unit
      run.names = rest
    }
    let places: [Int]
    switch reading(of: run.names) {
    case .items(let found): places = found
    case .unclear(let fact):
      fault(fact)
      return []
    case .nothing:
      // What is clear at either end is read all the same, so that everything is told at once.
      let (front, back) = clear(run.names)
      let rest = Array(run.names[front..<back])
      if !isFaulty(rest) { explain(rest) }
      return (front > 0 ? items(of: Run(names: Array(run.names[..<front]), before: run.before)) : [])
        + (back < run.names.count ? items(of: Run(names: Array(run.names[back...]), behind: run.behind)) : [])
    }
    if places.count == 1, run.before != nil, let behind = run.behind {
      fault(.looseNumber(behind.text))
      return []
    }
    return places.enumerated().compactMap { index, place in
      let number = index == 0 && run.before != nil ? run.before : index == places.count - 1 ? run.behind : nil
      return item(prices.entries[place], number)
    }
  }

  private static func first(of names: [String]) -> (word: String, rest: [String])? {
    guard let words = names.first?.split(separator: " ", maxSplits: 1).map(String.init) else { return nil }
    return words.first.map { ($0, Array(words.dropFirst() + names.dropFirst())) }
  }

  /// What words name.
  private enum Names {
    case items([Int])
    case unclear(InputFault.Fact)
    case nothing

    var isItems: Bool { if case .items = self { true } else { false } }
  }

  /// The entries that words name, in as few items as can be.
  private mutating func reading(of names: [String]) -> Names {
    /// The best way to read the words up to a place, and whether another is as good.
    var best: [(places: [Int], starts: [Int], isClear: Bool)?] = [([], [], true)]
    for end in names.indices.map({ $0 + 1 }) {
      var way: (places: [Int], starts: [Int], isClear: Bool)?
      for start in max(0, end - max(1, search.mostWords))..<end {
        guard let before = best[start],
          case .entry(let entry) = lookUp(names[start..<end].joined(separator: " "))
        else { continue }
        let places = before.places + [entry]
        if let known = way, known.places.count <= places.count {
          if known.places.count == places.count, known.places != places { way?.isClear = false }
        } else {
          way = (places, before.starts + [start], before.isClear)
        }
      }
      // "rice and flour": what only puts things beside one another names none, unless it is a part of a name.
      if LinkingWords.isConjunction(names[end - 1]), let before = best[end - 1], !before.places.isEmpty,
        way.map({ $0.places.count > before.places.count }) ?? true
      {
        way = before
      }
      best.append(way)
    }
    guard let way = best[names.count] else { return .nothing }
    for (index, start) in way.starts.enumerated() {
      let end = index + 1 < way.starts.count ? way.starts[index + 1] : names.count
      // "rice flour" is one item and two, where all three are called so.
      var parts = names[start..<end]
      while let last = parts.last, LinkingWords.isConjunction(last) { parts.removeLast() }
      guard parts.count > 1, parts.allSatisfy({ search.isWhole($0) }) else { continue }
      let apart = parts.compactMap { name in if case .entry(let entry) = lookUp(name) { entry } else { nil } }
      guard Set(apart) != [way.places[index]] else { continue }
      let readings = [[way.places[index]], apart].map { $0.map { prices.entries[$0].item } }
      return .unclear(.severalReadings(parts.joined(separator: " "), readings: readings))
    }
    if way.isClear { return .items(way.places) }
    return .unclear(.ambiguousItem(names.joined(separator: " "), fitting: way.places.map { prices.entries[$0].item }))
  }

  private mutating func isFaulty(_ names: [String]) -> Bool {
    ([names.joined(separator: " ")] + names).contains { lookUp($0) == .faulty }
  }

  /// Up to where words name items from the beginning on, and from where on to the end.
  private mutating func clear(_ names: [String]) -> (front: Int, back: Int) {
    let front = names.indices.last { $0 > 0 && reading(of: Array(names[..<$0])).isItems } ?? 0
    let back = names.indices.first { $0 > front && reading(of: Array(names[$0...])).isItems } ?? names.count
    return (front, back)
  }

  /// Tells of words that name nothing, or too much.
  private mutating func explain(_ names: [String]) {
    for start in names.indices {
      for end in names.indices[start...].reversed().map({ $0 + 1 }) {
        let name = names[start..<end].joined(separator: " ")
        guard case .ambiguous(let fitting) = lookUp(name) else { continue }
        if start > 0 { explain(Array(names[..<start])) }
        fault(.ambiguousItem(name, fitting: fitting.map { prices.entries[$0].item }))
        if end < names.count { explain(Array(names[end...])) }
        return
      }
    }
    fault(.unknownItem(names.joined(separator: " "), known: prices.items))
  }

  // MARK: - Quantities

  private mutating func item(_ entry: PriceBook.Entry, _ number: Number?) -> GivenItem? {
    guard let number else { return GivenItem(entry.item) }
    guard let unit = number.unit else { return GivenItem(entry.item, quantity: number.text) }
    guard let count = units.count(of: unit, in: entry) else {
      fault(.otherUnit(unit, item: entry.item, unit: entry.unit))
      return nil
    }
    if count == .one { return GivenItem(entry.item, quantity: number.text) }
    guard case .exact(let value, _) = WrittenNumber(number.text),
      let quantity = ExactFraction(value)?.times(count)?.decimal
    else {
      fault(.otherUnit(unit, item: entry.item, unit: entry.unit))
      return nil
    }
    return GivenItem(entry.item, quantity: quantity.plainDescription)
  }
}
