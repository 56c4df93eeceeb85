import Crypto
import Foundation
import Ledger
import Papers

/// What only this person on this machine knows. The outbox is a part of the ledger's file, which others may write: by a mark that is
/// made with the key it is known which of the jobs in it were asked for here (RFC 2104, HMAC).
struct MachineKey: Sendable {
  private let key: SymmetricKey

  private static let length = 32

  /// Reads the key, or makes it where there is none; nil where it can be neither read nor kept.
  ///
  /// - Parameters:
  ///   - state: the folder in which it is kept.
  ///   - generator: where it comes from; it must not be guessable.
  init?(state: String, using generator: inout some RandomNumberGenerator) {
    let path = Self.path(state)
    guard (try? Files.make(folder: state, for: .state)) != nil else { return nil }
    if Self.read(path) == nil {
      var bytes: [UInt8] = []
      while bytes.count < Self.length { bytes.append(UInt8.random(in: 0...255, using: &generator)) }
      // Of two that begin at once one is first, and the other takes its key over.
      try? AtomicFiles.replace(path, with: bytes.map { $0.padded(to: 2, radix: 16) }.joined() + "\n", for: .state)
    }
    guard let key = Self.read(path) else { return nil }
    self.key = SymmetricKey(data: key)
  }

  /// Where it is kept.
  static func path(_ state: String) -> String { "\(state)/machine.key" }

  private static func read(_ path: String) -> Data? {
    guard let text = FileManager.default.contents(atPath: path) else { return nil }
    let digits = String(decoding: text, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    var bytes: [UInt8] = []
    for start in stride(from: 0, to: digits.count - 1, by: 2) {
      guard let byte = UInt8(digits.dropFirst(start).prefix(2), radix: 16) else { return nil }
      bytes.append(byte)
    }
    return bytes.count == length ? Data(bytes) : nil
  }

  /// The mark of a text.
  func mark(of text: String) -> String {
    HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: key).prefix(16)
      .map { $0.padded(to: 2, radix: 16).lowercased() }.joined()
  }

  /// Whether a mark is that of a text.
  func isMark(_ mark: String, of text: String) -> Bool { mark == self.mark(of: text) }
}

extension Office {
  /// This machine's key; nil where it can be neither read nor kept, which the recording of gifts does not wait for.
  func machineKey() -> MachineKey? {
    let path = MachineKey.path(installation.state)
    return try? kept.value("machine key", of: [path]) { () throws(Diagnostics) in
      var random = randomness()
      return MachineKey(state: installation.state, using: &random)
    }
  }

  /// A job as the outbox keeps it.
  func text(of job: PrintJob) -> String { (machineKey().map { job.marked($0) } ?? job).text }

  /// Whether somebody asked for a job on this machine.
  func hasAsked(for job: PrintJob) -> Bool { machineKey().map { job.isOf($0) } ?? false }
}
