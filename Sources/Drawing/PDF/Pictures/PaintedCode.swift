/// A QR code as a mask of one bit a module (ISO 32000-1, 8.9.6.2).
final class PaintedCode: Sendable {
  let text: String
  /// Modules along one side, without the quiet zone.
  let modules: Int
  /// Its rows, compressed.
  let content: [UInt8]

  init(text: String, modules: Int, content: [UInt8]) {
    (self.text, self.modules, self.content) = (text, modules, content)
  }

  /// The entries of its dictionary. A dark module is a one, which is what is painted.
  var dictionary: PDFBytes {
    var out = PDFBytes("/Type/XObject/Subtype/Image/ImageMask true/BitsPerComponent 1/Decode[1 0]/Width ")
    out.add(modules)
    out.add("/Height ")
    out.add(modules)
    return out
  }
}
