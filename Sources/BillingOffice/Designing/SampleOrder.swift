import Bookkeeping
import Foundation
import Layout
import Papers
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
    let order = Order.typed(rows.map { GivenItem($0.item.text, quantity: $0.quantity.text) })
    let built = Invoice.build(order.value, prices: prices)
    let faults = (order.faults + built.faults).map { fault in
      let row = (fault.line ?? 0) - 1
      let mark = rows.indices.contains(row) ? (fault.column == 1 ? rows[row].item.mark : rows[row].quantity.mark) : nil
      return Diagnostic(fault.fact, file: file, line: mark?.line, column: mark?.column)
    }
    return (faults.isEmpty ? built.value : nil, faults)
  }

  /// The same order so often that it fills several pages of any paper.
  var repeated: SampleOrder {
    var order = self
    let times = rows.isEmpty ? 0 : 1 + 60 / rows.count
    order.rows = Array(repeatElement(rows, count: times).joined())
    return order
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
        faults.append(.of(error))
        return sample
      }
      checkKeys(of: root, SampleOrder.keys, "order: and, indented below it, - { item: childcare, quantity: 3 }")
      if let office = root["office"] {
        checkKeys(of: office, SampleOrder.officeKeys, "office: { name: Riverside Commons, place: Riverside Market }")
        sample.office = word("name", in: office, isRequired: false)?.text
        sample.place = word("place", in: office, isRequired: false)?.text
      }
      guard case .sequence(let list, _)? = root["order"], !list.isEmpty else {
        faults.append(Diagnostic(TemplateFact.sampleIsEmpty, at: (root["order"] ?? root).mark))
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
        faults.append(Diagnostic(KeyFact.notKeys(found: node.found, example: example), at: node.mark))
        return
      }
      for entry in entries where !known.contains(entry.key) {
        faults.append(Diagnostic(KeyFact.unknown(entry.key, known: known), at: entry.mark))
      }
    }

    private let example = "{ item: childcare, quantity: 3 }"

    private mutating func word(_ key: String, in node: YAMLNode, isRequired: Bool = true) -> WrittenText? {
      guard let value = node[key] else {
        if isRequired { faults.append(Diagnostic(KeyFact.missing(key, example: example), at: node.mark)) }
        return nil
      }
      guard case .scalar(let text?, let mark) = value, !text.allSatisfy(\.isWhitespace) else {
        faults.append(Diagnostic(KeyFact.notAText(key, found: value.found, example: example), at: value.mark))
        return nil
      }
      // An item may be called as in the price book, where its name is looked at.
      let isItem = SampleOrder.rowKeys.contains(key)
      if let finding = isItem ? Vetting.paymentData(in: text) : Vetting.finding(in: text) {
        faults.append(Diagnostic(finding, at: mark))
        return nil
      }
      return WrittenText(text: text, mark: mark)
    }
  }
}
