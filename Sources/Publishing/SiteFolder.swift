internal import Foundation

/// The folder of a site. A file is written aside and takes its name whole, and only where it is different from what is there.
final class SiteFolder {
  /// Lists what belongs to the site, so that nothing else is ever removed or overwritten.
  static let manifest = ".billing-office-site"

  private let path: String
  private var before: Set<String>
  private var now: [String] = []
  private(set) var result = PublishedSite()

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
    do { try files.createDirectory(atPath: path, withIntermediateDirectories: true) } catch {
      throw .cannotWrite(path: path, reason: "the folder cannot be made")
    }
    // From the first page on the folder is ours: a run that is cut short can be taken up again.
    if list == nil { try put(Data(), at: Self.manifest) }
  }

  /// Writes a file.
  func write(_ text: String, to name: String) throws(PublishingError) { try write(Data(text.utf8), to: name) }

  /// Writes a file.
  func write(_ data: Data, to name: String) throws(PublishingError) {
    now.append(name)
    if FileManager.default.contents(atPath: "\(path)/\(name)") == data {
      result.kept += 1
      return
    }
    result.written += 1
    try put(data, at: name)
  }

  /// Removes what is no longer needed, and remembers what the site is.
  func finish() throws(PublishingError) {
    for name in before.subtracting(now) where !name.contains("..") && !name.hasPrefix("/") {
      try? FileManager.default.removeItem(atPath: "\(path)/\(name)")
      rmdir("\(path)/\(name.split(separator: "/").dropLast().joined(separator: "/"))")
      result.removed += 1
    }
    try put(Data((now.sorted().joined(separator: "\n") + "\n").utf8), at: Self.manifest)
  }

  private func put(_ data: Data, at name: String) throws(PublishingError) {
    let url = URL(fileURLWithPath: "\(path)/\(name)")
    let aside = url.deletingLastPathComponent().path + "/.\(url.lastPathComponent).part"
    do {
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try data.write(to: URL(fileURLWithPath: aside))
    } catch {
      unlink(aside)
      throw .cannotWrite(path: url.path, reason: "\(error)")
    }
    guard rename(aside, url.path) == 0 else {
      unlink(aside)
      throw .cannotWrite(path: url.path, reason: String(cString: strerror(errno)))
    }
  }
}
