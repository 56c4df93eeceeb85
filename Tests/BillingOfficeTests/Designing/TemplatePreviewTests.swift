import Foundation
import OfficeFixtures
import TestTools
import Testing

@testable import BillingOffice

/// The picture at which designers look while they work.
@Suite struct TemplatePreviewTests {
  /// A preview of the template `ours` of an office.
  private func preview(_ office: TestOffice, _ change: (inout PreviewRequest) -> Void = { _ in }) throws
    -> TemplatePreview
  {
    var request = PreviewRequest(template: "ours", issued: try #require(TestOffice.issued))
    change(&request)
    return try OfficeTemplates(office: office.path(""), from: "/", installation: TestOffice.installation)
      .preview(request)
  }

  @Test func onePictureOfAllPages() throws {
    let office = try TestOffice(["Templates/ours/template.yaml": try OfficeFiles.template()])
    let preview = try preview(office)
    let look = preview.render()
    #expect(look.faults.isEmpty && look.pages == 1 && look.change == nil)
    #expect(office.own([preview.picture]) == ["output/preview-ours.png"])
    #expect(try office.bytes("output/preview-ours.png").starts(with: [0x89, 0x50, 0x4E, 0x47]))
    try office.refuses(.usage, "error: \"x.pdf\" is no name for a picture\n  → name a file that ends in .png") {
      _ = try self.preview(office) { $0.output = "x.pdf" }
    }
  }

  @Test func whatDoesNotFitIsOutlinedIfAsked() throws {
    let wide = try OfficeFiles.template(
      "{{t.tagline}}\"", "\(String(repeating: "W", count: 90))\", white-space: nowrap")
    let office = try TestOffice(["Templates/ours/template.yaml": wide])
    let place = "Templates/ours/template.yaml:\(try OfficeFiles.place(of: "{ text: \"WWW", in: wide))"
    let before = office.listing
    let refused = try preview(office).render().faults
    #expect(office.told(refused).hasPrefix("\(place): error: this is "), "\(refused)")
    #expect(refused.map(\.kind) == [.data])
    #expect(office.listing == before)
    let shown = try preview(office) { $0.showsOverflow = true }.render()
    #expect(shown.pages == 1)
    #expect(office.told(shown.faults).hasPrefix("\(place): warning: this is "), "\(shown.faults)")
    let sample = try OfficeTemplates(office: office.path(""), from: "/", installation: TestOffice.installation)
      .printSample(
        SampleRequest(
          template: "ours", output: OutputWish(showsOverflow: true), issued: try #require(TestOffice.issued)))
    #expect(office.told(sample.warnings).hasPrefix("\(place): warning: this is "), "\(sample.warnings)")
    let pixels = try Pixels(pdf: office.path("output/sample-ours.pdf"))
    let outline = stride(from: 0, to: pixels.bytes.count, by: 3).count { at in
      pixels.bytes[at] > 240 && pixels.bytes[at + 1] < 60 && (150...190).contains(pixels.bytes[at + 2])
    }
    #expect(outline > 300)
  }
}
