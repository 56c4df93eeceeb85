public import Layout

/// What is seen of a part of a finished page, in the pixels or dots in which it comes out.
public struct PageSight: Sendable {
  /// How pixels and dots lie on the page.
  public struct Grid: Hashable, Sendable {
    /// How many are in a row.
    public var width: Int
    /// Which rows are looked at, from the page's top.
    public var rows: Range<Int>
    /// Pixels to a point.
    public var scale: Double
    /// What lies left of the first column, in pixels: a head does not reach a page's edges.
    public var left: Int
    /// How the page is moved and stretched.
    public var correction: PrintCorrection
    /// Which columns are looked at, from the page's left side.
    var columns: Range<Int> { left..<left + width }

    /// Where a point of the page comes to lie, in pixels from the first of those that are looked at.
    public func place(_ point: Point) -> Point {
      Point(
        (point.x * correction.across + correction.x) * scale - Double(left),
        (point.y * correction.down + correction.y) * scale - Double(rows.lowerBound))
    }

    /// Which point of the page lies at a place in pixels.
    public func point(at place: Point) -> Point {
      Point(
        ((place.x + Double(left)) / scale - correction.x) / correction.across,
        ((place.y + Double(rows.lowerBound)) / scale - correction.y) / correction.down)
    }
  }

  /// Where the pixels lie.
  public let grid: Grid
  /// The pixels row by row: words of 0x00RRGGBB.
  public let words: [UInt32]

  /// Looks at a page.
  ///
  /// - Parameters:
  ///   - page: the page as a writer is given it.
  ///   - output: what it comes out as.
  ///   - dpi: pixels an inch at which shapes are looked at, which have none of their own.
  ///   - area: what is looked at, in points of the page; of a head's dots, whole rows are.
  ///   - measurer: the measurer that shaped the page's text.
  /// - Throws: ``DrawingError``.
  public init(_ page: Frame, as output: PageOutput, dpi: Double, area: Rect, measurer: PangoMeasurer)
    throws(DrawingError)
  {
    switch output {
    case .vector(let correction):
      let grid = Self.grid(page, dpi: dpi, correction, area)
      let raster = try Raster.render(
        page, dpi: dpi, rows: grid.rows, columns: grid.columns, correction: correction, least: Self.dot,
        measurer: measurer)
      (self.grid, words) = (grid, raster.words)
    case .pixels(let dpi):
      let grid = Self.grid(page, dpi: dpi, .none, area)
      let raster = try Raster.render(
        page, dpi: dpi, rows: grid.rows, columns: grid.columns, isSmooth: dpi < PNGWriter.sharpResolution,
        measurer: measurer)
      (self.grid, words) = (grid, raster.words)
    case .dots(let head, let correction):
      var grid = Self.grid(page, dpi: head.density, correction, area)
      var renderer = try DotRenderer(page, on: head, correction: correction, measurer: measurer)
      // Bands begin where those begin that are sent, so that the dots are the same.
      let start = renderer.skip(to: grid.rows.lowerBound)
      grid.rows = start..<max(start, grid.rows.upperBound)
      let width = Raster.size(of: page, dpi: head.density, correction: correction).width
      grid.left = (width - head.dots) / 2
      grid.width = head.dots
      var words: [UInt32] = []
      words.reserveCapacity(grid.width * (grid.rows.count + ESCPOSWriter.band))
      while words.count < grid.width * grid.rows.count, let band = try renderer.rows(atMost: ESCPOSWriter.band) {
        // Eight dots a byte, the leftmost in the highest bit.
        for byte in band.bytes {
          for bit in 0..<8 { words.append(byte & (0x80 >> UInt8(bit)) == 0 ? 0xFF_FFFF : 0) }
        }
      }
      grid.rows = start..<start + words.count / max(1, grid.width)
      (self.grid, self.words) = (grid, words)
    }
  }

  /// How dark some ink would be where it lies, 0 to 255, row by row: the share of each pixel that it takes.
  ///
  /// - Parameters:
  ///   - ink: what is asked about, in black, on a frame of the page's size.
  ///   - output: what the page comes out as.
  ///   - measurer: the measurer that shaped its text.
  /// - Returns: as many values as there are pixels.
  /// - Throws: ``DrawingError``.
  public func share(of ink: Frame, as output: PageOutput, measurer: PangoMeasurer) throws(DrawingError) -> [UInt8] {
    var isSmooth = false
    if case .pixels(let dpi) = output { isSmooth = dpi < PNGWriter.sharpResolution }
    // A head may reach beyond the page.
    let all = Raster.size(of: ink, dpi: grid.scale * 72, correction: grid.correction).width
    let drawn = grid.columns.clamped(to: 0..<all)
    let raster = try Raster.render(
      ink, dpi: grid.scale * 72, rows: grid.rows, columns: drawn, isSmooth: isSmooth, correction: grid.correction,
      measurer: measurer)
    let left = drawn.lowerBound - grid.left
    return [UInt8](unsafeUninitializedCapacity: words.count) { shares, count in
      shares.initialize(repeating: 0)
      raster.withPixels { pixels in
        for y in 0..<min(grid.rows.count, raster.height) {
          let (row, line) = (pixels + y * raster.width, y * grid.width + left)
          for x in 0..<raster.width { shares[line + x] = 255 - UInt8(truncatingIfNeeded: row[x]) }
        }
      }
      count = words.count
    }
  }

  /// A dot of an office laser, in points: shapes are printed by machines that give the thinnest sliver a whole one, and so do readers
  /// that follow ISO 32000-1, 10.6.5 ("Scan conversion rules").
  private static let dot = 72.0 / 300

  private static func grid(_ page: Frame, dpi: Double, _ correction: PrintCorrection, _ area: Rect) -> Grid {
    let size = Raster.size(of: page, dpi: dpi, correction: correction)
    let scale = dpi / 72
    func row(_ y: Double) -> Int { Int(((y * correction.down + correction.y) * scale).rounded(.down)) }
    let top = min(max(0, row(area.minY)), size.height - 1)
    let bottom = min(max(top + 1, row(area.maxY) + 2), size.height)
    func column(_ x: Double) -> Int { Int(((x * correction.across + correction.x) * scale).rounded(.down)) }
    let left = min(max(0, column(area.minX)), size.width - 1)
    let right = min(max(left + 1, column(area.maxX) + 2), size.width)
    return Grid(width: right - left, rows: top..<bottom, scale: scale, left: left, correction: correction)
  }
}

extension Raster {
  /// All pixels.
  fileprivate var words: [UInt32] { withPixels { Array(UnsafeBufferPointer(start: $0, count: width * height)) } }
}
