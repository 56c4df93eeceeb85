internal import CCairo
internal import CFontconfig
internal import CPango
internal import Foundation

/// What is done inside a cell: one file of a stranger is read, and what came of it is answered. Whatever goes wrong here ends this
/// process and no other.
package enum CellWorker {
  /// What a cell is asked to read.
  enum Task: String {
    case svg, png, fonts
  }

  /// Works off one task. It takes the place of the program: it answers on standard output, and never comes back to anything else.
  ///
  /// - Parameter words: the task; then the fonts' configuration, the folder for what was learnt of them, and folders of fonts.
  /// - Returns: the exit code; 0 where an answer was given.
  package static func run(_ words: [String]) -> Int32 {
    Confinement.limit()
    guard let task = words.first.flatMap(Task.init), words.count >= 3 else { return 64 }
    let (configuration, cache, folders) = (words[1], words[2], Array(words.dropFirst(3)))
    guard let input = readAll(0) else { return 66 }
    let places = folders + [URL(fileURLWithPath: configuration).deletingLastPathComponent().path, cache]
    let system = [
      "/usr", "/lib", "/lib64", "/etc/fonts", "/etc/ld.so.cache", "/dev/null", "/dev/urandom", "/proc/self",
    ]
    switch task {
    case .png:
      Confinement.lock(readable: [])
      return answer(png(input))
    case .svg:
      // Opened before nothing can be opened any more, if words ask for fonts or not.
      let library = RsvgLibrary.shared
      let hasWords = contains(input, "<text") || contains(input, ":text")
      let fonts = hasWords ? try? Fonts(configuration: configuration, cache: cache, folders: folders) : nil
      let setting = fonts.flatMap { try? TypeSetting(fonts: $0, language: "en") }
      Confinement.lock(readable: system + places)
      guard let library else {
        return answer(refusal("the system has no librsvg, which the package librsvg2-2 brings"))
      }
      return answer(svg(input, library, setting))
    case .fonts:
      Confinement.lock(readable: system + places)
      return fonts(input)
    }
  }

  // MARK: - Pictures

  private static func png(_ bytes: [UInt8]) -> [UInt8] {
    // The size stands in the header, before anything is unpacked: signature, length, IHDR, width, height.
    guard bytes.count > 33 else { return refusal("it is damaged, or ends too early") }
    let sides = [16, 20].map { start in bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) } }
    guard sides.allSatisfy({ (1...CellPicture.longestSide).contains($0) }),
      sides[0] * sides[1] <= CellPicture.mostPixels
    else { return refusal("it has \(sides[0]) × \(sides[1]) pixels, which is too many") }
    let source = ByteStream(bytes)
    let surface = cairo_image_surface_create_from_png_stream(
      ByteStream.read, Unmanaged.passUnretained(source).toOpaque())
    guard let surface, cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS else {
      return refusal("it is damaged, or ends too early")
    }
    let (width, height) = (cairo_image_surface_get_width(surface), cairo_image_surface_get_height(surface))
    return pixels(of: surface, Double(width) * 0.75, Double(height) * 0.75, [])
      ?? refusal("its pixels are of a kind not known")
  }

  private static func pixels(of image: OpaquePointer, _ width: Double, _ height: Double, _ texts: [String]) -> [UInt8]?
  {
    let (across, down) = (Int(cairo_image_surface_get_width(image)), Int(cairo_image_surface_get_height(image)))
    let format = cairo_image_surface_get_format(image)
    guard format == CAIRO_FORMAT_ARGB32 || format == CAIRO_FORMAT_RGB24 else { return nil }
    cairo_surface_flush(image)
    guard let data = cairo_image_surface_get_data(image) else { return nil }
    let stride = Int(cairo_image_surface_get_stride(image))
    var out = PictureBytesWriter()
    out.add(byte: (format == CAIRO_FORMAT_RGB24 ? CellPicture.Form.opaquePixels : .pixels).rawValue)
    out.add([width, height])
    out.add(texts: texts)
    out.add(count: across)
    out.add(count: down)
    for row in 0..<down { out.add(Array(UnsafeBufferPointer(start: data + row * stride, count: across * 4))) }
    return out.bytes
  }

  /// Shapes stay shapes. A picture with more in it, such as a photograph, a pattern or a blur, becomes pixels, 600 an inch of its
  /// natural size where that is not too many: nobody sees these on paper, yet a file with such a picture is larger, and shows
  /// them where it is made larger many times.
  private static func svg(_ bytes: [UInt8], _ rsvg: RsvgLibrary, _ setting: TypeSetting?) -> [UInt8] {
    var failure: UnsafeMutablePointer<GError>?
    guard let handle = rsvg.newFromData(bytes, UInt(bytes.count), &failure) else {
      return refusal(failure.flatMap { $0.pointee.message }.map { String(cString: $0) } ?? "not an SVG picture")
    }
    rsvg.setDPI(handle, 96)
    guard let size = LoadedPicture.naturalSize(of: handle, rsvg) else {
      return refusal("neither width and height nor a viewBox")
    }
    guard max(size.width, size.height) <= 100_000 else { return refusal("it is larger than any paper") }
    let texts = PictureTexts.texts(in: bytes)
    guard texts.count <= CellPicture.mostTexts else { return refusal("it has \(texts.count) texts, which is too many") }
    if let setting { pango_cairo_font_map_set_default(OpaquePointer(setting.map)) }
    var area = cairo_rectangle_t(x: 0, y: 0, width: size.width, height: size.height)
    let memory = MemorySink(name: "")
    let stream = CairoStream(to: memory)
    if let flat = stream.lead({ cairo_svg_surface_create_for_stream($0, $1, size.width, size.height) }) {
      let cr = cairo_create(flat)
      let isDrawn = rsvg.renderDocument(handle, cr, &area, &failure) != 0
      cairo_destroy(cr)
      cairo_surface_finish(flat)
      try? stream.flush()
      guard isDrawn else {
        return refusal(failure.flatMap { $0.pointee.message }.map { String(cString: $0) } ?? "it cannot be drawn")
      }
      if let shapes = FlatDrawing(memory.bytes).bytes {
        var out = PictureBytesWriter()
        out.add(byte: CellPicture.Form.shapes.rawValue)
        out.add([size.width, size.height])
        out.add(texts: texts)
        out.add(shapes)
        return out.bytes
      }
    }
    let scale = min(600.0 / 72, 4000 / max(size.width, size.height))
    let (across, down) = (max(1, (size.width * scale).rounded(.up)), max(1, (size.height * scale).rounded(.up)))
    guard let image = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, Int32(across), Int32(down)) else {
      return refusal("out of memory")
    }
    let cr = cairo_create(image)
    cairo_scale(cr, across / size.width, down / size.height)
    guard rsvg.renderDocument(handle, cr, &area, &failure) != 0 else { return refusal("it cannot be drawn") }
    cairo_destroy(cr)
    return pixels(of: image, size.width, size.height, texts) ?? refusal("it cannot be drawn")
  }

  // MARK: - Fonts

  /// Opens font files, whose names stand in lines. The number of each is answered before it is opened, so that whoever waits knows at
  /// which one this process came to its end.
  private static func fonts(_ names: [UInt8]) -> Int32 {
    for (index, line) in names.split(separator: UInt8(ascii: "\n")).enumerated() {
      var number = PictureBytesWriter()
      number.add(count: index)
      guard write(number.bytes) else { return 74 }
      let path = String(decoding: line, as: UTF8.self)
      var count: Int32 = 0
      if let pattern = FcFreeTypeQuery(path, 0, nil, &count) { FcPatternDestroy(pattern) }
      // A collection holds a few fonts; whatever claims thousands is none.
      for face in 1..<max(1, min(count, 64)) {
        var others: Int32 = 0
        if let pattern = FcFreeTypeQuery(path, UInt32(face), nil, &others) { FcPatternDestroy(pattern) }
      }
    }
    return 0
  }

  // MARK: - In and out

  private static func refusal(_ reason: String) -> [UInt8] { [CellPicture.Form.refused.rawValue] + Array(reason.utf8) }

  private static func answer(_ bytes: [UInt8]) -> Int32 { write(bytes) ? 0 : 74 }

  private static func write(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(1, $0.baseAddress, $0.count) }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  private static func readAll(_ descriptor: Int32) -> [UInt8]? {
    var about = stat()
    guard fstat(descriptor, &about) == 0, about.st_size >= 0, about.st_size <= StrangersCell.mostBytes else {
      return nil
    }
    let size = Int(about.st_size)
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = pread(descriptor, buffer.baseAddress.map { $0 + count }, size - count, off_t(count))
        guard got > 0 else { return }
        count += got
      }
    }
    return bytes.count == size ? bytes : nil
  }

  private static func contains(_ bytes: [UInt8], _ text: String) -> Bool {
    Data(bytes).range(of: Data(text.utf8)) != nil
  }
}

/// Bytes that Cairo reads one piece after the other.
private final class ByteStream {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  static let read: cairo_read_func_t = { closure, data, count in
    guard let closure, let data else { return CAIRO_STATUS_READ_ERROR }
    let stream = Unmanaged<ByteStream>.fromOpaque(closure).takeUnretainedValue()
    guard stream.rest.count >= Int(count) else { return CAIRO_STATUS_READ_ERROR }
    stream.rest.prefix(Int(count)).withUnsafeBufferPointer { piece in
      if let base = piece.baseAddress { data.update(from: base, count: Int(count)) }
    }
    stream.rest = stream.rest.dropFirst(Int(count))
    return CAIRO_STATUS_SUCCESS
  }
}
