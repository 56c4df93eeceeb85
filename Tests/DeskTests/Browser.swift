import Foundation

/// Asks a desk for things as a browser does, over a connection of its own each time.
struct Browser: Sendable {
  /// What came back.
  struct Answer: Sendable {
    var status = 0
    var headers: [String: String] = [:]
    var body = ""

    /// The body as JSON; nothing where it is none.
    var json: [String: Any] {
      (try? JSONSerialization.jsonObject(with: Data(body.utf8))) as? [String: Any] ?? [:]
    }
  }

  struct Unreachable: Error {}

  let port: Int
  /// What it sends with every request besides.
  var headers: [String: String] = [:]

  func get(_ path: String, _ more: [String: String] = [:]) throws -> Answer { try ask("GET", path, "", more) }

  /// Sends JSON.
  func post(_ path: String, _ value: Any, _ more: [String: String] = [:]) throws -> Answer {
    let body = String(decoding: try JSONSerialization.data(withJSONObject: value), as: UTF8.self)
    return try ask("POST", path, body, ["Content-Type": "application/json"].merging(more) { $1 })
  }

  /// Sends a form, whose fields need no encoding.
  func submit(_ path: String, _ fields: String, _ more: [String: String] = [:]) throws -> Answer {
    try ask("POST", path, fields, ["Content-Type": "application/x-www-form-urlencoded"].merging(more) { $1 })
  }

  func ask(_ method: String, _ path: String, _ body: String, _ more: [String: String]) throws -> Answer {
    var all = ["Host": "localhost:\(port)", "Connection": "close", "Content-Length": "\(body.utf8.count)"]
    if method == "POST" { all["Origin"] = "http://localhost:\(port)" }
    all.merge(headers) { $1 }
    all.merge(more) { $1 }
    let lines = ["\(method) \(path) HTTP/1.1"] + all.map { "\($0): \($1)" }
    return try read(try send(lines.joined(separator: "\r\n") + "\r\n\r\n" + body))
  }

  /// Sends bytes as they are, and reads until the desk hangs up, or until something is there.
  func send(_ text: String, until end: ((String) -> Bool)? = nil) throws -> String {
    let call = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(call) }
    var patience = timeval(tv_sec: 60, tv_usec: 0)
    setsockopt(call, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    var place = sockaddr_in()
    place.sin_family = sa_family_t(AF_INET)
    place.sin_port = UInt16(port).bigEndian
    place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let isThere = withUnsafePointer(to: &place) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(call, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    guard isThere else { throw Unreachable() }
    let bytes = Array(text.utf8)
    guard Glibc.send(call, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count else { throw Unreachable() }
    var (all, buffer) = ([UInt8](), [UInt8](repeating: 0, count: 65_536))
    while true {
      let count = recv(call, &buffer, buffer.count, 0)
      if count <= 0 { break }
      all += buffer[..<count]
      if let end, end(String(decoding: all, as: UTF8.self)) { break }
    }
    return String(decoding: all, as: UTF8.self)
  }

  private func read(_ text: String) throws -> Answer {
    guard let end = text.range(of: "\r\n\r\n") else { throw Unreachable() }
    var answer = Answer()
    let lines = text[..<end.lowerBound].components(separatedBy: "\r\n")
    answer.status = lines.first.flatMap { $0.split(separator: " ").dropFirst().first }.flatMap { Int($0) } ?? 0
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      if parts.count == 2 { answer.headers[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces) }
    }
    answer.body = String(text[end.upperBound...])
    return answer
  }
}
