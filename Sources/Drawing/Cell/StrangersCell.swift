internal import Foundation
internal import Layout

/// Reads pictures and fonts of strangers in a process of its own, which can do nothing but answer: a picture that crashes what reads
/// it, or takes too long, is refused, and the paper's own process goes on.
///
/// The process is this program, started again with a word that nobody types. It costs some 20 ms for the first picture of an office
/// and nothing where there is none; each picture is read once, whoever asks for it.
public final class StrangersCell: Sendable {
  private let program: String
  private let word: String
  private let trusted: String
  private let configuration: String
  private let cache: String
  private let folders: [String]
  private let surroundings: [String]

  /// What tells that a file is the one that was read.
  private struct Identity: Hashable {
    var device: UInt64, inode: UInt64, size: Int64, seconds: Int, nanoseconds: Int
  }

  private struct Known {
    var pictures: [Identity: Result<CellPicture, Refusal>] = [:]
    var order: [Identity] = []
    var fonts: Set<Identity> = []
  }

  /// Why a picture is not read.
  private struct Refusal: Error { var reason: String }

  /// What was read by now, looked at by one thread at a time.
  private final class Memory: @unchecked Sendable {
    private let lock = NSLock()
    private var known = Known()

    func withLock<Value>(_ body: (inout Known) -> Value) -> Value { lock.withLock { body(&known) } }
  }

  private let known = Memory()

  /// How large a file may be that is read, and what comes of it.
  static let mostBytes = 64 << 20
  private static let mostAnswered = 192 << 20
  /// How long a cell may take, in milliseconds, on a machine that has other things to do as well.
  private static let patience = 15_000
  /// How many pictures are kept; templates use a handful.
  private static let mostKept = 64

  /// Describes the cell; nothing is started before the first picture.
  ///
  /// - Parameters:
  ///   - program: what is started: a program that hands its arguments behind the word to ``CellWorker/run(_:)``.
  ///   - word: its first argument, which says that it is to be a cell.
  ///   - trusted: the folder of the program's own pictures, which need no cell.
  ///   - configuration: the fonts' configuration, for words in pictures.
  ///   - cache: where it is kept what was learnt about fonts.
  ///   - folders: further folders of fonts.
  ///   - surroundings: what the program needs to be told to start, such as `NAME=value`.
  public init(
    program: String, word: String, trusted: String, configuration: String, cache: String, folders: [String] = [],
    surroundings: [String] = []
  ) {
    (self.program, self.word, self.trusted) = (program, word, Self.real(trusted) + "/")
    (self.configuration, self.cache, self.folders) = (configuration, cache, folders)
    self.surroundings = surroundings
  }

  /// Whether a file belongs to the program itself.
  func trusts(_ path: String) -> Bool { Self.real(path).hasPrefix(trusted) }

  /// A picture of a stranger.
  func picture(at path: String, _ task: CellWorker.Task) throws(ContentError) -> CellPicture {
    let (bytes, identity) = try read(path)
    if let found = known.withLock({ $0.pictures[identity] }) { return try Self.value(found, path) }
    let result: Result<CellPicture, Refusal>
    switch answer(to: task, about: bytes) {
    case .success(let answer):
      if answer.first == CellPicture.Form.refused.rawValue {
        // The reason quotes the file.
        let reason = String(decoding: answer.dropFirst().prefix(400), as: UTF8.self)
        result = .failure(Refusal(reason: reason))
      } else if let picture = CellPicture(answer) {
        result = .success(picture)
      } else {
        result = .failure(Refusal(reason: "it cannot be drawn"))
      }
    case .failure(let ending): result = .failure(Refusal(reason: ending.reason))
    }
    known.withLock { known in
      if known.order.count >= Self.mostKept { known.pictures[known.order.removeFirst()] = nil }
      if known.pictures.updateValue(result, forKey: identity) == nil { known.order.append(identity) }
    }
    return try Self.value(result, path)
  }

  /// Opens font files.
  ///
  /// - Parameter paths: the files.
  /// - Returns: the first that cannot be opened without harm, and why; nil where all can.
  public func harmfulFont(among paths: [String]) -> (path: String, reason: String)? {
    var asked: [(path: String, identity: Identity)] = []
    for path in paths where !path.utf8.contains(0x0A) {
      guard let (_, about) = try? Self.open(path, reads: false) else { return (path, "it is no file that can be read") }
      let identity = Self.identity(about)
      if !known.withLock({ $0.fonts.contains(identity) }) { asked.append((path, identity)) }
    }
    guard !asked.isEmpty else { return nil }
    switch answer(to: .fonts, about: Array(asked.map(\.path).joined(separator: "\n").utf8)) {
    case .success:
      known.withLock { known in known.fonts.formUnion(asked.map(\.identity)) }
      return nil
    case .failure(let ending):
      var (reader, last) = (PictureBytesReader(ending.answered), 0)
      while let number = reader.count(upTo: asked.count - 1) { last = number }
      return (asked[last].path, ending.reason)
    }
  }

  private static func value(_ result: Result<CellPicture, Refusal>, _ path: String) throws(ContentError) -> CellPicture
  {
    switch result {
    case .success(let picture): return picture
    case .failure(let refusal): throw .unreadablePicture(path: path, reason: refusal.reason)
    }
  }

  // MARK: - Files

  private static func real(_ path: String) -> String {
    guard let found = realpath(path, nil) else { return path }
    defer { free(found) }
    return String(cString: found)
  }

  private static func identity(_ about: stat) -> Identity {
    Identity(
      device: UInt64(about.st_dev), inode: UInt64(about.st_ino), size: Int64(about.st_size),
      seconds: about.st_mtim.tv_sec, nanoseconds: about.st_mtim.tv_nsec)
  }

  /// Opens a file without waiting for anybody: a pipe or a device is no picture.
  static func open(_ path: String, reads: Bool) throws(ContentError) -> (bytes: [UInt8], about: stat) {
    let file = Glibc.open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard file >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { throw .missingPicture(path: path) }
      throw .unreadablePicture(path: path, reason: String(cString: strerror(errno)))
    }
    defer { close(file) }
    var about = stat()
    guard fstat(file, &about) == 0, about.st_mode & S_IFMT == S_IFREG else {
      let kinds: [mode_t: String] = [S_IFDIR: "a folder", S_IFIFO: "a pipe", S_IFSOCK: "a socket"]
      throw .unreadablePicture(path: path, reason: "it is \(kinds[about.st_mode & S_IFMT] ?? "a device"), and no file")
    }
    guard about.st_size <= mostBytes else {
      throw .unreadablePicture(path: path, reason: "it has more than \(mostBytes >> 20) MB")
    }
    guard reads else { return ([], about) }
    let size = Int(about.st_size)
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = Glibc.read(file, buffer.baseAddress.map { $0 + count }, size - count)
        guard got > 0 else { return }
        count += got
      }
    }
    return (bytes, about)
  }

  private func read(_ path: String) throws(ContentError) -> ([UInt8], Identity) {
    let (bytes, about) = try Self.open(path, reads: true)
    return (bytes, Self.identity(about))
  }

  // MARK: - The process

  /// How a cell ended that did not answer as it should.
  private struct Ending: Error {
    var reason: String
    var answered: [UInt8]
  }

  private func answer(to task: CellWorker.Task, about bytes: [UInt8]) -> Result<[UInt8], Ending> {
    func cannotStart() -> Result<[UInt8], Ending> {
      .failure(Ending(reason: "no process can be started to read it in", answered: []))
    }
    // The bytes lie in memory that has a number, so that neither of the two waits for the other.
    let input = Confinement.memory()
    guard input >= 0 else { return cannotStart() }
    defer { close(input) }
    guard Self.writeAll(bytes, to: input) else { return cannotStart() }
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return cannotStart() }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let started = start(task, input: input, output: ends[1])
    close(ends[1])
    defer { close(ends[0]) }
    guard let child = started else { return cannotStart() }
    let (answer, isInTime) = Self.readAll(ends[0], for: Self.patience)
    if !isInTime { kill(child, SIGKILL) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    if !isInTime { return .failure(Ending(reason: "it takes too long, or too much, to read", answered: answer)) }
    if status == 0 { return .success(answer) }
    let number = status & 0x7F
    let isLimit = number == SIGXCPU || number == SIGKILL
    return .failure(
      Ending(
        reason: isLimit
          ? "it takes too long, or too much, to read" : "what reads it crashes at it, or has no room for it",
        answered: answer))
  }

  private func start(_ task: CellWorker.Task, input: Int32, output: Int32) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // Whoever presses Ctrl-C means the program; it takes its cell along. No signal is ignored or blocked in there.
    var (none, all) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    let words: [String] = [program, word, task.rawValue, configuration, cache] + folders
    func copies(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] { texts.map { strdup($0) } + [nil] }
    var arguments = copies(words)
    // Filters of pictures are reckoned by one thread; nothing else of the person's surroundings matters in there.
    var variables = copies(["LC_ALL=C", "RAYON_NUM_THREADS=1"] + surroundings)
    defer {
      for text in arguments { free(text) }
      for text in variables { free(text) }
    }
    var child = pid_t()
    return posix_spawn(&child, program, &actions, &attributes, &arguments, &variables) == 0 ? child : nil
  }

  private static func writeAll(_ bytes: [UInt8], to file: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  /// All that comes before the other end is closed, and whether it was in time and not too much.
  private static func readAll(_ file: Int32, for milliseconds: Int) -> ([UInt8], Bool) {
    var answer: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 18)
    let end = DispatchTime.now() + .milliseconds(milliseconds)
    while true {
      let now = DispatchTime.now()
      guard now < end else { return (answer, false) }
      let left = (end.uptimeNanoseconds - now.uptimeNanoseconds) / 1_000_000 + 1
      var waiting = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, Int32(clamping: left)) > 0 else { continue }
      let count = Glibc.read(file, &piece, piece.count)
      if count == 0 { return (answer, true) }
      guard count > 0 else {
        if errno == EINTR { continue }
        return (answer, false)
      }
      answer += piece.prefix(count)
      if answer.count > mostAnswered { return (answer, false) }
    }
  }
}
