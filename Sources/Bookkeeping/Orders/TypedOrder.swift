import Characters

/// Something that was given, as somebody wrote it into a form or typed it.
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
}

extension Order {
  /// An order of what was typed, or came from a form: never a file.
  ///
  /// - Parameter items: what was given.
  /// - Returns: the order as far as it can be read, and the faults of the rest. A fault's line is the item's place, from 1;
  ///   its column is 1 for the name, and 2 for the quantity.
  public static func typed(_ items: [GivenItem]) -> Reading<Order> {
    var (evidence, faults) = (NumberEvidence(.quantities), [InputFault]())
    let numbers = items.enumerated().map { evidence.append($1.quantity.withoutUnseen.trimmed, line: $0 + 1) }
    var order = Order(rows: [])
    for (index, item) in items.enumerated() {
      let (line, name, text) = (
        index + 1, item.name.withoutUnseen.collapsed, item.quantity.withoutUnseen.trimmed
      )
      var quantity: Quantity?
      for (column, typed) in [(1, item.name), (2, item.quantity)] {
        guard let refused = typed.firstRefused, refused.scalar.isControl else { continue }
        faults.append(
          InputFault(line: line, column: column, .refusedCharacter(refused.scalar, column: refused.column)))
      }
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
      if let excess = TextExcess(name) {
        faults.append(InputFault(line: line, column: 1, .excess(.item, excess)))
      } else if name.isEmpty {
        faults.append(InputFault(line: line, column: 1, .blank(.item)))
      } else {
        order.rows.append(Row(name: name, quantity: quantity, line: line, column: 1))
      }
    }
    return Reading(order, faults: faults)
  }
}
