import Foundation
import Synchronization

/// A receipt printer on loopback, which takes one call.
package final class FakePrinter: @unchecked Sendable {
  package enum Manner {
    /// Takes everything.
    case obliging
    /// Takes everything, but little at a time, with so many seconds in between.
    case slow(Double)
    /// Takes everything, and answers.
    case answering(String)
    /// Takes everything and never stops talking.
    case chattering
    /// Tells its state as soon as it is called, as printers do that report on themselves, and takes everything, or nothing
    /// before it is told to.
    case reporting(isDeaf: Bool = false)
    /// Says that it has nothing more to say, and takes everything after so many seconds.
    case taciturn(Double)
    /// Takes so many bytes, and the rest once it is told to go on.
    case stoppingAfter(Int)
    /// Takes so many bytes and cuts the line.
    case leavingAfter(Int)
    /// Takes so many bytes and hangs up, politely, before more is sent.
    case hangingUpAfter(Int)
    /// Takes everything, call after call.
    case patient
  }

  package struct Failure: Error {}

  package let port: UInt16
  /// Its address, as people write it.
  package var address: String { "tcp://127.0.0.1:\(port)" }
  private let listener: Int32
  private let bytes = Mutex<[UInt8]>([])
  private let isDone = DispatchSemaphore(value: 0)
  private let mayGoOn = DispatchSemaphore(value: 0)

  package init(_ manner: Manner) throws {
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    // A printer's own buffer is small.
    var small: Int32 = 4096
    setsockopt(listener, SOL_SOCKET, SO_RCVBUF, &small, socklen_t(MemoryLayout<Int32>.size))
    port = try Self.bind(listener)
    guard listen(listener, 4) == 0 else { throw Failure() }
    DispatchQueue(label: "printer").async { self.serve(manner) }
  }

  /// A port of this machine at which nobody listens.
  package static func silentPort() throws -> UInt16 {
    let file = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(file) }
    return try bind(file)
  }

  /// The address of a printer that is switched off.
  package static func silentAddress() throws -> String { "tcp://127.0.0.1:\(try silentPort())" }

  private static func bind(_ file: Int32) throws -> UInt16 {
    var place = sockaddr_in()
    place.sin_family = sa_family_t(AF_INET)
    place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &place) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Glibc.bind(file, $0, length) == 0 && getsockname(file, $0, &length) == 0
      }
    }
    guard isBound else { throw Failure() }
    return UInt16(bigEndian: place.sin_port)
  }

  private func serve(_ manner: Manner) {
    var call = accept(listener, nil, nil)
    defer {
      close(call)
      close(listener)
      isDone.signal()
    }
    switch manner {
    case .obliging: take(from: call)
    case .slow(let pause): take(from: call, pause: pause)
    case .answering(let words):
      take(from: call)
      say([UInt8](words.utf8), to: call)
    case .chattering:
      take(from: call)
      while say([UInt8](repeating: 0x2E, count: 4096), to: call) {}
    case .reporting(let isDeaf):
      say([0x14, 0, 0, 0x0F], to: call)
      if isDeaf { _ = mayGoOn.wait(timeout: .now() + 60) }
      take(from: call, pause: 0.02)
    case .taciturn(let pause):
      shutdown(call, Int32(SHUT_WR))
      Thread.sleep(forTimeInterval: pause)
      take(from: call)
    case .stoppingAfter(let limit):
      take(from: call, limit: limit)
      _ = mayGoOn.wait(timeout: .now() + 60)
      take(from: call)
    case .leavingAfter(let limit):
      take(from: call, limit: limit)
      var hard = linger(l_onoff: 1, l_linger: 0)
      setsockopt(call, SOL_SOCKET, SO_LINGER, &hard, socklen_t(MemoryLayout<linger>.size))
    case .hangingUpAfter(let limit): take(from: call, limit: limit)
    case .patient:
      take(from: call)
      close(call)
      call = accept(listener, nil, nil)
      take(from: call)
    }
  }

  private func take(from call: Int32, limit: Int = .max, pause: Double = 0) {
    var (piece, left) = ([UInt8](repeating: 0, count: pause > 0 ? 2048 : 65536), limit)
    while left > 0 {
      if pause > 0 { Thread.sleep(forTimeInterval: pause) }
      let count = read(call, &piece, min(piece.count, left))
      if count <= 0 { return }
      left -= count
      bytes.withLock { $0 += piece[..<count] }
    }
  }

  @discardableResult private func say(_ words: [UInt8], to call: Int32) -> Bool {
    write(call, words, words.count) > 0
  }

  /// Everything it was sent, once it has hung up.
  package func received() throws -> [UInt8] {
    guard isDone.wait(timeout: .now() + 20) == .success else { throw Failure() }
    return bytes.withLock { $0 }
  }

  /// How many bytes it has been sent so far.
  package var count: Int { bytes.withLock { $0.count } }

  /// Waits until it has taken so many bytes.
  package func waitFor(_ count: Int) throws {
    for _ in 0..<2000 {
      if bytes.withLock({ $0.count }) >= count { return }
      Thread.sleep(forTimeInterval: 0.005)
    }
    throw Failure()
  }

  package func goOn() { mayGoOn.signal() }
}
