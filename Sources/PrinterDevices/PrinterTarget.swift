import Foundation

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

extension PrinterTarget {
  /// Why no printer can be there, as far as that can be told without calling it: a device that is missing, or that is none. Nil for
  /// one on the network, which may be switched on later.
  package var obstacle: PrinterFault? {
    guard case .device(let path) = self else { return nil }
    var about = stat()
    guard stat(path, &about) == 0 else { return .notThere(reason: String(cString: strerror(errno))) }
    if let stranger = DeviceKind.stranger(about.st_mode, about.st_rdev) { return .noPrinter(stranger) }
    return access(path, W_OK) == 0 ? nil : .notThere(reason: String(cString: strerror(errno)))
  }
}

extension PrinterTarget {
  /// What is waited for where the system gave a reason why it cannot be opened; nil where waiting is no use.
  func business(_ fault: PrinterFault) -> LineWaiting.Reason? {
    guard case .notThere(let reason) = fault else { return nil }
    switch self {
    case .device: return reason == String(cString: strerror(EBUSY)) ? .deviceInUse : nil
    // Of this machine's own desks it is known which one prints: there a refusal means that nobody listens.
    case .network(let host, _) where host == "localhost" || host == "::1" || host.hasPrefix("127."): return nil
    case .network: return reason == String(cString: strerror(ECONNREFUSED)) ? .refusing : nil
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
