import Foundation

/// What `lpstat -l -p` and `-a` say about a queue, in the C locale.
struct QueueState: Hashable {
  /// Why it is stopped; nil when it prints.
  var stopped: String?
  /// Why it takes no jobs; nil when it does.
  var refusing: String?
  /// What is the matter with the printer, in plain words; nil where nothing is.
  var trouble: String?
  private var current: String?

  /// Reads what was said.
  init(_ text: String) {
    let lines = text.split(whereSeparator: \.isNewline).map(String.init)
    for (index, line) in lines.enumerated() {
      let next = index + 1 < lines.count ? lines[index + 1].trimmingCharacters(in: .whitespaces) : ""
      if line.hasPrefix("printer ") {
        if line.contains(" disabled since ") { stopped = Self.reason(next) }
        current = line.firstMatch(of: /now printing (\S+?)\.( |$)/).map { String($0.1) }
      } else if line.contains(" not accepting requests ") {
        refusing = Self.reason(next)
      } else if line.trimmingCharacters(in: .whitespaces).hasPrefix("Alerts:") {
        trouble = Self.words(for: String(line.drop { $0 != ":" }.dropFirst()))
      }
    }
  }

  /// Whether a job is being printed.
  func isPrinting(_ job: String) -> Bool { current == job }

  /// Why CUPS gave a job up, by what `lpstat -l -W completed` says; nil where it is printed.
  static func failure(of job: String, in text: String) -> String? {
    let lines = text.split(whereSeparator: \.isNewline).map(String.init)
    guard let start = lines.firstIndex(where: { $0.hasPrefix("\(job) ") }) else { return nil }
    let own = lines[(start + 1)...].prefix { $0.hasPrefix("\t") }.map { $0.trimmingCharacters(in: .whitespaces) }
    let alerts = own.first { $0.hasPrefix("Alerts:") } ?? ""
    let status = own.first { $0.hasPrefix("Status:") }.map { $0.dropFirst(7).trimmingCharacters(in: .whitespaces) }
    for (sign, words) in [("aborted", "the system gave it up"), ("canceled", "somebody cancelled it")]
    where alerts.contains(sign) {
      return status.flatMap { $0.isEmpty ? nil : "\(words): \($0)" } ?? words
    }
    return nil
  }

  private static func reason(_ text: String) -> String {
    let text = text.trimmingCharacters(in: CharacterSet(charactersIn: " ."))
    return text.isEmpty || text == "reason unknown" ? "nobody says why" : text
  }

  /// The keywords of RFC 8011, section 5.4.12, that stop a printer, in plain words. What only warns is passed over.
  static func words(for alerts: String) -> String? {
    let known: [(String, String)] = [
      ("media-empty", "it is out of paper"), ("media-needed", "it wants paper"), ("media-jam", "paper is stuck in it"),
      ("cover-open", "its cover is open"), ("door-open", "its door is open"), ("interlock-open", "its cover is open"),
      ("input-tray-missing", "its tray is missing"), ("output-area-full", "its output tray is full"),
      ("toner-empty", "it is out of toner"), ("marker-supply-empty", "it is out of ink or toner"),
      ("offline", "it is switched off or cannot be reached"), ("shutdown", "it is switched off"),
      ("connecting-to-device", "it is switched off or cannot be reached"), ("timed-out", "it does not answer"),
      ("paused", "it is paused"),
    ]
    let given = alerts.split(whereSeparator: { ", \t".contains($0) })
    for (keyword, words) in known
    where given.contains(where: { $0.hasPrefix(keyword) && !$0.hasSuffix("-warning") && !$0.hasSuffix("-report") }) {
      return words
    }
    return nil
  }
}
