/// Something that is so and matters to somebody, without words: what a room throws or finds. `BillingOffice/Words` says it in
/// words, and a front end adds what to do about it in its own terms.
package protocol Fact: Hashable, Sendable {
  /// What kind of trouble it is.
  var kind: Diagnostic.Kind { get }
}

extension Fact {
  /// Most facts are about what stands in a file.
  package var kind: Diagnostic.Kind { .data }
}

/// Something that should not have happened, as the system or a library said it.
package struct UnexpectedFact: Fact {
  package let text: String

  package init(_ text: String) { self.text = text }
}
