import Foundation
import TestTools
import Testing

@Suite struct DoctorTests {
  @Test func tellsWhatIsHereInWhichVersion() throws {
    let run = try Shell().type(["doctor"])
    #expect(run.status == 0)
    let lines = run.output.split(separator: "\n").map(String.init)
    for library in ["Cairo", "Pango", "fontconfig", "libqrencode", "librsvg"] {
      #expect(lines.contains { $0.hasPrefix("✓ \(library) ") && $0.contains(/[0-9]+\.[0-9]+\.[0-9]+$/) })
    }
    #expect(lines.contains { $0.hasPrefix("✓ Inter ") } && lines.contains { $0.hasPrefix("✓ Noto Sans CJK JP ") })
    #expect(lines.contains { $0.hasPrefix("✓ zbarimg ") && $0.hasSuffix("/zbarimg") })
    #expect(lines.contains { $0.hasPrefix("✓ hyphens de ") })
  }

  @Test func saysHowToGetWhatIsNotHere() throws {
    let shell = try Shell()
    let empty = ["PATH": shell.scratch.folder.path]
    let run = try Run(
      Shell.program, ["doctor"], in: shell.scratch.folder, environment: Shell.environment.merging(empty) { $1 })
    #expect(run.status == 0, "papers can be made without tools")
    #expect(run.output.contains("– lp                    not here: cups-client, prints papers\n"))
    #expect(
      run.errors == "Install what is not here: sudo apt-get install cups-client poppler-utils qpdf zbar-tools\n")
  }

  @Test func missingFontsAreAnError() throws {
    let shell = try Shell()
    let home = shell.scratch.path("home")
    try FileManager.default.createDirectory(atPath: home + "/Fonts", withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: Repository.path("Templates"), toPath: home + "/Templates")
    try shell.scratch.write(
      "<fontconfig><dir>/usr/share/fonts/opentype/inter</dir></fontconfig>", to: "home/Fonts/fonts.conf")
    let run = try Run(
      Shell.program, ["doctor"], in: shell.scratch.folder,
      environment: Shell.environment.merging(["BILLING_OFFICE_HOME": home]) { $1 })
    #expect(run.status == 66)
    #expect(run.output.contains("✗ Bebas Neue            not here: fonts-bebas-neue, sets the papers\n"))
    #expect(run.errors.contains("error: font Bebas Neue is not here\n"))
    #expect(run.errors.contains("sudo apt-get install fonts-bebas-neue fonts-noto-core fonts-noto-cjk"))
  }
}
