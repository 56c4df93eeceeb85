import Bookkeeping
import Crypto
import Foundation
import Ledger
import Papers
import Vetting

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
    about = "# The chain of desk \(desk)\(Self.mark(of: ledger))"
    self.desk = desk
  }

  /// The chain of the desk; begun where there is none yet.
  ///
  /// - Parameter generator: where the random characters come from.
  /// - Returns: its name.
  /// - Throws: ``Diagnostics`` when it can be neither read nor kept.
  func chain(using generator: inout some RandomNumberGenerator) throws(Diagnostics) -> ChainName {
    if let chain = try read() { return chain }
    let new = name(using: &generator)
    let files = try AtomicFiles(folder: URL(fileURLWithPath: path).deletingLastPathComponent().path, for: .state)
    do { try Data("\(new)\n\(about)\n".utf8).write(to: URL(fileURLWithPath: files.begin(path))) } catch {
      files.discard()
      throw Diagnostics(RecordFact.chainNotKept, file: ShownPath.of(path))
    }
    do { try files.publish(.nothing) } catch {
      // Of two that begin at once one is first, and the other takes its name over.
      guard let chain = try read() else { throw error }
      return chain
    }
    return new
  }

  /// A new name. Its numbers stand on every paper, so none of them may read as the number of an account, as those of a chain ACC7 do.
  private func name(using generator: inout some RandomNumberGenerator) -> ChainName {
    var name = ChainName(desk: desk, using: &generator)
    while Vetting.paymentData(in: "A-\(name)-888888") != nil { name = ChainName(desk: desk, using: &generator) }
    return name
  }

  /// Begins a new chain, since nothing can be chained to the old one.
  ///
  /// - Parameters:
  ///   - old: the chain that cannot be gone on with.
  ///   - generator: where the random characters come from.
  /// - Returns: the new chain; the one that another process has begun meanwhile, where one has.
  /// - Throws: ``Diagnostics`` when it can be neither read nor kept.
  func begin(after old: ChainName, using generator: inout some RandomNumberGenerator) throws(Diagnostics) -> ChainName {
    if let chain = try read(), chain != old { return chain }
    var new = name(using: &generator)
    while new == old { new = name(using: &generator) }
    try AtomicFiles.replace(path, with: "\(new)\n\(about)\n", for: .state)
    return new
  }

  /// The chain of the desk; nil where none was begun.
  func read() throws(Diagnostics) -> ChainName? {
    guard Files.exists(path) else { return nil }
    let text = try Files.text(path)
    if let chain = text.split(whereSeparator: \.isNewline).first.flatMap({ ChainName(String($0)) }) { return chain }
    throw Diagnostics(RecordFact.noChainName, file: ShownPath.of(path), line: 1, column: 1)
  }

  // MARK: - The key

  /// The key with which a chain's heads are signed; made where there is none yet.
  ///
  /// - Parameters:
  ///   - chain: the chain.
  ///   - generator: where it comes from.
  /// - Returns: the key.
  /// - Throws: ``Diagnostics`` when it can be neither read nor kept.
  func key(of chain: ChainName, using generator: inout some RandomNumberGenerator) throws(Diagnostics) -> ChainKey {
    let path = "\(path).\(chain).key"
    func read() -> ChainKey? {
      (try? Files.text(path)).flatMap { $0.split(whereSeparator: \.isNewline).first }.flatMap {
        ChainKey(secret: String($0))
      }
    }
    if let key = read() { return key }
    let fault = Diagnostics(RecordFact.chainNotKept, file: ShownPath.of(path))
    guard let new = ChainKey(using: &generator) else { throw fault }
    let files = try AtomicFiles(folder: URL(fileURLWithPath: path).deletingLastPathComponent().path, for: .state)
    do { try Data("\(new.secret)\n".utf8).write(to: URL(fileURLWithPath: files.begin(path))) } catch {
      files.discard()
      throw fault
    }
    // Of two that begin at once one is first, and the other takes its key over.
    do { try files.publish(.nothing) } catch { guard let key = read() else { throw error }; return key }
    return new
  }

  // MARK: - All desks

  private static func mark(of ledger: String) -> String { " in \(ledger), on this machine." }

  /// The chains that this machine has begun in a ledger, whatever desk they are of, and the newest entry of each that it remembers.
  ///
  /// - Parameters:
  ///   - state: the folder in which they are kept.
  ///   - ledger: the ledger's file.
  ///   - code: the office's code.
  /// - Returns: the chains, their newest entries, and the public keys with which they are signed.
  static func own(state: String, ledger: String, code: String) -> (
    chains: Set<LedgerChain>, heads: [LedgerHead], keys: [LedgerChain: String]
  ) {
    var (chains, heads, keys): (Set<LedgerChain>, [LedgerHead], [LedgerChain: String]) = ([], [], [:])
    let folder = "\(state)/chains"
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] where !name.contains(".") {
      guard let text = try? Files.text("\(folder)/\(name)"), text.contains(mark(of: ledger)) else { continue }
      if let chain = text.split(whereSeparator: \.isNewline).first.flatMap({ ChainName(String($0)) }) {
        chains.insert(LedgerChain(office: code, name: chain))
      }
      let known = Self.heads(at: "\(folder)/\(name).heads")
      heads += known
      for chain in chains.union(known.map(\.number.inChain)) where keys[chain] == nil {
        let secret = (try? Files.text("\(folder)/\(name).\(chain.name).key"))?.split(whereSeparator: \.isNewline).first
        keys[chain] = secret.flatMap { ChainKey(secret: String($0)) }?.publicKey
      }
    }
    chains.formUnion(heads.map(\.number.inChain))
    return (chains, heads, keys)
  }

  // MARK: - What was recorded last

  /// The file with the newest entry of each chain that this desk has recorded on this machine: what the ledger must hold.
  private var headsPath: String { path + ".heads" }

  /// The newest entry of each chain that this desk has recorded on this machine.
  func heads() -> [LedgerHead] { Self.heads(at: headsPath) }

  private static func heads(at path: String) -> [LedgerHead] {
    guard let bytes = FileManager.default.contents(atPath: path) else { return [] }
    return LedgerHead.read(String(decoding: bytes, as: UTF8.self)) ?? []
  }

  /// Notes the newest entry of a chain, before anybody is told of it.
  ///
  /// - Parameter head: the entry; one that is older than what is known is passed over.
  /// - Throws: ``Diagnostics`` when it cannot be kept.
  func note(_ head: LedgerHead) throws(Diagnostics) {
    let fault = Diagnostics(RecordFact.headNotKept(head.number), file: ShownPath.of(headsPath))
    let file = open(headsPath, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw fault }
    defer { close(file) }
    // Two processes on one chain may come to this in another order than to the ledger.
    guard flock(file, LOCK_EX) == 0 else { throw fault }
    var heads = heads()
    let place = heads.firstIndex { ($0.number.office, $0.number.chain) == (head.number.office, head.number.chain) }
    if let place {
      if heads[place].number.sequence >= head.number.sequence { return }
      heads[place] = head
    } else {
      heads.append(head)
    }
    // In its place and in one piece: a reader never sees half of it, and the lock stays on the file.
    let bytes = Array(LedgerHead.text(of: heads).utf8)
    // Nobody who waits for a number waits for the disk a second time: the entry itself is there for good, and what a power cut takes from
    // this file is a little of what it is compared with.
    guard pwrite(file, bytes, bytes.count, 0) == bytes.count, ftruncate(file, off_t(bytes.count)) == 0 else {
      throw fault
    }
  }
}
