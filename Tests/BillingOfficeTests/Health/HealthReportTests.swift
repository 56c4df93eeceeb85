import Foundation
import OfficeFixtures
import Papers
import TestTools
import Testing

@testable import BillingOffice

/// What the program needs, and what of it is here.
@Suite(.slow) struct HealthReportTests {
  @Test func tellsWhatIsHereInWhichVersion() throws {
    let report = HealthReport(TestOffice.installation) { "/somewhere/\($0)" }
    #expect(report.isSound && report.faults.isEmpty && report.missingPackages.isEmpty)
    let libraries = report.findings.filter { $0.kind == .library }
    #expect(
      libraries.map(\.name) == ["Cairo", "Pango", "HarfBuzz", "zlib", "fontconfig", "libqrencode", "librsvg", "libzip"])
    #expect(libraries.allSatisfy { $0.version?.contains(/^[0-9]+\.[0-9]+\.[0-9]+$/) == true }, "\(libraries)")
    for font in ["Inter", "Noto Sans CJK JP"] {
      #expect(report.findings.contains { $0.kind == .font && $0.name == font && $0.version != nil })
    }
    #expect(report.findings.contains { $0.kind == .tool && $0.version == "/somewhere/zbarimg" })
    #expect(report.findings.contains { $0.kind == .dictionary && $0.name == "hyphens de" && $0.version != nil })
  }

  @Test func papersCanBeMadeWithoutTools() throws {
    let report = HealthReport(TestOffice.installation) { _ in nil }
    #expect(report.isSound)
    #expect(report.missingPackages == ["cups-client", "poppler-utils", "qpdf", "zbar-tools"])
  }

  @Test func withoutFontsAndTemplatesNoPapersCanBeMade() throws {
    let scratch = try Scratch()
    try scratch.write(
      "<fontconfig><dir>/usr/share/fonts/opentype/inter</dir></fontconfig>", to: "Fonts/fonts.conf")
    let report = HealthReport(
      Installation(root: scratch.folder.path, cache: scratch.path("cache"), state: scratch.path("state"))
    ) { $0 }
    #expect(!report.isSound)
    #expect(report.findings.filter { $0.kind == .font && $0.version != nil }.map(\.name) == ["Inter"])
    #expect(
      report.missingPackages == [
        "fonts-bebas-neue", "fonts-noto-core", "fonts-noto-cjk", "fonts-reggae", "fonts-ebgaramond",
        "fonts-courier-prime",
      ])
    #expect(report.faults.map(\.kind) == [.noInput])
  }
}
