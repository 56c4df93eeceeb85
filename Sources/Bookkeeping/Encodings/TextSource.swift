/// A file as valid UTF-8, whatever kind of file it is: here alone that is decided.
struct TextSource {
  /// The text's bytes.
  let source: ByteSource
  /// Where the text begins, behind a byte order mark.
  let start: Int
  /// What had to be decided to read it.
  let notes: [InputNote]

  /// Up to this many bytes are simply held in memory.
  private static let heldSize = 8 << 20
  private static let pieceSize = 1 << 20

  /// Looks at what kind of file it is. A large one that is not UTF-8 is turned into it in memory, and so is a workbook's sheet.
  ///
  /// - Parameters:
  ///   - file: the file.
  ///   - asked: the sheet of a workbook; nil for the first that is visible.
  ///   - hints: what is known of the office.
  /// - Throws: why there is no text in it, or which cannot be told.
  init(_ file: ByteSource, sheet asked: String? = nil, _ hints: ReadingHints = ReadingHints()) throws(InputFault) {
    if let sheet = try Workbook.sheet(of: file, asked: asked) {
      self.init(source: ByteSource(sheet), start: 0, notes: [])
      return
    }
    guard file.count <= InputBounds.mostBytes else { throw InputFault(.tooManyBytes(most: InputBounds.mostBytes)) }
    let head = try file.bytes(0..<min(file.count, FileKind.headSize))
    switch FileKind(head) {
    case .noText:
      throw InputFault(.noText)
    case .utf16(let lowByteFirst, let mark):
      let bytes = try file.bytes(mark..<file.count)
      self.init(try Self.withoutMark(utf16: bytes[...], lowByteFirst, isMarked: mark > 0), notes: [])
    case .text:
      if file.count > Self.heldSize, try Self.isUTF8(file) {
        self.init(source: file, start: head.starts(with: TextEncoding.mark) ? TextEncoding.mark.count : 0, notes: [])
        return
      }
      let read = try TextEncoding.utf8(try file.bytes(0..<file.count), hints)
      self.init(read.text, notes: [read.note].compactMap { $0 })
    }
  }

  private init(source: ByteSource, start: Int, notes: [InputNote]) {
    (self.source, self.start, self.notes) = (source, start, notes)
  }

  private init(_ text: [UInt8], notes: [InputNote]) {
    self.init(source: ByteSource(text), start: 0, notes: notes)
  }

  private static func withoutMark(utf16 bytes: ArraySlice<UInt8>, _ lowByteFirst: Bool, isMarked: Bool)
    throws(InputFault) -> [UInt8]
  {
    do {
      let text = try TextEncoding.utf16(bytes, lowByteFirst: lowByteFirst)
      return text.starts(with: TextEncoding.mark) ? Array(text.dropFirst(TextEncoding.mark.count)) : text
    } catch {
      // What only looked like it by its NULs is something else.
      throw isMarked ? error : InputFault(.noText)
    }
  }

  private static func isUTF8(_ file: ByteSource) throws(InputFault) -> Bool {
    var position = 0
    while position < file.count {
      let end = min(file.count, position + pieceSize)
      var piece = try file.bytes(position..<end)
      // A piece ends where a character does: bytes that only go on with one are left for the next.
      if end < file.count {
        var rest = 0
        while rest < 3, let last = piece.last, last & 0xC0 == 0x80 {
          piece.removeLast()
          rest += 1
        }
        if let last = piece.last, last >= 0xC0 { piece.removeLast() }
      }
      guard !piece.isEmpty, String(validating: piece, as: UTF8.self) != nil else { return false }
      position += piece.count
    }
    return true
  }
}
