/// What a kind of paper needs of the void.
package struct VoidNeed: Hashable, Sendable {
  /// The least width of the stamp, as a share of the page's shorter side.
  package var leastStampShare: Double
  /// Whether it looks like a bill, and says who mocks.
  package var isMockBill: Bool

  /// What looks like a bill, and is stamped all over.
  package static let mockBill = VoidNeed(leastStampShare: 0.45, isMockBill: true)
  /// What names prices and looks like no bill.
  package static let priced = VoidNeed(leastStampShare: 0.25, isMockBill: false)
}
