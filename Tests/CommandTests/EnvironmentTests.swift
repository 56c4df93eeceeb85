import Foundation
import TestTools
import Testing

@Suite(.slow) struct EnvironmentTests {
  /// The same input gives the same bytes, whatever language the machine speaks.
  @Test func aPaperDoesNotFollowTheLanguageOfTheMachine() throws {
    let prices = "item,category,unit,price,currency,source,checked\n直骨 bread,food,loaf,3,USD,ONS,2026\n"
    let shell = try Shell(["prices.csv": prices, "order.csv": "item,quantity\n直骨 bread,1.5\n"])
    var papers: [Data] = []
    for language in ["C", "ja_JP.UTF-8", "zh_CN.UTF-8", "de_DE.UTF-8"] {
      let surroundings = ["LANG": language, "LC_ALL": language, "LANGUAGE": language, "PANGO_LANGUAGE": language]
      let run = try Run(
        Program.path, ["invoice", "order.csv", "--draft", "--force"] + Shell.day,
        in: URL(fileURLWithPath: shell.scratch.path("office")),
        environment: Shell.environment.merging(surroundings) { $1 })
      #expect(run.status == 0, "\(run.errors)")
      papers.append(try Data(contentsOf: URL(fileURLWithPath: shell.path("output/order-draft.pdf"))))
    }
    #expect(Set(papers).count == 1)
  }
}
