internal import Foundation
internal import Ledger

/// The folder of a site. A file is written aside and takes its name whole, and only where it is different from what is there.
final class SiteFolder {
  /// Lists what belongs to the site, so that nothing else is ever removed or overwritten.
  static let manifest = ".billing-office-site"
  /// What the site says of the whole ledger, as JSON.
  static let bookName = ".billing-office-book.json"
  /// What tells whether it was this machine that said so.
  static let sealName = ".billing-office-seal"

  private let root: SiteRoot
  private let lock: FolderLock
  private let seal: SiteSeal
  /// Why a page could not be written; nil as long as all could be.
  let trouble = SiteTrouble()
  /// The names of the site's files, sorted, as they were.
  private let before: [Substring]
  private var now: Set<String> = []
  private(set) var result = PublishedSite()
  /// What the site said when it was published last; nil where that is not known, or somebody else has written it.
  private(set) var book: SiteBook?

  /// Opens a folder, making it where it is not there, once nobody else publishes into it.
  ///
  /// - Parameters:
  ///   - path: the folder.
  ///   - seal: tells what was written by this machine from what was not.
  ///   - patience: how long to wait for whoever publishes into it, in seconds.
  ///   - begins: told once, where somebody is waited for.
  /// - Throws: ``PublishingError/foreignFolder(path:)`` where something else is in it, ``PublishingError/busy(path:seconds:)``,
  ///   ``PublishingError/link(path:)``.
  init(_ path: String, _ seal: SiteSeal, patience: Double, waiting begins: () -> Void) throws(PublishingError) {
    self.seal = seal
    root = try SiteRoot(path, trouble)
    guard let lock = FolderLock(path, patience: patience, waiting: begins) else {
      throw .busy(path: path, seconds: patience)
    }
    self.lock = lock
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    let list = try root.bytes(Self.manifest).map { String(decoding: $0, as: UTF8.self) }
    guard list != nil || names.isEmpty else { throw .foreignFolder(path: path) }
    // Whoever may write in the folder may write in the list: what it names is removed only where a site has such files.
    let listed = (list ?? "").split(separator: "\n")
    before = listed.filter(SiteNames.isOurs)
    result.strangers = listed.filter { !SiteNames.isOurs($0) }.map(String.init)
    // A link in the place of a folder of pages is told before the first page is written.
    for name in SiteNames.folders { _ = try root.open("\(name)/-") }
    book = try readBook()
    // From the first page on the folder is ours: a run that is cut short can be taken up again.
    if list == nil { try put([], at: Self.manifest) }
  }

  /// What the site said, where it was this machine that wrote it.
  private func readBook() throws(PublishingError) -> SiteBook? {
    guard let bytes = try root.bytes(Self.bookName), let known = try root.bytes(Self.sealName) else { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    // Nor is it believed where somebody has changed the exports since, to which what is new is added.
    guard seal.isSeal(String(decoding: known, as: UTF8.self), of: sealed(text)) else { return nil }
    return try? JSONDecoder().decode(SiteBook.self, from: Data(text.utf8))
  }

  /// What is sealed: what the site says, and what tells that nobody has written in the exports since.
  private func sealed(_ text: String) -> String {
    (SiteNames.grown.map { root.print(of: $0) ?? "" } + [text]).joined(separator: "\n")
  }

  /// Forgets what the site said: from now on its pages are of several times.
  func forgetBook() throws(PublishingError) { try root.remove(Self.bookName) }

  /// Writes a file.
  func write(_ text: String, to name: String) throws(PublishingError) {
    now.insert(name)
    let bytes = Array(text.utf8)
    if try root.bytes(name) == bytes {
      result.kept += 1
      return
    }
    result.written += 1
    try put(bytes, at: name)
  }

  /// Begins a long file, which is written piece by piece.
  func stream(_ name: String) throws(PublishingError) -> SiteFile {
    now.insert(name)
    return try SiteFile(root, name, trouble)
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
      for name in before where !now.contains(String(name)) {
        try root.remove(String(name))
        result.removed += 1
      }
      names = now.sorted().map { $0[...] }
    }
    if names != before { try put(Array((names.joined(separator: "\n") + "\n").utf8), at: Self.manifest) }
    guard let book else { return }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    guard let text = (try? encoder.encode(book)).map({ String(decoding: $0, as: UTF8.self) }) else { return }
    try put(Array(text.utf8), at: Self.bookName)
    try put(Array(seal.seal(of: sealed(text)).utf8), at: Self.sealName)
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
    let file = try SiteFile(root, name, trouble)
    try file.write(bytes)
    try file.publish(comparing: false)
  }
}
