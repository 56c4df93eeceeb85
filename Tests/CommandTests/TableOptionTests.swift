import Foundation
import TestTools
import Testing

/// What tables leave open is said with options.
@Suite struct TableOptionTests {
  @Test(.slow) func whatIsAskedForIsSaidWithAnOption() throws {
    let shell = try Shell()
    try Data(Array("item,quantity\n".utf8) + [0xF8, 0xE5, 0xF0] + Array(",1\n".utf8)).write(
      to: URL(fileURLWithPath: shell.path("ru.csv")))
    try shell.scratch.write(OfficeFiles.prices("шер,food,kg,3,USD,ONS,2026"), to: "office/ru-prices.csv")
    let order = ["invoice", "ru.csv", "--prices", "ru-prices.csv", "--draft", "--output", "x.pdf"] + Shell.day
    let other = ["check", "ru.csv", "--prices", "prices.csv"]
    let refused = try shell.type(other)
    #expect(refused.status == 65)
    #expect(refused.errors.contains("or say which it is, such as --encoding windows-"), "\(refused.errors)")
    // By the names that it knows it can be told.
    let known = try shell.type(order)
    #expect(known.status == 0, "\(known.errors)")
    #expect(known.errors.contains("it was read as windows-1251, and its first such word as \"шер\""), "\(known.errors)")
    #expect(try shell.type(order + ["--encoding", "1251", "--force"]).status == 0)
    let wrong = try shell.type(order + ["--encoding", "koi"])
    #expect(wrong.status == 64)
    #expect(wrong.errors.contains("--encoding must be one of windows-1252, "))
  }

  @Test(.slow) func numbersAndDatesToo() throws {
    let shell = try Shell()
    try shell.scratch.write(OfficeFiles.order("Rice,1.250"), to: "office/rice.csv")
    let refused = try shell.type(["check", "rice.csv"])
    #expect(refused.status == 65)
    #expect(refused.errors.contains("or say it of all with --decimal comma or --decimal point"))
    #expect(try shell.type(["check", "rice.csv", "--decimal", "comma"]).status == 0)
    try shell.scratch.write("item,price,source\nTea,2,ONS\n", to: "office/tea.csv")
    let undated = try shell.type(["check", "rice.csv", "--prices", "tea.csv", "--decimal", "point"])
    #expect(undated.errors.contains("such as --checked 2026-11"))
    for slip in [["--decimal", "dash"], ["--dates", "ymd"], ["--checked", "soon"]] {
      #expect(try shell.type(["check"] + slip).status == 64)
    }
  }
}
