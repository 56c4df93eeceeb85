import Crypto
import Foundation
import Ledger

/// Keeps the names of this machine's chains, in the person's state folder and not in the office's: an office that is copied to
/// three laptops makes three chains.
struct ChainKeeper {
  /// The folder in which they are kept.
  let state: String

  /// The chain of a desk; begun where there is none yet.
  ///
  /// - Parameters:
  ///   - desk: the desk's letter or name.
  ///   - ledger: the ledger's file: a copy of the office in another folder has a chain of its own.
  ///   - generator: where the random characters come from.
  /// - Returns: the chain's name.
  /// - Throws: a ``Diagnostic`` when it can be neither read nor kept.
  func chain(desk: String, ledger: String, using generator: inout some RandomNumberGenerator) throws(Diagnostics)
    -> ChainName
  {
    let folder = state + "/chains"
    let digest = SHA256.hash(data: Data("\(desk)\n\(ledger)".utf8)).prefix(12)
    let path = "\(folder)/\(digest.map { String(format: "%02x", $0) }.joined())"
    if let chain = try read(path) { return chain }
    _ = try Files.make(folder: folder, hint: "say where it may be kept: export XDG_STATE_HOME=…")
    let chain = ChainName(desk: desk, using: &generator)
    let aside = "\(path).\(UUID().uuidString.prefix(8))"
    let text = "\(chain)\n# The chain of desk \(desk) in \(ledger), on this machine.\n"
    do { try Data(text.utf8).write(to: URL(fileURLWithPath: aside)) } catch {
      throw Diagnostics(
        .error, .cannotWrite, file: Files.shown(path), message: "the name of this desk's chain cannot be kept",
        hint: "check that you may write there, or say where: export XDG_STATE_HOME=…")
    }
    defer { unlink(aside) }
    // Of two that begin at once one is first, and the other takes its name over.
    if link(aside, path) == 0 { return chain }
    return try read(path) ?? chain
  }

  private func read(_ path: String) throws(Diagnostics) -> ChainName? {
    guard Files.exists(path) else { return nil }
    let text = try Files.text(path, shown: Files.shown(path))
    if let chain = text.split(whereSeparator: \.isNewline).first.flatMap({ ChainName(String($0)) }) { return chain }
    throw Diagnostics(
      .error, .data, file: Files.shown(path), line: 1, column: 1, message: "this is no name of a chain",
      hint: "delete the file: a new chain is begun, and nothing recorded is lost")
  }
}
