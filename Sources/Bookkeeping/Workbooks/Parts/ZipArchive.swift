/// The parts of a zip file, each read piece by piece, none beyond what a workbook may have.
final class ZipArchive {
  private let library: ZipLibrary
  private let bytes: UnsafeMutableRawBufferPointer
  private let archive: ZipLibrary.Archive
  private var parts: [String: (index: Int, packed: Int, isEncrypted: Bool)] = [:]
  /// How many bytes may still be unpacked.
  private var left = WorkbookBounds.unpacked
  /// What has been unpacked before is not counted again.
  private var counted: Set<Int> = []

  /// Opens a file that is in memory.
  ///
  /// - Throws: the fault, where that is no zip file, or not a whole one.
  init(_ content: [UInt8]) throws(InputFault) {
    guard content.count <= WorkbookBounds.packed else { throw .workbook(.tooLarge(.packed)) }
    guard let library = ZipLibrary.shared else { throw .workbook(.noLibrary) }
    let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, content.count), alignment: 16)
    content.withUnsafeBytes { bytes.copyMemory(from: $0) }
    guard let source = library.sourceOfBytes(bytes.baseAddress, UInt64(content.count), 0, nil) else {
      bytes.deallocate()
      throw .workbook(.damaged)
    }
    // 16 is ZIP_RDONLY.
    guard let archive = library.open(source, 16, nil) else {
      library.freeSource(source)
      bytes.deallocate()
      throw .workbook(.damaged)
    }
    (self.library, self.bytes, self.archive) = (library, bytes, archive)
    let count = Int(library.count(archive, 0))
    guard count <= WorkbookBounds.parts else { throw .workbook(.tooLarge(.parts)) }
    for index in 0..<max(0, count) {
      guard let about = ZipLibrary.About(library, archive, index) else { continue }
      let packed = min(about.packed, content.count)
      parts[Self.key(about.name), default: (index, packed, about.isEncrypted)] = (index, packed, about.isEncrypted)
    }
  }

  deinit {
    library.discard(archive)
    bytes.deallocate()
  }

  /// Part names differ in more than case (ECMA-376-2, 6.2.2), and some programs write them as Windows does.
  private static func key(_ name: String) -> String {
    let path = name.hasPrefix("/") ? String(name.dropFirst()) : name
    return String(path.map { $0 == "\\" ? "/" : $0 }).lowercased()
  }

  /// The names of all parts, in small letters.
  var names: [String] { Array(parts.keys) }

  /// Whether there is a part of this name.
  func has(_ name: String) -> Bool { parts[Self.key(name)] != nil }

  /// Reads a part from its beginning to its end.
  ///
  /// - Parameters:
  ///   - name: which part.
  ///   - room: where the next bytes may be put, and how many; nil to stop.
  ///   - take: is told how many bytes were put there; no more come after 0. False stops.
  /// - Throws: the fault, where the part is not there, damaged, or too large.
  func read(
    _ name: String, into room: () -> UnsafeMutableRawBufferPointer?, take: (Int) throws(InputFault) -> Bool
  ) throws(InputFault) {
    guard let part = parts[Self.key(name)] else { throw .workbook(.damaged) }
    guard !part.isEncrypted else { throw .workbook(.encrypted) }
    guard let opened = library.openPart(archive, UInt64(part.index), 0) else { throw .workbook(.damaged) }
    defer { _ = library.closePart(opened) }
    let isCounted = !counted.insert(part.index).inserted
    var total = 0
    while let room = room(), let start = room.baseAddress {
      let count = Int(library.read(opened, start, UInt64(room.count)))
      guard count >= 0 else { throw .workbook(.damaged) }
      (total, left) = (total + count, left - (isCounted ? 0 : count))
      guard left >= 0 else { throw .workbook(.tooLarge(.unpacked)) }
      // What is small may be as regular as it likes.
      guard total <= 1 << 20 || total / WorkbookBounds.ratio <= part.packed else {
        throw .workbook(.tooLarge(.ratio))
      }
      guard try take(count), count > 0 else { return }
    }
  }

  /// The beginning of a part, up to so many bytes.
  func beginning(of name: String, count: Int) throws(InputFault) -> [UInt8] {
    var content: [UInt8] = []
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 4096, alignment: 16)
    defer { piece.deallocate() }
    try read(name, into: { piece }) { (read: Int) throws(InputFault) in
      content += piece.prefix(read)
      return content.count < count
    }
    return Array(content.prefix(count))
  }
}

/// How large a workbook may be, so that a small file cannot fill a machine.
enum WorkbookBounds {
  static let packed = 20 << 20
  static let unpacked = 200 << 20
  static let ratio = 200
  static let parts = 65_536
  static let sheets = 100
  static let columns = 16_384
  static let rows = 1_048_576
}

extension InputFault {
  /// What is wrong with a workbook as a whole.
  static func workbook(_ fault: WorkbookFault) -> InputFault { InputFault(.workbook(fault)) }
}
