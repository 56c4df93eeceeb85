import Drawing
import Foundation
import Layout
import Papers
import PrinterDevices
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
        reader.fault(PrinterFact.noPrinters(found: root.found), root)
        return (book, reader.faults)
      }
      for entry in entries {
        guard let printer = reader.printer(entry) else { continue }
        if printer.isUsual, let other = book.printers.first(where: \.isUsual) {
          reader.fault(PrinterFact.twoUsual(entry.key, other.name ?? ""), entry.value)
        }
        book.printers.append(printer)
      }
    } catch { reader.faults.append(.of(error)) }
    return (book, reader.faults.sorted { ($0.line ?? 0, $0.column ?? 0) < ($1.line ?? 0, $1.column ?? 0) })
  }

  private mutating func printer(_ entry: YAMLNode.Entry) -> Printer? {
    let node = entry.value
    guard case .mapping(let entries, _) = node else {
      fault(PrinterFact.noKeys(entry.key, found: node.found), node)
      return nil
    }
    for entry in entries where !Self.keys.contains(entry.key) {
      faults.append(Diagnostic(KeyFact.unknown(entry.key, known: Self.keys), at: entry.mark))
    }
    let before = faults.count
    if !Printer.mayBeCalled(entry.key) {
      faults.append(Diagnostic(PrinterFact.badName(entry.key), at: entry.mark))
    }
    let (kind, address) = (readKind(node), word(node, "address", "tcp://192.168.1.50:9100, /dev/usb/lp0, or a queue"))
    let paper = readPaper(node["paper"], kind)
    let dots = readDots(node["dots"], kind)
    let isUsual = readFlag(node["usual"])
    let correction = readCorrection(node)
    guard let kind, let address, faults.count == before else { return nil }
    var printer: Printer
    switch kind {
    case .cups:
      guard PrintQueue.isName(address) else {
        fault(PrinterFact.noQueueName(address), node["address"])
        return nil
      }
      printer = Printer(.queue(address))
    case .escpos:
      guard let target = PrinterTarget(address) else {
        fault(PrinterFact.noAddress(address, isInBook: true), node["address"])
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
    fault(PrinterFact.unknownKind(text), node["kind"])
    return nil
  }

  private mutating func readPaper(_ node: YAMLNode?, _ kind: Kind?) -> String? {
    guard let node else { return nil }
    guard case .scalar(let text?, _) = node else {
      fault(PrinterFact.noPaper(found: node.found), node)
      return nil
    }
    guard let paper = Paper.named(text) else {
      fault(PrinterFact.unknownPaper(text), node)
      return nil
    }
    if kind == .escpos, !paper.isRoll { fault(PrinterFact.notARoll(paper.name), node) }
    return paper.name
  }

  private mutating func readDots(_ node: YAMLNode?, _ kind: Kind?) -> Int? {
    guard let node else { return nil }
    guard case .scalar(let text?, _) = node, let dots = Int(text), PrintHeadSize.isPossible(dots) else {
      fault(PrinterFact.badDots(found: node.found), node)
      return nil
    }
    if kind == .cups {
      fault(PrinterFact.dotsOfQueue, node)
    }
    return dots
  }

  private mutating func readFlag(_ node: YAMLNode?) -> Bool {
    guard let node else { return false }
    if case .scalar(let text?, _) = node, let flag = ["true": true, "yes": true, "false": false, "no": false][text] {
      return flag
    }
    fault(PrinterFact.noFlag(found: node.found), node)
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
    fault(PrinterFact.badPair(unit: unit, least: least, most: most, example: example), node)
    return nil
  }

  private mutating func word(_ node: YAMLNode, _ key: String, _ example: String) -> String? {
    if case .scalar(let text?, _)? = node[key] { return text }
    let fact: KeyFact =
      node[key].map { .notAText(key, found: $0.found, example: example) }
      ?? .missing(key, example: "\(key): \(example)")
    fault(fact, node[key] ?? node)
    return nil
  }

  private mutating func fault(_ fact: any Fact, _ node: YAMLNode?) {
    faults.append(Diagnostic(fact, file: file, line: node?.mark.line, column: node?.mark.column))
  }
}
