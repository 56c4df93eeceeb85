internal import GRDB
internal import Synchronization

/// The public, append-only record of an office, in one SQLite file. Many processes may use it at once.
///
/// Entries are appended and never changed; only a text that was typed by mistake can be taken out of one.
public final class Ledger: Sendable {
  /// The file.
  public let path: String
  private let queue: DatabaseQueue
  private let access: Access
  /// Whether what was opened could be written as well.
  private let mayWrite: Bool
  /// The copy that is read in the place of a ledger of others.
  private let copy: StrangersCopy?
  private let deadline: Deadline?
  /// What SQLite counts up when tables, triggers or views are changed, as it was when they were looked at.
  private let shape = Mutex(-1)

  /// What may be done with it.
  public enum Access: Sendable {
    /// Reading and appending; the file is made where it is not there.
    case readWrite
    /// Reading only.
    case readOnly
  }

  /// How long to wait for another process, in seconds.
  public static let patience = 10.0

  /// Opens a ledger.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - access: what may be done with it.
  ///   - patience: how long to wait for another process, in seconds.
  /// - Throws: ``LedgerError``.
  public init(path: String, access: Access = .readWrite, patience: Double = Ledger.patience) throws(LedgerError) {
    (self.path, self.access, copy, deadline) = (path, access, nil, nil)
    do {
      switch access {
      case .readWrite: (queue, mayWrite) = (try LedgerOpening.forWriting(path, patience), true)
      case .readOnly: (queue, mayWrite) = try LedgerOpening.forReading(path, patience)
      }
      try checkNewness()
    } catch {
      throw LedgerError(anything: error, path: path)
    }
  }

  /// Opens a ledger of others, to be looked at: a private copy of it, of which no more is read than the limits say.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - limits: how much is read.
  /// - Throws: ``LedgerError``.
  public init(ofOthers path: String, _ limits: StrangersLimits = .usual) throws(LedgerError) {
    let copy = try StrangersCopy(of: path, limits)
    (self.path, access, mayWrite, self.copy) = (path, .readOnly, false, copy)
    do {
      (queue, deadline) = try LedgerOpening.ofStrangers(copy, limits)
      try checkNewness()
    } catch {
      throw LedgerError(anything: error, path: path)
    }
  }

  private init(toWrite other: Ledger) {
    (path, queue, access, mayWrite, copy, deadline) = (other.path, other.queue, .readWrite, true, nil, nil)
  }

  private func checkNewness() throws {
    try queue.read { db in
      if try LedgerSchema.migrator.hasBeenSuperseded(db) { throw LedgerError.newer(path: path) }
      try checkShape(db)
    }
  }

  /// Makes sure that the file holds the program's own tables and nothing that acts by itself, unless that is known already.
  private func checkShape(_ db: Database) throws {
    let version = try Int.fetchOne(db, sql: "PRAGMA schema_version") ?? 0
    if shape.withLock({ $0 }) == version { return }
    let foreign = try LedgerShape.foreignParts(db)
    guard foreign.isEmpty else { throw LedgerError.foreignParts(path: path, foreign) }
    shape.withLock { $0 = version }
  }

  /// The same open file, to be written as well; nil where it was opened in a way that allows only to look.
  public var writable: Ledger? { mayWrite ? Ledger(toWrite: self) : nil }

  /// Reads, in one snapshot.
  func read<T>(_ body: (Database) throws -> T) throws(LedgerError) -> T {
    do { return try queue.read(body) } catch { throw LedgerError(anything: error, path: path) }
  }

  /// Brings what is in the log of recent changes into the file, so that the file alone, as people copy and move it, holds everything.
  ///
  /// - Parameter isPatient: whether the log is emptied as well, for which whoever reads the ledger is waited for. Without it nobody is, and
  ///   what somebody reads past stays in the log (https://sqlite.org/c3ref/wal_checkpoint_v2.html).
  /// - Returns: whether the file holds everything now.
  /// - Throws: ``LedgerError``.
  @discardableResult
  public func checkpoint(isPatient: Bool = true) throws(LedgerError) -> Bool {
    do {
      return try queue.writeWithoutTransaction { db in
        let done = try db.checkpoint(isPatient ? .truncate : .passive)
        return done.walFrameCount == done.checkpointedFrameCount
      }
    } catch { throw LedgerError(error, path: path) }
  }

  /// Lets the file grow to so many pages only, as a full disk does.
  func limit(pages: Int) throws {
    try queue.writeWithoutTransaction { _ = try Int.fetchOne($0, sql: "PRAGMA max_page_count = \(pages)") }
  }

  /// What a commit outlives.
  enum Endurance: String {
    /// A power cut: it is on the disk before the commit returns.
    case powerCut = "FULL"
    /// The end of the process, however it ends: it is with the system (https://sqlite.org/pragma.html#pragma_synchronous).
    case process = "NORMAL"
  }

  /// Writes, in one immediate transaction: nobody else can write from its first statement on.
  ///
  /// - Parameters:
  ///   - endurance: what the commit outlives.
  ///   - body: what is written.
  /// - Returns: what the body answers.
  /// - Throws: ``LedgerError``; then nothing was written.
  func write<T>(outliving endurance: Endurance = .powerCut, _ body: (Database) throws -> T) throws(LedgerError) -> T {
    if access == .readOnly { throw .readOnly(path: path) }
    do {
      return try queue.writeWithoutTransaction { db in
        if endurance != .powerCut { try db.execute(sql: "PRAGMA synchronous = \(endurance.rawValue)") }
        defer {
          if endurance != .powerCut { try? db.execute(sql: "PRAGMA synchronous = \(Endurance.powerCut.rawValue)") }
        }
        var result: T?
        try db.inTransaction(.immediate) {
          try checkShape(db)
          result = try body(db)
          return .commit
        }
        guard let result else { throw LedgerError.failed(path: path, reason: "no result") }
        return result
      }
    } catch { throw LedgerError(anything: error, path: path) }
  }
}

extension LedgerError {
  /// What went wrong; of a fault of this kind, what it says, about the file that somebody named.
  init(anything error: any Error, path: String) {
    switch error {
    case LedgerError.damaged(_, let reason): self = .damaged(path: path, reason: reason)
    case LedgerError.foreignParts(_, let parts): self = .foreignParts(path: path, parts)
    case let error as LedgerError: self = error
    default: self = LedgerError(error, path: path)
    }
  }

  /// What an error of the database means.
  init(_ error: any Error, path: String) {
    guard let error = error as? DatabaseError else {
      self = .failed(path: path, reason: "\(error)")
      return
    }
    let reason = error.message ?? "\(error.resultCode)"
    self =
      switch error.resultCode {
      case .SQLITE_BUSY, .SQLITE_LOCKED: .locked(path: path)
      case .SQLITE_CORRUPT, .SQLITE_NOTADB: .damaged(path: path, reason: reason)
      case .SQLITE_FULL, .SQLITE_IOERR: .diskFull(path: path)
      case .SQLITE_INTERRUPT, .SQLITE_TOOBIG: .tooLarge(path: path)
      case .SQLITE_READONLY, .SQLITE_PERM: .readOnly(path: path)
      case .SQLITE_CANTOPEN: .cannotOpen(path: path, reason: reason)
      default: .failed(path: path, reason: reason)
      }
  }
}
