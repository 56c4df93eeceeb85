import BillingOffice
import Foundation

/// What the program takes from the world around it: clock, folders, environment. The libraries get these handed in.
enum Surroundings {
  /// The folder somebody stands in.
  static var folder: String { FileManager.default.currentDirectoryPath }

  /// Today, where the machine stands.
  static var today: CalendarDay {
    var (now, parts) = (Foundation.time(nil), tm())
    localtime_r(&now, &parts)
    guard
      let today = CalendarDay(
        year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
    else { preconditionFailure("a Gregorian date has a year, a month and a day") }
    return today
  }

  /// The moment, ISO 8601 in UTC, to the second. The C library says it at once; Foundation's formats take a millisecond to get
  /// ready.
  static var moment: String {
    var (now, parts) = (Foundation.time(nil), tm())
    gmtime_r(&now, &parts)
    let text = [CChar](unsafeUninitializedCapacity: 32) { buffer, count in
      count = strftime(buffer.baseAddress, buffer.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
    }
    return String(decoding: text.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// The time of day where the machine stands, such as `14:02`.
  static var time: String {
    var (now, parts) = (Foundation.time(nil), tm())
    localtime_r(&now, &parts)
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(parts.tm_hour)):\(two(parts.tm_min))"
  }

  /// The machine's addresses in its networks (IPv4), without its own loopback.
  static var networkAddresses: [String] {
    var list: UnsafeMutablePointer<ifaddrs>?
    guard getifaddrs(&list) == 0 else { return [] }
    defer { freeifaddrs(list) }
    var (found, next): ([String], UnsafeMutablePointer<ifaddrs>?) = ([], list)
    while let one = next {
      next = one.pointee.ifa_next
      guard let address = one.pointee.ifa_addr, Int32(address.pointee.sa_family) == AF_INET,
        one.pointee.ifa_flags & UInt32(IFF_LOOPBACK) == 0
      else { continue }
      var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
      let length = socklen_t(MemoryLayout<sockaddr_in>.size)
      if getnameinfo(address, length, &text, socklen_t(text.count), nil, 0, NI_NUMERICHOST) == 0 {
        found.append(String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self))
      }
    }
    return found
  }

  /// Opens an address in the browser, where there is one.
  static func open(_ address: String) {
    guard let opener = tool("xdg-open") ?? tool("open") else { return }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: opener)
    process.arguments = [address]
    (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
    try? process.run()
  }

  /// The templates, words and fonts that belong to this program; `BILLING_OFFICE_HOME` names another place for them.
  static func installation() throws -> Installation {
    let environment = ProcessInfo.processInfo.environment
    let (cache, state) = (cache(environment), state(environment))
    if let root = environment["BILLING_OFFICE_HOME"], !root.isEmpty {
      guard FileManager.default.fileExists(atPath: root + "/Templates") else {
        throw Diagnostics(CommandFact.wrongHome(root))
      }
      var installation = Installation(root: root, cache: cache, state: state)
      installation.cell = cell
      return installation
    }
    let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().path
    if var found = Installation.around(executable: program, cache: cache, state: state) {
      found.cell = cell
      return found
    }
    throw Diagnostics(CommandFact.noInstallation)
  }

  /// How the program starts itself to read what strangers have made.
  static let cell = Installation.Cell(
    program: "/proc/self/exe", word: "---cell",
    surroundings: ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"].map { ["LD_LIBRARY_PATH=\($0)"] } ?? [])

  /// Opens the office that is meant, and reminds of papers that are missing.
  static func office(named name: String?, isQuiet: Bool = false) throws -> Office {
    let office = try Office.open(named: name, from: folder, installation: try installation())
    let count = isQuiet ? 0 : office.unprintedCount(at: moment)
    if count > 0 {
      Terminal.note(
        "\(count == 1 ? "1 gift is recorded and has" : "\(count) gifts are recorded and have") no paper yet: "
          + "billing-office reprint --unprinted")
    }
    return office
  }

  /// A folder for what was learnt about the fonts: in the person's cache, or where that cannot be written, a temporary one.
  private static func cache(_ environment: [String: String]) -> String {
    let usual = environment["HOME"].map { $0 + "/.cache" }
    let home = [environment["XDG_CACHE_HOME"], usual].compactMap { $0 }.first { $0.hasPrefix("/") }
    let cache = (home ?? NSTemporaryDirectory()) + "/billing-office/fontconfig"
    try? FileManager.default.createDirectory(atPath: cache, withIntermediateDirectories: true)
    if FileManager.default.isWritableFile(atPath: cache) { return cache }
    return NSTemporaryDirectory() + "/billing-office-\(getuid())/fontconfig"
  }

  /// A folder for what belongs to this machine and this person, as the XDG Base Directory Specification names it.
  private static func state(_ environment: [String: String]) -> String {
    let usual = environment["HOME"].map { $0 + "/.local/state" }
    let home = [environment["XDG_STATE_HOME"], usual].compactMap { $0 }.first { $0.hasPrefix("/") }
    return (home ?? NSTemporaryDirectory()) + "/billing-office"
  }

  /// A text as a shell takes it for one word.
  static func quoted(_ text: String) -> String {
    let isPlain = text.allSatisfy { $0.isLetter || $0.isNumber || "/._-~".contains($0) }
    return isPlain ? text : "'\(text.replacingOccurrences(of: "'", with: "'\\''"))'"
  }

  /// Takes out of the environment what would change how papers look: Pango and fontconfig choose by it between fonts and the
  /// variants of Han characters. A paper's language is its office's, not its printer's.
  static func forgetLanguages() {
    for name in ["PANGO_LANGUAGE", "LANGUAGE", "FC_LANG", "LC_CTYPE", "LANG"] { unsetenv(name) }
    setenv("LC_ALL", "C", 1)
  }

  /// Where a program is that people can call; nil where there is none.
  static func tool(_ name: String) -> String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// The path of a file that somebody named; a hyphen is what is piped into the program.
  static func input(_ path: String) -> String { path == "-" ? Files.standardInput : path }

  /// A path as people would write it from where they stand.
  static func shown(_ path: String) -> String {
    let here = folder + "/"
    return path.hasPrefix(here) ? String(path.dropFirst(here.count)) : path
  }
}
