internal import Foundation
internal import GRDB
internal import GRDBSQLite

/// How a ledger's file is opened: by whoever may write it, and by whoever may not.
enum LedgerOpening {
  /// Opens a ledger to be written; makes it where it is not there.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - patience: how long to wait for another process, in seconds.
  /// - Returns: the open file, brought up to date.
  /// - Throws: what SQLite throws, or ``LedgerError``.
  static func forWriting(_ path: String, _ patience: Double) throws -> DatabaseQueue {
    // SQLite would open it all the same, and leave a log beside it that may not be written either, even once the file itself may.
    if size(of: path) != nil, access(path, W_OK) != 0 { throw LedgerError.readOnly(path: path) }
    // Of several desks that record their first gift at once, one makes the tables, and the others wait for it.
    var making = (size(of: path) ?? 0) == 0 ? try lock(around: path, patience) : nil
    // What is recorded tells the minute, which is nobody's business but the desk's.
    if making != nil, size(of: path) == nil { _ = PrivateFile.make(path) }
    let queue = try DatabaseQueue(path: path, configuration: configuration(patience))
    let migrator = LedgerSchema.migrator
    // While another process makes it, there is nothing to be read of it yet.
    let isReady = try? queue.read { db in
      let isWAL = try String.fetchOne(db, sql: "PRAGMA journal_mode") == "wal"
      return try isWAL && migrator.hasCompletedMigrations(db)
    }
    if isReady == true { return queue }
    if making == nil { making = try lock(around: path, patience) }
    defer { making?.release() }
    try queue.writeWithoutTransaction { db in
      if try String.fetchOne(db, sql: "PRAGMA journal_mode") != "wal" {
        try db.execute(sql: "PRAGMA journal_mode = WAL")
      }
    }
    // A newer version's ledger is left as it is.
    if try queue.read({ try !migrator.hasBeenSuperseded($0) }) {
      let foreign = try queue.read { try LedgerShape.foreignParts($0, isOld: true) }
      guard foreign.isEmpty else { throw LedgerError.foreignParts(path: path, foreign) }
      try migrator.migrate(queue)
    }
    return queue
  }

  /// Opens a ledger to be looked at; nothing is left behind beside it.
  ///
  /// Where its folder may not be written, SQLite is told that nobody does (`immutable`, https://sqlite.org/uri.html); where the
  /// log of recent changes shows that somebody may, a private copy is looked at.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - patience: how long to wait for another process, in seconds.
  ///   - mayWrite: whether the file and its folder may be written; nil to look.
  /// - Returns: the open file, and whether it could be written through this connection as well.
  /// - Throws: what SQLite throws, or ``LedgerError``.
  static func forReading(_ path: String, _ patience: Double, mayWrite: Bool? = nil) throws
    -> (queue: DatabaseQueue, mayWrite: Bool)
  {
    // An empty file is what a kill leaves of a ledger that was just being made.
    guard let size = size(of: path), size > 0 else { throw LedgerError.notThere(path: path) }
    let migrator = LedgerSchema.migrator
    let mayWrite = mayWrite ?? self.mayWrite(path)
    let queue: DatabaseQueue
    if mayWrite {
      // Only a connection that may write takes its log away when it closes.
      queue = try DatabaseQueue(path: path, configuration: configuration(patience))
    } else if (LedgerOpening.size(of: path + "-wal") ?? 0) == 0 {
      var configuration = configuration(patience)
      configuration.readonly = true
      queue = try DatabaseQueue(path: immutable(path), configuration: configuration)
    } else {
      queue = try copy(of: path)
    }
    let (isComplete, isWAL) = try queue.read { db in
      (try migrator.hasCompletedMigrations(db), try String.fetchOne(db, sql: "PRAGMA journal_mode") == "wal")
    }
    if isComplete { return (queue, mayWrite && isWAL) }
    let (applied, isBlank) = try queue.read { db in
      let tables = try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'table'")
      return (try migrator.appliedIdentifiers(db), tables.allSatisfy { $0.hasPrefix("grdb_") })
    }
    // Nothing in it, or not yet what the first migration makes: it was being made.
    if applied.isEmpty, isBlank { throw LedgerError.notThere(path: path) }
    guard !applied.isEmpty else { throw LedgerError.damaged(path: path, reason: "no ledger") }
    if try queue.read({ try migrator.hasBeenSuperseded($0) }) { return (queue, false) }
    // One of an earlier version is brought up to date, in a copy where that is all one may do.
    try queue.close()
    if mayWrite {
      try forWriting(path, patience).close()
      return try forReading(path, patience)
    }
    return (try copy(of: path), false)
  }

  /// Opens a private copy of a ledger of others. Nothing of it is obeyed, it is read for so long only, and what is longer than any
  /// entry is not read at all.
  ///
  /// - Parameters:
  ///   - copy: the copy.
  ///   - limits: how much is read.
  /// - Returns: the open file, of which nothing stays behind, and what stops it.
  /// - Throws: what SQLite throws, or ``LedgerError``.
  static func ofStrangers(_ copy: StrangersCopy, _ limits: StrangersLimits) throws -> (DatabaseQueue, Deadline) {
    let deadline = Deadline(seconds: limits.seconds)
    var configuration = configuration(1)
    configuration.prepareDatabase { db in
      deadline.watch(db)
      sqlite3_limit(db.sqliteConnection, SQLITE_LIMIT_LENGTH, Int32(6 * EntryBounds.bytes))
    }
    let queue = try DatabaseQueue(path: copy.path, configuration: configuration)
    let migrator = LedgerSchema.migrator
    if try queue.read({ try migrator.hasCompletedMigrations($0) || migrator.hasBeenSuperseded($0) }) {
      return (queue, deadline)
    }
    let (applied, foreign) = try queue.read { db in
      (try migrator.appliedIdentifiers(db), try LedgerShape.foreignParts(db, isOld: true))
    }
    guard !applied.isEmpty else { throw LedgerError.damaged(path: copy.path, reason: "no ledger") }
    guard foreign.isEmpty else { throw LedgerError.foreignParts(path: copy.path, foreign) }
    try migrator.migrate(queue)
    return (queue, deadline)
  }

  private static func configuration(_ patience: Double) -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(patience)
    configuration.prepareDatabase { db in
      // A power cut may not take back what has been acknowledged. What a file says of how it is made calls no function that could
      // do anything, and a page of it that is damaged is told rather than made sense of.
      try db.execute(
        sql: """
          PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF;
          PRAGMA cell_size_check = ON
          """)
    }
    return configuration
  }

  /// Waits for the folder in which a ledger lies.
  private static func lock(around path: String, _ patience: Double) throws -> FolderLock {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    guard let lock = FolderLock(folder, patience: patience) else { throw LedgerError.locked(path: path) }
    return lock
  }

  private static func size(of path: String) -> Int64? {
    var about = stat()
    return stat(path, &about) == 0 ? Int64(about.st_size) : nil
  }

  private static func mayWrite(_ path: String) -> Bool {
    access(path, W_OK) == 0 && access(URL(fileURLWithPath: path).deletingLastPathComponent().path, W_OK) == 0
  }

  private static func immutable(_ path: String) -> String {
    URL(fileURLWithPath: path).absoluteString.replacing("?", with: "%3f") + "?immutable=1"
  }

  /// The ledger and its log as they are now, in memory.
  private static func copy(of path: String) throws -> DatabaseQueue {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("ledger-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let copied = folder.appendingPathComponent("ledger.sqlite").path
    try copyFiles(of: path, to: copied)
    let memory = try DatabaseQueue()
    let disk = try DatabaseQueue(path: copied)
    if try disk.read({ try !LedgerSchema.migrator.appliedIdentifiers($0).isEmpty }) {
      try LedgerSchema.migrator.migrate(disk)
    }
    try disk.backup(to: memory)
    try disk.close()
    return memory
  }

  /// Copies a ledger and its log of recent changes.
  static func copyFiles(of path: String, to copied: String) throws {
    // Whoever writes meanwhile may bring the log into the file between the two: then both are copied again.
    var before: [Stamp] = []
    repeat {
      before = ["", "-wal"].map { Stamp(path + $0) }
      for ending in ["", "-wal"] where FileManager.default.fileExists(atPath: path + ending) {
        try? FileManager.default.removeItem(atPath: copied + ending)
        try FileManager.default.copyItem(atPath: path + ending, toPath: copied + ending)
        chmod(copied + ending, 0o600)
      }
    } while before != ["", "-wal"].map { Stamp(path + $0) }
  }

  /// What tells that a file has changed.
  private struct Stamp: Equatable {
    private var size: Int64 = -1
    private var seconds = 0
    private var nanoseconds = 0

    init(_ path: String) {
      var about = stat()
      guard stat(path, &about) == 0 else { return }
      (size, seconds, nanoseconds) = (Int64(about.st_size), about.st_mtim.tv_sec, about.st_mtim.tv_nsec)
    }
  }
}
