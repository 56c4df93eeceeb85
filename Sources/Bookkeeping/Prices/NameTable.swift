/// Finds names by how they are compared, and keeps none of them: only where in somebody's list each stands. A dictionary would hold
/// every name a second time.
struct NameTable: Hashable, Sendable {
  private struct Slot: Hashable, Sendable {
    var hash: UInt32
    /// Where the name stands; -1 where the slot is free.
    var place: Int32
  }

  /// A power of two of them, at most half of which are taken; each name stands behind where its hash points, without a gap.
  private var slots: [Slot] = []
  private var count = 0

  /// Looks for a name.
  ///
  /// - Parameters:
  ///   - name: the name, as written.
  ///   - text: the name that stands at a place.
  /// - Returns: where one stands that is the same; nil where none does.
  func place(of name: String, _ text: (Int) -> String) -> Int? {
    guard !slots.isEmpty else { return nil }
    let slot = slots[self.slot(of: name, UInt32(truncatingIfNeeded: NameKey.hash(of: name)), text)]
    return slot.place < 0 ? nil : Int(slot.place)
  }

  /// Takes a name, unless one that is the same is there already.
  ///
  /// - Parameters:
  ///   - name: the name, as written.
  ///   - place: where it stands.
  ///   - text: the name that stands at a place.
  /// - Returns: where the earlier one stands; nil where there was none.
  @discardableResult
  mutating func insert(_ name: String, at place: Int, _ text: (Int) -> String) -> Int? {
    reserveCapacity(count + 1)
    let hash = UInt32(truncatingIfNeeded: NameKey.hash(of: name))
    let index = slot(of: name, hash, text)
    guard slots[index].place < 0 else { return Int(slots[index].place) }
    slots[index] = Slot(hash: hash, place: Int32(place))
    count += 1
    return nil
  }

  private func slot(of name: String, _ hash: UInt32, _ text: (Int) -> String) -> Int {
    var index = Int(hash) & (slots.count - 1)
    while slots[index].place >= 0 {
      if slots[index].hash == hash, NameKey.key(of: text(Int(slots[index].place))) == NameKey.key(of: name) { break }
      index = (index + 1) & (slots.count - 1)
    }
    return index
  }

  /// Makes room for so many names.
  mutating func reserveCapacity(_ names: Int) {
    guard slots.count < names * 2 else { return }
    let old = slots
    var size = max(16, old.count * 2)
    while size < names * 2 { size *= 2 }
    slots = Array(repeating: Slot(hash: 0, place: -1), count: size)
    for slot in old where slot.place >= 0 {
      var index = Int(slot.hash) & (size - 1)
      while slots[index].place >= 0 { index = (index + 1) & (size - 1) }
      slots[index] = slot
    }
  }
}
