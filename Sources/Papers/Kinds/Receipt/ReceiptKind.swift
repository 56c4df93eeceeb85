/// The same for the hand: on a small sheet, or on a roll as long as its content.
package struct ReceiptKind: GiftKind {
  package let name = "receipt"
  package let spoken = "a receipt"
  package let mayGoToReceiptPrinter = true

  package init() {}
}
