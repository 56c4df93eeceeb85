internal import CCairo
internal import Foundation
internal import Layout

/// A frame as the shapes of an SVG picture: what Cairo writes between its `<svg>` and `</svg>`.
struct SVGShapes {
  /// The elements, a line each.
  let text: String

  /// Draws a frame.
  ///
  /// - Parameters:
  ///   - frame: what to draw.
  ///   - measurer: the measurer that shaped the frame's text.
  ///   - prefix: stands before every name in it, so that several can be put into one file.
  /// - Throws: ``DrawingError``.
  init(_ frame: Frame, measurer: PangoMeasurer, prefix: String) throws(DrawingError) {
    let bytes = try Self.bytes(of: frame, measurer)
    let file = String(decoding: bytes, as: UTF8.self)
    guard let head = file.range(of: "<svg"), let start = file[head.upperBound...].firstIndex(of: ">"),
      let end = file.range(of: "</svg>", options: .backwards)
    else { throw .cannotDraw(reason: "no SVG") }
    let inner = String(file[file.index(after: start)..<end.lowerBound]).drop { $0.isNewline }
    text = inner.replacingOccurrences(of: " id=\"", with: " id=\"\(prefix)")
      .replacingOccurrences(of: "xlink:href=\"#", with: "xlink:href=\"#\(prefix)")
      .replacingOccurrences(of: "url(#", with: "url(#\(prefix)")
  }

  private static func bytes(of frame: Frame, _ measurer: PangoMeasurer) throws(DrawingError) -> [UInt8] {
    let memory = MemorySink(name: "")
    let stream = CairoStream(to: memory)
    let surface = stream.lead { cairo_svg_surface_create_for_stream($0, $1, frame.size.width, frame.size.height) }
    guard let surface else { throw .cannotDraw(reason: "out of memory") }
    // It may still write when it goes.
    defer { withExtendedLifetime(stream) { cairo_surface_destroy(surface) } }
    let painter = try Painter(on: surface, measurer: measurer, recordings: Recordings())
    try FontLock.opening { () throws(DrawingError) in
      try painter.paint(frame, at: .zero)
      try painter.check()
      cairo_surface_finish(surface)
    }
    let status = cairo_surface_status(surface)
    if status != CAIRO_STATUS_SUCCESS { throw .cannotDraw(reason: String(cString: cairo_status_to_string(status))) }
    try stream.flush()
    return memory.bytes
  }
}
