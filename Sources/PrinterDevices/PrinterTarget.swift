/// Where a printer listens.
package enum PrinterTarget: Hashable, Sendable {
  /// A printer on the network, or on this machine: `tcp://127.0.0.1:9100`.
  case network(host: String, port: UInt16)
  /// A device, such as `/dev/usb/lp0`.
  case device(path: String)

  /// The port at which printers listen for raw data.
  static let usualPort: UInt16 = 9100

  /// Reads a target.
  ///
  /// - Parameter text: `tcp://HOST`, `tcp://HOST:PORT`, or a device's path that begins with a `/`.
  package init?(_ text: String) {
    guard text.hasPrefix("tcp://") else {
      guard text.hasPrefix("/"), text.count > 1 else { return nil }
      self = .device(path: text)
      return
    }
    let rest = text.dropFirst(6)
    let (host, port): (Substring, Substring)
    // An IPv6 address stands in brackets.
    if rest.hasPrefix("[") {
      guard let end = rest.firstIndex(of: "]") else { return nil }
      (host, port) = (rest[..<end].dropFirst(), rest[end...].dropFirst())
    } else {
      let end = rest.firstIndex(of: ":") ?? rest.endIndex
      (host, port) = (rest[..<end], rest[end...])
    }
    guard !host.isEmpty, !host.contains(where: { "/[]".contains($0) }) else { return nil }
    if port.isEmpty {
      self = .network(host: String(host), port: Self.usualPort)
    } else {
      guard port.hasPrefix(":"), let number = UInt16(port.dropFirst()), number > 0 else { return nil }
      self = .network(host: String(host), port: number)
    }
  }
}

extension PrinterTarget: CustomStringConvertible {
  /// As somebody would type it.
  package var description: String {
    switch self {
    case .network(let host, let port): "tcp://\(host.contains(":") ? "[\(host)]" : host):\(port)"
    case .device(let path): path
    }
  }
}
