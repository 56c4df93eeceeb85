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
/// that every script prints on every printer, then fed and cut. What is drawn is sent at once, so that the printer begins with the
/// first band while the others are drawn. The drawer of a till is never opened.
public final class ESCPOSWriter: PageWriter {
  private let sink: any ByteSink
  private let head: PrintHead
  private let correction: PrintCorrection
  private let measurer: PangoMeasurer
  private var isClosed = false
  /// What goes before the first band: ESC @, begin anew.
  private var opening: [UInt8] = [0x1B, 0x40]

  /// How many rows are sent at once: less than the smallest buffers hold.
  static let band = 128
  /// ESC d 4: feed four lines, so that what is printed comes out below the cutter's bar where there is no cutter.
  static let feed: [UInt8] = [0x1B, 0x64, 4]
  /// GS V 66 0: feed to the cutter and cut, all but a corner.
  static let cut: [UInt8] = [0x1D, 0x56, 66, 0]

  /// What is sent before anything else when a printer is called: zeros, as many as a band may still lack. A printer whose line was
  /// cut in the middle of a band mostly waits for the rest of it, and takes whatever comes next for dots, and what comes behind
  /// those for letters. Once it has been given all it waits for, it begins anew; one that waits for nothing passes zeros over.
  ///
  /// It goes before every job and not only after one that was cut, since the line may have been cut by another machine, or this
  /// one's power. It is one band, some 9 KB: as much as the blank above a receipt.
  ///
  /// - Parameter dots: how many dots the head has; nil for the usual, 576. A wider band than that may be from when nobody had said.
  /// - Returns: the zeros.
  public static func fill(dots: Int?) -> [UInt8] {
    [UInt8](repeating: 0, count: 8 + band * max(dots ?? usualDots, usualDots) / 8)
  }

  /// How many dots most heads have.
  private static let usualDots = 576

  /// Begins a document.
  ///
  /// - Parameters:
  ///   - sink: where it goes.
  ///   - head: the printer's head.
  ///   - correction: what makes good how the printer is off.
  ///   - measurer: the measurer that shaped the frames' text.
  public init(to sink: any ByteSink, head: PrintHead, correction: PrintCorrection = .none, measurer: PangoMeasurer) {
    (self.sink, self.head, self.correction, self.measurer) = (sink, head, correction, measurer)
  }

  /// Adds a page, which is cut off behind its last row.
  ///
  /// - Throws: ``DrawingError``.
  public func add(page frame: Frame, outline: String?) throws(DrawingError) {
    if isClosed { throw .alreadyClosed(path: sink.name) }
    var renderer = try DotRenderer(frame, on: head, correction: correction, measurer: measurer)
    var start = opening
    opening = []
    while let band = try renderer.rows(atMost: Self.band) {
      try sink.write(start + Self.raster(band))
      start = []
    }
    try sink.write(start + Self.feed + Self.cut)
  }

  /// A band: GS v 0, in plain density, the width in bytes and the height in rows, the low byte first.
  private static func raster(_ band: DotImage) -> [UInt8] {
    let (row, rows) = (band.width / 8, band.height)
    return [0x1D, 0x76, 0x30, 0, UInt8(row & 0xFF), UInt8(row >> 8), UInt8(rows & 0xFF), UInt8(rows >> 8)] + band.bytes
  }

  /// Ends the document.
  ///
  /// - Throws: ``DrawingError/cannotWrite(path:reason:)``.
  public func finish() throws(DrawingError) {
    if isClosed { throw .alreadyClosed(path: sink.name) }
    isClosed = true
    try sink.finish()
  }

  /// Gives the document up; what has been sent cannot be taken back.
  public func abandon() {
    isClosed = true
    sink.abandon()
  }
}
