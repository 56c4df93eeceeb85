import Foundation
import Ledger
import TestTools

/// Another office's ledger as lines: verified, and joined to an empty one.
struct LedgerTarget: FuzzTarget {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  func take(_ bytes: [UInt8]) {
    let path = scratch.path("theirs.jsonl")
    _ = FileManager.default.createFile(atPath: path, contents: Data(bytes))
    guard let report = try? LedgerFile.verify(path), report.findings.isEmpty, report.count > 0 else { return }
    let own = scratch.path("own.sqlite")
    for ending in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: own + ending) }
    guard let ledger = try? Ledger(path: own) else { return }
    _ = try? ledger.merge(path)
    _ = try? ledger.verify()
  }
}
