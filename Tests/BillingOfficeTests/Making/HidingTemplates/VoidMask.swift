import BillingOffice
import Foundation
import Layout
import TestTools

@testable import Drawing
@testable import Papers

/// Where the letters of a void's phrases should be: drawn in black on white paper, with nothing else there, by poppler as well.
struct VoidMask {
  /// The phrases of the stamp, or those of the sentence, which are seen in the same pixels.
  struct Part {
    var phrases: [VoidPhrase]
    /// What of the page they lie in, with some of what is round it.
    var area: PixelArea
    var dpi: Double
    /// How many pixels an em of the smallest of their letters has.
    var em: Double
    /// Whether these are the pixels of what came out.
    var isCoarse = false
    /// How much of each pixel each phrase takes, 0 to 255.
    var shares: [[UInt8]]
  }

  /// How many pixels an em has where nothing has pixels of its own: strokes are three wide, so that there is some that is no edge.
  static let em = 30.0

  /// Draws the letters of a void.
  ///
  /// - Parameters:
  ///   - void: the void, where it lies on its page.
  ///   - isStamp: whether the phrases of its stamp are wanted, or those of its sentence.
  ///   - dpi: the pixels of what came out; nil where it has none.
  ///   - correction: how the page is moved and stretched.
  ///   - measurer: what shaped the letters.
  ///   - folder: where to write.
  /// - Returns: the letters.
  /// - Throws: when they cannot be drawn, or poppler cannot read them.
  static func part(
    of void: FinishedPage.Found, isStamp: Bool, dpi: Double?, _ correction: PrintCorrection, _ measurer: PangoMeasurer,
    in folder: String
  ) throws -> Part {
    let phrases = void.layer.phrases.filter { $0.kind.isOfStamp == isStamp }
    let sizes = phrases.flatMap(\.lines).map { $0.size * void.place.factor }
    let size = sizes.min() ?? 8
    let dpi = dpi ?? min(600, max(72, em * 72 / size)).rounded()
    let largest = sizes.max() ?? 8
    // Large letters have much round them that is of no use.
    let reach = 0.4 * min(largest, 3 * size) + 4 * 72 / dpi
    let bounds = phrases.flatMap(\.bounds).map { void.place.bounds(of: $0).grown(by: reach) }
    let all = bounds.dropFirst().reduce(bounds.first ?? Rect(.zero, .zero)) { $0.union($1) }
    func pixel(_ point: Double, _ factor: Double, _ offset: Double) -> Int {
      Int(((point * factor + offset) * dpi / 72).rounded(.down))
    }
    let x = max(0, pixel(all.minX, correction.across, correction.x))
    let y = max(0, pixel(all.minY, correction.down, correction.y))
    let area = PixelArea(
      x: x, y: y, width: max(1, pixel(all.maxX, correction.across, correction.x) + 1 - x),
      height: max(1, pixel(all.maxY, correction.down, correction.y) + 1 - y))
    let path = folder + "/mask.pdf"
    var moved = correction
    moved.x -= Double(x) * 72 / dpi
    moved.y -= Double(y) * 72 / dpi
    let writer = PDFWriter(
      to: try FileSink(path: path),
      metadata: DocumentMetadata(title: "", language: "en", created: "2026-01-01T00:00:00Z"), measurer: measurer,
      PDFOptions(correction: moved))
    // A little larger than what is seen of it.
    let paper = Size(Double(area.width + 10) * 72 / dpi, Double(area.height + 10) * 75 / dpi)
    for phrase in phrases { try writer.add(page: page(of: [phrase], void, paper), outline: nil) }
    try writer.finish()
    let run = try Tool.pdftoppm.run([
      "-gray", "-r", "\(dpi)", "-x", "0", "-y", "0", "-W", "\(area.width)", "-H", "\(area.height)", path,
    ])
    let pictures = try Pixels.read(run.data)
    guard pictures.count == phrases.count, pictures.allSatisfy({ $0.bytes.count == area.width * area.height }) else {
      throw Pixels.Unreadable(description: "the letters of a void: \(run.errors)")
    }
    return Part(
      phrases: phrases, area: area, dpi: dpi, em: size * dpi / 72,
      shares: pictures.map { $0.bytes.map { 255 - $0 } })
  }

  /// Nothing but letters, where they are on their page.
  ///
  /// - Parameters:
  ///   - phrases: what they say.
  ///   - void: the void, where it lies.
  ///   - size: the page's size.
  /// - Returns: the page.
  static func page(of phrases: [VoidPhrase], _ void: FinishedPage.Found, _ size: Size) -> Frame {
    var page = Frame(size: size)
    for line in phrases.flatMap(\.lines) {
      let black = TextStyle(families: line.style.families, size: line.style.size, weight: line.style.weight)
      let letters = Frame(size: .zero, items: [Placed(origin: .zero, item: .text(line.shaped, black))])
      page.add(.group(GroupItem(content: SharedFrame(letters), transform: void.place.around(line.place))), at: .zero)
    }
    return page
  }
}

extension VoidMask.Part {
  /// The same with the letters as they come out where there are pixels: set on whole ones, which poppler's are not.
  ///
  /// - Parameter clean: a page of nothing but these letters, as it comes out.
  /// - Returns: the letters.
  /// - Throws: when it cannot be read.
  func snapped(to clean: SeenPage) throws -> VoidMask.Part {
    let seen = try clean.part(area, dpi: dpi)
    var part = self
    part.isCoarse = true
    part.shares = shares.map { own in
      let near = VoidReader.spread(own.map { $0 > 60 }, area.width, area.height, by: 2)
      return own.indices.map { near[$0] ? 255 - seen.bytes[3 * $0] : 0 }
    }
    return part
  }
}
