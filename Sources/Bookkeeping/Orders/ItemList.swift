/// What was given: the rows of an order file, parted into one order for each invoice.
public struct ItemList: Hashable, Sendable {
  /// The orders, in the order in which they begin in the file.
  public var orders: [Order]

  /// A list of orders.
  public init(_ orders: [Order]) {
    self.orders = orders
  }
}

/// The rows that belong on one invoice.
public struct Order: Hashable, Sendable {
  /// What the file calls the invoice; nil where it has one invoice only.
  public var key: String?
  /// What was given.
  public var rows: [Row]

  /// An order.
  ///
  /// - Parameters:
  ///   - key: what the file calls the invoice; nil where it has one invoice only.
  ///   - rows: what was given.
  public init(key: String? = nil, rows: [Row]) {
    self.key = key
    self.rows = rows
  }

  /// One thing that was given.
  public struct Row: Hashable, Sendable {
    /// The item's name, as somebody wrote it.
    public var name: String
    /// How many units; nil where the cell is faulty, which has been told: the name can be judged all the same.
    public var quantity: Quantity?
    /// The line of the file, from 1.
    public var line: Int
    /// The character of the line at which the name's cell begins, from 1.
    public var column: Int

    /// A row.
    ///
    /// - Parameters:
    ///   - name: the item's name, as somebody wrote it.
    ///   - quantity: how many units.
    ///   - line: the line of the file, from 1.
    ///   - column: the character of the line at which the name's cell begins, from 1.
    public init(name: String, quantity: Quantity?, line: Int, column: Int) {
      self.name = name
      self.quantity = quantity
      self.line = line
      self.column = column
    }
  }
}
