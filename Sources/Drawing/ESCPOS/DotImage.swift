public import Layout

/// A picture in dots, as the head of a receipt printer burns them: black or nothing.
public struct DotImage: Hashable, Sendable {
  /// Dots from left to right; a multiple of eight.
  public let width: Int
  /// Dots from top to bottom.
  public let height: Int
  /// Row by row, eight dots a byte, the leftmost in the highest bit; a set bit is black.
  public private(set) var bytes: [UInt8]

  /// Makes a blank picture.
  ///
  /// - Parameters:
  ///   - width: dots from left to right; what is no multiple of eight is rounded up to one.
  ///   - height: dots from top to bottom.
  public init(width: Int, height: Int) {
    self.width = (max(0, width) + 7) / 8 * 8
    self.height = max(0, height)
    bytes = [UInt8](repeating: 0, count: self.width / 8 * self.height)
  }

  /// Whether a dot is black; what lies outside is not. Black outside is lost.
  public subscript(x: Int, y: Int) -> Bool {
    get {
      guard x >= 0, y >= 0, x < width, y < height else { return false }
      return bytes[y * width / 8 + x / 8] & (0x80 >> UInt8(x % 8)) != 0
    }
    set {
      guard x >= 0, y >= 0, x < width, y < height else { return }
      let bit: UInt8 = 0x80 >> UInt8(x % 8)
      if newValue { bytes[y * width / 8 + x / 8] |= bit } else { bytes[y * width / 8 + x / 8] &= ~bit }
    }
  }
}

extension DotImage {
  /// Draws a page in dots: text and lines by a threshold, which keeps them sharp; pictures dithered; codes module by module in
  /// whole dots.
  ///
  /// - Parameters:
  ///   - page: the page.
  ///   - head: how many dots the head has, which stand in the middle of the page's width.
  ///   - density: dots an inch.
  ///   - correction: what makes good how the printer is off.
  ///   - measurer: the measurer that shaped the page's text.
  /// - Throws: ``DrawingError``.
  public init(
    _ page: Frame, head: Int, density: Double, correction: PrintCorrection = .none, measurer: PangoMeasurer
  ) throws(DrawingError) {
    let raster = try Raster.render(page, dpi: density, correction: correction, measurer: measurer)
    self.init(width: head, height: raster.height)
    let left = (raster.width - width) / 2
    burn(raster, left: left)
    let grid = DotGrid(scale: density / 72, correction: correction, left: left)
    let content = HeadContent(page)
    for picture in content.pictures { dither(raster, grid.dots(picture), left: left) }
    for (code, place) in content.codes {
      draw(try Self.modules(of: code, measurer), in: grid.dots(place), code)
    }
  }

  /// From which brightness on, 0 to 255, there is no dot: a little above the middle, since thin strokes are grey and thermal
  /// heads lose more of them than they add.
  private static let threshold = 150

  /// Sets the dots that are dark enough.
  private mutating func burn(_ raster: Raster, left: Int) {
    let columns = max(0, -left)..<min(width, raster.width - left)
    let row = width / 8
    raster.withPixels { pixels in
      for y in 0..<height {
        for x in columns where Raster.grey(pixels[y * raster.width + x + left]) < Self.threshold {
          bytes[y * row + x / 8] |= 0x80 >> UInt8(x % 8)
        }
      }
    }
  }

  // MARK: - Pictures

  /// Error diffusion (Floyd and Steinberg, 1976), in rows from left to right.
  private mutating func dither(_ raster: Raster, _ area: Rect, left: Int) {
    let (columns, rows) = (Int(area.minX)..<Int(area.maxX), Int(area.minY)..<Int(area.maxY))
    var (errors, next) = ([Int](repeating: 0, count: columns.count + 2), [Int](repeating: 0, count: columns.count + 2))
    for y in rows {
      for (index, x) in columns.enumerated() {
        let wanted = raster.grey(x + left, y) + errors[index + 1] / 16
        let isBlack = wanted < 128
        self[x, y] = isBlack
        let error = wanted - (isBlack ? 0 : 255)
        errors[index + 2] += 7 * error
        next[index] += 3 * error
        next[index + 1] += 5 * error
        next[index + 2] += error
      }
      (errors, next) = (next, [Int](repeating: 0, count: columns.count + 2))
    }
  }

  // MARK: - Codes

  private static func modules(of code: CodeItem, _ measurer: PangoMeasurer) throws(DrawingError) -> Code {
    do { return try measurer.codes.code(for: code.text) } catch { throw .cannotDraw(reason: "\(error)") }
  }

  /// A code in the largest whole dots that its place holds, in the middle of it, on white.
  private mutating func draw(_ code: Code, in place: Rect, _ item: CodeItem) {
    let quiet = Int(
      (item.quietZone / item.side * Double(code.modules) / (1 - 2 * item.quietZone / item.side)).rounded())
    let side = Int(min(place.size.width, place.size.height))
    let module = max(1, side / (code.modules + 2 * quiet))
    for y in Int(place.minY)..<Int(place.maxY) { for x in Int(place.minX)..<Int(place.maxX) { self[x, y] = false } }
    let x0 = Int(place.minX) + (Int(place.size.width) - module * code.modules) / 2
    let y0 = Int(place.minY) + (Int(place.size.height) - module * code.modules) / 2
    for run in code.darkRuns {
      for y in 0..<module {
        for x in 0..<Int(run.size.width) * module {
          self[x0 + Int(run.minX) * module + x, y0 + Int(run.minY) * module + y] = true
        }
      }
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
      case .frame(let inner): walk(inner, from: corner)
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
