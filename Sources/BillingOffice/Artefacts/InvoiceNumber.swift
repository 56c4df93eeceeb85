/// The number of a paper: upper case, safe in an address, and counting up from the first of a batch.
public struct InvoiceNumber: Hashable, Sendable, CustomStringConvertible {
  /// The number as it is printed.
  public let description: String

  /// Takes a number: 1 to 32 of A–Z, 0–9 and `-`, beginning and ending with a letter or figure.
  ///
  /// - Returns: nil when it is not one.
  public init?(_ text: String) {
    let isPlain = text.utf8.allSatisfy { byte in
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || byte == UInt8(ascii: "-")
    }
    guard isPlain, (1...32).contains(text.utf8.count), !text.hasPrefix("-"), !text.hasSuffix("-") else { return nil }
    description = text
  }

  /// The number `offset` places further on: the figures at its end count up and keep their width.
  ///
  /// - Returns: nil when it does not end in figures, or they would become too many.
  public func advanced(by offset: Int) -> InvoiceNumber? {
    guard offset > 0 else { return offset == 0 ? self : nil }
    let figures = String(description.reversed().prefix { $0.isASCII && $0.isNumber }.reversed())
    guard let value = Int(figures) else { return nil }
    let (sum, overflow) = value.addingReportingOverflow(offset)
    guard !overflow else { return nil }
    let text = String(sum)
    let padding = String(repeating: "0", count: max(0, figures.count - text.count))
    return InvoiceNumber(description.dropLast(figures.count) + padding + text)
  }

  private init?(_ text: Substring) { self.init(String(text)) }
}
