internal import CZlib

/// The body of a PDF and the table behind it (ISO 32000-1, 7.5): indirect objects as they come, each written once, to a sink.
final class ObjectFile {
  /// Where an object is.
  enum Place {
    /// Nowhere as yet.
    case nowhere
    /// So many bytes from the file's beginning.
    case offset(Int)
    /// In an object stream (7.5.7), and at which place there.
    case inStream(ObjectNumber, index: Int)
  }

  let version: PDFVersion
  private let sink: any ByteSink
  private let deflater: Deflater
  /// By number; 0 is no object.
  private var places: [Place] = [.nowhere]
  private var length = 0
  /// What waits for more, since most objects are small.
  private var portion: [UInt8] = []
  private static let portionSize = 1 << 16
  /// Sums over all bytes, of which the file's identifier is made.
  private var sums = (crc: crc32(0, nil, 0), adler: adler32(0, nil, 0))
  /// The objects that wait for their stream, and where in its body each begins.
  private var waiting: [(number: ObjectNumber, start: Int)] = []
  private var body = PDFBytes()

  /// How many objects stand in one stream: a reader unpacks all of it for any of them.
  private static let mostInStream = 100

  /// Begins a file.
  init(to sink: any ByteSink, version: PDFVersion, deflater: Deflater) {
    (self.sink, self.version, self.deflater) = (sink, version, deflater)
    // Four bytes beyond ASCII tell whoever carries the file that it is no text (7.5.2).
    take(Array(version.header.utf8) + [0x0A, 0x25, 0xE2, 0xE3, 0xCF, 0xD3, 0x0A])
  }

  // MARK: - Objects

  /// The number of an object that is written later.
  func reserve() -> ObjectNumber {
    places.append(.nowhere)
    return ObjectNumber(value: places.count - 1)
  }

  /// Writes an object that is no stream.
  ///
  /// - Parameters:
  ///   - number: its number.
  ///   - isPlain: whether it stands by itself in every version, so that it can be read without unpacking anything.
  ///   - syntax: the object.
  /// - Throws: ``DrawingError``.
  func write(_ number: ObjectNumber, isPlain: Bool = false, _ syntax: PDFBytes) throws(DrawingError) {
    if isPlain || version == .pdf14 { return try writePlain(number, syntax.bytes) }
    waiting.append((number, body.count))
    body.add(syntax.bytes)
    body.add("\n")
    if waiting.count >= Self.mostInStream { try flush() }
  }

  /// Writes an object that is no stream, straight to where it is packed.
  ///
  /// - Parameters:
  ///   - number: its number.
  ///   - syntax: adds the object.
  /// - Throws: ``DrawingError``.
  func write(_ number: ObjectNumber, _ syntax: (inout PDFBytes) -> Void) throws(DrawingError) {
    if version == .pdf14 {
      var out = PDFBytes()
      syntax(&out)
      return try writePlain(number, out.bytes)
    }
    waiting.append((number, body.count))
    syntax(&body)
    body.add("\n")
    if waiting.count >= Self.mostInStream { try flush() }
  }

  /// Writes an object that is no stream, and numbers it.
  func add(_ syntax: PDFBytes) throws(DrawingError) -> ObjectNumber {
    let number = reserve()
    try write(number, syntax)
    return number
  }

  /// Writes a stream (7.3.8).
  ///
  /// - Parameters:
  ///   - number: its number.
  ///   - dictionary: the entries of its dictionary without `Length` and `Filter`.
  ///   - content: what is in it.
  ///   - isPacked: whether that is in zlib's format already.
  /// - Throws: ``DrawingError``.
  func write(_ number: ObjectNumber, _ dictionary: PDFBytes, stream content: [UInt8], isPacked: Bool = false)
    throws(DrawingError)
  {
    let packed = isPacked ? content : try deflater.deflated(content)
    var head = PDFBytes("<<")
    head.add(dictionary.bytes)
    head.add("/Filter/FlateDecode/Length ")
    head.add(packed.count)
    head.add(">>\nstream\n")
    try writePlain(number, head.bytes + packed + Array("\nendstream".utf8))
  }

  /// Writes a stream, and numbers it.
  func add(_ dictionary: PDFBytes, stream content: [UInt8], isPacked: Bool = false) throws(DrawingError) -> ObjectNumber
  {
    let number = reserve()
    try write(number, dictionary, stream: content, isPacked: isPacked)
    return number
  }

  /// Writes an object by itself, as it is.
  func writePlain(_ number: ObjectNumber, _ syntax: [UInt8]) throws(DrawingError) {
    places[number.value] = .offset(length)
    try write(Array("\(number.value) 0 obj\n".utf8) + syntax + Array("\nendobj\n".utf8))
  }

  /// Writes the object stream of what waits.
  private func flush() throws(DrawingError) {
    if waiting.isEmpty { return }
    var index = PDFBytes()
    for object in waiting {
      index.add(object.number.value)
      index.add(" ")
      index.add(object.start)
      index.add(" ")
    }
    var dictionary = PDFBytes("/Type/ObjStm/N ")
    dictionary.add(waiting.count)
    dictionary.add("/First ")
    dictionary.add(index.count)
    let stream = reserve()
    for (place, object) in waiting.enumerated() { places[object.number.value] = .inStream(stream, index: place) }
    try write(stream, dictionary, stream: index.bytes + body.bytes)
    waiting.removeAll(keepingCapacity: true)
    body.clear()
  }

  // MARK: - The end

  /// Writes the table of all objects and the trailer (7.5.4, 7.5.5, 7.5.8).
  ///
  /// - Parameters:
  ///   - root: the catalog.
  ///   - info: the information dictionary.
  /// - Throws: ``DrawingError/cannotWrite(path:reason:)``.
  func finish(root: ObjectNumber, info: ObjectNumber) throws(DrawingError) {
    try flush()
    var trailer = PDFBytes("/Root ")
    trailer.add(root)
    trailer.add("/Info ")
    trailer.add(info)
    trailer.add("/ID[")
    // The same twice: this is the file's first version (14.4).
    for _ in 0..<2 { trailer.add(hexadecimal: identifier) }
    trailer.add("]")
    let table = version == .pdf17 ? try writeStream(trailer) : try writeTable(trailer)
    take(Array("startxref\n\(table)\n%%EOF\n".utf8))
    try handOver()
  }

  /// What tells this file from others: sums over all that is written so far, and how much that is.
  private var identifier: [UInt8] {
    let words = [UInt32(truncatingIfNeeded: sums.crc), UInt32(truncatingIfNeeded: sums.adler)]
    let parts = words.map { UInt64($0) } + [UInt64(length) & 0xFFFF_FFFF, UInt64(places.count)]
    return parts.flatMap { part in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: part >> UInt64($0)) } }
  }

  /// A cross-reference stream (7.5.8); answers where it begins.
  private func writeStream(_ trailer: PDFBytes) throws(DrawingError) -> Int {
    let own = reserve()
    let start = length
    places[own.value] = .offset(start)
    var rows: [UInt8] = []
    rows.reserveCapacity(places.count * 7)
    for place in places {
      let (kind, field, index): (UInt8, Int, Int) =
        switch place {
        case .nowhere: (0, 0, 0)
        case .offset(let offset): (1, offset, 0)
        case .inStream(let stream, let index): (2, stream.value, index)
        }
      rows.append(kind)
      for shift in [32, 24, 16, 8, 0] { rows.append(UInt8(truncatingIfNeeded: field >> shift)) }
      rows.append(UInt8(truncatingIfNeeded: index))
    }
    var dictionary = PDFBytes("/Type/XRef/Size ")
    dictionary.add(places.count)
    dictionary.add("/W[1 5 1]/DecodeParms<</Predictor 12/Columns 7>>")
    dictionary.add(trailer.bytes)
    try write(own, dictionary, stream: Self.predicted(rows, columns: 7))
    return start
  }

  /// Rows of bytes as differences from the row above (PNG's filter Up, ISO 32000-1, 7.4.4.4), which compress to a third.
  private static func predicted(_ rows: [UInt8], columns: Int) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(rows.count / columns * (columns + 1))
    for start in stride(from: 0, to: rows.count, by: columns) {
      out.append(2)
      for index in start..<start + columns { out.append(rows[index] &- (start == 0 ? 0 : rows[index - columns])) }
    }
    return out
  }

  /// A cross-reference table (7.5.4); answers where it begins.
  private func writeTable(_ trailer: PDFBytes) throws(DrawingError) -> Int {
    let start = length
    var table = PDFBytes("xref\n0 ")
    table.add(places.count)
    table.add("\n0000000000 65535 f \n")
    for place in places.dropFirst() {
      // Ten figures, whatever the number; an object that was never written is free.
      guard case .offset(let offset) = place else {
        table.add("0000000000 00000 f \n")
        continue
      }
      let figures = String(offset)
      table.add(syntax: String(repeating: "0", count: max(0, 10 - figures.utf8.count)) + figures)
      table.add(" 00000 n \n")
    }
    table.add("trailer\n<</Size ")
    table.add(places.count)
    table.add(trailer.bytes)
    table.add(">>\n")
    try write(table.bytes)
    return start
  }

  private func write(_ bytes: [UInt8]) throws(DrawingError) {
    take(bytes)
    if portion.count >= Self.portionSize { try handOver() }
  }

  private func take(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { buffer in
      sums.crc = crc32(sums.crc, buffer.baseAddress, uInt(clamping: buffer.count))
      sums.adler = adler32(sums.adler, buffer.baseAddress, uInt(clamping: buffer.count))
    }
    length += bytes.count
    portion.append(contentsOf: bytes)
  }

  private func handOver() throws(DrawingError) {
    try sink.write(portion)
    portion.removeAll(keepingCapacity: true)
  }
}
