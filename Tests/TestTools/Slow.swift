import Foundation
package import Testing

/// Whether only quick tests are wanted, which `scripts/test --quick` says.
private let isQuickWanted = ProcessInfo.processInfo.environment["TEST_QUICK"] == "1"

extension Trait where Self == ConditionTrait {
  /// Takes more than some two seconds, and is left out by `scripts/test --quick`.
  package static var slow: Self { .disabled(if: isQuickWanted, "slow") }
}
