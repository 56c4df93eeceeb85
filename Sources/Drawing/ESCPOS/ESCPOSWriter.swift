internal import Foundation
public import Layout

/// A receipt printer's head: how many dots it has, and how close they are.
public struct PrintHead: Hashable, Sendable {
  /// Dots from left to right, a multiple of eight: 384 on paper of 58 mm, 576 on 80 mm (the escpos-printer-db's profiles).
  public var dots: Int
  /// Dots an inch: 203.2 is eight a millimetre.
  public var density: Double

  /// Names a head.
  public init(dots: Int, density: Double = 203.2) {
    self.dots = dots
    self.density = density
  }
}

/// Writes pages in the language of receipt printers (Epson's ESC/POS, which most others speak): each as a picture in dots, so
/// that every script prints on every printer, then fed and cut. The drawer of a till is never opened.
public final class ESCPOSWriter: PageWriter {
  private let path: String
  private let head: PrintHead
  private let correction: PrintCorrection
  private let measurer: PangoMeasurer
  private var bytes: [UInt8]
  private var isClosed = false

  /// How many rows are sent at once: less than the smallest buffers hold.
  static let band = 128
  /// ESC @: begin anew.
  static let initialise: [UInt8] = [0x1B, 0x40]
  /// ESC d 4: feed four lines, so that what is printed comes out below the cutter's bar where there is no cutter.
  static let feed: [UInt8] = [0x1B, 0x64, 4]
  /// GS V 66 0: feed to the cutter and cut, all but a corner.
  static let cut: [UInt8] = [0x1D, 0x56, 66, 0]

  /// Begins a file.
  ///
  /// - Parameters:
  ///   - path: where to write; a file that is there is overwritten.
  ///   - head: the printer's head.
  ///   - correction: what makes good how the printer is off.
  ///   - measurer: the measurer that shaped the frames' text.
  public init(path: String, head: PrintHead, correction: PrintCorrection = .none, measurer: PangoMeasurer) {
    (self.path, self.head, self.correction, self.measurer) = (path, head, correction, measurer)
    bytes = Self.initialise
  }

  /// Adds a page, which is cut off behind its last row.
  ///
  /// - Throws: ``DrawingError``.
  public func add(page frame: Frame, outline: String?) throws(DrawingError) {
    if isClosed { throw .alreadyClosed(path: path) }
    let image = try DotImage(
      frame, head: head.dots, density: head.density, correction: correction, measurer: measurer)
    bytes += Self.raster(image) + Self.feed + Self.cut
  }

  /// A picture in bands: GS v 0, in plain density, the width in bytes and the height in rows, the low byte first.
  static func raster(_ image: DotImage) -> [UInt8] {
    let row = image.width / 8
    return stride(from: 0, to: image.height, by: band).flatMap { top -> [UInt8] in
      let rows = min(band, image.height - top)
      let head: [UInt8] = [
        0x1D, 0x76, 0x30, 0, UInt8(row & 0xFF), UInt8(row >> 8), UInt8(rows & 0xFF), UInt8(rows >> 8),
      ]
      return head + image.bytes[top * row..<(top + rows) * row]
    }
  }

  /// Writes the file.
  ///
  /// - Throws: ``DrawingError/cannotWrite(path:reason:)``.
  public func finish() throws(DrawingError) {
    if isClosed { throw .alreadyClosed(path: path) }
    isClosed = true
    try Data(bytes).written(to: path)
  }

  /// Gives the file up; nothing has been written.
  public func abandon() { isClosed = true }
}
