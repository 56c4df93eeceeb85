internal import Foundation
internal import Ledger

/// The folder of a site. A file is written aside and takes its name whole, and only where it is different from what is there.
final class SiteFolder {
  /// Lists what belongs to the site, so that nothing else is ever removed or overwritten.
  static let manifest = ".billing-office-site"
  /// What the site says of the whole ledger, as JSON.
  static let bookName = ".billing-office-book.json"

  private let path: String
  private let lock: FolderLock
  /// Why a page could not be written; nil as long as all could be.
  let trouble = SiteTrouble()
  /// The names of the site's files, sorted, as they were.
  private let before: [Substring]
  private var now: Set<String> = []
  private(set) var result = PublishedSite()
  /// What the site said when it was published last; nil where that is not known.
  private(set) var book: SiteBook?

  /// Opens a folder, making it where it is not there, once nobody else publishes into it.
  ///
  /// - Parameters:
  ///   - path: the folder.
  ///   - patience: how long to wait for whoever publishes into it, in seconds.
  ///   - begins: told once, where somebody is waited for.
  /// - Throws: ``PublishingError/foreignFolder(path:)`` where something else is in it, ``PublishingError/busy(path:seconds:)``.
  init(_ path: String, patience: Double, waiting begins: () -> Void) throws(PublishingError) {
    self.path = path
    let files = FileManager.default
    do { try files.createDirectory(atPath: path, withIntermediateDirectories: true) } catch {
      throw .cannotWrite(path: path, reason: "the folder cannot be made")
    }
    guard let lock = FolderLock(path, patience: patience, waiting: begins) else {
      throw .busy(path: path, seconds: patience)
    }
    self.lock = lock
    let names = (try? files.contentsOfDirectory(atPath: path)) ?? []
    let list = try? String(contentsOfFile: "\(path)/\(Self.manifest)", encoding: .utf8)
    guard list != nil || names.isEmpty else { throw .foreignFolder(path: path) }
    before = (list ?? "").split(separator: "\n")
    if let data = files.contents(atPath: "\(path)/\(Self.bookName)") {
      book = try? JSONDecoder().decode(SiteBook.self, from: data)
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
    return try SiteFile(path: "\(path)/\(name)", trouble)
  }

  /// Gives a long file its name.
  func finish(_ file: SiteFile) throws(PublishingError) {
    if try file.publish() { result.written += 1 } else { result.kept += 1 }
  }

  /// Writes a long file anew with more in it.
  func insert(_ insertions: [SiteInsertion], into name: String) throws(PublishingError) {
    let file = try stream(name)
    try file.copy(with: insertions.sorted())
    try file.publish(comparing: false)
    result.written += 1
  }

  /// Removes what is no longer needed, and remembers what the site is.
  ///
  /// - Parameters:
  ///   - book: what the site says.
  ///   - keepsRest: whether files that were not written this time belong to the site all the same.
  /// - Throws: ``PublishingError`` when that cannot be written.
  func finish(_ book: SiteBook?, keepsRest: Bool) throws(PublishingError) {
    var names = before
    if keepsRest {
      result.kept += before.count
      for name in now {
        let place = Self.place(of: name[...], in: names)
        if place < names.count, names[place] == name {
          result.kept -= 1
        } else {
          names.insert(name[...], at: place)
        }
      }
    } else {
      for name in before where !now.contains(String(name)) && !name.contains("..") && !name.hasPrefix("/") {
        unlink("\(path)/\(name)")
        rmdir("\(path)/\(name.split(separator: "/").dropLast().joined(separator: "/"))")
        result.removed += 1
      }
      names = now.sorted().map { $0[...] }
    }
    if names != before { try put(Array((names.joined(separator: "\n") + "\n").utf8), at: Self.manifest) }
    guard let book else { return }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    if let data = try? encoder.encode(book) { try put([UInt8](data), at: Self.bookName) }
  }

  /// Where a name stands among sorted ones, or would.
  private static func place(of name: Substring, in names: [Substring]) -> Int {
    var (low, high) = (0, names.count)
    while low < high {
      let middle = (low + high) / 2
      if names[middle] < name { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func put(_ bytes: [UInt8], at name: String) throws(PublishingError) {
    let file = try SiteFile(path: "\(path)/\(name)", trouble)
    try file.write(bytes)
    try file.publish(comparing: false)
  }
}
