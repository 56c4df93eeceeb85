/// What came of sending documents to a printer.
package struct DeliveryReport: Hashable, Sendable {
  /// How many of the documents, from the first, are fully delivered: the printer, or its queue, has every byte of them.
  package var taken: Int
  /// Why the others are not delivered; nil where all are.
  package var fault: PrinterFault?
  /// What keeps jobs waiting in their queue; each once.
  package var waiting: [JobDelay] = []
}
