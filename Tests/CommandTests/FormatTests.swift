import Foundation
import TestTools
import Testing

/// What papers are written as, as it is typed.
@Suite struct FormatTests {
  @Test(.slow) func formatsAreTypedOrFollowFromTheName() throws {
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
    let receipt = try shell.type(["receipt", "order.csv", "--again", "--format", "txt"])
    #expect(receipt.output == "output/\(try #require(Shell.numbers(receipt).first)).txt\n", "\(receipt.errors)")
  }

  private func size(_ picture: String, _ shell: Shell) throws -> [Int] {
    let head = [UInt8](try shell.bytes(picture))[16..<24].map(Int.init)
    return [0, 4].map { head[$0] << 24 | head[$0 + 1] << 16 | head[$0 + 2] << 8 | head[$0 + 3] }
  }
}
