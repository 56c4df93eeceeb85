/// Reads a document as Cairo 1.16 writes it: every object by itself, found by a table of text (ISO 32000-1, 7.5.4). No document of anybody
/// else is read by it.
struct CairoDocument {
  private let bytes: [UInt8]
  /// By number, where an object begins.
  private var offsets: [Int] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    guard let mark = find("startxref", from: max(0, bytes.count - 64)), let table = number(at: mark + 10)?.value,
      table < bytes.count, let first = number(at: table + 5), let count = number(at: first.end + 1)
    else { return }
    // Each line has twenty bytes: ten figures, a blank, five figures, a blank, n or f, and the line's end.
    let lines = count.end + 1
    guard lines + count.value * 20 <= bytes.count else { return }
    offsets = (0..<count.value).map { number(at: lines + $0 * 20)?.value ?? 0 }
  }

  /// An object; nil where there is none.
  func object(_ number: Int) -> ImportedPage.Object? {
    guard offsets.indices.contains(number), offsets[number] > 0, let start = find(" obj", from: offsets[number]) else {
      return nil
    }
    let body = start + 5
    guard let end = find("endobj", from: body) else { return nil }
    guard let stream = find("\nstream\n", from: body), stream < end else {
      return ImportedPage.Object(syntax: Array(bytes[body..<end]))
    }
    let syntax = Array(bytes[body..<stream])
    guard let length = length(of: syntax), stream + 8 + length <= bytes.count else { return nil }
    return ImportedPage.Object(syntax: syntax, stream: Array(bytes[stream + 8..<stream + 8 + length]))
  }

  /// The number of the object to which the trailer refers under a key.
  func tailReference(_ key: String) -> Int? {
    guard let trailer = lastTrailer, let place = find(key, from: trailer) else { return nil }
    return number(at: place + key.utf8.count + 1)?.value
  }

  /// The number of the object to which an object refers under a key.
  func reference(_ key: String, in number: Int) -> Int? {
    guard let object = object(number), let place = Self.find(key, in: object.syntax, from: 0) else { return nil }
    return Self.number(in: object.syntax, at: place + key.utf8.count + 1)?.value
  }

  /// A page's resources: a dictionary, whether it stands in the page or by itself.
  func resources(of page: Int) -> [UInt8]? {
    guard let number = reference("/Resources", in: page) else { return nil }
    return object(number)?.syntax
  }

  private var lastTrailer: Int? {
    var (found, next): (Int?, Int) = (nil, max(0, bytes.count - 512))
    while let place = find("trailer", from: next) { (found, next) = (place, place + 1) }
    return found
  }

  private func length(of syntax: [UInt8]) -> Int? {
    guard let place = Self.find("/Length ", in: syntax, from: 0), let value = Self.number(in: syntax, at: place + 8)
    else {
      return nil
    }
    guard syntax[value.end...].starts(with: Array(" 0 R".utf8)) else { return value.value }
    return object(value.value).flatMap { Self.number(in: $0.syntax, at: 0)?.value }
  }

  // MARK: - Scanning

  private func find(_ text: String, from start: Int) -> Int? { Self.find(text, in: bytes, from: start) }

  private func number(at place: Int) -> (value: Int, end: Int)? { Self.number(in: bytes, at: place) }

  private static func find(_ text: String, in bytes: [UInt8], from start: Int) -> Int? {
    let wanted = Array(text.utf8)
    guard start >= 0, bytes.count >= wanted.count, start <= bytes.count - wanted.count else { return nil }
    return (start...bytes.count - wanted.count).first { place in
      bytes[place] == wanted[0] && wanted.indices.allSatisfy { bytes[place + $0] == wanted[$0] }
    }
  }

  /// The whole number that stands at a place, behind blanks at the most.
  private static func number(in bytes: [UInt8], at start: Int) -> (value: Int, end: Int)? {
    var place = start
    while place < bytes.count, bytes[place] == 0x20 || bytes[place] == 0x0A || bytes[place] == 0x5B { place += 1 }
    let first = place
    var value = 0
    while place < bytes.count, 0x30...0x39 ~= bytes[place], place - first < 12 {
      value = value * 10 + Int(bytes[place] - 0x30)
      place += 1
    }
    return place > first ? (value, place) : nil
  }

  /// The references in some syntax, in their order. Cairo's strings hold none.
  static func references(in syntax: [UInt8]) -> [(number: Int, range: Range<Int>)] {
    var found: [(number: Int, range: Range<Int>)] = []
    var place = 0
    while place < syntax.count {
      let isDigit = 0x30...0x39 ~= syntax[place]
      let goesOn =
        place > 0 && (0x30...0x39 ~= syntax[place - 1] || syntax[place - 1] == 0x2E || isLetter(syntax[place - 1]))
      guard isDigit, !goesOn, let value = number(in: syntax, at: place) else {
        place += 1
        continue
      }
      let tail = syntax[value.end...].prefix(4)
      if tail.elementsEqual(" 0 R".utf8) {
        found.append((value.value, place..<value.end + 4))
        place = value.end + 4
      } else {
        place = value.end
      }
    }
    return found
  }

  private static func isLetter(_ byte: UInt8) -> Bool { 0x41...0x5A ~= byte & 0xDF }
}
