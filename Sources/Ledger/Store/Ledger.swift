internal import GRDB

/// The public, append-only record of an office, in one SQLite file. Many processes may use it at once.
///
/// Entries are appended and never changed; only a text that was typed by mistake can be taken out of one.
public final class Ledger: Sendable {
  /// The file.
  public let path: String
  private let queue: DatabaseQueue
  private let access: Access

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
    (self.path, self.access) = (path, access)
    do {
      queue =
        switch access {
        case .readWrite: try LedgerOpening.forWriting(path, patience)
        case .readOnly: try LedgerOpening.forReading(path, patience)
        }
      let migrator = LedgerSchema.migrator
      if try queue.read({ try migrator.hasBeenSuperseded($0) }) { throw LedgerError.newer(path: path) }
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
    if access == .readOnly { throw .readOnly(path: path) }
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
