import Bookkeeping
import Crypto
import Foundation
import Ledger

/// Which process makes papers, so that another one can tell whether it still does. The mark says nothing about a machine but
/// whether two are the same.
struct RunningProcess: Hashable, Sendable {
  /// The machine, as a hash of what the system calls it.
  private let machine: String
  /// Since when it runs, as a hash; after a start anew no process of before is left.
  private let boot: String
  /// Which processes can see each other (pid_namespaces(7)).
  private let namespace: String
  private let number: Int32
  /// When the process began, so that a number that was given anew is not taken for the old one (proc(5)).
  private let start: String

  /// How long a claim of a process that cannot be looked at holds, in seconds: longer than a paper takes, and shorter than a
  /// market.
  static let lease = 600

  /// The process itself.
  static let current = RunningProcess(of: getpid())

  /// A process of this machine.
  ///
  /// - Parameter number: its number.
  init(of number: Int32) {
    machine = Self.hash(Self.read("/etc/machine-id") + "\n" + Self.read("/proc/sys/kernel/hostname"))
    boot = Self.hash(Self.read("/proc/sys/kernel/random/boot_id"))
    namespace =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/ns/pid"))
      .map(Self.hash) ?? "-"
    self.number = number
    start = Self.start(of: number) ?? "-"
  }

  private init?(_ text: String) {
    let parts = text.split(separator: ":").map(String.init)
    guard parts.count == 5, let number = Int32(parts[3]) else { return nil }
    (machine, boot, namespace, self.number, start) = (parts[0], parts[1], parts[2], number, parts[4])
  }

  /// The process as the beginning of a file's name.
  var fileName: String {
    [machine, boot, namespace, "\(number)", start].map { $0 == "-" ? "0" : $0 }.joined(separator: "-")
  }

  /// The process that a file's name begins with; nil where it begins otherwise.
  init?(fileName: some StringProtocol) {
    let parts = fileName.split(omittingEmptySubsequences: false) { $0 == "-" }.map { String($0) }
    func isHash(_ part: String) -> Bool { part.count == 8 && part.allSatisfy(\.isHexDigit) }
    guard parts.count > 5, isHash(parts[0]), isHash(parts[1]), parts[2] == "0" || isHash(parts[2]),
      let number = Int32(parts[3]), UInt64(parts[4]) != nil
    else { return nil }
    (machine, boot, self.number) = (parts[0], parts[1], number)
    (namespace, start) = (parts[2] == "0" ? "-" : parts[2], parts[4] == "0" ? "-" : parts[4])
  }

  /// Whether it is known not to run any more.
  var isDead: Bool {
    let current = Self.current
    guard machine == current.machine else { return false }
    if boot != current.boot { return true }
    return namespace == current.namespace && Self.start(of: number) != start
  }

  /// The process as it is kept.
  var text: String { "\(machine):\(boot):\(namespace):\(number):\(start)" }

  /// Whether somebody's claim holds.
  ///
  /// - Parameters:
  ///   - claim: the claim.
  ///   - moment: now, as ISO 8601 in UTC.
  /// - Returns: whether the process runs; of one that cannot be looked at, whether its claim is young.
  static func holds(_ claim: Ledger.OutboxClaim, at moment: String) -> Bool {
    guard let other = RunningProcess(claim.owner) else { return false }
    if other == current { return true }
    if other.machine == current.machine {
      if other.boot != current.boot { return false }
      if other.namespace == current.namespace { return start(of: other.number) == other.start }
    }
    guard let age = Moments.seconds(from: claim.moment, to: moment) else { return false }
    return age < lease
  }

  private static func start(of number: Int32) -> String? {
    // The second field, the program's name in brackets, may hold blanks; the start is the 22nd.
    let fields = read("/proc/\(number)/stat").split(separator: ")").last?.split(separator: " ") ?? []
    return fields.count > 19 ? String(fields[19]) : nil
  }

  private static func read(_ path: String) -> String {
    guard let file = FileManager.default.contents(atPath: path) else { return "" }
    return String(decoding: file, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private static func hash(_ text: String) -> String {
    SHA256.hash(data: Data(text.utf8)).prefix(4).map { $0.padded(to: 2, radix: 16).lowercased() }.joined()
  }
}
