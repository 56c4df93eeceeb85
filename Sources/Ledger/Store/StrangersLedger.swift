internal import Foundation
internal import GRDB
internal import GRDBSQLite

/// How much of a file of others is read. A file that asks for more is refused, rather than that everything else waits for it.
public struct StrangersLimits: Hashable, Sendable {
  /// The most bytes.
  public var bytes: Int64
  /// The most seconds that the database may reckon.
  public var seconds: Double

  /// The usual: four gigabytes, which is more than a million gifts, and ten minutes.
  public static let usual = StrangersLimits(bytes: 4 << 30, seconds: 600)

  /// Sets limits.
  public init(bytes: Int64, seconds: Double) { (self.bytes, self.seconds) = (bytes, seconds) }
}

/// A private copy of a ledger of others, which is taken away again. Whatever they do to theirs meanwhile, this is what was checked.
final class StrangersCopy: Sendable {
  /// The copy.
  let path: String
  private let folder: String

  /// Copies a ledger and its log of recent changes.
  ///
  /// - Parameters:
  ///   - original: the ledger.
  ///   - limits: how much is read.
  /// - Throws: ``LedgerError`` where it is none, or too large.
  init(of original: String, _ limits: StrangersLimits) throws(LedgerError) {
    var about = stat()
    guard stat(original, &about) == 0 else { throw .notThere(path: original) }
    guard about.st_mode & S_IFMT == S_IFREG else { throw .damaged(path: original, reason: "no file") }
    guard about.st_size > 0 else { throw .notThere(path: original) }
    var log = stat()
    let logSize = stat(original + "-wal", &log) == 0 ? Int64(log.st_size) : 0
    guard Int64(about.st_size) + logSize <= limits.bytes else { throw .tooLarge(path: original) }
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("ledger-\(UUID().uuidString)").path
    path = folder + "/ledger.sqlite"
    do {
      guard mkdir(folder, 0o700) == 0 else { throw LedgerError.cannotCopy(path: folder) }
      try LedgerOpening.copyFiles(of: original, to: path)
    } catch {
      try? FileManager.default.removeItem(atPath: folder)
      throw (error as? LedgerError) ?? .cannotCopy(path: folder)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }
}

/// Stops a connection that has reckoned for too long. SQLite asks it every so many steps.
final class Deadline: Sendable {
  private let end: Double

  init(seconds: Double) { end = Self.now + seconds }

  /// Has a connection ask it.
  func watch(_ db: Database) {
    sqlite3_progress_handler(
      db.sqliteConnection, 100_000,
      { context in
        guard let context else { return 0 }
        return Unmanaged<Deadline>.fromOpaque(context).takeUnretainedValue().isOver ? 1 : 0
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  private var isOver: Bool { Self.now > end }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
