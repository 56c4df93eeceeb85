import OfficeFixtures
import TestTools
import Testing

@testable import BillingOffice
@testable import Papers

@Suite struct PaperDesignTests {
  private func faults(
    _ settings: String, template: String? = nil, paper: String? = nil,
    installation: Installation = TestOffice.installation
  ) throws -> [String] {
    let scratch = try Scratch()
    if let template { try scratch.write(template, to: "Templates/invoice/template.yaml") }
    try scratch.write("", to: "office.yaml")
    let settings = try #require(OfficeSettingsReader.read(settings, file: "office.yaml").settings)
    let office = try Office.open(named: scratch.folder.path, from: "/", installation: installation)
    do {
      _ = try office.design(InvoiceKind(), PaperLook(paper: paper), settings, on: nil)
      return []
    } catch {
      return error.all.map { $0.description.replacingOccurrences(of: scratch.folder.path + "/", with: "") }
    }
  }

  @Test func putsLanguageTemplateAndFontsTogether() throws {
    let settings = try #require(OfficeSettingsReader.read("locale: ar-EG", file: "").settings)
    let design = try TestOffice().office.design(InvoiceKind(), PaperLook(paper: "a5"), settings, on: nil)
    #expect(design.wording == VoidWording.in("ar"))
    #expect(design.template.paper.name == "A5")
    #expect(design.templateName == "invoice")
    #expect(design.fonts.has(family: "Inter"))
  }

  @Test func tellsEverythingAtOnce() throws {
    let template = try TestOffice.template([("{{office.place}}", "{{office.plaze}}")])
    let found = try faults("", template: template, paper: "A9")
    #expect(
      found.map { $0.split(separator: "\n").first.map(String.init) ?? "" }.map {
        $0.replacing(#/:\d+:\d+:/#, with: ":")
      }
        == [
          "error: there is no paper \"A9\"",
          "Templates/invoice/template.yaml: error: {{office.plaze}} names nothing",
        ])
  }

  @Test func fontsThatAreNotThereAreNamed() throws {
    let template = try TestOffice.template([("title:   { font-family: Bebas Neue", "title:   { font-family: Futura")])
    let found = try faults("", template: template)
    #expect(found.count == 1)
    #expect(found.first?.hasSuffix("error: there is no font \"Futura\"\n  → put its file into Fonts/") == true)
  }

  @Test func anInstallationThatIsBrokenIsTold() throws {
    let scratch = try Scratch()
    let found = try faults(
      "",
      installation: Installation(root: scratch.folder.path, cache: scratch.path("cache"), state: scratch.path("state")))
    #expect(
      found.map { $0.split(separator: "\n").first.map(String.init) ?? "" }
        == [
          "Templates/strings/en.yaml: error: there is no such file",
          "Fonts/fonts.conf: error: the fonts' configuration cannot be read", "error: there is no template \"invoice\"",
        ].map { $0.hasPrefix("error") ? $0 : scratch.folder.path + "/" + $0 })
  }
}
