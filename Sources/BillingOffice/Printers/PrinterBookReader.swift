import Drawing
import Foundation
import Layout
import Templating

/// Reads printers.yaml.
struct PrinterBookReader {
  /// What printers may be.
  enum Kind: String, CaseIterable { case escpos, cups }

  static let keys = ["kind", "address", "paper", "dots", "usual", "offset", "scale"]
  private let file: String
  private var faults: [Diagnostic] = []

  private init(file: String) { self.file = file }

  /// Reads the printers.
  ///
  /// - Parameters:
  ///   - text: the content of printers.yaml.
  ///   - file: its path as people know it.
  /// - Returns: the printers that could be read, and everything that is wrong.
  static func read(_ text: String, file: String) -> (book: PrinterBook, faults: [Diagnostic]) {
    var reader = PrinterBookReader(file: file)
    var book = PrinterBook()
    do {
      let root = try YAMLNode.read(text, file: file)
      // A file of notes alone names no printer.
      if case .scalar(nil, _) = root { return (book, []) }
      guard case .mapping(let entries, _) = root else {
        reader.fault(root, "this file must name printers, not \(root.found)", hint: example)
        return (book, reader.faults)
      }
      for entry in entries {
        guard let printer = reader.printer(entry) else { continue }
        if printer.isUsual, let other = book.printers.first(where: \.isUsual) {
          reader.fault(
            entry.value, "\"\(entry.key)\" is the usual printer, and \"\(other)\" is, too",
            hint: "leave usual: true with one of them")
        }
        book.printers.append(printer)
      }
    } catch { reader.faults.append(.notYAML(error)) }
    return (book, reader.faults.sorted { ($0.line ?? 0, $0.column ?? 0) < ($1.line ?? 0, $1.column ?? 0) })
  }

  private static let example = "add one with: billing-office printer add counter --to tcp://192.168.1.50 --paper 80mm"

  private mutating func printer(_ entry: YAMLNode.Entry) -> Printer? {
    let node = entry.value
    guard case .mapping(let entries, _) = node else {
      fault(node, "\"\(entry.key)\" must have kind: and address:, not \(node.found)", hint: Self.example)
      return nil
    }
    for entry in entries where !Self.keys.contains(entry.key) {
      faults.append(.unknownKey(entry.key, known: Self.keys, file: file, entry.mark.line, entry.mark.column))
    }
    let before = faults.count
    let (kind, address) = (readKind(node), word(node, "address", "tcp://192.168.1.50:9100, /dev/usb/lp0, or a queue"))
    let paper = readPaper(node["paper"])
    let dots = readDots(node["dots"], kind)
    let isUsual = readFlag(node["usual"])
    let correction = readCorrection(node)
    guard let kind, let address, faults.count == before else { return nil }
    var printer: Printer
    switch kind {
    case .cups: printer = Printer(.queue(address))
    case .escpos:
      guard let target = PrinterTarget(address) else {
        fault(
          node["address"], "\"\(address)\" is no address of a receipt printer",
          hint: "it is such as tcp://192.168.1.50:9100 or /dev/usb/lp0; a queue of CUPS has kind: cups")
        return nil
      }
      printer = Printer(.receipts(target))
    }
    (printer.name, printer.paper, printer.dots) = (entry.key, paper, dots)
    (printer.isUsual, printer.correction) = (isUsual, correction)
    return printer
  }

  private mutating func readKind(_ node: YAMLNode) -> Kind? {
    guard let text = word(node, "kind", "escpos or cups") else { return nil }
    if let kind = Kind(rawValue: text) { return kind }
    fault(
      node["kind"], "\"\(text)\" is no kind of printer",
      hint: "escpos is a receipt printer, and cups one that the system prints on")
    return nil
  }

  private mutating func readPaper(_ node: YAMLNode?) -> String? {
    guard let node else { return nil }
    guard case .scalar(let text?, _) = node else {
      fault(node, "paper: must be a paper, not \(node.found)", hint: "for example paper: 80mm, or A4")
      return nil
    }
    if let paper = Paper.named(text) { return paper.name }
    let near = NearestNames.of(text, among: Paper.all.map(\.name))
    fault(
      node, "there is no paper \"\(text)\"", hint: .didYouMean(near) ?? "a printer has a roll, 80mm or 58mm, or sheets")
    return nil
  }

  private mutating func readDots(_ node: YAMLNode?, _ kind: Kind?) -> Int? {
    guard let node else { return nil }
    guard case .scalar(let text?, _) = node, let dots = Int(text), PrintHeadSize.isPossible(dots) else {
      fault(node, "dots: must be \(PrintHeadSize.words), not \(node.found)", hint: "576 is usual on 80mm, 384 on 58mm")
      return nil
    }
    if kind == .cups {
      fault(node, "dots: is for receipt printers; CUPS knows its own", hint: "leave it out")
    }
    return dots
  }

  private mutating func readFlag(_ node: YAMLNode?) -> Bool {
    guard let node else { return false }
    if case .scalar(let text?, _) = node, let flag = ["true": true, "yes": true, "false": false, "no": false][text] {
      return flag
    }
    fault(node, "usual: must be true or false, not \(node.found)", hint: nil)
    return false
  }

  // MARK: - Correction

  /// At most 30 mm off, and a tenth too long or too short: past that a printer is broken, or somebody mismeasured.
  private mutating func readCorrection(_ node: YAMLNode) -> PrintCorrection {
    var correction = PrintCorrection.none
    if let node = node["offset"], let (x, y) = pair(node, unit: "mm", within: -30...30, example: "[0.5mm, -1mm]") {
      (correction.x, correction.y) = (x * Length.millimetre, y * Length.millimetre)
    }
    if let node = node["scale"],
      let (across, down) = pair(node, unit: "%", within: 90...110, example: "[99.5%, 100.2%]")
    {
      (correction.across, correction.down) = (across / 100, down / 100)
    }
    return correction
  }

  private mutating func pair(_ node: YAMLNode, unit: String, within range: ClosedRange<Double>, example: String)
    -> (Double, Double)?
  {
    if case .sequence(let list, _) = node, list.count == 2 {
      let numbers = list.map { item -> Double? in
        guard case .scalar(let text?, _) = item, text.hasSuffix(unit) else { return nil }
        return Double(text.dropLast(unit.count).trimmingCharacters(in: .whitespaces))
      }
      if let first = numbers[0], let second = numbers[1], range.contains(first), range.contains(second) {
        return (first, second)
      }
    }
    let (least, most) = (Int(range.lowerBound), Int(range.upperBound))
    fault(
      node, "this must be two of \(least)\(unit) to \(most)\(unit), across and down", hint: "for example \(example)")
    return nil
  }

  private mutating func word(_ node: YAMLNode, _ key: String, _ example: String) -> String? {
    if case .scalar(let text?, _)? = node[key] { return text }
    fault(
      node[key] ?? node, node[key].map { "\(key): must be a text, not \($0.found)" } ?? "\(key): is missing",
      hint: "it is \(example)")
    return nil
  }

  private mutating func fault(_ node: YAMLNode?, _ message: String, hint: String?) {
    faults.append(
      Diagnostic(file: file, line: node?.mark.line, column: node?.mark.column, message: message, hint: hint))
  }
}
