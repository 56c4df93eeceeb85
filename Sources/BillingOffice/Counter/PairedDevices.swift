import Bookkeeping
import Foundation
import Ledger
import Papers

/// The devices that may give at an office's desk. They are kept in the person's state folder, so that a desk that is closed and opened
/// again knows them, and so that they can be sent away whether one is open or not. Each has a file of its own: of several processes none
/// undoes what another has noted.
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
    for name in deviceNames where !isGood(name, on: day) { try? FileManager.default.removeItem(atPath: path(of: name)) }
    try AtomicFiles.replace(path(of: Self.digest(of: device)), with: "\(day)\n", for: .state)
  }

  /// Whether a device was let in, and is good still.
  package func isLetIn(_ device: String, on day: CalendarDay) -> Bool { isGood(Self.digest(of: device), on: day) }

  /// How many devices are let in.
  package func devicesCount(on day: CalendarDay) -> Int { deviceNames.count { isGood($0, on: day) } }

  /// Sends all devices away.
  ///
  /// - Throws: ``Diagnostics`` when one of them cannot be.
  package func forgetDevices() throws(Diagnostics) {
    for name in deviceNames where unlink(path(of: name)) != 0 && errno != ENOENT {
      throw Diagnostics(FileFact.cannotWrite, file: ShownPath.of(path(of: name)))
    }
  }

  private var devicesFolder: String { "\(installation.state)/devices/\(Self.digest(of: folder).prefix(24))" }
  private func path(of name: String) -> String { "\(devicesFolder)/\(name)" }

  private var deviceNames: [String] {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: devicesFolder)) ?? []
    // What is just being written is not there yet.
    return all.filter { !$0.hasPrefix(".") }
  }

  /// Whether the device of a file was let in on this day or shortly before.
  private func isGood(_ name: String, on day: CalendarDay) -> Bool {
    guard let text = FileManager.default.contents(atPath: path(of: name)),
      let since = CalendarDay(String(decoding: text.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self))
    else { return false }
    return (0...Self.daysOfADevice).contains(day.days(since: since))
  }

  private static func digest(of text: String) -> String {
    var print = RunPrint()
    print.add(text)
    return print.text
  }
}
