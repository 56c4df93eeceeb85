internal import CCairo
internal import Foundation
internal import Layout

/// A picture as it came out of a cell, ready to be drawn by any worker.
final class CellPicture: Sendable {
  /// How it is drawn, by the first byte.
  enum Form: UInt8 {
    /// Steps of ``FlatDrawing``.
    case shapes = 1
    /// Pixels with transparency, and without.
    case pixels, opaquePixels
    /// Nothing but the word that it cannot be read, in place of a picture.
    case refused
  }

  /// Natural size in points.
  let size: Size
  /// The words in it.
  let texts: [String]
  private let form: Form
  private let pixels: (width: Int, height: Int)
  private let content: [UInt8]

  /// How many pixels a picture may have, and how long a side may be.
  static let (mostPixels, longestSide) = (40_000_000, 20_000)
  /// How many texts it may have, and how many bytes each.
  static let (mostTexts, longestText) = (10_000, 400_000)

  /// Takes what a cell answered; nil where it is no picture.
  init?(_ answer: [UInt8]) {
    var reader = PictureBytesReader(answer)
    guard let byte = reader.byte(), let form = Form(rawValue: byte), form != .refused, let width = reader.number(),
      let height = reader.number(), width > 0, height > 0
    else { return nil }
    size = Size(width, height)
    self.form = form
    guard let texts = reader.texts(upTo: Self.mostTexts, longest: Self.longestText) else { return nil }
    self.texts = texts
    if form == .shapes {
      pixels = (0, 0)
    } else {
      guard let across = reader.count(upTo: Self.longestSide), let down = reader.count(upTo: Self.longestSide),
        across > 0, down > 0, across * down <= Self.mostPixels, reader.rest.count == across * down * 4
      else { return nil }
      pixels = (across, down)
    }
    content = Array(reader.rest)
    // What cannot be drawn is refused now, by name.
    guard loaded() != nil else { return nil }
  }

  /// The picture for one worker.
  func loaded() -> LoadedPicture? { form == .shapes ? shapes() : image() }

  private func shapes() -> LoadedPicture? {
    guard let surface = Self.recorded(content, size, least: 0) else { return nil }
    return LoadedPicture(size: size, unitsPerPoint: 1, surface: surface, texts: texts) { [content, size] least in
      Self.recorded(content, size, least: least)
    }
  }

  private static func recorded(_ content: [UInt8], _ size: Size, least: Double) -> OpaquePointer? {
    var extents = cairo_rectangle_t(x: 0, y: 0, width: size.width, height: size.height)
    guard let surface = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents) else { return nil }
    guard let cr = cairo_create(surface) else { return nil }
    defer { cairo_destroy(cr) }
    var replay = FlatReplay(PictureBytesReader(content), on: cr, least: least)
    if replay.run() { return surface }
    cairo_surface_destroy(surface)
    return nil
  }

  private func image() -> LoadedPicture? {
    let format = form == .opaquePixels ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32
    guard let surface = cairo_image_surface_create(format, Int32(pixels.width), Int32(pixels.height)) else {
      return nil
    }
    let picture = LoadedPicture(
      size: size, unitsPerPoint: Double(pixels.width) / size.width, surface: surface, texts: texts)
    guard let data = cairo_image_surface_get_data(surface) else { return nil }
    // A row of four-byte pixels needs no padding.
    content.withUnsafeBufferPointer { bytes in
      if let base = bytes.baseAddress { data.update(from: base, count: bytes.count) }
    }
    cairo_surface_mark_dirty(surface)
    return picture
  }
}
