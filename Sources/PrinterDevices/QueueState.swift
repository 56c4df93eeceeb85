import Foundation

/// What `lpstat -l -p` and `-a` say about a queue, in the C locale.
struct QueueState: Hashable {
  /// That it is stopped or takes no jobs, with the reason that CUPS gives; nil where it gives none.
  struct Halt: Hashable {
    var reason: String?
  }

  /// Nil when it prints.
  var stopped: Halt?
  /// Nil when it takes jobs.
  var refusing: Halt?
  /// What keeps the printer from printing; nil where nothing does.
  var trouble: PrinterTrouble?
  private var current: String?

  /// Reads what was said.
  init(_ text: String) {
    let lines = text.split(whereSeparator: \.isNewline).map(String.init)
    for (index, line) in lines.enumerated() {
      let next = index + 1 < lines.count ? lines[index + 1].trimmingCharacters(in: .whitespaces) : ""
      if line.hasPrefix("printer ") {
        if line.contains(" disabled since ") { stopped = Halt(reason: Self.reason(next)) }
        current = line.firstMatch(of: /now printing (\S+?)\.( |$)/).map { String($0.1) }
      } else if line.contains(" not accepting requests ") {
        refusing = Halt(reason: Self.reason(next))
      } else if line.trimmingCharacters(in: .whitespaces).hasPrefix("Alerts:") {
        trouble = Self.trouble(in: String(line.drop { $0 != ":" }.dropFirst()))
      }
    }
  }

  /// Whether a job is being printed.
  func isPrinting(_ job: String) -> Bool { current == job }

  /// Why CUPS gave a job up, by what `lpstat -l -W completed` says; nil where it is printed.
  static func failure(of job: String, in text: String) -> JobFailure? {
    let lines = text.split(whereSeparator: \.isNewline).map(String.init)
    guard let start = lines.firstIndex(where: { $0.hasPrefix("\(job) ") }) else { return nil }
    let own = lines[(start + 1)...].prefix { $0.hasPrefix("\t") }.map { $0.trimmingCharacters(in: .whitespaces) }
    let alerts = own.first { $0.hasPrefix("Alerts:") } ?? ""
    let said = own.first { $0.hasPrefix("Status:") }?.dropFirst(7).trimmingCharacters(in: .whitespaces)
    let status = said?.isEmpty == false ? said : nil
    if alerts.contains("aborted") { return .aborted(status: status) }
    if alerts.contains("canceled") { return .cancelled(status: status) }
    return nil
  }

  private static func reason(_ text: String) -> String? {
    let text = text.trimmingCharacters(in: CharacterSet(charactersIn: " ."))
    return text.isEmpty || text == "reason unknown" ? nil : text
  }

  /// Which keyword in a list of alerts stops the printer: of several, the one that is first below. What only warns is
  /// passed over.
  static func trouble(in alerts: String) -> PrinterTrouble? {
    let known: [(String, PrinterTrouble)] = [
      ("media-empty", .outOfPaper), ("media-needed", .wantsPaper), ("media-jam", .paperJam),
      ("cover-open", .coverOpen), ("door-open", .doorOpen), ("interlock-open", .coverOpen),
      ("input-tray-missing", .trayMissing), ("output-area-full", .outputFull), ("toner-empty", .outOfToner),
      ("marker-supply-empty", .outOfInk), ("offline", .unreachable), ("shutdown", .switchedOff),
      ("connecting-to-device", .unreachable), ("timed-out", .silent), ("paused", .paused),
    ]
    let given = alerts.split(whereSeparator: { ", \t".contains($0) })
    for (keyword, trouble) in known
    where given.contains(where: { $0.hasPrefix(keyword) && !$0.hasSuffix("-warning") && !$0.hasSuffix("-report") }) {
      return trouble
    }
    return nil
  }
}
