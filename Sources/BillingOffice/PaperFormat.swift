/// What papers are written as.
public enum PaperFormat: Hashable, Sendable {
  /// A document, to be printed or sent.
  case pdf
  /// A picture of each page, with so many pixels an inch.
  case png(dpi: Double)
  /// A drawing of each page, sharp at any size.
  case svg
  /// A picture of each page of the size that people post, on a ground; see ``ShareCard``.
  case share

  /// How files of this format end.
  public var fileExtension: String {
    switch self {
    case .pdf: "pdf"
    case .png, .share: "png"
    case .svg: "svg"
    }
  }

  /// Whether one file holds many pages, and many papers.
  var holdsManyPages: Bool { self == .pdf }
}
