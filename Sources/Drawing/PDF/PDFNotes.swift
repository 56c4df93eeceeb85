/// What an update of one of Cairo's PDF files must know about it, noted while the bytes pass, since what has gone to a sink
/// cannot be read again.
///
/// Cairo 1.16 hands over the head of every object, and the trailer, as the beginning of a piece.
final class PDFNotes {
  /// Something is not as Cairo 1.16 writes it.
  struct Unexpected: Error { var missing: String }

  /// An object without a stream.
  struct Object {
    var number: Int
    /// Its text, from its number to "endobj".
    var text: String
  }

  /// What the end of a file says.
  struct Tail {
    /// Where the cross-reference table begins.
    var table: Int
    /// One more than the highest object number.
    var size: Int
    var root: Int
    var info: Int
  }

  /// How many bytes have passed.
  private(set) var length = 0
  /// Whether the pages that pass are kept.
  var keepsPages = false
  private var catalog: Object?
  private var pageTree: Object?
  private var pages: [Int: Object] = [:]
  /// By number, whether an object has passed.
  private var written: [Bool] = []
  private var open: (kind: Kind, number: Int, bytes: [UInt8])?
  private var trailer: [UInt8]?

  private enum Kind { case catalog, pageTree, page }

  private static let kinds: [(kind: Kind, start: [UInt8])] = [
    (.page, Array("<< /Type /Page ".utf8)), (.pageTree, Array("<< /Type /Pages\n".utf8)),
    (.catalog, Array("<< /Type /Catalog\n".utf8)),
  ]
  private static let head = Array(" 0 obj\n".utf8)
  private static let end = Array("endobj\n".utf8)
  private static let trailerHead = Array("trailer\n".utf8)

  /// Looks at a piece.
  func note(_ piece: UnsafeBufferPointer<UInt8>) {
    length += piece.count
    if trailer != nil {
      trailer?.append(contentsOf: piece)
    } else if open != nil {
      open?.bytes.append(contentsOf: piece)
      closeIfWhole()
    } else if let first = piece.first {
      if Self.isDigit(first) {
        noteHead(piece)
      } else if first == Self.trailerHead[0], piece.starts(with: Self.trailerHead) {
        trailer = Array(piece)
      }
    }
  }

  private func noteHead(_ piece: UnsafeBufferPointer<UInt8>) {
    let digits = piece.prefix(while: Self.isDigit)
    // A number that is longer stands in a table.
    guard digits.count < 10, piece[digits.endIndex...].starts(with: Self.head) else { return }
    let number = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    if number >= written.count { written += Array(repeating: false, count: number + 1 - written.count) }
    written[number] = true
    let body = piece[(digits.endIndex + Self.head.count)...]
    guard let kind = Self.kinds.first(where: { body.starts(with: $0.start) })?.kind, kind != .page || keepsPages else {
      return
    }
    open = (kind, number, Array(piece))
    closeIfWhole()
  }

  private func closeIfWhole() {
    guard let (kind, number, bytes) = open, bytes.suffix(Self.end.count).elementsEqual(Self.end) else { return }
    open = nil
    let object = Object(number: number, text: String(decoding: bytes, as: UTF8.self))
    switch kind {
    case .catalog: catalog = object
    case .pageTree: pageTree = object
    case .page: pages[number] = object
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }

  // MARK: - Once the file is written

  /// What its end says.
  func tail() throws(Unexpected) -> Tail {
    guard let trailer else { throw Unexpected(missing: "trailer") }
    let text = String(decoding: trailer, as: UTF8.self)
    return Tail(
      table: try Self.number(after: "startxref\n", in: text), size: try Self.number(after: "/Size ", in: text),
      root: try Self.number(after: "/Root ", in: text), info: try Self.number(after: "/Info ", in: text))
  }

  /// The catalog, which is the root.
  func catalog(_ tail: Tail) throws(Unexpected) -> Object {
    guard let catalog, catalog.number == tail.root else { throw Unexpected(missing: "object \(tail.root)") }
    return catalog
  }

  /// The pages of these indices, from 0.
  func pages(_ indices: [Int]) throws(Unexpected) -> [Object] {
    if indices.isEmpty { return [] }
    guard let text = pageTree?.text, let open = text.firstIndex(of: "["), let close = text[open...].firstIndex(of: "]")
    else { throw Unexpected(missing: "list of pages") }
    let kids = text[text.index(after: open)..<close].split(separator: " ").compactMap { Int($0) }
    // Every page is its number, a generation and an R.
    let numbers = stride(from: 0, to: kids.count, by: 2).map { kids[$0] }
    var found: [Object] = []
    for index in indices {
      guard numbers.indices.contains(index), let page = pages[numbers[index]] else {
        throw Unexpected(missing: "page \(index + 1)")
      }
      found.append(page)
    }
    return found
  }

  /// The objects that the cross-reference table names and the file does not hold, in order.
  ///
  /// For every link Cairo 1.16 sets aside a node of a structure tree, and when the document has no such tree it writes the
  /// table's entry without the node. Readers mend that, but only after a warning that the file is damaged.
  func lost(_ tail: Tail) -> [Int] {
    guard tail.size > 1 else { return [] }
    return (1..<tail.size).filter { !written.indices.contains($0) || !written[$0] }
  }

  private static func number(after key: String, in text: String) throws(Unexpected) -> Int {
    guard let range = text.firstRange(of: key), let number = Int(text[range.upperBound...].prefix { $0.isNumber })
    else { throw Unexpected(missing: key) }
    return number
  }
}
