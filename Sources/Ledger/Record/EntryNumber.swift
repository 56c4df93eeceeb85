/// The number of a paper, such as `RIVER-A7K2-000042`: which office, which chain, and the place in it. Never used twice.
public struct EntryNumber: Hashable, Sendable, CustomStringConvertible {
  /// The office's code: 2 to 12 of A–Z and 0–9.
  public let office: String
  /// The chain.
  public let chain: ChainName
  /// The place in the chain, 1 to 999,999.
  public let sequence: Int

  /// The last place of a chain.
  public static let lastSequence = 999_999

  /// Makes a number; nil where a part is not as it must be.
  public init?(office: String, chain: ChainName, sequence: Int) {
    guard Self.isOfficeCode(office), (1...Self.lastSequence).contains(sequence) else { return nil }
    self.office = office
    self.chain = chain
    self.sequence = sequence
  }

  /// Reads a number as it is printed; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[2].utf8.count == 6, let sequence = Int(parts[2]),
      let chain = ChainName(String(parts[1]))
    else { return nil }
    self.init(office: String(parts[0]), chain: chain, sequence: sequence)
    guard description == text else { return nil }
  }

  /// Whether a text can be an office's code.
  public static func isOfficeCode(_ text: String) -> Bool {
    (2...12).contains(text.utf8.count)
      && text.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) || (48...57).contains($0) }
  }

  /// The number as it is printed.
  public var description: String {
    "\(office)-\(chain)-\(sequence.padded(to: 6))"
  }
}

/// The name of a chain: the desk's letter and a few random characters, such as `A7K2`.
///
/// Three characters of Crockford's alphabet are 32,768 names: an office copied to ten laptops has two desks of one name once
/// in 700 times, and what happens then is told by ``Ledger/verify(heads:)`` and loses nothing.
public struct ChainName: Hashable, Sendable, CustomStringConvertible {
  /// The name as it is printed.
  public let description: String

  private static let randomLength = 3

  /// Reads a name; nil for anything else.
  public init?(_ text: String) {
    guard text.utf8.count == 1 + Self.randomLength, let letter = text.utf8.first,
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(letter),
      text.utf8.dropFirst().allSatisfy(Crockford.alphabet.contains)
    else { return nil }
    description = text
  }

  /// Makes a new name for a desk.
  ///
  /// - Parameters:
  ///   - desk: the desk's letter or name; what does not begin with A–Z counts as A.
  ///   - generator: where the random characters come from.
  public init(desk: String, using generator: inout some RandomNumberGenerator) {
    let first =
      desk.uppercased().utf8.first { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) } ?? UInt8(ascii: "A")
    let random = (0..<Self.randomLength).map { _ in Crockford.alphabet.randomElement(using: &generator) ?? 48 }
    description = String(decoding: [first] + random, as: UTF8.self)
  }
}
