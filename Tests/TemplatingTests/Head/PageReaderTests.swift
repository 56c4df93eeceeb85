import Layout
import Testing

@testable import Templating

@Suite struct PageReaderTests {
  private let millimetre = Length.millimetre

  private func sheet(_ head: String, content: String = "content: a", paper: Paper? = nil) throws -> Template {
    try template("kind: note\n\(head)\n\(content)", paper: paper)
  }

  @Test func a4UnlessSaid() throws {
    let plain = try sheet("")
    #expect(plain.paper.name == "A4")
    #expect(plain.margins == Insets(18 * millimetre))
    #expect(try sheet("page: { size: letter }").paper == Paper(name: "Letter", size: Size(612, 792)))
    #expect(try sheet("page: { size: [100mm, 4in] }").paper == Paper(name: "custom", size: Size(100 * millimetre, 288)))
    #expect(try sheet("page: { margin: 10mm 5mm }").margins.start == 5 * millimetre)
    #expect(try sheet("page: { size: A4 }", paper: Paper.named("A5")).paper.name == "A5")
  }

  @Test func papersChangeMarginAndScale() throws {
    let head =
      "page: { size: A4, margin: 14mm, scale: 0.9 }\npapers: { a5: { margin: 10mm, scale: 0.5 }, A6: { scale: 0.4 } }"
    let content = "content: { stack: [{ text: a, font-size: 10pt }], gap: 10pt, padding: 10pt, border: '2pt #000' }"
    func look(_ name: String?) throws -> (margin: Double, size: Double, gap: Double, padding: Double, border: Double) {
      let template = try sheet(head, content: content, paper: name.flatMap { Paper.named($0) })
      let located = try #require(template.document(for: [:]).content as? Located)
      let box = try #require(located.content as? Box)
      let stack = try #require(box.content as? Stack)
      let text = try #require(stack.children[0].bare as? Text)
      return (
        (template.margins.top / millimetre).rounded(), text.style.size, stack.gap, box.padding.top,
        box.border?.width ?? 0
      )
    }
    #expect(try look(nil) == (14, 9, 9, 9, 2))
    // No type that is written as 6 points or more gets smaller than that.
    #expect(try look("A5") == (10, 6, 5, 5, 2))
    #expect(try look("A6") == (14, 6, 4, 4, 2))
  }

  @Test func codesKeepTheirSize() throws {
    let content = "content: { qr: x, size: 100pt }\nstamp: { width: 100pt }"
    let half = try sheet("papers: { A5: { scale: 0.5 } }", content: content, paper: Paper.named("A5"))
    #expect((half.document(for: [:]).content.bare as? Code)?.side == 100)
    #expect(half.stamp.width == 50)
  }

  @Test func faults() {
    func faults(_ head: String, paper: Paper? = nil) -> [TemplateFault] {
      read("\(head)\nkind: note\ncontent: a", paper: paper).faults
    }
    let papers = Paper.all.map(\.name)
    #expect(faults("page: { size: A44 }") == [fault(1, 15, .unknownPaper("A44", known: papers))])
    #expect(faults("papers: { A44: { scale: 1 } }") == [fault(1, 11, .unknownPaper("A44", known: papers))])
    let size = "a paper such as A4 or Letter, or [210mm, 297mm]"
    for wrong in ["[1mm]", "[1mm, 2mm, 3mm]", "[0, 1mm]", "[a, b]", "[1mm, ~]", "[[1mm], 2mm]"] {
      #expect(
        faults("page: { size: \(wrong) }") == [fault(1, 15, .wrongValue(key: "size", found: "a list", expected: size))])
    }
    #expect(faults("page: A4") == [fault(1, 7, .wrongValue(key: "page", found: "\"A4\"", expected: "keys and values"))])
    #expect(
      faults("papers: [A5]") == [fault(1, 9, .wrongValue(key: "papers", found: "a list", expected: "papers by name"))])
    #expect(
      faults("papers: { A5: 3 }") == [fault(1, 15, .wrongValue(key: "A5", found: "\"3\"", expected: "keys and values"))]
    )
    #expect(faults("papers: { A5: { size: A5 } }") == [fault(1, 17, .unknownKey("size", known: ["margin", "scale"]))])
    #expect(faults("papers:") == [])
  }

  @Test func marginsLeaveRoom() {
    func faults(_ head: String, paper: Paper? = nil) -> [TemplateFault] {
      read("\(head)\nkind: note\ncontent: a", paper: paper).faults
    }
    let fact = TemplateFault.Fact.wrongValue(
      key: "margin", found: "as wide or as high as the paper", expected: "less, so that there is room within")
    #expect(faults("page: { size: [30mm, 80mm], margin: 15mm }") == [fault(1, 37, fact)])
    #expect(faults("page: { size: [80mm, 30mm], margin: 15mm }") == [fault(1, 37, fact)])
    #expect(faults("page: { size: [30mm, 80mm] }") == [fault(1, 7, fact)])
    #expect(faults("page: { margin: 29mm }", paper: Paper.named("58mm")) == [fault(1, 17, fact)])
    #expect(
      faults("page: { margin: 5mm }\npapers: { 58mm: { margin: 40mm } }", paper: Paper.named("58mm")) == [
        fault(2, 27, fact)
      ])
    #expect(faults("papers: { 58mm: { margin: 40mm } }") == [])
  }
}
