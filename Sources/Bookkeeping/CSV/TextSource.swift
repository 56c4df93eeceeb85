/// A file as valid UTF-8, whatever encoding a spreadsheet saved it in.
struct TextSource {
  /// The text's bytes.
  let source: ByteSource
  /// Where the text begins, behind a byte order mark.
  let start: Int

  /// Up to this many bytes are simply held in memory.
  private static let heldSize = 8 << 20
  private static let pieceSize = 1 << 20

  /// Looks at a file's encoding. A large one that is not UTF-8 is turned into it in memory.
  init(_ file: ByteSource) throws(InputFault) {
    if file.count > Self.heldSize, try Self.isUTF8(file) {
      source = file
      start = try file.bytes(0..<3) == [0xEF, 0xBB, 0xBF] ? 3 : 0
      return
    }
    let bytes = try file.bytes(0..<file.count)
    do { source = ByteSource(try TextEncoding.utf8(bytes)) } catch {
      throw InputFault(error == .workbook ? .workbook : .brokenEncoding)
    }
    start = 0
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
