internal import Foundation

/// What a process gives up before it touches what strangers wrote. Each step that the kernel does not have is left out; the limits of
/// POSIX hold everywhere.
enum Confinement {
  /// Sets what the process may use up: whoever wants more is ended by the system, and nobody else notices.
  static func limit() {
    set(__rlimit_resource_t(RLIMIT_CPU.rawValue), 4)
    set(__rlimit_resource_t(RLIMIT_DATA.rawValue), 768 << 20)
    set(__rlimit_resource_t(RLIMIT_AS.rawValue), 2 << 30)
    set(__rlimit_resource_t(RLIMIT_CORE.rawValue), 0)
    set(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), 0)
    set(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), 64)
    // A library that would keep what it learnt is refused, not ended.
    signal(SIGXFSZ, SIG_IGN)
    // What the parent has open is none of its business.
    let closeRange: (@convention(c) (UInt32, UInt32, Int32) -> Int32)? = function("close_range")
    _ = closeRange?(3, .max, 0)
    // Without its parent nobody waits for it; and nobody looks into it.
    control(1, UInt(SIGKILL))
    control(4, 0)
  }

  /// Takes away the network, other programs, other processes and whatever changes a file; and of reading whatever is not named.
  ///
  /// - Parameter readable: the folders and files that may still be read.
  static func lock(readable: [String]) {
    // PR_SET_NO_NEW_PRIVS, which both steps ask for.
    guard control(38, 1) else { return }
    restrictFiles(to: readable)
    restrictCalls()
  }

  /// Memory that has a descriptor (memfd_create(2)); a negative number where there is none.
  static func memory() -> Int32 {
    let create: (@convention(c) (UnsafePointer<CChar>, UInt32) -> Int32)? = function("memfd_create")
    // MFD_CLOEXEC
    return create?("picture", 1) ?? -1
  }

  private static func set(_ resource: __rlimit_resource_t, _ most: UInt) {
    var limit = rlimit(rlim_cur: most, rlim_max: most)
    _ = setrlimit(resource, &limit)
  }

  // MARK: - What C calls with any number of arguments

  private typealias Call = @convention(c) (Int, UInt, UInt, UInt, UInt) -> Int

  private static func function<F>(_ name: String) -> F? {
    dlsym(nil, name).map { unsafeBitCast($0, to: F.self) }
  }

  @discardableResult
  private static func control(_ option: Int32, _ first: UInt, _ second: UInt = 0) -> Bool {
    let prctl: (@convention(c) (Int32, UInt, UInt, UInt, UInt) -> Int32)? = function("prctl")
    return prctl?(option, first, second, 0, 0) == 0
  }

  private static func address<T>(_ pointer: UnsafePointer<T>) -> UInt { UInt(bitPattern: pointer) }

  // MARK: - Files (landlock(7), from Linux 5.13 on)

  private static func restrictFiles(to readable: [String]) {
    guard let call: Call = function("syscall") else { return }
    let (create, add, restrict) = (444, 445, 446)
    // All that can be done with files as far as the first version knows: reading a file is 4, reading a folder 8.
    var handled: UInt64 = 0x1FFF
    let rules = call(create, address(&handled), 8, 0, 0)
    guard rules >= 0 else { return }
    for path in readable {
      let place = open(path, 0o10_000_000 | O_CLOEXEC)  // O_PATH
      guard place >= 0 else { continue }
      var about = stat()
      let isFolder = fstat(place, &about) == 0 && about.st_mode & S_IFMT == S_IFDIR
      // What is allowed, 8 bytes, and where, 4 bytes, without a gap.
      let allowed: UInt64 = isFolder ? 0xC : 0x4
      var rule = [UInt8](repeating: 0, count: 16)
      withUnsafeBytes(of: allowed) { rule.replaceSubrange(0..<8, with: $0) }
      withUnsafeBytes(of: place) { rule.replaceSubrange(8..<12, with: $0) }
      _ = rule.withUnsafeBufferPointer { call(add, UInt(rules), 1, UInt(bitPattern: $0.baseAddress), 0) }
      close(place)
    }
    _ = call(restrict, UInt(rules), 0, 0, 0)
    close(Int32(rules))
  }

  // MARK: - Calls of the system (seccomp(2), a filter of classic BPF)

  #if arch(x86_64)
    private static let architecture: UInt32 = 0xC000_003E
    private static let (clone, clone3): (UInt32, UInt32) = (56, 435)
    private static let opening: [(call: UInt32, flags: UInt32)] = [(2, 1), (257, 2)]
    private static let refused: [UInt32] = [
      41, 42, 53, 57, 58, 59, 62, 82, 83, 84, 85, 86, 87, 88, 90, 92, 101, 165, 166, 248, 249, 250, 258, 259, 260, 263,
      264,
      265, 266, 268, 272, 298, 308, 310, 311, 316, 321, 322, 323, 425, 434, 437,
    ]
  #elseif arch(arm64)
    private static let architecture: UInt32 = 0xC000_00B7
    private static let (clone, clone3): (UInt32, UInt32) = (220, 435)
    private static let opening: [(call: UInt32, flags: UInt32)] = [(56, 2)]
    private static let refused: [UInt32] = [
      33, 34, 35, 36, 37, 38, 39, 40, 53, 54, 97, 117, 129, 198, 199, 203, 217, 218, 219, 221, 241, 268, 270, 271, 276,
      280,
      281, 282, 425, 434, 437,
    ]
  #else
    private static let architecture: UInt32 = 0
    private static let (clone, clone3): (UInt32, UInt32) = (0, 0)
    private static let opening: [(call: UInt32, flags: UInt32)] = []
    private static let refused: [UInt32] = []
  #endif

  private struct Instruction {
    var code: UInt16
    var ifTrue: UInt8 = 0
    var ifFalse: UInt8 = 0
    var value: UInt32

    static func load(_ offset: UInt32) -> Instruction { Instruction(code: 0x20, value: offset) }
    static func answer(_ value: UInt32) -> Instruction { Instruction(code: 0x06, value: value) }
    /// Goes on with the next where it is equal, and otherwise leaves out so many.
    static func unless(_ value: UInt32, skip: UInt8) -> Instruction {
      Instruction(code: 0x15, ifFalse: skip, value: value)
    }
    /// Leaves out so many where a bit is set.
    static func ifBits(_ bits: UInt32, skip: UInt8) -> Instruction {
      Instruction(code: 0x45, ifTrue: skip, value: bits)
    }
  }

  private struct Program {
    var count: UInt16
    var instructions: UnsafePointer<Instruction>?
  }

  private static func restrictCalls() {
    guard architecture != 0 else { return }
    let (allow, refuse, missing): (UInt32, UInt32, UInt32) = (
      0x7FFF_0000, 0x0005_0000 | UInt32(EPERM), 0x0005_0000 | UInt32(ENOSYS)
    )
    func argument(_ index: UInt32) -> UInt32 { 16 + 8 * index }
    // A call by another way of counting is none that this program makes.
    var filter: [Instruction] = [
      .load(4), Instruction(code: 0x15, ifTrue: 1, value: architecture), .answer(refuse), .load(0),
    ]
    // The C library then starts threads by the older call, whose flags can be read: threads are allowed, processes are not.
    filter += [.unless(clone3, skip: 1), .answer(missing)]
    filter += [
      .unless(clone, skip: 4), .load(argument(0)), .ifBits(0x1_0000, skip: 1), .answer(refuse), .answer(allow),
    ]
    let writing = UInt32(O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND)
    for (call, flags) in opening {
      filter += [
        .unless(call, skip: 4), .load(argument(flags)), .ifBits(writing, skip: 1), .answer(allow), .answer(refuse),
      ]
    }
    for call in refused { filter += [.unless(call, skip: 1), .answer(refuse)] }
    filter.append(.answer(allow))
    filter.withUnsafeBufferPointer { instructions in
      var program = Program(count: UInt16(instructions.count), instructions: instructions.baseAddress)
      // PR_SET_SECCOMP with SECCOMP_MODE_FILTER.
      control(22, 2, address(&program))
    }
  }
}
