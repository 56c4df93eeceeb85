internal import Foundation

/// The folder of a site. A file is written aside and takes its name whole, and only where it is different from what is there.
final class SiteFolder {
  /// Lists what belongs to the site, so that nothing else is ever removed or overwritten.
  static let manifest = ".billing-office-site"
  /// What the site says of the whole ledger, as JSON.
  static let bookName = ".billing-office-book.json"

  private let path: String
  private let before: Set<String>
  private var now: Set<String> = []
  private(set) var result = PublishedSite()
  /// What the site said when it was published last; nil where that is not known.
  private(set) var book: SiteBook?

  /// Opens a folder, making it where it is not there.
  ///
  /// - Throws: ``PublishingError/foreignFolder(path:)`` where something else is in it.
  init(_ path: String) throws(PublishingError) {
    self.path = path
    let files = FileManager.default
    let names = (try? files.contentsOfDirectory(atPath: path)) ?? []
    let list = try? String(contentsOfFile: "\(path)/\(Self.manifest)", encoding: .utf8)
    guard list != nil || names.isEmpty else { throw .foreignFolder(path: path) }
    before = Set((list ?? "").split(separator: "\n").map(String.init))
    if let data = files.contents(atPath: "\(path)/\(Self.bookName)") {
      book = try? JSONDecoder().decode(SiteBook.self, from: data)
    }
    do { try files.createDirectory(atPath: path, withIntermediateDirectories: true) } catch {
      throw .cannotWrite(path: path, reason: "the folder cannot be made")
    }
    // From the first page on the folder is ours: a run that is cut short can be taken up again.
    if list == nil { try put([], at: Self.manifest) }
  }

  /// Forgets what the site said: from now on its pages are of several times.
  func forgetBook() { unlink("\(path)/\(Self.bookName)") }

  /// Writes a file.
  func write(_ text: String, to name: String) throws(PublishingError) {
    now.insert(name)
    let bytes = Array(text.utf8)
    if SiteFile.bytes("\(path)/\(name)") == bytes {
      result.kept += 1
      return
    }
    result.written += 1
    try put(bytes, at: name)
  }

  /// Begins a long file, which is written piece by piece.
  func stream(_ name: String) throws(PublishingError) -> SiteFile {
    now.insert(name)
    return try SiteFile(path: "\(path)/\(name)")
  }

  /// Gives a long file its name.
  func finish(_ file: SiteFile) throws(PublishingError) {
    if try file.publish() { result.written += 1 } else { result.kept += 1 }
  }

  /// Writes a long file anew with more in it.
  func insert(_ insertions: [SiteInsertion], into name: String) throws(PublishingError) {
    let file = try stream(name)
    try file.copy(with: insertions.sorted())
    try finish(file)
  }

  /// Removes what is no longer needed, and remembers what the site is.
  ///
  /// - Parameters:
  ///   - book: what the site says.
  ///   - keepsRest: whether files that were not written this time belong to the site all the same.
  /// - Throws: ``PublishingError`` when that cannot be written.
  func finish(_ book: SiteBook?, keepsRest: Bool) throws(PublishingError) {
    if keepsRest {
      result.kept += before.subtracting(now).count
      now.formUnion(before)
    }
    for name in before.subtracting(now) where !name.contains("..") && !name.hasPrefix("/") {
      unlink("\(path)/\(name)")
      rmdir("\(path)/\(name.split(separator: "/").dropLast().joined(separator: "/"))")
      result.removed += 1
    }
    if now != before { try put(Array((now.sorted().joined(separator: "\n") + "\n").utf8), at: Self.manifest) }
    guard let book else { return }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    if let data = try? encoder.encode(book) { try put([UInt8](data), at: Self.bookName) }
  }

  private func put(_ bytes: [UInt8], at name: String) throws(PublishingError) {
    let file = try SiteFile(path: "\(path)/\(name)")
    try file.write(bytes)
    try file.publish(comparing: false)
  }
}
