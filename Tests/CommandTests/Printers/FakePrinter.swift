import Foundation
import Synchronization

/// A receipt printer on loopback.
final class FakePrinter: @unchecked Sendable {
  enum Manner {
    /// Takes everything.
    case obliging
    /// Is not there.
    case closed
    /// Takes a little and goes away.
    case leaving
    /// Takes the call and then nothing.
    case deaf
    /// Takes everything, but little at a time, with so many seconds in between.
    case slow(Double)
    /// Tells its state as soon as it is called, as printers do that report on themselves, and takes everything, or nothing.
    case reporting(isDeaf: Bool)
    /// Takes everything, and answers.
    case answering(String)
    /// Takes so many bytes and then nothing.
    case stoppingAfter(Int)
  }

  struct Failure: Error {}

  let address: String
  private let listener: Int32
  private let queue = DispatchQueue(label: "printer")
  private let bytes = Mutex<[UInt8]>([])
  private let done = DispatchSemaphore(value: 0)
  private let stopped = DispatchSemaphore(value: 0)

  init(_ manner: Manner) throws {
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var small: Int32 = 4096
    setsockopt(listener, SOL_SOCKET, SO_RCVBUF, &small, socklen_t(MemoryLayout<Int32>.size))
    var place = sockaddr_in()
    place.sin_family = sa_family_t(AF_INET)
    place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let file = listener
    let isBound = withUnsafeMutablePointer(to: &place) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(file, $0, length) == 0 && getsockname(file, $0, &length) == 0
      }
    }
    guard isBound else { throw Failure() }
    address = "tcp://127.0.0.1:\(UInt16(bigEndian: place.sin_port))"
    if case .closed = manner {
      close(listener)
      return
    }
    guard listen(listener, 4) == 0 else { throw Failure() }
    queue.async { self.serve(manner) }
  }

  private func serve(_ manner: Manner) {
    let call = accept(listener, nil, nil)
    defer {
      close(call)
      close(listener)
      done.signal()
    }
    var piece = [UInt8](repeating: 0, count: 65536)
    switch manner {
    case .closed: break
    case .deaf: _ = stopped.wait(timeout: .now() + 60)
    case .stoppingAfter(let limit):
      var taken = 0
      while taken < limit {
        let count = read(call, &piece, min(4096, limit - taken))
        if count <= 0 { break }
        taken += count
      }
      _ = stopped.wait(timeout: .now() + 60)
    case .leaving:
      _ = read(call, &piece, 512)
      var hard = linger(l_onoff: 1, l_linger: 0)
      setsockopt(call, SOL_SOCKET, SO_LINGER, &hard, socklen_t(MemoryLayout<linger>.size))
    case .obliging: takeAll(from: call)
    case .reporting(let isDeaf):
      _ = write(call, [0x14, 0, 0, 0x0F] as [UInt8], 4)
      if isDeaf { _ = stopped.wait(timeout: .now() + 60) } else { takeAll(from: call, pause: 0.02) }
    case .slow(let pause): takeAll(from: call, pause: pause)
    case .answering(let words):
      takeAll(from: call)
      _ = words.withCString { write(call, $0, strlen($0)) }
    }
  }

  private func takeAll(from call: Int32, pause: Double = 0) {
    var piece = [UInt8](repeating: 0, count: pause > 0 ? 2048 : 65536)
    while true {
      if pause > 0 { Thread.sleep(forTimeInterval: pause) }
      let count = read(call, &piece, piece.count)
      if count <= 0 { return }
      bytes.withLock { $0 += piece[..<count] }
    }
  }

  /// Everything it was sent, once the line is closed.
  func received() throws -> [UInt8] {
    guard done.wait(timeout: .now() + 20) == .success else { throw Failure() }
    return bytes.withLock { $0 }
  }

  /// How many bytes it has been sent so far.
  var count: Int { bytes.withLock { $0.count } }

  func stop() { stopped.signal() }
}

/// A receipt as a printer makes it of what it is told.
struct Receipt {
  /// Dots across.
  var width = 0
  /// The rows, each a dot a value.
  var rows: [[Bool]] = []
  /// How high each band was.
  var bands: [Int] = []
  var isCut = false
  /// The first two bytes of each command but those of the pictures.
  var commands: [[UInt8]] = []

  struct Unknown: Error, CustomStringConvertible {
    var description: String
  }

  /// The receipts in a stream, each up to its cut.
  static func decode(_ bytes: [UInt8]) throws -> [Receipt] {
    var (receipts, receipt, at): ([Receipt], Receipt, Int) = ([], Receipt(), 0)
    guard bytes.starts(with: [0x1B, 0x40]) else { throw Unknown(description: "it does not begin anew") }
    while at < bytes.count {
      let command = Array(bytes[at..<min(at + 2, bytes.count)])
      switch command {
      case [0x1B, 0x40]: at += 2
      case [0x1B, 0x64]: at += 3
      case [0x1D, 0x56]:
        at += 4
        receipt.isCut = true
        receipt.commands.append(command)
        receipts.append(receipt)
        receipt = Receipt()
        continue
      case [0x1D, 0x76]:
        let (row, height) = (
          Int(bytes[at + 4]) + 256 * Int(bytes[at + 5]), Int(bytes[at + 6]) + 256 * Int(bytes[at + 7])
        )
        guard bytes[at + 2] == 0x30, bytes[at + 3] == 0, at + 8 + row * height <= bytes.count else {
          throw Unknown(description: "a picture that ends early")
        }
        receipt.width = row * 8
        receipt.bands.append(height)
        for y in 0..<height {
          let start = at + 8 + y * row
          receipt.rows.append((0..<row * 8).map { bytes[start + $0 / 8] & (0x80 >> UInt8($0 % 8)) != 0 })
        }
        at += 8 + row * height
      default: throw Unknown(description: "command \(command) at \(at)")
      }
      receipt.commands.append(command)
    }
    return receipts
  }

  /// The same with a share of its dots turned over, by chance that is the same each time.
  func flipping(_ share: Double) -> Receipt {
    var (noisy, seed) = (self, UInt64(42))
    for y in rows.indices {
      for x in rows[y].indices {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        if Double(seed >> 11) / Double(1 << 53) < share { noisy.rows[y][x].toggle() }
      }
    }
    return noisy
  }

  /// Writes it as a picture, with the blank that paper has around it, each dot two pixels wide, as a camera would see it.
  func write(pbm path: String) throws {
    let (factor, margin) = (2, 40)
    let across = width * factor + 2 * margin
    var text = "P1\n\(across) \(rows.count * factor + 2 * margin)\n"
    let blank = String(repeating: "0", count: across) + "\n"
    text += String(repeating: blank, count: margin)
    let side = String(repeating: "0", count: margin)
    for row in rows {
      let line = side + row.map { $0 ? "11" : "00" }.joined() + side + "\n"
      text += line + line
    }
    text += String(repeating: blank, count: margin)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  /// Writes it as a camera sees it: no lens keeps single dots apart, so each is the mean of those around it, twice over.
  func write(photograph path: String) throws {
    let (margin, height) = (40, rows.count + 80)
    let across = width + 2 * margin
    var grey = [Int](repeating: 255, count: across * height)
    for (y, row) in rows.enumerated() {
      for (x, isBlack) in row.enumerated() where isBlack { grey[(y + margin) * across + x + margin] = 0 }
    }
    for _ in 0..<2 {
      let sharp = grey
      for y in 1..<height - 1 {
        for x in 1..<across - 1 {
          var sum = 0
          for dy in -1...1 { for dx in -1...1 { sum += sharp[(y + dy) * across + x + dx] } }
          grey[y * across + x] = sum / 9
        }
      }
    }
    let data = Data("P5\n\(across) \(height)\n255\n".utf8) + Data(grey.map { UInt8($0) })
    try data.write(to: URL(fileURLWithPath: path))
  }
}
