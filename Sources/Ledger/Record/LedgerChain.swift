/// A chain of an office: the one that a desk has begun on one machine.
public struct LedgerChain: Hashable, Sendable, CustomStringConvertible {
  /// The office's code.
  public let office: String
  /// The chain's name.
  public let name: ChainName

  /// Names a chain.
  public init(office: String, name: ChainName) { (self.office, self.name) = (office, name) }

  /// As numbers begin with it, such as `RIVER-A7K2`.
  public var description: String { "\(office)-\(name)" }
}

extension EntryNumber {
  /// The chain that it is a number of.
  public var inChain: LedgerChain { LedgerChain(office: office, name: chain) }
}
