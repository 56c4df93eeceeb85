/// The printers of an office, as printers.yaml lists them.
package struct PrinterBook: Sendable {
  /// The printers, in the order of the file.
  package var printers: [Printer] = []

  /// The office's usual one; nil where none is marked.
  package var usual: Printer? { printers.first(where: \.isUsual) }

  /// The printer of a name, or with an address or a queue.
  package func printer(_ name: String) -> Printer? {
    printers.first { $0.name == name } ?? printers.first { $0.address == name }
  }
}
