/// Something that the chain commits to by a salted hash, so that it can be taken away and the chain still verifies.
public enum Disclosure<Content: Hashable & Sendable>: Hashable, Sendable {
  /// It is here, with the 16 random bytes that keep its hash from being guessed.
  case shown(Content, salt: Salt)
  /// It was typed by mistake and is gone for good.
  case withheld(EntryHash)
  /// It is not in this copy: what is personal or sensitive stays with the office.
  case unpublished(EntryHash)

  /// The content, where it is here.
  public var content: Content? {
    if case .shown(let content, _) = self { content } else { nil }
  }
}

/// 16 random bytes.
public struct Salt: Hashable, Sendable {
  let words: SIMD2<UInt64>

  init?(hex: some Collection<UInt8>) {
    var rest = hex[...]
    guard hex.count == 32, let a = Hex.word(&rest), let b = Hex.word(&rest) else { return nil }
    words = SIMD2(a, b)
  }

  init(using generator: inout some RandomNumberGenerator) {
    words = SIMD2(generator.next(), generator.next())
  }

  func appendHex(to digits: inout [UInt8]) {
    for index in 0..<2 { Hex.append(words[index], to: &digits) }
  }
}

/// What a commitment is made of.
protocol Committed: Hashable, Sendable {
  /// What stands before the texts.
  static var domain: String { get }
  /// The texts, in the order of the specification.
  var texts: [String] { get }
}

extension Committed {
  /// The salted hash.
  func commitment(_ salt: Salt) -> EntryHash {
    var list = Netstrings(Self.domain)
    list.add(salt)
    for text in texts { list.add(text) }
    return list.hash
  }
}

extension Disclosure where Content: Committed {
  /// What the chain commits to.
  var commitment: EntryHash {
    switch self {
    case .shown(let content, let salt): content.commitment(salt)
    case .withheld(let hash), .unpublished(let hash): hash
    }
  }

  /// Without its content, for copies that others may read.
  var unpublished: Disclosure {
    if case .shown = self { .unpublished(commitment) } else { self }
  }

  /// Without its content for good.
  var withheld: Disclosure { .withheld(commitment) }

  /// As a copy that does not show it, rather than one in which it was taken away.
  var withoutWithholding: Disclosure {
    if case .withheld(let hash) = self { .unpublished(hash) } else { self }
  }

  /// What two copies of the same thing know together: what was withheld in one stays so.
  func merged(with other: Disclosure) -> Disclosure {
    switch (self, other) {
    case (.withheld, _), (_, .withheld): withheld
    case (.shown, _): self
    default: other
    }
  }
}
