import Bookkeeping

/// The numbered notes that say where an invoice's prices come from: one for each source, date and basis, in the order in
/// which the lines first need them.
struct SourceNotes {
  /// One note.
  struct Note: Hashable {
    var source: PriceSource
    var checked: CheckedDate
    var basis: PriceBasis
  }

  /// What small papers tell of a note.
  private struct Publication: Hashable {
    var publisher: String
    var checked: CheckedDate
    var basis: PriceBasis
  }

  /// The notes; the first has number 1.
  private(set) var notes: [Note] = []
  /// The notes as papers tell them.
  var groups: [SourceGroup] { SourceGroup.groups(of: notes) }
  /// The publishers alone, with the dates, as small papers tell them: the first note of each, and the numbers of all.
  var publishers: [(numbers: [Int], note: Note)] {
    var order: [Publication] = []
    var found: [Publication: (numbers: [Int], note: Note)] = [:]
    for (index, note) in notes.enumerated() {
      let key = Publication(publisher: note.source.publisher, checked: note.checked, basis: note.basis)
      if found[key] == nil {
        order.append(key)
        found[key] = ([], note)
      }
      found[key]?.numbers.append(index + 1)
    }
    return order.compactMap { found[$0] }
  }
  /// The number of each line's note.
  private(set) var numbers: [Int] = []

  init(_ lines: [LineItem]) {
    var known: [Note: Int] = [:]
    numbers.reserveCapacity(lines.count)
    for line in lines {
      let note = Note(source: line.entry.source, checked: line.entry.checked, basis: line.entry.basis)
      if let number = known[note] {
        numbers.append(number)
      } else {
        notes.append(note)
        known[note] = notes.count
        numbers.append(notes.count)
      }
    }
  }
}
