/// What was given, at the market's prices.
package struct InvoiceKind: GiftKind {
  package let name = "invoice"
  package let spoken = "an invoice"

  package init() {}
}
