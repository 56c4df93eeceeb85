/// A cache that forgets what was not asked for during a whole generation, so that memory stays bounded and what every
/// document needs stays known.
struct GenerationCache<Key: Hashable, Value> {
  private var young: [Key: Value] = [:]
  private var old: [Key: Value] = [:]
  private var weight = 0
  private let limit: Int

  /// Makes a cache.
  ///
  /// - Parameter limit: how much weight a generation holds; at most two generations are kept.
  init(limit: Int) { self.limit = limit }

  /// How many values are kept.
  var count: Int { young.count + old.count }

  /// The value for a key, which by being asked for becomes young again.
  mutating func value(for key: Key, weight: Int) -> Value? {
    if let found = young[key] { return found }
    guard let found = old.removeValue(forKey: key) else { return nil }
    insert(found, for: key, weight: weight)
    return found
  }

  /// Puts another value in place of one that was just asked for.
  mutating func replace(_ value: Value, for key: Key) { young[key] = value }

  /// Keeps a value.
  mutating func insert(_ value: Value, for key: Key, weight added: Int) {
    if weight + added > limit {
      old = young
      young.removeAll(keepingCapacity: true)
      weight = 0
    }
    young[key] = value
    weight += added
  }
}
