import Layout

/// Draws a page in dots, from the top, as many rows at a time as somebody wants: text and lines by a threshold, which keeps them
/// sharp; pictures dithered; codes module by module in whole dots.
struct DotRenderer {
  private let page: PageRows
  private let head: PrintHead
  private let correction: PrintCorrection
  private let measurer: PangoMeasurer
  private let size: (width: Int, height: Int)
  private let codes: [(code: QRSymbol, item: CodeItem, place: Rect)]
  private var pictures: [Dithering]
  private var next = 0

  /// From which brightness on, 0 to 255, there is no dot: a little above the middle, since thin strokes are grey and thermal
  /// heads lose more of them than they add.
  private static let threshold = 150

  /// Begins a page.
  ///
  /// - Parameters:
  ///   - page: the page.
  ///   - head: the head, whose dots stand in the middle of the page's width.
  ///   - correction: what makes good how the printer is off.
  ///   - measurer: the measurer that shaped the page's text.
  /// - Throws: ``DrawingError``.
  init(_ page: Frame, on head: PrintHead, correction: PrintCorrection = .none, measurer: PangoMeasurer)
    throws(DrawingError)
  {
    (self.page, self.head, self.correction, self.measurer) = (PageRows(page), head, correction, measurer)
    size = Raster.size(of: page, dpi: head.density, correction: correction)
    let grid = DotGrid(scale: head.density / 72, correction: correction, left: (size.width - head.dots) / 2)
    let content = HeadContent(page)
    pictures = content.pictures.map { Dithering(grid.dots($0)) }
    var codes: [(QRSymbol, CodeItem, Rect)] = []
    for (item, place) in content.codes {
      do { codes.append((try measurer.codes.code(for: item.text), item, grid.dots(place))) } catch {
        throw .cannotDraw(reason: "\(error)")
      }
    }
    self.codes = codes
  }

  /// Leaves out what nobody asks for, in whole bands. A page with pictures is drawn from its top, since their dots follow from
  /// those above.
  ///
  /// - Parameter row: the first row that is asked for.
  /// - Returns: the row that comes next.
  mutating func skip(to row: Int) -> Int {
    if pictures.isEmpty { next = max(0, min(row, size.height)) / ESCPOSWriter.band * ESCPOSWriter.band }
    return next
  }

  /// The next rows of the page.
  ///
  /// - Parameter count: how many at the most.
  /// - Returns: the dots; nil below the last row.
  /// - Throws: ``DrawingError``.
  mutating func rows(atMost count: Int) throws(DrawingError) -> DotImage? {
    let rows = next..<min(size.height, next + min(count, size.height))
    if rows.isEmpty { return nil }
    next = rows.upperBound
    let page = page.page(in: correction.window(rows, scale: head.density / 72))
    let raster = try Raster.render(page, dpi: head.density, rows: rows, correction: correction, measurer: measurer)
    var image = DotImage(width: head.dots, height: rows.count)
    let left = (raster.width - image.width) / 2
    Self.burn(raster, left: left, into: &image)
    for index in pictures.indices { pictures[index].dither(raster, left: left, rows, into: &image) }
    for (code, item, place) in codes where place.minY < Double(rows.upperBound) && place.maxY > Double(rows.lowerBound)
    {
      Self.draw(code, in: Rect(Point(place.minX, place.minY - Double(rows.lowerBound)), place.size), item, into: &image)
    }
    return image
  }

  /// Sets the dots that are dark enough.
  private static func burn(_ raster: Raster, left: Int, into image: inout DotImage) {
    let columns = max(0, -left)..<min(image.width, raster.width - left)
    raster.withPixels { pixels in
      image.withBytes { bytes, row in
        for y in 0..<raster.height {
          for x in columns where Raster.grey(pixels[y * raster.width + x + left]) < threshold {
            bytes[y * row + x / 8] |= 0x80 >> UInt8(x % 8)
          }
        }
      }
    }
  }

  /// A code in the largest whole dots that its place holds, in the middle of it, on white.
  private static func draw(_ code: QRSymbol, in place: Rect, _ item: CodeItem, into image: inout DotImage) {
    let quiet = Int(
      (item.quietZone / item.side * Double(code.modules) / (1 - 2 * item.quietZone / item.side)).rounded())
    let side = Int(min(place.size.width, place.size.height))
    let module = max(1, side / (code.modules + 2 * quiet))
    for y in Int(place.minY)..<Int(place.maxY) { for x in Int(place.minX)..<Int(place.maxX) { image[x, y] = false } }
    let x0 = Int(place.minX) + (Int(place.size.width) - module * code.modules) / 2
    let y0 = Int(place.minY) + (Int(place.size.height) - module * code.modules) / 2
    for run in code.darkRuns {
      for y in 0..<module {
        for x in 0..<Int(run.size.width) * module {
          image[x0 + Int(run.minX) * module + x, y0 + Int(run.minY) * module + y] = true
        }
      }
    }
  }
}

/// A picture's grey shared out over dots, row by row: error diffusion (Floyd and Steinberg, 1976), from left to right.
private struct Dithering {
  private let columns: Range<Int>
  private let rows: Range<Int>
  /// What the rows above have left for the next one, in sixteenths, with a place more at each end.
  private var errors: [Int]

  /// Begins a picture at its place in dots.
  init(_ area: Rect) {
    (columns, rows) = (Int(area.minX)..<Int(area.maxX), Int(area.minY)..<Int(area.maxY))
    errors = [Int](repeating: 0, count: columns.count + 2)
  }

  /// Sets the dots of some of the page's rows, which follow those before.
  mutating func dither(_ raster: Raster, left: Int, _ band: Range<Int>, into image: inout DotImage) {
    for y in rows.clamped(to: band) {
      var next = [Int](repeating: 0, count: errors.count)
      for (index, x) in columns.enumerated() {
        let wanted = raster.grey(x + left, y - band.lowerBound) + errors[index + 1] / 16
        let isBlack = wanted < 128
        image[x, y - band.lowerBound] = isBlack
        let error = wanted - (isBlack ? 0 : 255)
        errors[index + 2] += 7 * error
        next[index] += 3 * error
        next[index + 1] += 5 * error
        next[index + 2] += error
      }
      errors = next
    }
  }
}

extension Raster {
  /// How bright a word of 0x00RRGGBB looks, 0 to 255 (ITU-R BT.601).
  fileprivate static func grey(_ word: UInt32) -> Int {
    (299 * Int(word >> 16 & 0xFF) + 587 * Int(word >> 8 & 0xFF) + 114 * Int(word & 0xFF) + 500) / 1000
  }

  /// How bright a pixel looks; what lies outside is white paper.
  fileprivate func grey(_ x: Int, _ y: Int) -> Int {
    guard x >= 0, y >= 0, x < width, y < height else { return 255 }
    return Self.grey(withPixels { $0[y * width + x] })
  }
}

/// What of a page is not simply black or white: its pictures and codes, in points.
private struct HeadContent {
  var pictures: [Rect] = []
  var codes: [(item: CodeItem, place: Rect)] = []

  init(_ page: Frame) { walk(page, from: .zero) }

  private mutating func walk(_ frame: Frame, from origin: Point) {
    for placed in frame.items {
      let corner = origin + placed.origin
      switch placed.item {
      case .picture(_, let size): pictures.append(Rect(corner, size))
      case .code(let code): codes.append((code, Rect(corner, Size(code.side, code.side))))
      case .frame(let inner), .span(let inner, _): walk(inner, from: corner)
      case .shared(let shared): walk(shared.frame, from: corner)
      default: continue
      }
    }
  }
}

/// Where on the page which dots are.
private struct DotGrid {
  /// Dots a point.
  var scale: Double
  var correction: PrintCorrection
  /// How many dots at the page's left the head does not reach.
  var left: Int

  /// A rectangle in points, in whole dots of the head.
  func dots(_ rect: Rect) -> Rect {
    let (across, down) = (correction.across * scale, correction.down * scale)
    return Rect(
      x: (correction.x * scale + rect.minX * across).rounded() - Double(left),
      y: (correction.y * scale + rect.minY * down).rounded(),
      width: (rect.size.width * across).rounded(), height: (rect.size.height * down).rounded())
  }
}
