/// Gathers faults from every step, so that all are told at once.
package struct Faults {
  /// What was gathered so far, in the order in which it was found.
  package private(set) var all: [Diagnostic] = []

  package init() {}

  package mutating func add(_ diagnostics: [Diagnostic]) { all += diagnostics }

  package mutating func add(_ diagnostic: Diagnostic) { all.append(diagnostic) }

  /// Runs a step and keeps what goes wrong in it; nil where something does.
  package mutating func collect<Value>(_ step: () throws(Diagnostics) -> Value) -> Value? {
    do { return try step() } catch {
      all += error.all
      return nil
    }
  }

  /// Whether anything is an error rather than a warning.
  package var hasErrors: Bool { all.contains { $0.severity == .error } }

  /// Throws if anything is an error.
  package func check() throws(Diagnostics) {
    if hasErrors { throw Diagnostics(all) }
  }
}
