internal import Crypto
internal import Foundation

/// The key by which a machine signs the heads of one of its chains (Ed25519, RFC 8032). It never leaves the machine.
public struct ChainKey: Sendable {
  private let key: Curve25519.Signing.PrivateKey

  /// Makes a new key.
  ///
  /// - Parameter generator: where it comes from; it must not be guessable.
  public init?(using generator: inout some RandomNumberGenerator) {
    self.init(secret: (0..<32).map { _ in Hex.text(of: UInt8.random(in: 0...255, using: &generator)) }.joined())
  }

  /// Reads a key as ``secret`` writes it; nil for anything else.
  public init?(secret: String) {
    guard let words = Hex.bytes(secret), words.count == 32,
      let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: words)
    else { return nil }
    self.key = key
  }

  /// 64 hexadecimal digits, to be kept where nobody else reads them.
  public var secret: String { Hex.text(of: key.rawRepresentation) }

  /// The public half, by which everybody can check what was signed: 64 hexadecimal digits.
  public var publicKey: String { Hex.text(of: key.publicKey.rawRepresentation) }

  /// Signs a head; nil where the system's library fails.
  func signature(of head: LedgerHead) -> HeadSignature? {
    guard let bytes = try? key.signature(for: HeadSignature.message(head)) else { return nil }
    return HeadSignature(head: head, key: publicKey, signature: Hex.text(of: bytes))
  }
}

/// That a machine has recorded an entry, and so everything that leads up to it: one for each step in which it recorded something.
public struct HeadSignature: Hashable, Sendable {
  /// The entry that was recorded last.
  public let head: LedgerHead
  /// The machine's public key for the chain, as 64 hexadecimal digits.
  public let key: String
  /// The signature, as 128 hexadecimal digits.
  public let signature: String

  /// What is signed: see SPECIFICATION.md.
  static func message(_ head: LedgerHead) -> Data {
    var list = Netstrings("billing-office ledger head 2")
    list.add(head.number.description)
    list.add(head.hash)
    return Data(list.bytes)
  }

  /// Whether whoever has the key has signed the head.
  var isValid: Bool {
    guard let key = Hex.bytes(key), let signature = Hex.bytes(signature),
      let known = try? Curve25519.Signing.PublicKey(rawRepresentation: key)
    else { return false }
    return known.isValidSignature(signature, for: Self.message(head))
  }

  /// What people compare of a key, such as on paper: 80 bits of its hash.
  ///
  /// - Parameter key: the key, as hexadecimal digits.
  /// - Returns: sixteen letters in fours, such as `7K2M-9Q4F-0B1C-XYZ8`.
  public static func fingerprint(of key: String) -> String {
    var list = Netstrings("billing-office ledger key 2")
    list.add(key)
    let hash = list.hash
    // The 40 bits behind the first 40 begin in the first word and end in the second.
    let behind = hash.words[0] << 40 | hash.words[1] >> 24
    let letters = Array(Crockford.letters(of: hash.words[0], count: 8) + Crockford.letters(of: behind, count: 8))
    return stride(from: 0, to: 16, by: 4).map { String(letters[$0..<$0 + 4]) }.joined(separator: "-")
  }

  // MARK: - As a line of an export

  /// What such a line begins with.
  static let beginning = Array("{\"signed\":\"".utf8)

  /// The line, without its line feed.
  var text: String {
    var out = JSONLine()
    out.field("signed", head.number.description, isFirst: true)
    out.field("hash", head.hash)
    out.field("key", key)
    out.field("signature", signature)
    return String(decoding: out.finished, as: UTF8.self)
  }

  /// Names a signature.
  init(head: LedgerHead, key: String, signature: String) {
    (self.head, self.key, self.signature) = (head, key, signature)
  }

  /// Reads a line; nil for what is not written as ``text`` is, byte for byte.
  init?(_ line: [UInt8]) {
    var scan = JSONScanner(line)
    guard let number = (try? scan.field("signed", isFirst: true)).flatMap({ EntryNumber($0) }),
      let hash = try? scan.hash("hash"), let key = try? scan.field("key"), let signature = try? scan.field("signature")
    else { return nil }
    self.init(head: LedgerHead(number: number, hash: hash), key: key, signature: signature)
    guard key.utf8.count == 64, signature.utf8.count == 128, Array(text.utf8) == line else { return nil }
  }
}
