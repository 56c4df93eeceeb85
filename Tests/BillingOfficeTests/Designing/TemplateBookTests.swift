import Foundation
import OfficeFixtures
import TestTools
import Testing

@testable import BillingOffice
@testable import Papers

/// `Templates/README.md`: text and pictures are what the program's tables say.
@Suite struct TemplateBookTests {
  private let book = TemplateBook(TestOffice.installation)

  @Test func isWhatTheTablesSay() throws {
    let kept = try String(contentsOfFile: Repository.path("Templates/README.md"), encoding: .utf8)
    #expect(kept == (try book.text()), "run scripts/document-templates")
  }

  @Test func everyPictureIsThere() throws {
    let text = try book.text()
    let drawings = try book.drawings()
    #expect(drawings.count == 9)
    for (name, drawing) in drawings {
      #expect(text.contains("<img src=\"docs/\(name).png\""))
      let kept = FileManager.default.contents(atPath: Repository.path("Templates/docs/\(name).png"))
      #expect(kept?.starts(with: [0x89, 0x50, 0x4E, 0x47]) == true, "docs/\(name).png: run scripts/document-templates")
      #expect(drawing.width == 567, "\(name)")
      #expect((30..<1000).contains(drawing.height), "\(name) is \(drawing.height) high")
    }
  }

  @Test func everyKeyAndFieldIsInIt() throws {
    let text = try book.text()
    let templates = try OfficeTemplates(office: nil, from: "/", installation: TestOffice.installation)
    for kind in OfficeTemplates.kinds {
      for field in try templates.fields(of: kind).data { #expect(text.contains("`\(field.path)`"), "\(field.path)") }
    }
    for element in ["text", "stack", "row", "table", "rule", "space", "picture", "qr", "fit"] {
      #expect(text.contains("\n### `\(element):`\n"))
    }
    for key in ["extends", "keep-together", "head-align", "carried-forward", "span", "rotate", "margin", "font-size"] {
      #expect(text.contains("\n| `\(key)` | "), "\(key)")
    }
  }

  @Test func aFaultyExampleIsTold() throws {
    let specimen = try Specimen(TestOffice.installation, folder: Repository.path("Templates/docs"))
    #expect(throws: Diagnostics.self) {
      try specimen.drawing(of: Specimen.head + "\ncontent: [{ txet: a }]", name: "x")
    }
    #expect(throws: Diagnostics.self) {
      try specimen.drawing(of: Specimen.head + "\ncontent: [{ picture: art/nothing.svg }]", name: "x")
    }
  }
}
