import Foundation
import TestTools
import Testing

/// What papers are written as, as it is typed.
@Suite struct FormatTests {
  @Test func formatsAreTypedOrFollowFromTheName() throws {
    let shell = try Shell()
    let svg = try shell.invoice("order.csv", "--format", "svg")
    #expect(svg.output == "output/\(try #require(Shell.numbers(svg).first)).svg\n", "\(svg.errors)")
    #expect(try shell.draft("order.csv", "--output", "small.png", "--dpi", "72").output == "small.png\n")
    #expect(try size("small.png", shell) == [612, 792])
    #expect(try shell.draft("order.csv", "--format", "png").output == "output/order-draft.png\n")
    #expect(try size("output/order-draft.png", shell) == [1275, 1650])
    #expect(try shell.draft("order.csv", "--share", "--paper", "A4", "--output", "post.png").status == 0)
    #expect(try size("post.png", shell) == [1080, 1350])
    #expect(try shell.draft("order.csv", "--output", "all.txt").output == "all.txt\n")
    #expect(String(decoding: try shell.bytes("all.txt"), as: UTF8.self).contains("VOID BY SOLIDARITY"))
    let receipt = try shell.type(["receipt", "order.csv", "--format", "txt"])
    #expect(receipt.output == "output/\(try #require(Shell.numbers(receipt).first)).txt\n", "\(receipt.errors)")
  }

  @Test func whatDoesNotGoTogetherIsSaid() throws {
    let shell = try Shell()
    for (arguments, words) in [
      (["--format", "png", "--output", "x.pdf"], "--output names a .pdf file, and --format says png."),
      (["--share", "--output", "x.svg"], "--output names a .svg file, and --share makes png."),
      (["--share", "--dpi", "100"], "--share makes pictures of a fixed size; leave out --dpi."),
      (["--share", "--format", "svg"], "--share makes PNG pictures; leave out --format."),
      (["--dpi", "100"], "--dpi goes with --format png."),
      (["--dpi", "9", "--format", "png"], "--dpi must be from 36 to 600, not 9."),
    ] {
      let run = try shell.type(["invoice", "order.csv"] + arguments)
      #expect(run.status == 64)
      #expect(run.errors.hasPrefix("Error: \(words)\n"), "\(run.errors)")
    }
  }

  private func size(_ picture: String, _ shell: Shell) throws -> [Int] {
    let head = [UInt8](try shell.bytes(picture))[16..<24].map(Int.init)
    return [0, 4].map { head[$0] << 24 | head[$0 + 1] << 16 | head[$0 + 2] << 8 | head[$0 + 3] }
  }
}
