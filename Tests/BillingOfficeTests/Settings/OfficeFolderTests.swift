import Foundation
import TestTools
import Testing

@testable import BillingOffice
@testable import Papers

@Suite struct OfficeFolderTests {
  @Test func isTheOneNamedOrTheNearestAbove() throws {
    let scratch = try Scratch()
    try scratch.write("", to: "outer/office.yaml")
    try scratch.write("", to: "outer/inner/office.yaml")
    try scratch.write("", to: "outer/inner/nights/first/order.csv")
    try scratch.write("", to: "outer/other/order.csv")
    let inner = scratch.path("outer/inner")
    #expect(try OfficeFolder.find(named: nil, from: inner) == inner)
    #expect(try OfficeFolder.find(named: nil, from: inner + "/nights/first") == inner)
    #expect(try OfficeFolder.find(named: nil, from: scratch.path("outer/other")) == scratch.path("outer"))
    #expect(try OfficeFolder.find(named: scratch.path("outer/"), from: inner) == scratch.path("outer"))
  }

  @Test func tellsHowToBeginOne() throws {
    let scratch = try Scratch()
    let none = #expect(throws: Diagnostics.self) { try OfficeFolder.find(named: nil, from: scratch.folder.path) }
    #expect(
      none?.all.first?.description == """
        error: no office here: there is no office.yaml in this folder or above it
          → begin one, or name its folder
        """)
    // A folder that is named is taken at its word: nobody looks above it.
    try scratch.write("", to: "office.yaml")
    try scratch.write("", to: "a/b")
    let named = #expect(throws: Diagnostics.self) { try OfficeFolder.find(named: scratch.path("a"), from: "/") }
    #expect(named?.all.first?.kind == .noInput)
    #expect(named?.all.first?.message == "there is no office.yaml in this folder")
  }
}
