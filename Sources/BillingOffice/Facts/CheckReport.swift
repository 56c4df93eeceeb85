import Papers

/// What a check found.
package struct CheckReport: Sendable {
  /// Something that is in order.
  package enum Sound: Hashable, Sendable {
    /// office.yaml: the office's name and place.
    case settings(file: String, name: String, place: String)
    /// A price book, with its prices.
    case prices(file: String, count: Int)
    /// The names of items in other languages.
    case names(file: String, count: Int)
    /// What the value of all gifts is compared with.
    case milestones(file: String, count: Int)
    /// printers.yaml, with its printers.
    case printers(file: String, count: Int)
    /// The template, and the paper it was read for.
    case template(String, paper: String)
    /// An order, with its invoices.
    case order(file: String, count: Int)
  }

  /// What is in order.
  package var sound: [Sound] = []
  /// Everything that is wrong, and everything worth a look.
  package var faults: [Diagnostic] = []
  /// Whether anything is an error.
  package var hasErrors: Bool { faults.contains { $0.severity == .error } }
}
