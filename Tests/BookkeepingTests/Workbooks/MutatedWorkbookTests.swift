import TestTools
import Testing

@testable import Bookkeeping

/// Whatever became of a file on its way, it is read or refused.
@Suite struct MutatedWorkbookTests {
  private static func originals() throws -> [[(name: String, text: String)]] {
    let rows = """
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>\
      <row r="2"><c r="A2" t="inlineStr"><is><t>Rice_x0041_</t></is></c><c r="B2" s="1"><v>46143</v></c></row>\
      <row r="3"><c r="A3" t="str"><f>A1</f><v>x</v></c><c r="B3" s="2"><v>1.5E-1</v></c></row>
      """
    let excel = TestWorkbook.Excel(
      sheets: [.init(rows: rows)], strings: ["<t>item</t>", "<r><t>quantity</t></r><rPh><t>x</t></rPh>"],
      styles: TestWorkbook.styles(["mmm yyyy", "9"]))
    let openDocument = TestWorkbook.openDocumentParts(
      """
      <table:table table:name="t"><table:table-column table:number-columns-repeated="3"/><table:table-row \
      table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="2" office:value-type="float" \
      office:value="1.005"><text:p>1.01<text:s text:c="4"/></text:p></table:table-cell><table:covered-table-cell/>\
      </table:table-row></table:table>
      """)
    return [excel.parts(), openDocument]
  }

  private func read(_ bytes: [UInt8]) {
    let list = ItemList.read(bytes)
    #expect(!list.faults.isEmpty || !list.value.orders.isEmpty)
  }

  @Test func bytesOfTheFile() throws {
    var random = SplitMix64(seed: 3)
    for parts in try Self.originals() {
      let original = try TestWorkbook.zip(parts)
      read(original)
      for _ in 0..<900 {
        var bytes = original
        for _ in 0..<random.number(1...8) { bytes[random.number(0...bytes.count - 1)] = UInt8(random.number(0...255)) }
        read(bytes)
      }
      for _ in 0..<100 { read(Array(original.prefix(random.number(0...original.count - 1)))) }
    }
  }

  /// The check sums of zip files keep most of what is above from reaching what reads the parts.
  @Test func bytesOfTheParts() throws {
    var random = SplitMix64(seed: 4)
    let pieces = [
      "<", ">", "/", "\"", "&", "<!DOCTYPE", "<row", "</c>", "r=\"-1\"", "99999999999999999999", "<table:table>", "\0",
      "é", "_x",
    ]
    for parts in try Self.originals() {
      for _ in 0..<500 {
        var parts = parts
        let place = random.number(0...parts.count - 1)
        var text = Array(parts[place].text.unicodeScalars)
        for _ in 0..<random.number(1...3) {
          let start = random.number(0...text.count)
          let end = min(text.count, start + random.number(0...12))
          let piece = random.once(in: 3) ? "" : pieces[random.number(0...pieces.count - 1)]
          text.replaceSubrange(start..<end, with: piece.unicodeScalars)
        }
        parts[place].text = String(String.UnicodeScalarView(text))
        read(try TestWorkbook.zip(parts))
      }
    }
  }
}
