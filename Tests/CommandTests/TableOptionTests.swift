import Foundation
import OfficeFixtures
import TestTools
import Testing

@testable import billing_office

/// What tables leave open is said with options.
@Suite struct TableOptionTests {
  @Test func whatIsAskedForIsSaidWithAnOption() throws {
    let office = try TestOffice(["ru-prices.csv": OfficeFiles.prices("шер,food,kg,3,USD,ONS,2026")])
    try Data(Array("item,quantity\n".utf8) + [0xF8, 0xE5, 0xF0] + Array(",1\n".utf8)).write(
      to: URL(fileURLWithPath: office.path("ru.csv")))
    let order = ["invoice", "./ru.csv", "--prices", "./ru-prices.csv", "--draft"] + Shell.day
    let refused = try office.refusal { _ = try office.type(["check", "./ru.csv", "--prices", "./prices.csv"]) }
    #expect(refused.code == 65)
    #expect(refused.words.contains("or say which it is, such as --encoding windows-"), "\(refused.words)")
    // By the names that it knows it can be told.
    let known = try office.type(order).words.joined(separator: "\n")
    #expect(
      known.contains(
        "it was read as windows-1251, and its first such word as \"шер\"\n  → if that is not the word, say"),
      "\(known)")
    #expect(try office.type(order + ["--encoding", "1251"]).paths == ["output/ru-draft.pdf"])
    let other = try office.refusal { _ = try office.type(order + ["--encoding", "1252"]) }
    #expect(other.code == 65 && other.words.contains("no item called \"øåð\""), "\(other.words)")
  }

  @Test func numbersAndDatesToo() throws {
    let office = try TestOffice([
      "rice.csv": OfficeFiles.order("Rice,1.250"), "tea.csv": "item,price,source\nTea,2,ONS\n",
    ])
    let refused = try office.refusal { _ = try office.type(["check", "./rice.csv"]) }
    #expect(refused.code == 65)
    #expect(refused.words.contains("or say it of all with --decimal comma or --decimal point"), "\(refused.words)")
    #expect(
      try office.type(["check", "./rice.csv", "--decimal", "comma"]).words.allSatisfy {
        $0.hasPrefix("office.yaml:2:7")
      })
    let tea = ["check", "./rice.csv", "--prices", "./tea.csv", "--decimal", "point"]
    #expect(try office.refusal { _ = try office.type(tea) }.words.contains("such as --checked 2026-11"))
  }
}
