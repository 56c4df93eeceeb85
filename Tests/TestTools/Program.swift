import Foundation

/// The program that was built with these tests: it lies beside them.
package enum Program {
  package static let path = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appendingPathComponent("billing-office").path
}
