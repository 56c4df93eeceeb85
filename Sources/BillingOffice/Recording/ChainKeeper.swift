import Bookkeeping
import Crypto
import Foundation
import Ledger
import Papers

/// Keeps the names of this machine's chains, in the person's state folder and not in the office's: an office that is copied to
/// three laptops makes three chains.
struct ChainKeeper {
  /// The file in which the name of a desk's chain is kept.
  let path: String
  private let about: String
  private let desk: String

  /// Finds the file.
  ///
  /// - Parameters:
  ///   - state: the folder in which they are kept.
  ///   - desk: the desk's letter or name.
  ///   - ledger: the ledger's file: a copy of the office in another folder has a chain of its own.
  init(state: String, desk: String, ledger: String) {
    let digest = SHA256.hash(data: Data("\(desk)\n\(ledger)".utf8)).prefix(12)
    path = "\(state)/chains/\(digest.map { $0.padded(to: 2, radix: 16).lowercased() }.joined())"
    about = "# The chain of desk \(desk) in \(ledger), on this machine."
    self.desk = desk
  }

  /// The chain of the desk; begun where there is none yet.
  ///
  /// - Parameter generator: where the random characters come from.
  /// - Returns: its name.
  /// - Throws: ``Diagnostics`` when it can be neither read nor kept.
  func chain(using generator: inout some RandomNumberGenerator) throws(Diagnostics) -> ChainName {
    if let chain = try read() { return chain }
    let new = ChainName(desk: desk, using: &generator)
    let files = try AtomicFiles(folder: URL(fileURLWithPath: path).deletingLastPathComponent().path, for: .state)
    do { try Data("\(new)\n\(about)\n".utf8).write(to: URL(fileURLWithPath: files.begin(path))) } catch {
      files.discard()
      throw Diagnostics(RecordFact.chainNotKept, file: ShownPath.of(path))
    }
    do { try files.publish(force: false) } catch {
      // Of two that begin at once one is first, and the other takes its name over.
      guard let chain = try read() else { throw error }
      return chain
    }
    return new
  }

  private func read() throws(Diagnostics) -> ChainName? {
    guard Files.exists(path) else { return nil }
    let text = try Files.text(path)
    if let chain = text.split(whereSeparator: \.isNewline).first.flatMap({ ChainName(String($0)) }) { return chain }
    throw Diagnostics(RecordFact.noChainName, file: ShownPath.of(path), line: 1, column: 1)
  }
}
