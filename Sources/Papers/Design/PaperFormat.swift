/// What papers are written as.
package enum PaperFormat: Codable, Hashable, Sendable {
  /// A document, to be printed or sent.
  case pdf
  /// A picture of each page, with so many pixels an inch.
  case png(dpi: Double)
  /// A drawing of each page, sharp at any size.
  case svg
  /// A picture of each page of the size that people post, on a ground; see ``ShareCard``.
  case share
  /// Plain text, for a message or for somebody who hears it read; of invoices and receipts.
  case text
  /// What receipt printers understand, with so many dots across; nil for what usual printers for the paper have.
  case escpos(dots: Int?)

  /// How files of this format end.
  package var fileExtension: String {
    switch self {
    case .pdf: "pdf"
    case .png, .share: "png"
    case .svg: "svg"
    case .escpos: "escpos"
    case .text: "txt"
    }
  }

  /// Whether one file holds many pages, and many papers.
  package var holdsManyPages: Bool {
    if case .escpos = self { true } else { self == .pdf || self == .text }
  }
}
