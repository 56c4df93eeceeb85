import Testing

@testable import Bookkeeping

@Suite struct ItemListReaderTests {
  @Test func readsOneOrder() throws {
    let reading = ItemList.read(utf8("quantity;item\r\n1,5;Rice\r\n2;\"Bread,\r\n white\"\r\n\r\n3;Milk\r\n"))
    #expect(reading.faults.isEmpty)
    let order = try #require(reading.value.orders.first)
    #expect(order.key == nil)
    #expect(
      order.rows == [
        Order.Row(name: "Rice", quantity: Quantity(decimal(15, 1)), line: 2, column: 5),
        Order.Row(name: "Bread, white", quantity: Quantity(decimal(2)), line: 3, column: 3),
        Order.Row(name: "Milk", quantity: Quantity(decimal(3)), line: 6, column: 3),
      ])
  }

  @Test func gathersRowsOfOneInvoice() {
    let list = ItemList.read(utf8("item,quantity,invoice\na,1,x\nb,1,y\nc,1,x\nd,1,\"y \"\ne,1,z")).value
    #expect(list.orders.map(\.key) == ["x", "y", "z"])
    #expect(list.orders.map { $0.rows.map(\.name) } == [["a", "c"], ["b", "d"], ["e"]])
  }

  @Test func tellsRowsWithoutAnInvoice() {
    let reading = ItemList.read(utf8("item,quantity,invoice\na,1,x\nb,1,\nc,1"))
    #expect(reading.told == [Told(3, 5, .blank(.invoice)), Told(4, nil, .blank(.invoice))])
    let unused = ItemList.read(utf8("item,quantity,invoice\na,1,\nb,1,"))
    #expect(unused.faults.isEmpty)
    #expect(unused.value.orders.map(\.key) == [nil])
  }

  @Test func keepsNamesOfRowsWithoutAQuantity() {
    let reading = ItemList.read(utf8("item,quantity\na,x\nb,0\nc,\nd,$5\n,2\n"))
    #expect(
      reading.told.map(\.fact) == [
        .number(.quantity, text: "x", .notANumber), .notPositive(.quantity, text: "0"), .blank(.quantity),
        .number(.quantity, text: "$5", .currencyMark("$", bare: "5")), .blank(.item),
      ])
    #expect(reading.value.orders.first?.rows.map(\.name) == ["a", "b", "c", "d"])
    #expect(reading.value.orders.first?.rows.allSatisfy { $0.quantity == nil } == true)
  }
}
