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
  private let root: SiteRoot
  private let name: String
  private let aside: String
  private let file: Int32
  private let trouble: SiteTrouble
  private var waiting: [UInt8] = []
  /// How many bytes were written.
  private(set) var count = 0

  private static let pieceSize = 1 << 20

  /// Begins a file, making its folder where it is not there.
  ///
  /// - Parameters:
  ///   - root: the site's folder.
  ///   - name: the file's name, from there.
  ///   - trouble: keeps what goes wrong.
  /// - Throws: ``PublishingError`` where it, or a folder that it is in, is a link, or it cannot be written.
  init(_ root: SiteRoot, _ name: String, _ trouble: SiteTrouble) throws(PublishingError) {
    (self.root, self.name, self.trouble) = (root, name, trouble)
    let parts = name.split(separator: "/").map(String.init)
    let hidden = Self.aside(parts.last ?? "")
    aside = (parts.dropLast() + [hidden]).joined(separator: "/")
    let path = "\(root.path)/\(name)"
    let file = try root.inFolder(of: name, makes: true) { (folder, last) throws(PublishingError) -> Int32 in
      if SiteRoot.isLink(folder, last) || SiteRoot.isLink(folder, hidden) { throw trouble.link(path) }
      // What a kill has left of another time.
      unlinkat(folder, hidden, 0)
      let file = openat(folder, hidden, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
      guard file >= 0 else { throw trouble.cannotWrite(path) }
      return file
    }
    guard let file else { throw trouble.cannotWrite(path) }
    self.file = file
  }

  deinit { close(file) }

  /// What a file is called until it is whole.
  static func aside(_ name: String) -> String { ".\(name).part" }

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
    guard let old = try root.open(name) else { throw trouble.cannotWrite(path) }
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
        let error = trouble.cannotWrite(path)
        discard()
        throw error
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
    if comparing, try isSame() {
      discard()
      return false
    }
    let isNamed = try root.inFolder(of: name, makes: false) { folder, last in
      renameat(folder, Self.aside(last), folder, last) == 0
    }
    guard isNamed == true else {
      let error = trouble.cannotWrite(path)
      discard()
      throw error
    }
    return true
  }

  private var path: String { "\(root.path)/\(name)" }

  private func discard() {
    _ = try? root.inFolder(of: aside, makes: false) { folder, last in unlinkat(folder, last, 0) }
  }

  /// Whether what was written is what the file that has the name holds.
  private func isSame() throws(PublishingError) -> Bool {
    guard let old = try root.open(name) else { return false }
    defer { close(old) }
    var about = stat()
    guard fstat(old, &about) == 0, Int(about.st_size) == count else { return false }
    let size = 1 << 16
    var (one, other) = ([UInt8](repeating: 0, count: size), [UInt8](repeating: 0, count: size))
    var place = 0
    while place < count {
      let wanted = min(size, count - place)
      guard pread(file, &one, wanted, off_t(place)) == wanted, pread(old, &other, wanted, off_t(place)) == wanted,
        one[..<wanted] == other[..<wanted]
      else { return false }
      place += wanted
    }
    return true
  }
}
