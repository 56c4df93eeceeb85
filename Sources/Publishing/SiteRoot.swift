internal import Foundation

/// The folder of a site, and the folders in it. Whoever else may write there could put a link in the place of a page, or of a folder of
/// pages, and have something elsewhere written over: every step below the folder is taken from the one before, and follows none
/// (openat(2), O_NOFOLLOW).
final class SiteRoot {
  /// The folder's path.
  let path: String
  private let root: Int32
  private let trouble: SiteTrouble

  /// Opens the folder, making it where it is not there.
  ///
  /// - Parameters:
  ///   - path: the folder.
  ///   - trouble: keeps what goes wrong.
  /// - Throws: ``PublishingError`` where it is a link, or cannot be made.
  init(_ path: String, _ trouble: SiteTrouble) throws(PublishingError) {
    (self.path, self.trouble) = (path, trouble)
    var about = stat()
    if lstat(path, &about) == 0, about.st_mode & S_IFMT == S_IFLNK { throw trouble.link(path) }
    do { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) } catch {
      throw .cannotWrite(path: path, reason: "the folder cannot be made")
    }
    root = Foundation.open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard root >= 0 else { throw trouble.cannotWrite(path) }
  }

  deinit { close(root) }

  /// Does something in the folder that a file of the site is in.
  ///
  /// - Parameters:
  ///   - name: the file's name, from the site's folder.
  ///   - makes: whether folders that are missing are made.
  ///   - body: is given the folder, and the file's name in it.
  /// - Returns: what the body answers; nil where a folder is missing.
  /// - Throws: ``PublishingError`` where a folder is a link, or cannot be made.
  func inFolder<Result>(
    of name: String, makes: Bool, _ body: (Int32, String) throws(PublishingError) -> Result
  )
    throws(PublishingError) -> Result?
  {
    let parts = name.split(separator: "/").map(String.init)
    guard let last = parts.last else { return nil }
    var folder = root
    defer { if folder != root { close(folder) } }
    var place = path
    for part in parts.dropLast() {
      place += "/" + part
      var next = openat(folder, part, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      if next < 0, errno == ENOENT {
        guard makes else { return nil }
        guard mkdirat(folder, part, 0o755) == 0 || errno == EEXIST else { throw trouble.cannotWrite(place) }
        next = openat(folder, part, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      }
      guard next >= 0 else { throw Self.isLink(folder, part) ? trouble.link(place) : trouble.cannotWrite(place) }
      if folder != root { close(folder) }
      folder = next
    }
    return try body(folder, last)
  }

  /// Opens a file of the site to read it; nil where there is none.
  ///
  /// - Throws: ``PublishingError`` where it is a link, or lies behind one.
  func open(_ name: String) throws(PublishingError) -> Int32? {
    try inFolder(of: name, makes: false) { (folder, last) throws(PublishingError) -> Int32? in
      if Self.isLink(folder, last) { throw trouble.link("\(path)/\(name)") }
      let file = openat(folder, last, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
      var about = stat()
      guard file >= 0, fstat(file, &about) == 0, about.st_mode & S_IFMT == S_IFREG else {
        if file >= 0 { close(file) }
        return nil
      }
      return file
    } ?? nil
  }

  /// The bytes of a file; nil where there is none.
  ///
  /// - Throws: ``PublishingError`` where it is a link, or lies behind one.
  func bytes(_ name: String) throws(PublishingError) -> [UInt8]? {
    guard let file = try open(name) else { return nil }
    defer { close(file) }
    var about = stat()
    guard fstat(file, &about) == 0 else { return nil }
    let size = Int(about.st_size)
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = read(file, buffer.baseAddress.map { $0 + count }, size - count)
        if got <= 0 { break }
        count += got
      }
    }
  }

  /// What tells that nobody has written in a file since: its place on the disk, its size, and when it was changed last.
  func print(of name: String) -> String? {
    guard let file = try? open(name) else { return nil }
    defer { close(file) }
    var about = stat()
    guard fstat(file, &about) == 0 else { return nil }
    return "\(about.st_ino) \(about.st_size) \(about.st_ctim.tv_sec).\(about.st_ctim.tv_nsec)"
  }

  /// Takes a file away, and its folder where that is empty then.
  ///
  /// - Throws: ``PublishingError`` where it lies behind a link.
  func remove(_ name: String) throws(PublishingError) {
    _ = try inFolder(of: name, makes: false) { folder, last in unlinkat(folder, last, 0) }
    let parts = name.split(separator: "/")
    guard parts.count > 1 else { return }
    _ = try inFolder(of: parts.dropLast().joined(separator: "/"), makes: false) { folder, last in
      unlinkat(folder, last, AT_REMOVEDIR)
    }
  }

  static func isLink(_ folder: Int32, _ name: String) -> Bool {
    var about = stat()
    return fstatat(folder, name, &about, AT_SYMLINK_NOFOLLOW) == 0 && about.st_mode & S_IFMT == S_IFLNK
  }
}
