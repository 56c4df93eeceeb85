/// The version of the format in which a PDF is written.
public enum PDFVersion: String, Codable, Hashable, Sendable {
  /// 1.7 (ISO 32000-1): objects stand in compressed streams, and so does the table that finds them.
  case pdf17 = "1.7"
  /// 1.4, for printers that are old: every object stands by itself, and the table that finds them is text.
  case pdf14 = "1.4"

  /// As the file's first line says it.
  var header: String { "%PDF-\(rawValue)" }
}

/// How hard streams are compressed (zlib's levels).
public enum PDFCompression: Hashable, Sendable {
  /// As small as is worth it, for a paper by itself.
  case thorough
  /// Quickly, at a tenth more bytes, for batches.
  case quick

  var level: Int32 { self == .thorough ? 6 : 3 }
}
