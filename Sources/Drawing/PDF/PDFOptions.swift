/// How a PDF is written, whatever is in it.
public struct PDFOptions: Hashable, Sendable {
  /// Whether it has a structure that can be read aloud, from the roles of its frames (ISO 14289-1).
  public var isTagged: Bool
  /// The language, as a BCP 47 tag, that text in another script than the document's is said to be in, where that script is its own; Latin
  /// letters are English where it is not written in them.
  public var otherLanguage: String
  /// Whether what opens an address does so when it is clicked; no for what is printed and cut.
  public var hasLinks: Bool
  /// What makes good how the printer is off that the pages are for.
  public var correction: PrintCorrection
  /// The version of the format.
  public var version: PDFVersion
  /// How hard streams are compressed.
  public var compression: PDFCompression

  /// Says how.
  public init(
    isTagged: Bool = false, otherLanguage: String = "en", hasLinks: Bool = true, correction: PrintCorrection = .none,
    version: PDFVersion = .pdf17, compression: PDFCompression = .thorough
  ) {
    (self.isTagged, self.otherLanguage, self.hasLinks) = (isTagged, otherLanguage, hasLinks)
    (self.correction, self.version, self.compression) = (correction, version, compression)
  }
}
