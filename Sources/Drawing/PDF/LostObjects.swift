/// Finds objects that a cross-reference table names and the file does not hold.
///
/// For every link Cairo 1.16 sets aside a node of a structure tree, and when the document has no such tree it writes the
/// table's entry without the node. Readers mend that, but only after a warning that the file is damaged.
enum LostObjects {
  /// Their numbers. The cost grows with the table: 20 bytes an object, and one look at the file for each lost one.
  static func numbers(in file: PDFFile, table: Int, count: Int) throws -> [Int] {
    let entries = [UInt8](try file.bytes(at: try file.firstEntry(ofTable: table), count: 20 * count))
    guard entries.count == 20 * count else { throw PDFFile.Unexpected(missing: "cross-reference table") }
    let offsets = (0..<count).map { number in
      entries[20 * number..<20 * number + 10].reduce(0) { $0 * 10 + Int($1) - 48 }
    }
    // An entry that was never filled in points where the next object to be written begins: two have one offset.
    var seen: [Int: [Int]] = [:]
    for number in 1..<max(count, 1) { seen[offsets[number], default: []].append(number) }
    return try seen.filter { $0.value.count > 1 }.flatMap { offset, numbers in
      let there = try file.text(at: offset, count: 24)
      return numbers.filter { !there.hasPrefix("\($0) 0 obj") }
    }.sorted()
  }
}
