import Foundation
import TestTools
import Testing

/// Each command does what it is there for, and says so where it should: results on one stream, words on the other.
@Suite struct SmokeTests {
  /// What is typed one after the other, its result, and how what is said beside it begins; nothing where that is empty.
  private static let evening: [(typed: [String], result: String, words: String)] = [
    (
      ["check", "--issued", "2026-11-20", "--quiet"], "", "office.yaml:2:7: warning: this is still the starter office's"
    ),
    (
      ["check", "orders.csv", "--issued", "2026-11-20"], "✓ orders.csv: 5 invoices\n",
      "office.yaml:2:7: warning: this is still the starter office's"
    ), (["items", "white", "bread"], "Bread, white\tlb\t1.830 USD\tfood\t2026-05\n", ""),
    (["board"], "output/board.pdf\n", ""), (["board", "--output", "tonight.png", "--force"], "tonight.png\n", ""),
    (["signs"], "output/signs.pdf\n", "Smallest name: \""),
    (["signs", "--quiet", "--force"], "output/signs.pdf\n", ""),
    (
      ["price-list", "signs.csv", "--split"],
      ["Kitchen", "Care", "Repair", "Learning"].map { "output/price-list-\($0).pdf\n" }.joined(), ""
    ),
    (
      ["template", "new", "our-invoice", "--from", "ours"], "Templates/our-invoice/template.yaml\n",
      "Next: change its template.yaml and watch it with: billing-office preview our-invoice --watch\n"
    ), (["template", "check", "ours"], "✓ Templates/ours/template.yaml is sound on Letter, A4\n", ""),
    (["template", "sample", "ours"], "output/sample-ours.pdf\n", ""),
    (["preview", "ours"], "output/preview-ours.png\n", ""),
    (
      ["printer", "add", "counter", "--to", "/dev/null", "--paper", "80mm"], "printers.yaml\n",
      "Next: billing-office printer test counter\n"
    ),
    (
      ["printer", "list"], "• counter  escpos  /dev/null  80mm\n", "• prints receipts unless another one is named.\n"
    ), (["printer", "test", "counter"], "test → counter\n", ""),
    (["give", "tutoring"], "-000002 → counter\n", "1 hour tutoring · $19.27 · you owe 0\n"),
    (["give", "tutoring", "--draft"], "output/gift-draft.pdf\n", "1 hour tutoring · $19.27 · you owe 0\n"),
  ]

  @Test(.slow) func everyCommandSaysWhatItDid() throws {
    let shell = try Shell(["tonight.png": "mine", "Templates/ours/template.yaml": try OfficeFiles.template()])
    #expect(try shell.invoice("order.csv").status == 0)
    for (typed, result, words) in Self.evening {
      let run = try shell.type(typed)
      #expect(
        run.status == 0 && run.output.hasSuffix(result) && run.output.isEmpty == result.isEmpty, "\(typed): \(run)")
      #expect(run.errors.hasPrefix(words) && run.errors.isEmpty == words.isEmpty, "\(typed): \(run.errors)")
    }
    #expect(try shell.bytes("tonight.png").starts(with: [0x89, 0x50]))
    let list = try shell.type(["template", "list"]).output.split(separator: "\n").map {
      $0.split(separator: " ").map(String.init)
    }
    #expect(list.first == ["our-invoice", "invoice", "A4", "Letter", "Templates/our-invoice"])
    let papers = ["A3", "A4", "A5", "Letter", "Legal", "Tabloid", "Card"]
    #expect(list.contains(["board", "board"] + papers + [Repository.path("Templates/board")]))
    #expect(try list.count == 2 + Repository.templates().count)
    // A designer needs no office.
    let sample = try shell.type(["template", "sample", "invoice", "--paper", "A5"], in: "")
    #expect(sample.status == 0 && sample.output == "sample-invoice.pdf\n", "\(sample.errors)")
    let missing = try shell.type(["check", "morning.csv"])
    #expect(missing.status == 66 && missing.output.isEmpty)
    #expect(
      missing.errors.hasSuffix(
        "morning.csv: error: there is no such file\n  → an order is a CSV file with the columns item and quantity\n"))
  }
}
