import Bookkeeping
import Papers

/// What is told of many faults: the first ones, and how many others there are. Whoever has a thousand mends the first, and looks again.
package struct FirstDiagnostics: Sendable {
  /// Those that are told, in their order.
  package let shown: [Diagnostic]
  /// How many others there are; 0 where all are told.
  package let others: Int
  /// How many errors there are in all.
  package let errors: Int

  /// How many are told.
  package static let most = 50

  /// Chooses: what stands in the way comes before what is only worth a look.
  ///
  /// - Parameter all: everything that was found.
  package init(_ all: [Diagnostic]) {
    let errors = all.filter { $0.severity == .error }
    self.errors = errors.reduce(0) { $0 + $1.count }
    var (room, roomForErrors) = (max(0, Self.most - errors.count), Self.most)
    shown = all.filter { diagnostic in
      guard !diagnostic.isCount else { return false }
      if diagnostic.severity == .error { roomForErrors -= 1 } else { room -= 1 }
      return diagnostic.severity == .error ? roomForErrors >= 0 : room >= 0
    }
    others = all.reduce(0) { $0 + $1.count } - shown.count
  }

  /// The others in words; nil where there are none.
  package var remainder: String? {
    others == 0 ? nil : others == 1 ? "and 1 other" : "and \(others) others"
  }
}

extension Diagnostic {
  /// How many faults it stands for.
  fileprivate var count: Int {
    if case .others(let count)? = fact as? InputFault.Fact { count } else { 1 }
  }

  /// Whether it only counts others.
  fileprivate var isCount: Bool {
    if case .others? = fact as? InputFault.Fact { true } else { false }
  }
}
