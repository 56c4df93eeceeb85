/// The number by which others know an indirect object (ISO 32000-1, 7.3.10); generations are always 0.
struct ObjectNumber: Hashable, Comparable, Sendable {
  let value: Int

  static func < (a: ObjectNumber, b: ObjectNumber) -> Bool { a.value < b.value }
}
