import Bookkeeping
import Testing

@Suite struct SignListTests {
  private static let prices = PriceBook.read(
    Array(
      """
      item,category,unit,price,currency,source,checked
      Bread,food,loaf,3.50,USD,ONS,2026
      Bicycle repair,repair,hour,19.40,USD,BLS,2024
      Bicycle hire,repair,day,12,USD,BLS,2024
      """.utf8)
  ).value

  private func read(_ text: String) -> Reading<SignList> { SignList.read(Array(text.utf8), prices: Self.prices) }

  @Test func everyColumnButTheItemIsOptional() {
    let reading = read("item\nbread\nbicycle repair")
    #expect(reading.faults.isEmpty)
    #expect(reading.value.rows.map(\.entry.item) == ["Bread", "Bicycle repair"])
    #expect(reading.value.rows.allSatisfy { $0.copies == 1 && $0.stall == nil && $0.size == nil && $0.language == nil })
  }

  @Test func readsItsColumns() throws {
    let reading = read("stall,item,copies,size,language\n Repair  tent ,bicycle repair,12,a5,en+ar\nKitchen,Bread,,,\n")
    #expect(reading.faults.isEmpty)
    let row = try #require(reading.value.rows.first)
    #expect(row.stall == "Repair tent" && row.copies == 12 && row.size == "a5" && row.language == "en+ar")
    #expect(row.line == 2 && row.columns[.item] == 16)
    #expect(reading.value.rows.last?.copies == 1)
  }

  @Test(arguments: [
    (
      "item\nCake",
      InputFault(line: 2, column: 1, .unknownItem("Cake", known: ["Bread", "Bicycle repair", "Bicycle hire"]))
    ),
    (
      "item\nbicycle",
      InputFault(line: 2, column: 1, .ambiguousItem("bicycle", fitting: ["Bicycle repair", "Bicycle hire"]))
    ),
    ("item,copies\nBread,0", InputFault(line: 2, column: 7, .notACount("0", most: 10_000))),
    ("item,copies\nBread,1.5", InputFault(line: 2, column: 7, .notACount("1.5", most: 10_000))),
    ("item,copies\nBread,10001", InputFault(line: 2, column: 7, .notACount("10001", most: 10_000))),
    ("item,stall\nBread,", InputFault(line: 2, column: 7, .blank(.stall))),
    ("item,stall\n,Kitchen", InputFault(line: 2, column: 1, .blank(.item))),
    ("thing\nBread", InputFault(line: 1, .missingColumn(.item))),
  ])
  func tellsWhatIsWrong(text: String, fault: InputFault) {
    #expect(read(text).faults.first?.fact == fault.fact)
    #expect(read(text).faults.count == 1)
    #expect(read(text).value.rows.isEmpty)
  }

  @Test func everythingIsASignForEachItem() {
    let list = SignList.everything(in: Self.prices)
    #expect(list.rows.map(\.entry) == Self.prices.entries)
    #expect(list.rows.map(\.line) == [2, 3, 4])
  }

  @Test func categoriesHaveNames() throws {
    let text = "item,language,name\nFOOD,es,Comida\nbread,es,Pan\nnothing,es,Nada\n"
    let names = ItemNames.read(Array(text.utf8), prices: Self.prices).value
    #expect(names.name(ofCategory: "Food", in: "es-MX") == "Comida")
    #expect(names.name(ofCategory: "food", in: "fr") == nil && names.name(ofCategory: "repair", in: "es") == nil)
    #expect(names.name(ofCategory: "nothing", in: "es") == nil, "no item is of it")
    #expect(names.rows.count == 2 && names.languages == ["es"])
    // What is both has one name as both.
    let both = PriceBook.read(
      Array("item,category,unit,price,currency,source,checked\nRepair,repair,hour,1,USD,BLS,2024".utf8)
    ).value
    let repair = ItemNames.read(Array("item,language,name\nrepair,es,Arreglo".utf8), prices: both).value
    #expect(repair.name(of: both.entries[0], in: "es") == "Arreglo")
    #expect(repair.name(ofCategory: "repair", in: "es") == "Arreglo")
  }

  @Test func namesInOtherLanguages() throws {
    let text = "item,language,name\nbread,ES,Pan\nBread,pt-BR,Pão\nBread,es-MX,Pan blanco\nCake,es,Pastel\n"
    let reading = ItemNames.read(Array(text.utf8), prices: Self.prices)
    #expect(reading.faults.isEmpty, "what this price book does not have is another one's")
    let bread = try #require(Self.prices.entries.first)
    #expect(reading.value.name(of: bread, in: "es") == "Pan")
    #expect(reading.value.name(of: bread, in: "es-AR") == "Pan")
    #expect(reading.value.name(of: bread, in: "es-MX") == "Pan blanco")
    #expect(reading.value.name(of: bread, in: "pt") == nil)
    #expect(reading.value.name(of: Self.prices.entries[1], in: "es") == nil)
    let faulty = ItemNames.read(Array("item,language,name\nBread,es,\n".utf8), prices: Self.prices)
    #expect(faulty.faults.map(\.fact) == [.blank(.name)])
  }

  /// What is written exactly as a category names it, not an item that has the word in its name; what both are called names both.
  @Test func categoriesHaveNamesInOtherLanguages() throws {
    let prices = PriceBook.read(
      Array(
        """
        item,category,unit,price,currency,source,checked
        Cat food,Food,kg,4.50,USD,Survey,2026-05
        Care,care,hour,26.24,USD,Survey,2026-05
        """.utf8)
    ).value
    let names = ItemNames.read(
      Array("item,language,name\nfood,es,Comida\nCare,es,Cuidado\nCat food,es,Comida para gatos\n".utf8),
      prices: prices
    ).value
    let (food, care) = (try #require(prices.entries.first), try #require(prices.entries.last))
    #expect(names.name(ofCategory: "FOOD", in: "es-MX") == "Comida")
    #expect(names.name(of: food, in: "es") == "Comida para gatos")
    #expect(names.name(ofCategory: "care", in: "es") == "Cuidado" && names.name(of: care, in: "es") == "Cuidado")
    #expect(names.name(ofCategory: "food", in: "fr") == nil && names.name(ofCategory: "rest", in: "es") == nil)
  }
}
