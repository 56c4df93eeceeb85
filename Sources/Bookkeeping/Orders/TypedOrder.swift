/// Something that was given, as somebody typed it.
public struct GivenItem: Hashable, Sendable {
  /// The item's name, or a part of it that fits one item only.
  public var name: String
  /// How many units.
  public var quantity: String

  /// Names what was given.
  public init(_ name: String, quantity: String = "1") {
    self.name = name
    self.quantity = quantity
  }

  /// Reads items, each with a quantity behind it or one of it.
  ///
  /// - Parameter words: such as `Bicycle repair`, `2`, `bread`.
  /// - Returns: the items; nil where the first word is a quantity.
  public static func read(_ words: [String]) -> [GivenItem]? {
    var items: [GivenItem] = []
    var hasQuantity = true
    for word in words {
      let isNumber = !word.isEmpty && word.allSatisfy { $0.isNumber || $0 == "." || $0 == "," }
      if !isNumber {
        items.append(GivenItem(word))
        hasQuantity = false
      } else if hasQuantity {
        return nil
      } else {
        items[items.count - 1].quantity = word
        hasQuantity = true
      }
    }
    return items
  }
}

extension Order {
  /// An order of what was typed, or came from a form: never a file.
  ///
  /// - Parameter items: what was given.
  /// - Returns: the order as far as it can be read, and the faults of the rest. A fault's line is the item's place, from 1;
  ///   its column is 1 for the name, and 2 for the quantity.
  public static func typed(_ items: [GivenItem]) -> Reading<Order> {
    var (evidence, faults) = (NumberEvidence(), [InputFault]())
    let numbers = items.map { WrittenNumber($0.quantity.trimmed) }
    for (index, number) in numbers.enumerated() { evidence.append(number, line: index + 1) }
    var order = Order(rows: [])
    for (index, item) in items.enumerated() {
      let (line, name, text) = (index + 1, item.name.collapsed, item.quantity.trimmed)
      var quantity: Quantity?
      if text.isEmpty {
        faults.append(InputFault(line: line, column: 2, .blank(.quantity)))
      } else {
        switch evidence.value(of: numbers[index]) {
        case .success(let value):
          quantity = Quantity(value)
          if quantity == nil { faults.append(InputFault(line: line, column: 2, .notPositive(.quantity, text: text))) }
        case .failure(let fault):
          faults.append(InputFault(line: line, column: 2, .number(.quantity, text: text, fault)))
        }
      }
      if name.isEmpty {
        faults.append(InputFault(line: line, column: 1, .blank(.item)))
      } else {
        order.rows.append(Row(name: name, quantity: quantity, line: line, column: 1))
      }
    }
    return Reading(order, faults: faults)
  }
}
