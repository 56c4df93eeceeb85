import Synchronization

/// The ways to printers that are open in this process. Whoever prints asks ten times a second whether to stop, and then brings the
/// paper that is coming out to its end: what is on its way is not cut off in the meantime.
package enum OpenSpools {
  private static let count = Atomic(0)

  /// Whether there is any.
  package static var isAny: Bool { count.load(ordering: .relaxed) > 0 }

  /// Counts one more.
  static func open() { count.add(1, ordering: .relaxed) }

  /// Counts one less.
  static func close() { count.subtract(1, ordering: .relaxed) }
}
