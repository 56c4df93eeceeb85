import Bookkeeping
import Foundation
import Ledger
import Papers

/// The devices that may give at an office's desk. They are kept in the person's state folder, so that a desk that is closed and opened
/// again knows them, and so that they can be sent away whether one is open or not.
extension Office {
  /// For how many days after the first a device is good: markets last a weekend.
  private static let daysOfADevice = 1

  /// Lets a device in.
  ///
  /// - Parameters:
  ///   - device: what it shows from now on. Only its digest is kept.
  ///   - day: the day, where the office stands; it is good until the end of the next one.
  /// - Throws: ``Diagnostics`` when it cannot be kept.
  package func letIn(_ device: String, on day: CalendarDay) throws(Diagnostics) {
    let all = devices(on: day).map { "\($0.value) \($0.key)" } + ["\(day) \(Self.digest(of: device))"]
    try AtomicFiles.replace(devicesPath, with: all.sorted().joined(separator: "\n") + "\n", for: .state)
  }

  /// Whether a device was let in, and is good still.
  package func isLetIn(_ device: String, on day: CalendarDay) -> Bool {
    devices(on: day)[Self.digest(of: device)] != nil
  }

  /// How many devices are let in.
  package func devicesCount(on day: CalendarDay) -> Int { devices(on: day).count }

  /// Sends all devices away.
  ///
  /// - Throws: ``Diagnostics`` when that cannot be kept.
  package func forgetDevices() throws(Diagnostics) {
    if Files.exists(devicesPath) { try AtomicFiles.replace(devicesPath, with: "", for: .state) }
  }

  private var devicesPath: String { "\(installation.state)/devices/\(Self.digest(of: folder).prefix(24))" }

  /// The days on which devices were let in, by their digests; those alone that are good still.
  private func devices(on day: CalendarDay) -> [String: CalendarDay] {
    let path = devicesPath
    let all = try? kept.value("devices", of: [path]) { () throws(Diagnostics) in
      guard Files.exists(path) else { return [String: CalendarDay]() }
      let lines = try Files.text(path).split(whereSeparator: \.isNewline).map { $0.split(separator: " ") }
      let pairs = lines.compactMap { parts in
        parts.count == 2 ? CalendarDay(String(parts[0])).map { (String(parts[1]), $0) } : nil
      }
      return Dictionary(pairs) { $1 }
    }
    return (all ?? [:]).filter { (0...Self.daysOfADevice).contains(day.days(since: $0.value)) }
  }

  private static func digest(of text: String) -> String {
    var print = RunPrint()
    print.add(text)
    return print.text
  }
}
