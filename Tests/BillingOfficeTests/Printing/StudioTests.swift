import TestTools
import Testing

@testable import BillingOffice

@Suite struct StudioTests {
  private func faults(
    _ settings: String, template: String? = nil, paper: String? = nil,
    installation: Installation = TestOffice.installation
  ) throws -> [String] {
    let scratch = try Scratch()
    if let template { try scratch.write(template, to: "Templates/invoice/template.yaml") }
    let settings = try #require(OfficeSettingsReader.read(settings, file: "office.yaml").settings)
    do {
      _ = try Studio(settings, installation, office: scratch.folder.path, look: Look(paper: paper))
      return []
    } catch {
      return error.all.map { $0.description.replacingOccurrences(of: scratch.folder.path + "/", with: "") }
    }
  }

  @Test func putsLanguageTemplateAndFontsTogether() throws {
    let settings = try #require(OfficeSettingsReader.read("locale: ar-EG", file: "").settings)
    let studio = try Studio(settings, TestOffice.installation, office: "/", look: Look(paper: "a5"))
    #expect(studio.wording == VoidWording.in("ar"))
    #expect(studio.template.paper.name == "A5")
    #expect(studio.templateName == "invoice")
    #expect(studio.fonts.has(family: "Inter"))
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
