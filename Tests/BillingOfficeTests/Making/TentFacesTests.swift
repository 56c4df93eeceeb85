import Foundation
import OfficeFixtures
import TestTools
import Testing

@testable import BillingOffice
@testable import Papers

/// A tent stands between two people: a template may say one thing to each.
@Suite struct TentFacesTests {
  private static func template(_ content: String) -> String {
    """
    kind: sign
    page: { size: A6, margin: 8mm, scale: paper }
    styles: { body: { font-family: Inter, font-size: 12pt } }
    content:
    \(content)
      - { text: "{{item}} {{price}}", heading: 1 }
    stamp: { at: [50%, 50%], rotate: -6deg, width: 47.5mm, color: "#c8102e" }

    """
  }

  private func text(_ content: String, size: String) throws -> String {
    let office = try TestOffice([
      "Templates/flap/template.yaml": Self.template(content), "list.csv": "item\nTutoring\n\"Eggs, large\"\n",
    ])
    var signs = SignRequest(list: office.path("list.csv"), issued: try #require(TestOffice.issued))
    (signs.template, signs.size, signs.sheet, signs.output.path) = ("flap", size, "A4", office.path("signs.pdf"))
    let papers = try office.office.make(signs)
    return try Tool.pdftotext.text("-raw", try #require(papers.paths.first), "-")
  }

  private func count(_ word: String, in text: String) -> Int { text.ranges(of: word).count }

  @Test func eachFaceMaySayItsOwn() throws {
    let content = """
        - { text: Comein, unless: is_back }
        - { text: Thanks, if: is_back }
      """
    let tents = try text(content, size: "tent")
    #expect(count("Comein", in: tents) == 2 && count("Thanks", in: tents) == 2, "\(tents)")
    #expect(count("Tutoring", in: tents) == 2 && count("Eggs", in: tents) == 2, "\(tents)")
    // Any other sign has one face, which is none behind.
    let signs = try text(content, size: "A6")
    #expect(count("Comein", in: signs) == 2 && count("Thanks", in: signs) == 0, "\(signs)")
  }

  @Test func aTentCanBeToldFromASign() throws {
    let content = "  - { text: Folded, if: is_tent }"
    // Both faces are the same.
    #expect(count("Folded", in: try text(content, size: "tent")) == 4)
    #expect(count("Folded", in: try text(content, size: "A6")) == 0)
  }
}
