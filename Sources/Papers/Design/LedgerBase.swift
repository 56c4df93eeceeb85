import Foundation

/// Reads the ledger's base address, to which the names of papers and items are added: what is printed, what a code opens and what
/// a link in a document opens are made of it, so that it holds nothing that one of them would write in another way.
package enum LedgerBase {
  /// Reads a base address.
  ///
  /// - Parameter text: the address as somebody wrote it.
  /// - Returns: the address as it is used: scheme and host in small letters, a host of other letters as browsers send it
  ///   (`xn--…`), no slash at the end.
  /// - Throws: what keeps it from being one.
  package static func read(_ text: String) throws(AddressProblem) -> String {
    guard let colon = text.range(of: "://") else { throw .noAddress(text) }
    let scheme = text[..<colon.upperBound].lowercased()
    guard LedgerAddress.schemes.contains(scheme) else { throw .otherScheme(scheme) }
    if let space = text.unicodeScalars.first(where: {
      $0.properties.isWhitespace || $0.value < 0x21 || $0.value == 0x7F
    }) {
      throw .refused(String(Character(space)))
    }
    let rest = text[colon.upperBound...]
    let authority = rest.prefix { !"/?#\\".contains($0) }
    guard !authority.contains("@") else { throw .holdsUser }
    let path = LedgerAddress.withoutSlashes(String(rest[authority.endIndex...]))
    try look(at: path)
    let (host, port) = try parts(of: String(authority))
    let address = scheme + (try self.host(host))
    guard let port else { return address + path }
    return "\(address):\(try self.port(port))\(path)"
  }

  // MARK: - The parts

  /// The host and, where there is one, the port behind it.
  private static func parts(of authority: String) throws(AddressProblem) -> (host: String, port: String?) {
    // The colons of an address in brackets (RFC 3986, 3.2.2) are its own.
    let end = authority.hasPrefix("[") ? authority.lastIndex(of: "]") : authority.startIndex
    guard let end, let colon = authority[end...].firstIndex(of: ":") else { return (authority, nil) }
    return (String(authority[..<colon]), String(authority[authority.index(after: colon)...]))
  }

  private static func port(_ text: String) throws(AddressProblem) -> Int {
    let isPlain = text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard isPlain, let port = Int(text), (1...65_535).contains(port) else { throw .badPort(text) }
    return port
  }

  private static func host(_ text: String) throws(AddressProblem) -> String {
    if text.isEmpty { throw .noHost }
    if text.hasPrefix("[") {
      guard text.hasSuffix("]"), isAddress(String(text.dropFirst().dropLast()), AF_INET6) else { throw .badHost(text) }
      return text.lowercased()
    }
    // Letters of other alphabets go over the wire as UTS #46 says.
    let isPlain = text.utf8.allSatisfy { $0 < 0x80 }
    let sent = isPlain ? text : URLComponents(string: "https://\(text)")?.encodedHost ?? text
    let host = sent.lowercased()
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    guard host.utf8.count <= 253, labels.allSatisfy(isLabel) else { throw .badHost(text) }
    // A name whose last part is a number is taken for an address (WHATWG URL, "ends in a number").
    let endsInNumber = labels.last?.allSatisfy(\.isNumber) == true
    guard !endsInNumber || isAddress(host, AF_INET) else { throw .badHost(text) }
    return host
  }

  /// Whether a part of a host's name is one (RFC 1123, 2.1): letters, figures and hyphens, 63 at the most.
  private static func isLabel(_ text: Substring) -> Bool {
    (1...63).contains(text.utf8.count) && text.first != "-" && text.last != "-"
      && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
  }

  private static func isAddress(_ text: String, _ family: Int32) -> Bool {
    var address = in6_addr()
    return inet_pton(family, text, &address) == 1
  }

  /// Lets pass what stands in a path as it is in a link and in a code (RFC 3986, 3.3), but for brackets and apostrophes, which
  /// documents write in another way.
  private static func look(at path: String) throws(AddressProblem) {
    var rest = path.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "?", "#": throw .holdsQuery
      case "%":
        guard rest.prefix(2).count(where: \.properties.isASCIIHexDigit) == 2 else { throw .badEscape }
      case "/", "-", ".", "_", "~", "!", "$", "&", "*", "+", ",", ";", "=", ":", "@": continue
      default:
        guard scalar.isASCII, Character(scalar).isLetter || Character(scalar).isNumber else {
          throw .refused(String(Character(scalar)))
        }
      }
    }
  }
}

/// Why an address cannot be the ledger's.
package enum AddressProblem: Error, Hashable, Sendable {
  /// It is no web address at all.
  case noAddress(String)
  /// It begins as no web address does.
  case otherScheme(String)
  /// It names no host.
  case noHost
  /// Its host can be none.
  case badHost(String)
  /// What stands behind the host's colon is no port.
  case badPort(String)
  /// It holds a user or a password.
  case holdsUser
  /// It holds a ? or a #.
  case holdsQuery
  /// A % without two hexadecimal figures behind it.
  case badEscape
  /// It holds a character that must be written in another way.
  case refused(String)
}
