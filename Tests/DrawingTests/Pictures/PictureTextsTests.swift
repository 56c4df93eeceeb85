import Foundation
import Testing

@testable import Drawing

/// What a picture says, however it is written.
@Suite struct PictureTextsTests {
  private static func svg(_ content: String, before head: String = "") -> String {
    """
    \(head)<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">\(content)</svg>
    """
  }

  private static let within = Data(svg("<text>inside</text>").utf8).base64EncodedString()

  @Test(arguments: [
    ("<text>Total <tspan>due</tspan>\n  now</text>", ["Total due now"]),
    ("<title>a title</title><rect/><text>one</text><g><text>two</text></g>", ["one", "two"]),
    ("<text>&#84;otal <![CDATA[due]]></text>", ["Total due"]),
    ("<svg:text xmlns:svg='http://www.w3.org/2000/svg'>prefixed</svg:text>", ["prefixed"]),
    ("<text> </text>", []),
    ("<text>before</text><text>open <oops", ["before", "open"]),
    ("<image xlink:href='data:image/svg+xml;base64,\(within)'/>", ["inside"]),
    ("<image href='data:image/svg+xml,%3Csvg%3E%3Ctext%3Einside%3C/text%3E%3C/svg%3E'/>", ["inside"]),
    ("<image href='art/other.svg'/>", []),
  ])
  func wordsAreFound(content: String, texts: [String]) {
    #expect(PictureTexts.texts(in: Array(Self.svg(content).utf8)) == texts)
  }

  @Test func entitiesAreFilledIn() {
    let svg = Self.svg("<text>Amount &d;</text>", before: "<!DOCTYPE svg [<!ENTITY d 'due'>]>")
    #expect(PictureTexts.texts(in: Array(svg.utf8)) == ["Amount due"])
  }

  @Test func picturesWithinPicturesComeToAnEnd() {
    var content = "<text>deep</text>"
    for _ in 0..<8 {
      content = "<image href='data:image/svg+xml;base64,\(Data(Self.svg(content).utf8).base64EncodedString())'/>"
    }
    #expect(PictureTexts.texts(in: Array(Self.svg(content).utf8)) == [])
  }
}
