import Foundation

/// A connection to a printer. What is slow is waited for, but not for ever: the next in the queue must not be kept.
final class PrinterConnection {
  private let target: PrinterTarget
  private let patience: Double
  private let opening: Int
  private let waiting: LineWaiting
  private let file: Int32
  private var sent = 0
  private var taken = 0
  /// Whether it has been told that the printer takes nothing.
  private var isToldIdle = false
  /// Until when it may go on; nil where nobody has told to stop.
  private var end: ContinuousClock.Instant?

  /// Connects.
  ///
  /// - Parameters:
  ///   - target: where to.
  ///   - patience: how long to wait for an answer, and for a printer that takes nothing, in seconds.
  ///   - opening: how many bytes come before anything that is printed.
  ///   - waiting: how long to wait where it takes no more than those.
  /// - Throws: ``PrinterFault``.
  init(_ target: PrinterTarget, patience: Double, opening: Int = 0, waiting: LineWaiting = .none) throws(PrinterFault) {
    // A printer that goes away must not take the program with it.
    signal(SIGPIPE, SIG_IGN)
    (self.target, self.patience, self.opening, self.waiting) = (target, patience, opening, waiting)
    file = try Self.open(target, patience, waiting.isOver)
  }

  deinit { close(file) }

  /// Sends bytes in the printer's language, and returns once the system has taken all of them.
  ///
  /// - Throws: ``PrinterFault``.
  func send(_ bytes: [UInt8]) throws(PrinterFault) {
    var rest = bytes[...]
    while !rest.isEmpty {
      guard !isPastEnd, isReady() else {
        let taken = taken(of: sent) ?? taken
        throw stuck(taken)
      }
      let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      if count > 0 {
        sent += count
        rest = rest.dropFirst(count)
        taken = taken(of: sent) ?? taken
      } else if count < 0, errno != EAGAIN, errno != EINTR {
        throw .gone(taken: taken, reason: Self.reason)
      }
    }
  }

  /// How many bytes the printer has; none where what answers is no printer.
  var takenNow: Int {
    var greeting = [UInt8](repeating: 0, count: 64)
    let length = recv(file, &greeting, greeting.count, Int32(MSG_PEEK) | Int32(MSG_DONTWAIT))
    if length > 0, Self.stranger(greeting: String(decoding: greeting.prefix(length), as: UTF8.self)) != nil { return 0 }
    taken = max(taken, taken(of: sent) ?? taken)
    return taken
  }

  /// Whether the system takes more, after a while at the most.
  private func isReady() -> Bool {
    if takesMore(within: patience) { return true }
    // Nothing has come out yet: it may be busy with what somebody else sends.
    let most = waiting.possible - patience
    guard most > 0, !isStopped, hasTakenNothing else { return false }
    if !isToldIdle { waiting.begins(.takingNothing, waiting.possible) }
    isToldIdle = true
    return takesMore(within: most)
  }

  /// Waits until the system takes more. Once somebody has told to stop, a printer that has taken nothing is not waited for, and
  /// another one but for a moment.
  private func takesMore(within seconds: Double) -> Bool {
    var left = seconds
    while true {
      if isStopped { left = min(left, hasTakenNothing ? 0 : LineWaiting.partingPatience) }
      let step = max(0, min(left, Self.step))
      if Self.poll(file, Int16(POLLOUT), for: step) { return true }
      left -= step
      if left <= 0 || isPastEnd { return false }
    }
  }

  /// Whether nothing has come out for sure.
  private var hasTakenNothing: Bool { (taken(of: sent) ?? taken) <= opening }

  /// How often it is asked whether somebody has told to stop, in seconds.
  private static let step = 0.1

  /// Whether somebody has told to stop.
  private var isStopped: Bool {
    if end == nil, waiting.isOver() { end = .now + .seconds(LineWaiting.parting) }
    return end != nil
  }

  /// Whether the moment is over that what was coming out has got since.
  private var isPastEnd: Bool { isStopped && end.map { $0 <= .now } ?? false }

  // MARK: - Opening

  private static func open(_ target: PrinterTarget, _ patience: Double, _ isOver: () -> Bool) throws(PrinterFault)
    -> Int32
  {
    switch target {
    case .device(let path):
      if let obstacle = target.obstacle { throw obstacle }
      let file = Foundation.open(path, O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
      guard file >= 0 else { throw .notThere(reason: reason) }
      // What was opened is what counts, should the name lead elsewhere by now.
      var about = stat()
      if fstat(file, &about) == 0, let stranger = DeviceKind.stranger(about.st_mode, about.st_rdev) {
        close(file)
        throw .noPrinter(stranger)
      }
      return file
    case .network(let host, let port): return try connect(host, port, patience, isOver)
    }
  }

  private static func connect(_ host: String, _ port: UInt16, _ patience: Double, _ isOver: () -> Bool)
    throws(PrinterFault) -> Int32
  {
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var list: UnsafeMutablePointer<addrinfo>?
    let failed = getaddrinfo(host, "\(port)", &hints, &list)
    defer { if let list { freeaddrinfo(list) } }
    guard failed == 0 else { throw .notThere(reason: String(cString: gai_strerror(failed))) }
    var last = String(cString: gai_strerror(EAI_NONAME))
    var next = list
    while let address = next?.pointee {
      next = address.ai_next
      let file = socket(
        address.ai_family, address.ai_socktype | Int32(SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue), 0)
      guard file >= 0 else {
        last = reason
        continue
      }
      // The system would take megabytes, whatever the printer does: with little between them, what is told of the
      // printer is true of it, and whoever interrupts a hundred receipts is not kept by those that lie in between.
      var room: Int32 = 32 * 1024
      setsockopt(file, SOL_SOCKET, SO_SNDBUF, &room, socklen_t(MemoryLayout<Int32>.size))
      // A band goes out whole at once. Otherwise its last piece waits until the printer has acknowledged the band before it, which
      // many put off for a twentieth of a second (tcp(7), RFC 9293, 3.7.4).
      var goesAtOnce: Int32 = 1
      setsockopt(file, Int32(IPPROTO_TCP), TCP_NODELAY, &goesAtOnce, socklen_t(MemoryLayout<Int32>.size))
      if Glibc.connect(file, address.ai_addr, address.ai_addrlen) == 0 || errno == EINPROGRESS {
        if let problem = pending(file, patience, isOver) { last = problem } else { return file }
      } else {
        last = reason
      }
      close(file)
      if isOver() { throw .interrupted }
    }
    throw .notThere(reason: last)
  }

  /// Waits until a connection stands; nil when it does.
  private static func pending(_ file: Int32, _ patience: Double, _ isOver: () -> Bool) -> String? {
    var left = patience
    while !poll(file, Int16(POLLOUT), for: min(left, step)) {
      left -= step
      guard left > 0, !isOver() else { return String(cString: strerror(ETIMEDOUT)) }
    }
    let error = problem(of: file)
    return error == 0 ? nil : String(cString: strerror(error))
  }

  /// The error that the system keeps for a connection.
  private static func problem(of file: Int32) -> Int32 {
    var (error, length) = (Int32(0), socklen_t(MemoryLayout<Int32>.size))
    getsockopt(file, SOL_SOCKET, SO_ERROR, &error, &length)
    return error
  }

  // MARK: - Waiting

  /// Makes sure that a printer on the network has taken the last of it: the system's own buffers hold many receipts.
  /// Once it is told that all was sent, it closes its side; one that keeps its side open is believed.
  ///
  /// - Throws: ``PrinterFault``.
  func finish() throws(PrinterFault) {
    guard case .network = target else { return }
    var hasAll = taken(of: sent) == sent
    shutdown(file, Int32(SHUT_WR))
    // A short job lies with the system while the printer is busy with another.
    var (left, isOpen) = (taken <= opening ? max(patience, waiting.possible) : patience, true)
    var answer: [UInt8] = []
    while true {
      let now = taken(of: sent)
      if let now {
        if now > taken { left = patience }
        taken = max(taken, min(now, sent - 1))
        hasAll = hasAll || now >= sent
      } else if !isOpen, !hasAll {
        // It closed its side before it had everything, and the rest was turned away.
        throw .gone(taken: taken, reason: String(cString: strerror(Self.problem(of: file))))
      }
      if hasAll, !isOpen { break }
      if isStopped { left = min(left, taken <= opening ? 0 : LineWaiting.partingPatience) }
      guard left > 0, !isPastEnd else { throw stuck(taken) }
      let pause = hasAll ? min(patience, 0.3) : 0.02
      // What it says is taken off the line: what nobody has read makes the system cut the line off, and the printer
      // drop the end.
      if isOpen, Self.poll(file, Int16(POLLIN), for: pause) {
        isOpen = try hear(&answer)
      } else if hasAll {
        break
      } else {
        if !isOpen { Thread.sleep(forTimeInterval: pause) }
        left -= pause
      }
    }
    if let stranger = Self.stranger(greeting: String(decoding: answer, as: UTF8.self)) { throw .noPrinter(stranger) }
  }

  /// Reads what a printer says; false once it has closed its side.
  private func hear(_ answer: inout [UInt8]) throws(PrinterFault) -> Bool {
    var piece = [UInt8](repeating: 0, count: 256)
    let length = read(file, &piece, piece.count)
    // What it had not looked at when it went is lost, and that is the end of it at least.
    if length < 0, errno != EAGAIN, errno != EINTR { throw .gone(taken: taken, reason: Self.reason) }
    // A printer says a few bytes about itself, and no more.
    if answer.count > 65_536 { throw .noPrinter(.endlessTalker) }
    answer += piece.prefix(max(0, length))
    return length != 0
  }

  /// Throws away what has not been taken.
  func abandon() {
    var hard = linger(l_onoff: 1, l_linger: 0)
    setsockopt(file, SOL_SOCKET, SO_LINGER, &hard, socklen_t(MemoryLayout<linger>.size))
  }

  /// A printer that takes no more: what it has not taken is thrown away, so that it does not come out later, beside the
  /// paper that is printed again.
  private func stuck(_ taken: Int) -> PrinterFault {
    abandon()
    if !isStopped { return .stuck(taken: taken) }
    return taken <= opening ? .interrupted : .stopped(taken: taken)
  }

  /// What greets so; nil for a printer, which mostly says nothing.
  static func stranger(greeting text: String) -> PrinterFault.Stranger? {
    let known: [(String, PrinterFault.Stranger)] = [
      ("HTTP/", .webServer), ("<", .webServer), ("SSH-", .sshServer), ("220 ", .fileOrMailServer),
      ("+OK", .mailServer), ("* OK", .mailServer),
    ]
    return known.first { text.hasPrefix($0.0) }?.1
  }

  /// How much of what the system was given the printer has: the rest still lies with the system (`SIOCOUTQ`, tcp(7)).
  /// Nil where that is not known.
  private func taken(of sent: Int) -> Int? {
    guard case .network = target else { return sent }
    // A connection that is broken has nothing waiting, either; one that both sides have closed may have.
    var state = pollfd(fd: file, events: 0, revents: 0)
    guard Glibc.poll(&state, 1, 0) >= 0, state.revents & Int16(POLLERR | POLLNVAL) == 0 else { return nil }
    var waiting: Int32 = 0
    guard ioctl(file, UInt(TIOCOUTQ), &waiting) == 0 else { return nil }
    return max(0, sent - Int(waiting))
  }

  private static func poll(_ file: Int32, _ events: Int16, for seconds: Double) -> Bool {
    var descriptor = pollfd(fd: file, events: events, revents: 0)
    while true {
      let count = Glibc.poll(&descriptor, 1, Int32(seconds * 1000))
      // Whoever interrupts the program says nothing about the printer.
      if count >= 0 || errno != EINTR { return count > 0 }
    }
  }

  private static var reason: String { String(cString: strerror(errno)) }
}
