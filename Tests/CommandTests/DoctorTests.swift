import Foundation
import TestTools
import Testing

/// `billing-office doctor`
@Suite struct DoctorTests {
  @Test(.slow) func tellsWhatIsHereAndHowToGetTheRest() throws {
    let shell = try Shell()
    let run = try shell.type(["doctor"])
    #expect(run.status == 0)
    let lines = run.output.split(separator: "\n").map(String.init)
    #expect(lines.contains { $0.hasPrefix("✓ Cairo ") && $0.contains(/[0-9]+\.[0-9]+\.[0-9]+$/) })
    #expect(lines.contains { $0.hasPrefix("✓ Inter ") })
    #expect(lines.contains { $0.hasPrefix("✓ zbarimg ") && $0.hasSuffix("/zbarimg") })
    #expect(lines.contains { $0.hasPrefix("✓ hyphens de ") })

    func doctor(_ environment: [String: String]) throws -> Run {
      try Run(
        Program.path, ["doctor"], in: shell.scratch.folder,
        environment: Shell.environment.merging(environment) { $1 })
    }
    let bare = try doctor(["PATH": shell.scratch.folder.path])
    #expect(bare.status == 0, "papers can be made without tools")
    #expect(bare.output.contains("– lp                    not here: cups-client, prints papers\n"))
    #expect(
      bare.errors == "Install what is not here: sudo apt-get install cups-client poppler-utils qpdf zbar-tools\n")

    try shell.scratch.write(
      "<fontconfig><dir>/usr/share/fonts/opentype/inter</dir></fontconfig>", to: "home/Fonts/fonts.conf")
    try FileManager.default.createSymbolicLink(
      atPath: shell.scratch.path("home/Templates"), withDestinationPath: Repository.path("Templates"))
    let fontless = try doctor(["BILLING_OFFICE_HOME": shell.scratch.path("home")])
    #expect(fontless.status == 66)
    #expect(fontless.output.contains("✗ Bebas Neue            not here: fonts-bebas-neue, sets the papers\n"))
    #expect(fontless.errors.contains("error: font Bebas Neue is not here\n"))
    #expect(fontless.errors.contains("sudo apt-get install fonts-bebas-neue fonts-noto-core fonts-noto-cjk"))
  }
}
