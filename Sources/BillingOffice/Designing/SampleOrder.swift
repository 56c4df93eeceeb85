import Bookkeeping
import Foundation
import Layout
import Templating
import Vetting

/// What a template is shown with: `sample.yaml`, an order nobody made, at the starter office's real prices.
struct SampleOrder {
  static let file = "sample.yaml"

  /// What was given: a name and a quantity each, with their places.
  private(set) var rows: [(item: WrittenText, quantity: WrittenText)] = []
  /// A name for the office; nil for its own.
  private(set) var office: String?
  /// A place for the market; nil for the office's own.
  private(set) var place: String?

  private static let keys = ["order", "office"]
  private static let rowKeys = ["item", "quantity"]
  private static let officeKeys = ["name", "place"]

  /// Reads a sample.
  ///
  /// - Parameters:
  ///   - text: the content of its file.
  ///   - file: the path of that file, for the places of faults.
  /// - Returns: the sample as far as it can be read, and everything that is wrong.
  static func read(_ text: String, file: String) -> (sample: SampleOrder, faults: [Diagnostic]) {
    var reader = SampleReader(file: file)
    let sample = reader.read(text)
    return (sample, reader.faults)
  }

  /// The sample as an invoice.
  ///
  /// - Parameters:
  ///   - prices: the price book.
  ///   - file: the path of the sample's file, for the places of faults.
  /// - Returns: the invoice where there is no fault, and everything that is wrong, with its place in the sample.
  func invoice(_ prices: PriceBook, file: String) -> (invoice: Invoice?, faults: [Diagnostic]) {
    // The reader of orders knows how quantities are written; it gets the sample as an order, and its lines lead back here.
    let cells = rows.map { [$0.item.text, $0.quantity.text] }
    let lines = cells.map { $0.map(SampleOrder.cell).joined(separator: ",") }
    let list = ItemList.read(Array(("item,quantity\n" + lines.joined(separator: "\n") + "\n").utf8))
    let built = Invoice.build(list.value, prices: prices)
    let faults = (list.faults + built.faults).map { fault in
      var diagnostic = Diagnostic.of(fault, file: file)
      let row = (fault.line ?? 0) - 2
      let mark = rows.indices.contains(row) ? (fault.column == 1 ? rows[row].item.mark : rows[row].quantity.mark) : nil
      (diagnostic.line, diagnostic.column) = (mark?.line, mark?.column)
      return diagnostic
    }
    return (faults.isEmpty ? built.value.first : nil, faults)
  }

  /// The same order so often that it fills several pages of any paper.
  var repeated: SampleOrder {
    var order = self
    let times = rows.isEmpty ? 0 : 1 + 60 / rows.count
    order.rows = Array(repeatElement(rows, count: times).joined())
    return order
  }

  private static func cell(_ text: String) -> String {
    let line = text.map { $0.isNewline ? " " : $0 }
    return "\"" + String(line).replacingOccurrences(of: "\"", with: "\"\"") + "\""
  }

  private struct SampleReader {
    let file: String
    var faults: [Diagnostic] = []

    init(file: String) {
      self.file = file
    }

    mutating func read(_ text: String) -> SampleOrder {
      var sample = SampleOrder()
      let root: YAMLNode
      do { root = try YAMLNode.read(text, file: file) } catch {
        faults.append(.notYAML(error))
        return sample
      }
      checkKeys(of: root, SampleOrder.keys, "order: and, indented below it, - { item: childcare, quantity: 3 }")
      if let office = root["office"] {
        checkKeys(of: office, SampleOrder.officeKeys, "office: { name: Riverside Commons, place: Riverside Market }")
        sample.office = word("name", in: office, isRequired: false)?.text
        sample.place = word("place", in: office, isRequired: false)?.text
      }
      guard case .sequence(let list, _)? = root["order"], !list.isEmpty else {
        fault(
          root["order"] ?? root, "order: must be a list of what was given",
          hint: "write order: and, indented below it, lines such as - { item: childcare, quantity: 3 }")
        return sample
      }
      for node in list {
        checkKeys(of: node, SampleOrder.rowKeys, "- { item: childcare, quantity: 3 }")
        guard case .mapping = node else { continue }
        let (item, quantity) = (word("item", in: node), word("quantity", in: node))
        if let item, let quantity { sample.rows.append((item, quantity)) }
      }
      return sample
    }

    private mutating func checkKeys(of node: YAMLNode, _ known: [String], _ example: String) {
      guard case .mapping(let entries, _) = node else {
        fault(node, "here must be keys and values, not \(node.found)", hint: "for example \(example)")
        return
      }
      for entry in entries where !known.contains(entry.key) {
        faults.append(.unknownKey(entry.key, known: known, file: file, entry.mark.line, entry.mark.column))
      }
    }

    private mutating func word(_ key: String, in node: YAMLNode, isRequired: Bool = true) -> WrittenText? {
      guard let value = node[key] else {
        if isRequired { fault(node, "\(key): is missing", hint: "for example { item: childcare, quantity: 3 }") }
        return nil
      }
      guard case .scalar(let text?, let mark) = value, !text.allSatisfy(\.isWhitespace) else {
        fault(value, "\(key): must be a text, not \(value.found)", hint: "for example { item: childcare, quantity: 3 }")
        return nil
      }
      // An item may be called as in the price book, where its name is looked at.
      let isItem = SampleOrder.rowKeys.contains(key)
      if let finding = isItem ? Vetting.paymentData(in: text) : Vetting.finding(in: text) {
        faults.append(.of(finding, file: file, line: mark.line, column: mark.column))
        return nil
      }
      return WrittenText(text: text, mark: mark)
    }

    private mutating func fault(_ node: YAMLNode, _ message: String, hint: String) {
      faults.append(
        Diagnostic(file: file, line: node.mark.line, column: node.mark.column, message: message, hint: hint))
    }
  }
}
