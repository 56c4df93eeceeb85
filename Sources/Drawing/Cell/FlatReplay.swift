internal import CCairo
internal import Foundation

/// Draws what came out of a cell with ``FlatDrawing``'s steps. Every number is looked at before Cairo is told.
struct FlatReplay {
  private var reader: PictureBytesReader
  private let cr: OpaquePointer
  private var open: [FlatDrawing.Step] = []
  /// How thin something is at the least, in the picture's units: printers give the thinnest sliver a dot. 0 for as thin as it is.
  private let least: Double

  /// How many corners a path may have, and stops a gradient.
  private static let (mostSegments, mostStops) = (4_000_000, 10_000)

  init(_ reader: PictureBytesReader, on cr: OpaquePointer, least: Double = 0) {
    (self.reader, self.cr, self.least) = (reader, cr, least)
  }

  /// Draws all of it.
  ///
  /// - Returns: whether it was as it should be.
  mutating func run() -> Bool {
    while let byte = reader.byte() {
      guard let step = FlatDrawing.Step(rawValue: byte) else { return false }
      if step == .end { return open.isEmpty && reader.isAtEnd && cairo_status(cr) == CAIRO_STATUS_SUCCESS }
      guard take(step) == true else { return false }
    }
    return false
  }

  private mutating func take(_ step: FlatDrawing.Step) -> Bool? {
    switch step {
    case .end: return false
    case .save:
      guard open.count < 256 else { return nil }
      open.append(.save)
      cairo_save(cr)
    case .restore:
      guard open.popLast() == .save else { return nil }
      cairo_restore(cr)
    case .group:
      guard open.count < 256 else { return nil }
      open.append(.group)
      cairo_push_group(cr)
    case .paintGroup:
      guard let alpha = reader.number(), (0...1).contains(alpha), open.popLast() == .group else { return nil }
      cairo_pop_group_to_source(cr)
      cairo_paint_with_alpha(cr, alpha)
    case .transform:
      guard var matrix = matrix() else { return nil }
      cairo_transform(cr, &matrix)
    case .clip:
      guard rule(), path() else { return nil }
      cairo_clip(cr)
    case .fill:
      guard rule(), paint(), path() else { return nil }
      fill()
    case .stroke:
      guard pen(), paint(), path() else { return nil }
      cairo_stroke(cr)
    }
    return true
  }

  private func fill() {
    guard least > 0 else { return cairo_fill(cr) }
    cairo_fill_preserve(cr)
    cairo_set_line_width(cr, leastHere)
    cairo_set_dash(cr, nil, 0, 0)
    cairo_stroke(cr)
  }

  /// The least in the units of what is drawn now.
  private var leastHere: Double {
    guard least > 0 else { return 0 }
    var (x, y) = (least, 0.0)
    cairo_device_to_user_distance(cr, &x, &y)
    return (x * x + y * y).squareRoot()
  }

  /// A matrix that can be turned round: Cairo would stop drawing at any other.
  private mutating func matrix() -> cairo_matrix_t? {
    guard let m = reader.numbers(6) else { return nil }
    guard abs(m[0] * m[3] - m[1] * m[2]) > 1e-12 else { return nil }
    return cairo_matrix_t(xx: m[0], yx: m[1], xy: m[2], yy: m[3], x0: m[4], y0: m[5])
  }

  private mutating func rule() -> Bool {
    guard let byte = reader.byte() else { return false }
    cairo_set_fill_rule(cr, byte == 1 ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING)
    return true
  }

  private mutating func pen() -> Bool {
    guard let width = reader.number(), width >= 0, let cap = reader.byte(), cap < 3, let join = reader.byte(), join < 3,
      let miter = reader.number(), let shift = reader.number(), let count = reader.count(upTo: 64),
      let dashes = reader.numbers(count), dashes.allSatisfy({ $0 >= 0 })
    else { return false }
    cairo_set_line_width(cr, max(width, leastHere))
    cairo_set_line_cap(cr, cairo_line_cap_t(rawValue: UInt32(cap)))
    cairo_set_line_join(cr, cairo_line_join_t(rawValue: UInt32(join)))
    cairo_set_miter_limit(cr, miter)
    // Dashes that come to nothing are none; Cairo would stop drawing.
    let isDashed = dashes.contains { $0 > 0 }
    cairo_set_dash(cr, dashes, isDashed ? Int32(count) : 0, shift)
    return true
  }

  private mutating func paint() -> Bool {
    switch reader.byte() {
    case 0:
      guard let color = reader.numbers(4) else { return false }
      cairo_set_source_rgba(cr, color[0], color[1], color[2], color[3])
      return true
    case 1:
      guard let line = reader.numbers(4) else { return false }
      return gradient(cairo_pattern_create_linear(line[0], line[1], line[2], line[3]))
    case 2:
      guard let circles = reader.numbers(6), circles[2] >= 0, circles[5] >= 0 else { return false }
      return gradient(
        cairo_pattern_create_radial(circles[0], circles[1], circles[2], circles[3], circles[4], circles[5]))
    default: return false
    }
  }

  private mutating func gradient(_ pattern: OpaquePointer?) -> Bool {
    guard let pattern else { return false }
    defer { cairo_pattern_destroy(pattern) }
    guard let numbers = reader.numbers(6), let spread = reader.byte(), spread < 3,
      let count = reader.count(upTo: Self.mostStops)
    else { return false }
    for _ in 0..<count {
      guard let stop = reader.numbers(5) else { return false }
      cairo_pattern_add_color_stop_rgba(pattern, stop[0], stop[1], stop[2], stop[3], stop[4])
    }
    let extends = [CAIRO_EXTEND_PAD, CAIRO_EXTEND_REPEAT, CAIRO_EXTEND_REFLECT]
    cairo_pattern_set_extend(pattern, extends[Int(spread)])
    // Cairo's matrix leads from the paper to the pattern, the other way round.
    var matrix = cairo_matrix_t(
      xx: numbers[0], yx: numbers[1], xy: numbers[2], yy: numbers[3], x0: numbers[4], y0: numbers[5])
    guard cairo_matrix_invert(&matrix) == CAIRO_STATUS_SUCCESS else {
      // A gradient without any width paints nothing.
      cairo_set_source_rgba(cr, 0, 0, 0, 0)
      return true
    }
    cairo_pattern_set_matrix(pattern, &matrix)
    cairo_set_source(cr, pattern)
    return true
  }

  private mutating func path() -> Bool {
    guard let count = reader.count(upTo: Self.mostSegments) else { return false }
    cairo_new_path(cr)
    var hasPoint = false
    for _ in 0..<count {
      switch reader.byte() {
      case 0:
        guard let p = reader.numbers(2) else { return false }
        cairo_move_to(cr, p[0], p[1])
        hasPoint = true
      case 1:
        guard hasPoint, let p = reader.numbers(2) else { return false }
        cairo_line_to(cr, p[0], p[1])
      case 2:
        guard hasPoint, let p = reader.numbers(6) else { return false }
        cairo_curve_to(cr, p[0], p[1], p[2], p[3], p[4], p[5])
      case 3: cairo_close_path(cr)
      default: return false
      }
    }
    return true
  }
}
