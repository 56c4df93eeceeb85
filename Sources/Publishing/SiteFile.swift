internal import Foundation
internal import Ledger

/// Something that is put into a long file.
struct SiteInsertion: Comparable {
  /// Where, in bytes from the beginning of the file as it was.
  let place: Int
  /// Of several at one place, the order of their numbers holds.
  let number: EntryNumber
  let bytes: [UInt8]

  init(at place: Int, _ number: EntryNumber, _ text: String) {
    (self.place, self.number, bytes) = (place, number, Array(text.utf8))
  }

  static func < (one: SiteInsertion, other: SiteInsertion) -> Bool {
    (one.place, one.number.description) < (other.place, other.number.description)
  }
}

/// A file that is written aside, piece by piece, and takes its name when it is whole.
///
/// It is not forced onto the disk: a site can be published again from the ledger at any time, and pages are many.
final class SiteFile {
  private let path: String
  private let aside: String
  private let file: Int32
  private let trouble: SiteTrouble
  private var waiting: [UInt8] = []
  /// How many bytes were written.
  private(set) var count = 0

  private static let pieceSize = 1 << 20

  /// Begins a file, making its folder where it is not there.
  init(path: String, _ trouble: SiteTrouble) throws(PublishingError) {
    (self.path, self.trouble) = (path, trouble)
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let folder = parts.dropLast().joined(separator: "/")
    aside = "\(folder)/.\(parts.last ?? "").part"
    var file = open(aside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    if file < 0, errno == ENOENT {
      try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      file = open(aside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    }
    guard file >= 0 else { throw trouble.cannotWrite(path) }
    self.file = file
  }

  deinit { close(file) }

  /// Writes a text behind what is there.
  func write(_ text: String) throws(PublishingError) { try write(Array(text.utf8)) }

  /// Writes bytes behind what is there.
  func write(_ bytes: [UInt8]) throws(PublishingError) {
    waiting += bytes
    count += bytes.count
    if waiting.count >= Self.pieceSize { try flush() }
  }

  /// Writes the file that has the name now, with more in it.
  ///
  /// - Parameter insertions: in the order of their places.
  /// - Throws: ``PublishingError`` when a file cannot be read or written.
  func copy(with insertions: [SiteInsertion]) throws(PublishingError) {
    let old = open(path, O_RDONLY | O_CLOEXEC)
    guard old >= 0 else { throw trouble.cannotWrite(path) }
    defer { close(old) }
    var place = 0
    for insertion in insertions {
      try copy(old, insertion.place - place)
      place = insertion.place
      try write(insertion.bytes)
    }
    try copy(old, .max)
  }

  private func copy(_ old: Int32, _ length: Int) throws(PublishingError) {
    var left = length
    var piece = [UInt8](repeating: 0, count: Self.pieceSize)
    while left > 0 {
      let wanted = min(left, Self.pieceSize)
      let got = read(old, &piece, wanted)
      guard got > 0 else { return }
      try flush()
      try put(piece, got)
      count += got
      left -= got
    }
  }

  private func flush() throws(PublishingError) {
    let bytes = waiting
    waiting.removeAll(keepingCapacity: true)
    try put(bytes, bytes.count)
  }

  private func put(_ bytes: [UInt8], _ count: Int) throws(PublishingError) {
    var place = 0
    while place < count {
      let written = bytes.withUnsafeBytes { bytes in
        bytes.baseAddress.map { Foundation.write(file, $0 + place, count - place) } ?? 0
      }
      guard written > 0 else {
        defer { unlink(aside) }
        throw trouble.cannotWrite(path)
      }
      place += written
    }
  }

  /// Gives the file its name.
  ///
  /// - Parameter comparing: whether a file that is the same already stays as it is.
  /// - Returns: whether there was another file, or none.
  /// - Throws: ``PublishingError`` when it cannot be written.
  @discardableResult func publish(comparing: Bool = true) throws(PublishingError) -> Bool {
    try flush()
    if comparing, FileManager.default.contentsEqual(atPath: aside, andPath: path) {
      unlink(aside)
      return false
    }
    guard rename(aside, path) == 0 else {
      defer { unlink(aside) }
      throw trouble.cannotWrite(path)
    }
    return true
  }

  /// The bytes of a file; nil where there is none.
  static func bytes(_ path: String) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var facts = stat()
    guard fstat(file, &facts) == 0 else { return nil }
    let size = Int(facts.st_size)
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = read(file, buffer.baseAddress.map { $0 + count }, size - count)
        if got <= 0 { break }
        count += got
      }
    }
  }
}
