/// What kind of file it is that is no workbook, by its first bytes.
enum FileKind: Equatable {
  /// UTF-16, behind a mark of so many bytes.
  case utf16(lowByteFirst: Bool, mark: Int)
  /// Something else that is no text.
  case noText
  /// UTF-8, or a code page.
  case text

  /// How many bytes tell.
  static let headSize = 4096

  private static let others: [[UInt8]] = [
    [0x89, 0x50, 0x4E, 0x47], Array("%PDF-".utf8), [0xFF, 0xD8, 0xFF], Array("GIF8".utf8), [0x1F, 0x8B],
    Array("{\\rtf".utf8), [0x7F, 0x45, 0x4C, 0x46], Array("RIFF".utf8), Array("SQLite format 3".utf8),
  ]

  /// Tells the kind of a file.
  init(_ head: some Collection<UInt8>) {
    if Self.others.contains(where: head.starts) {
      self = .noText
    } else if head.starts(with: [0xFF, 0xFE]) {
      self = .utf16(lowByteFirst: true, mark: 2)
    } else if head.starts(with: [0xFE, 0xFF]) {
      self = .utf16(lowByteFirst: false, mark: 2)
    } else {
      let kind = Self.byNULs(head)
      self = kind == .text && Self.hasManyControls(head) ? .noText : kind
    }
  }

  /// Whether so many bytes are control characters that nobody wrote it. A few are a slip, which is told where it stands.
  private static func hasManyControls(_ head: some Collection<UInt8>) -> Bool {
    let controls = head.count { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
    return controls >= 4 && controls * 32 >= head.count
  }

  /// Every figure, comma and end of a line has a NUL in UTF-16, always on the same side. A few elsewhere are a slip, which is told
  /// where it stands.
  private static func byNULs(_ head: some Collection<UInt8>) -> FileKind {
    var sides = [0, 0]
    for (place, byte) in head.enumerated() where byte == 0 { sides[place % 2] += 1 }
    guard (sides[0] + sides[1]) * 16 >= head.count, sides[0] + sides[1] > 0 else { return .text }
    if sides[0] * 20 <= sides[1] { return .utf16(lowByteFirst: true, mark: 0) }
    if sides[1] * 20 <= sides[0] { return .utf16(lowByteFirst: false, mark: 0) }
    return .noText
  }
}
