import Foundation

/// Where a printer listens.
public enum PrinterTarget: Hashable, Sendable {
  /// A printer on the network, or on this machine: `tcp://127.0.0.1:9100`.
  case network(host: String, port: UInt16)
  /// A device, such as `/dev/usb/lp0`.
  case device(path: String)

  /// The port at which printers listen for raw data.
  public static let usualPort: UInt16 = 9100

  /// Reads a target.
  ///
  /// - Parameter text: `tcp://HOST`, `tcp://HOST:PORT`, or a device's path that begins with a `/`.
  public init?(_ text: String) {
    guard text.hasPrefix("tcp://") else {
      guard text.hasPrefix("/"), text.count > 1 else { return nil }
      self = .device(path: text)
      return
    }
    let rest = text.dropFirst(6)
    // An IPv6 address stands in brackets.
    let end = rest.hasPrefix("[") ? rest.firstIndex(of: "]").map { rest.index(after: $0) } : rest.firstIndex(of: ":")
    let host = rest[..<(end ?? rest.endIndex)].trimmingCharacters(in: CharacterSet(charactersIn: "[]"))
    let port = end.map { rest[$0...] } ?? ""
    guard !host.isEmpty, !host.contains("/") else { return nil }
    if port.isEmpty {
      self = .network(host: host, port: Self.usualPort)
    } else {
      guard port.hasPrefix(":"), let number = UInt16(port.dropFirst()), number > 0 else { return nil }
      self = .network(host: host, port: number)
    }
  }
}

extension PrinterTarget: CustomStringConvertible {
  /// As somebody would type it.
  public var description: String {
    switch self {
    case .network(let host, let port): "tcp://\(host.contains(":") ? "[\(host)]" : host):\(port)"
    case .device(let path): path
    }
  }
}
