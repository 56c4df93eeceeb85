import Foundation
import TestTools
import Testing

/// Pictures and fonts of strangers are read where they can do no harm.
@Suite struct CellTests {
  private static let template = """
    kind: invoice
    page: { size: Letter, margin: 18mm }
    content:
      - { picture: art/x.NAME, width: 100mm }
      - { text: "{{office.name}}" }
    stamp: { at: [50%, 70%], rotate: 0deg, width: 120mm }
    """

  private func shell(_ picture: String, named ending: String = "svg") throws -> Shell {
    try Shell([
      "Templates/t/template.yaml": Self.template.replacing("NAME", with: ending),
      "Templates/t/art/x.\(ending)": picture,
    ])
  }

  private static func svg(_ content: String) -> String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 100 50">\(content)</svg>
    """
  }

  @Test(arguments: [
    ##"<a xlink:href="https://example.org"><rect width="50" height="50"/></a>"##,
    ##"<g opacity=".5"><circle r="20"/></g><text y="30">é</text>"##,
    ##"<filter id="f"><feGaussianBlur stdDeviation="2"/></filter><rect width="50" height="50" filter="url(#f)"/>"##,
  ])
  func ordinaryPicturesAreDrawn(content: String) throws {
    let shell = try shell(Self.svg(content))
    for _ in 0..<2 {
      let run = try shell.draft("order.csv", "--template", "t", "--force")
      #expect(run.status == 0, "\(run.errors)")
    }
  }

  @Test(arguments: [
    "<text y='9'>Total <tspan>due</tspan> $80.00</text>", "<text y='9'>Please pay</text><text y='20'>by Friday</text>",
  ])
  func picturesAskForNoMoney(content: String) throws {
    let run = try shell(Self.svg(content)).draft("order.csv", "--template", "t")
    #expect(run.status == 65)
    #expect(run.errors.contains("asks for money"), "\(run.errors)")
  }

  /// A word of a billion points, noise without end, and a list that names itself in tens of tens.
  @Test(
    .slow,
    arguments: [
      ##"<text font-size="1e9">word</text>"##,
      ##"""
      <filter id="f" width="1e6" height="1e6"><feTurbulence baseFrequency="9" numOctaves="999999999"/></filter>
      <rect width="100" height="50" filter="url(#f)"/>
      """##,
    ])
  func whatHarmsComesToAnEnd(content: String) throws {
    let run = try shell(Self.svg(content)).draft("order.csv", "--template", "t")
    #expect(run.status == 0 || run.status == 65)
    if run.status != 0 { #expect(run.errors.contains("art/x.svg"), "\(run.errors)") }
  }

  @Test func aPipeIsNoPicture() throws {
    let shell = try shell("", named: "png")
    try FileManager.default.removeItem(atPath: shell.path("Templates/t/art/x.png"))
    #expect(mkfifo(shell.path("Templates/t/art/x.png"), 0o600) == 0)
    let run = try shell.draft("order.csv", "--template", "t")
    #expect(run.status == 65)
    #expect(run.errors.contains("it is a pipe, and no file"), "\(run.errors)")
  }

  @Test func aPictureOfTooManyPixelsIsRefused() throws {
    var bytes: [UInt8] = [0x89] + Array("PNG\r\n".utf8) + [0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
    bytes += [0, 0, 0xEA, 0x60, 0, 0, 0xEA, 0x60, 8, 6, 0, 0, 0] + [UInt8](repeating: 0, count: 20)
    let shell = try shell("", named: "png")
    try Data(bytes).write(to: URL(fileURLWithPath: shell.path("Templates/t/art/x.png")))
    let run = try shell.draft("order.csv", "--template", "t")
    #expect(run.status == 65)
    #expect(run.errors.contains("60000 × 60000 pixels, which is too many"), "\(run.errors)")
  }

  @Test func aPictureLooksTheSameInThere() throws {
    let shell = try Shell()
    try FileManager.default.copyItem(
      atPath: Repository.path("Templates/gig"), toPath: shell.path("Templates/mine"))
    var pictures: [[Data]] = []
    for name in ["gig", "mine"] {
      let run = try shell.draft("order.csv", "--template", name, "--format", "png", "--output", "\(name).png")
      #expect(run.status == 0, "\(run.errors)")
      let pages = shell.listing.filter { $0.hasPrefix("office/\(name)") && $0.hasSuffix(".png") }
      pictures.append(try pages.map { try Data(contentsOf: URL(fileURLWithPath: shell.scratch.path($0))) })
    }
    #expect(!pictures[0].isEmpty && pictures[0] == pictures[1])
  }

  @Test func aFileThatIsNoFontHarmsNobody() throws {
    let shell = try Shell(["Fonts/broken.ttf": "\u{0}\u{1}\u{0}\u{0}no font", "Fonts/inner/note.txt": "words"])
    #expect(try shell.draft("order.csv").status == 0)
    #expect(mkfifo(shell.path("Fonts/pipe.ttf"), 0o600) == 0)
    let run = try shell.draft("order.csv", "--force")
    #expect(run.status == 65)
    #expect(run.errors.contains("pipe.ttf"), "\(run.errors)")
  }

  @Test func nobodyIsToldOfTheWord() throws {
    let shell = try Shell()
    for arguments in [["--help"], ["--generate-completion-script", "bash"], ["help"]] {
      #expect(!(try shell.type(arguments)).output.contains("---cell"))
    }
    #expect(try shell.type(["---cell"]).status == 64)
  }

  @Test(.slow, arguments: [SIGINT, SIGTERM, SIGHUP]) func aSignalIsHeardInTheMiddleOfAPicture(signal: Int32) throws {
    let noise = Self.svg(
      ##"<filter id="f"><feTurbulence baseFrequency="9" numOctaves="99999999"/></filter><rect width="90" height="50" filter="url(#f)"/>"##
    )
    let shell = try shell(noise)
    let before = shell.listing
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Shell.program)
    process.arguments = ["invoice", "order.csv", "--draft", "--template", "t"] + Shell.day
    process.currentDirectoryURL = URL(fileURLWithPath: shell.path(""))
    process.environment = ProcessInfo.processInfo.environment.merging(Shell.environment) { $1 }
    (process.standardError, process.standardOutput) = (FileHandle.nullDevice, FileHandle.nullDevice)
    try process.run()
    usleep(700_000)
    let begin = Date()
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    // 200 ms, and what a busy machine adds.
    #expect(Date().timeIntervalSince(begin) < 1)
    #expect(process.terminationStatus == 130)
    #expect(shell.listing == before)
  }
}
