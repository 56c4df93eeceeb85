import Foundation
import TestTools
import Testing

@testable import BillingOffice
@testable import Papers

@Suite struct TemplateLibraryTests {
  private let scratch: Scratch
  private let library: TemplateLibrary
  private var settings: OfficeSettings

  init() throws {
    scratch = try Scratch()
    for path in ["program/Templates/invoice", "program/Templates/receipt", "office/Templates/invoice", "office/ours"] {
      try scratch.write("", to: "\(path)/template.yaml")
    }
    try scratch.write("", to: "program/Templates/strings/en.yaml")
    library = TemplateLibrary(
      office: scratch.path("office"), installation: Installation(root: scratch.path("program"), cache: "", state: ""))
    settings = try #require(OfficeSettingsReader.read("", file: "").settings)
  }

  @Test func theOfficesOwnStandBeforeTheProgramsOwn() throws {
    #expect(try library.find("invoice").file == scratch.path("office/Templates/invoice/template.yaml"))
    #expect(try library.find("receipt").folder == scratch.path("program/Templates/receipt"))
    #expect(library.names == ["invoice", "receipt"])
  }

  @Test func aPathIsTakenAsItIs() throws {
    #expect(try library.find(scratch.path("office/ours")).folder == scratch.path("office/ours"))
    // office.yaml is read the same from wherever somebody stands.
    #expect(try library.find("./ours", from: scratch.path("office")).folder == scratch.path("office/ours"))
    #expect(try library.find(scratch.path("office/ours"), from: "/").folder == scratch.path("office/ours"))
  }

  @Test func theOneAskedForStandsBeforeTheOneInTheSettings() throws {
    var settings = settings
    #expect(try library.find(nil, settings, InvoiceKind()).name == "invoice")
    settings.templates["invoice"] = "receipt"
    #expect(try library.find(nil, settings, InvoiceKind()).name == "receipt")
    #expect(try library.find("invoice", settings, InvoiceKind()).name == "invoice")
    settings.templates["invoice"] = "./ours"
    #expect(try library.find(nil, settings, InvoiceKind()).folder == scratch.path("office/ours"))
  }

  @Test func whatIsNotThereIsToldWhereItIsWritten() throws {
    let typed = #expect(throws: Diagnostics.self) { try library.find("reciept", settings, InvoiceKind()) }
    #expect(
      typed?.all.first?.description == "error: there is no template \"reciept\"\n  → did you mean \"receipt\"?")
    #expect(typed?.all.first?.kind == .noInput)
    let text = "templates:\n  invoice: reciept"
    let own = try #require(OfficeSettingsReader.read(text, file: "office.yaml").settings)
    let written = #expect(throws: Diagnostics.self) { try library.find(nil, own, InvoiceKind()) }
    #expect(
      written?.all.first?.description.hasPrefix("office.yaml:2:12: error: there is no template \"reciept\"\n") == true)
    #expect(written?.all.first?.kind == .data)
    let path = #expect(throws: Diagnostics.self) { try library.find("a/b") }
    #expect(path?.all.first?.message == "there is no template.yaml in the folder \"a/b\"")
  }
}
