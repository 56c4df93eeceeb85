/// What cells were read as, so that one that says the same as an earlier one is not read anew: in most columns of a long table few
/// cells differ.
struct RepeatedCells<Value> {
  private var slots: [(bytes: [UInt8], value: Value)?] = []
  private static var count: Int { 64 }

  /// What a cell that says the same was read as; nil where that is not known.
  func value(of cell: CSVTable.Cell?, in table: CSVTable) -> Value? {
    guard !slots.isEmpty, let cell, cell.writing != .quoted else { return nil }
    let bytes = table.bytes(of: cell)
    guard let kept = slots[Self.slot(of: bytes)], kept.bytes.elementsEqual(bytes) else { return nil }
    return kept.value
  }

  /// Keeps what a cell was read as, in the place of another.
  mutating func keep(_ value: Value, of cell: CSVTable.Cell?, in table: CSVTable) {
    guard let cell, cell.writing != .quoted else { return }
    if slots.isEmpty { slots = Array(repeating: nil, count: Self.count) }
    let bytes = table.bytes(of: cell)
    slots[Self.slot(of: bytes)] = (Array(bytes), value)
  }

  private static func slot(of bytes: ArraySlice<UInt8>) -> Int {
    var hash = bytes.count
    for byte in bytes { hash = hash &* 31 &+ Int(byte) }
    return hash & (count - 1)
  }
}
