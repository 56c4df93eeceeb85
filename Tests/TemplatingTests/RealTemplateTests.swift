import LayoutFakes
import Layout
import Testing

@testable import Templating

/// The template that comes with the program.
@Suite struct RealTemplateTests {
  @Test(arguments: ["A4", "A5", "Letter"]) func readsWithoutAFault(_ paper: String) throws {
    let (template, faults) = try RealInvoice.read(try RealInvoice.text(), paper: Paper.named(paper))
    #expect(faults == [])
    #expect(template?.paper.name == paper)
    #expect(template?.families.map(\.name) == ["Inter", "Bebas Neue"])
  }

  @Test(arguments: ["A4", "A5", "Letter"], [1, 100]) func fillsPages(_ paper: String, _ lines: Int) throws {
    let (template, _) = try RealInvoice.read(try RealInvoice.text(), paper: Paper.named(paper))
    let pages = try pages(try #require(template), RealInvoice.data(lines: lines))
    #expect(pages.count >= (lines > 1 ? 3 : 1))
    let texts = pages.flatMap(\.texts)
    #expect(texts.count { $0 == "Haircut¹" } == lines)
    #expect(texts.contains("Total due"))
    #expect(texts.count { $0 == "Carried forward" } == texts.count { $0 == "Brought forward" })
    // One page needs no count.
    #expect(texts.contains { $0.hasPrefix("Page 1 of \(pages.count)") } == (pages.count > 1))
  }
}
