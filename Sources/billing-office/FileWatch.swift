import Foundation

/// Notices when files change, by looking at them many times a second: that works on every file system, network drives and
/// sticks among them, and with every way in which editors save.
struct FileWatch {
  private let paths: [String]
  private var seen: [String: Stamp]

  private struct Stamp: Hashable {
    var size: Int64
    var seconds: Int
    var nanoseconds: Int
    var number: UInt64
  }

  private static let pause: useconds_t = 20_000

  /// Begins to watch files, and folders with the files in them.
  init(_ paths: [String]) {
    self.paths = paths
    seen = Self.look(at: paths)
  }

  /// Waits until something is different and has come to rest.
  ///
  /// - Parameter isOver: asked many times a second whether to stop waiting.
  /// - Returns: whether something is different.
  mutating func waitForChange(orUntil isOver: () -> Bool) -> Bool {
    while !isOver() {
      usleep(Self.pause)
      var now = Self.look(at: paths)
      guard now != seen else { continue }
      // An editor that empties a file before it writes it is given the time to do so.
      while now.values.contains(where: { $0.size == 0 }), !isOver(), now != seen {
        seen = now
        usleep(Self.pause)
        now = Self.look(at: paths)
      }
      seen = now
      return true
    }
    return false
  }

  private static func look(at paths: [String]) -> [String: Stamp] {
    var found: [String: Stamp] = [:]
    for path in paths {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
      for file in names.isEmpty ? [path] : names.map({ "\(path)/\($0)" }) {
        var status = stat()
        guard stat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
        found[file] = Stamp(
          size: Int64(status.st_size), seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec,
          number: UInt64(status.st_ino))
      }
    }
    return found
  }
}
