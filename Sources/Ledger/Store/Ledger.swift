internal import Foundation
internal import GRDB

/// The public, append-only record of an office, in one SQLite file. Many processes may use it at once.
///
/// Entries are appended and never changed; only a text that was typed by mistake can be taken out of one.
public final class Ledger: Sendable {
  /// The file.
  public let path: String
  private let queue: DatabaseQueue

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
    self.path = path
    if access == .readOnly, !FileManager.default.fileExists(atPath: path) { throw .notThere(path: path) }
    var configuration = Configuration()
    configuration.readonly = access == .readOnly
    configuration.busyMode = .timeout(patience)
    configuration.prepareDatabase { db in
      // A power cut may not take back what has been acknowledged.
      try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON")
    }
    do {
      queue = try DatabaseQueue(path: path, configuration: configuration)
      let migrator = LedgerSchema.migrator
      let isNewer = try queue.read { try migrator.hasBeenSuperseded($0) }
      if isNewer { throw LedgerError.newer(path: path) }
      if access == .readWrite {
        try queue.writeWithoutTransaction { db in
          if try String.fetchOne(db, sql: "PRAGMA journal_mode") != "wal" {
            try db.execute(sql: "PRAGMA journal_mode = WAL")
          }
        }
        try migrator.migrate(queue)
      } else if try queue.read({ try !migrator.hasCompletedMigrations($0) }) {
        // One of an earlier version is brought up to date; anything else is no ledger.
        let isOlder = try queue.read { try !migrator.appliedIdentifiers($0).isEmpty }
        guard isOlder else { throw LedgerError.damaged(path: path, reason: "no ledger") }
        _ = try Ledger(path: path, access: .readWrite, patience: patience)
      }
    } catch let error as LedgerError {
      throw error
    } catch {
      throw LedgerError(error, path: path)
    }
  }

  /// Reads, in one snapshot.
  func read<T>(_ body: (Database) throws -> T) throws(LedgerError) -> T {
    do { return try queue.read(body) } catch let error as LedgerError { throw error } catch {
      throw LedgerError(error, path: path)
    }
  }

  /// Brings what is in the log of recent changes into the file, and empties the log.
  func checkpoint() throws(LedgerError) {
    do { try queue.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) } } catch {
      throw LedgerError(error, path: path)
    }
  }

  /// Lets the file grow to so many pages only, as a full disk does.
  func limit(pages: Int) throws {
    try queue.writeWithoutTransaction { _ = try Int.fetchOne($0, sql: "PRAGMA max_page_count = \(pages)") }
  }

  /// Writes, in one immediate transaction: nobody else can write from its first statement on.
  func write<T>(_ body: (Database) throws -> T) throws(LedgerError) -> T {
    do {
      return try queue.writeWithoutTransaction { db in
        var result: T?
        try db.inTransaction(.immediate) {
          result = try body(db)
          return .commit
        }
        guard let result else { throw LedgerError.failed(path: path, reason: "no result") }
        return result
      }
    } catch let error as LedgerError { throw error } catch { throw LedgerError(error, path: path) }
  }
}

extension LedgerError {
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
      case .SQLITE_READONLY, .SQLITE_PERM: .readOnly(path: path)
      case .SQLITE_CANTOPEN: .cannotOpen(path: path, reason: reason)
      default: .failed(path: path, reason: reason)
      }
  }
}
