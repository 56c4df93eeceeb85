import Drawing
import Foundation
import Layout
import PrinterDevices

/// Changes the text of printers.yaml, so that what somebody wrote there by hand stays as it is.
struct PrinterBookText {
  private(set) var lines: [String]

  /// What a new file begins with.
  static let head = """
    # The printers of this office. kind: escpos is a receipt printer, cups a queue of the system; offset: and scale: are what
    # calibrating found.

    """

  init(_ text: String) {
    lines = text.isEmpty ? Self.head.components(separatedBy: "\n") : text.components(separatedBy: "\n")
    while lines.last?.isEmpty == true { lines.removeLast() }
  }

  /// The text of the file.
  var text: String { lines.joined(separator: "\n") + "\n" }

  /// Adds a printer at the end; one that is usual takes the mark from the one that was.
  mutating func add(_ printer: Printer, name: String) {
    if printer.isUsual { lines.removeAll { $0.firstMatch(of: /^\s+usual:\s*(true|yes)\s*(#.*)?$/) != nil } }
    lines += [
      "", "\(name):", "  kind: \(printer.isForReceipts ? "escpos" : "cups")",
      "  address: \(Self.scalar(printer.address))",
    ]
    if let paper = printer.paper { lines.append("  paper: \(Self.scalar(paper))") }
    if let dots = printer.dots { lines.append("  dots: \(dots)") }
    if printer.isUsual { lines.append("  usual: true") }
  }

  /// A text as YAML reads it back: as it is where nothing in it means anything else, and quoted where something may.
  private static func scalar(_ text: String) -> String {
    if text.wholeMatch(of: /[A-Za-z0-9_.\/](:?[A-Za-z0-9_.\/@\[\]-])*/) != nil { return text }
    let plain = text.filter { !$0.isNewline }.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"\(plain)\""
  }

  /// Sets what makes good how a printer is off.
  ///
  /// - Returns: whether the printer's keys stand on lines of their own, where they can be set.
  mutating func set(_ correction: PrintCorrection, of name: String) -> Bool {
    guard let start = lines.firstIndex(where: { Self.key(of: $0) == name }), Self.isAlone(lines[start]) else {
      return false
    }
    var end =
      lines[(start + 1)...].firstIndex { !$0.isEmpty && !$0.hasPrefix(" ") && !$0.hasPrefix("#") } ?? lines.endIndex
    let indent = lines[(start + 1)..<end].first { !$0.isEmpty }.map { String($0.prefix { $0 == " " }) } ?? "  "
    for key in ["offset", "scale"] {
      let old = lines[(start + 1)..<end].indices.filter {
        lines[$0].trimmingCharacters(in: .whitespaces).hasPrefix("\(key):")
      }
      for index in old.reversed() { lines.remove(at: index) }
      end -= old.count
    }
    while end > start + 1, lines[end - 1].isEmpty { end -= 1 }
    lines.insert(
      contentsOf: [
        "\(indent)offset: [\(Self.millimetres(correction.x)), \(Self.millimetres(correction.y))]",
        "\(indent)scale: [\(Self.percent(correction.across)), \(Self.percent(correction.down))]",
      ], at: end)
    return true
  }

  private static func key(of line: String) -> String? {
    guard let colon = line.firstIndex(of: ":"), !line.hasPrefix(" "), !line.hasPrefix("#") else { return nil }
    return line[..<colon].trimmingCharacters(in: CharacterSet(charactersIn: " \"'"))
  }

  private static func isAlone(_ line: String) -> Bool {
    let rest = line.drop { $0 != ":" }.dropFirst().trimmingCharacters(in: .whitespaces)
    return rest.isEmpty || rest.hasPrefix("#")
  }

  private static func millimetres(_ points: Double) -> String { "\(Length.millimetres(points, decimals: 2))mm" }
  private static func percent(_ factor: Double) -> String { "\((factor * 100).tidy(decimals: 2))%" }
}
