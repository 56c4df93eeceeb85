internal import Dispatch

/// Checks the signatures of a ledger: that each is one, that a chain has one key, and that the end of a chain that is signed is.
struct SignatureChecker {
  private var chains: [LedgerChain: [HeadSignature]] = [:]

  /// Takes a signature.
  mutating func add(_ signature: HeadSignature) { chains[signature.head.number.inChain, default: []].append(signature) }

  /// What is known once all have been seen.
  ///
  /// - Parameter heads: the last entry of each chain, and of each branch of one that has forked.
  /// - Returns: what was found, and which key each chain has.
  func finish(_ heads: [LedgerHead]) -> (findings: [LedgerFinding], keys: [LedgerChain: String]) {
    var (findings, keys): ([LedgerFinding], [LedgerChain: String]) = ([], [:])
    let ends = Dictionary(grouping: heads, by: \.number.inChain)
    for (chain, unsorted) in chains.sorted(by: { $0.key.description < $1.key.description }) {
      let signatures = unsorted.sorted {
        ($0.head.number.sequence, $0.head.hash) < ($1.head.number.sequence, $1.head.hash)
      }
      let valid = Self.valid(signatures)
      for (signature, isValid) in zip(signatures, valid) where !isValid {
        findings.append(.badSignature(signature.head.number))
      }
      let good = zip(signatures, valid).filter(\.1).map(\.0)
      guard let key = good.first?.key else { continue }
      keys[chain] = key
      for signature in good where signature.key != key { findings.append(.otherKey(signature.head.number)) }
      let own = good.filter { $0.key == key }
      let (signed, last) = (Set(own.map(\.head.hash)), ends[chain, default: []])
      for head in last where !signed.contains(head.hash) { findings.append(.unsignedHead(head.number)) }
      // Somebody has signed what is not there any more.
      let end = last.map(\.number.sequence).max() ?? 0
      for signature in own where signature.head.number.sequence > end { findings.append(.headIsGone(signature.head)) }
    }
    return (findings, keys)
  }

  /// Which of them are signatures, found out on all processors.
  private static func valid(_ signatures: [HeadSignature]) -> [Bool] {
    [Bool](unsafeUninitializedCapacity: signatures.count) { buffer, count in
      buffer.initialize(repeating: false)
      // Each processor fills places of its own.
      nonisolated(unsafe) let places = buffer
      DispatchQueue.concurrentPerform(iterations: signatures.count) { places[$0] = signatures[$0].isValid }
      count = signatures.count
    }
  }
}
