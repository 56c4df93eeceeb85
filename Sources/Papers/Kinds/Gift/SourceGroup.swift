import Bookkeeping

/// Notes of one publisher, series, address, date and basis, told as one: what they have in common once, and what each says of its own.
struct SourceGroup: Hashable {
  /// The notes' numbers.
  var numbers: [Int]
  /// What is said of each; a single note's whole citation.
  var parts: [String]
  /// What their citations begin with.
  var head = ""
  /// What they end with.
  var tail = ""
  /// The first note, whose address, date and basis all have.
  var note: SourceNotes.Note

  /// What the notes say, where each number stands in brackets.
  ///
  /// - Parameters:
  ///   - number: a note's number as its language writes it.
  ///   - set: a piece of a citation as it is printed: quotes come in pairs within one.
  /// - Returns: the citation.
  func citation(_ number: (Int) -> String, set: (String) -> String = { $0 }) -> String {
    guard parts.count > 1 else { return set(parts[0]) }
    let own = zip(numbers, parts).map { "[\(number($0))] \(set($1))" }.joined(separator: "; ")
    return "\(set(head)): \(own)" + (tail.isEmpty ? "" : "; \(set(tail))")
  }

  /// Gathers notes, in the order in which their groups are first needed.
  static func groups(of notes: [SourceNotes.Note]) -> [SourceGroup] {
    var groups: [Key: [Int]] = [:]
    var order: [Key] = []
    for (index, note) in notes.enumerated() {
      let key = Key(note, at: index)
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(index)
    }
    return order.compactMap { key in groups[key].map { group($0, of: notes) } }
  }

  /// Publisher and series are the first two pieces of a citation, as all sources of the price books here are written.
  private struct Key: Hashable {
    var series: [String]
    var note: SourceNotes.Note?
    var address: String?
    var checked: CheckedDate
    var basis: PriceBasis

    init(_ note: SourceNotes.Note, at index: Int) {
      let pieces = SourceGroup.pieces(of: note.source.citation)
      series = Array(pieces.prefix(2))
      // What has no series is a note by itself.
      self.note = pieces.count < 3 ? note : nil
      (address, checked, basis) = (note.source.address, note.checked, note.basis)
    }
  }

  private static func group(_ indices: [Int], of notes: [SourceNotes.Note]) -> SourceGroup {
    let citations = indices.map { pieces(of: notes[$0].source.citation) }
    let numbers = indices.map { $0 + 1 }
    let first = notes[indices[0]]
    let shortest = citations.map(\.count).min() ?? 0
    var head = 0
    while head < shortest - 1, citations.allSatisfy({ $0[head] == citations[0][head] }) { head += 1 }
    var tail = 0
    while tail < shortest - 1 - head,
      citations.allSatisfy({ $0[$0.count - 1 - tail] == citations[0][citations[0].count - 1 - tail] })
    {
      tail += 1
    }
    guard indices.count > 1, head > 0 else {
      return SourceGroup(numbers: numbers, parts: [first.source.citation], note: first)
    }
    return SourceGroup(
      numbers: numbers, parts: citations.map { $0[head..<$0.count - tail].joined(separator: ", ") },
      head: citations[0][..<head].joined(separator: ", "), tail: citations[0].suffix(tail).joined(separator: ", "),
      note: first)
  }

  /// A citation parted at its commas, but for those within quotes.
  private static func pieces(of citation: String) -> [String] {
    var pieces: [String] = []
    for part in citation.split(separator: ",", omittingEmptySubsequences: false) {
      if let last = pieces.last, last.count(where: { $0 == "\"" }) % 2 == 1 {
        pieces[pieces.count - 1] = last + "," + part
      } else {
        pieces.append(String(part.drop(while: \.isWhitespace)))
      }
    }
    return pieces
  }
}
