import Testing

@testable import Bookkeeping

@Suite struct CellPlacesTests {
  @Test func keepsEveryColumnApart() {
    var places = CellPlaces()
    for (index, column) in InputColumn.allCases.enumerated() {
      #expect(places[column] == nil)
      places[column] = index + 1
    }
    #expect(InputColumn.allCases.map { places[$0] } == (1...InputColumn.allCases.count).map { $0 })
    places[.item] = nil
    places[.price] = 70_000
    #expect(places[.item] == nil && places[.price] == nil && places != [:])
    #expect(
      [.unit: 4] as CellPlaces == [.unit: 4]
        && ([.unit: 4] as CellPlaces).hashValue == ([.unit: 4] as CellPlaces).hashValue)
  }
}
