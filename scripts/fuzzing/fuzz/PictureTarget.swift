import Foundation
import TestTools

@testable import Drawing

/// A picture. It is read in a cell, as strangers' pictures are; and what a cell answers, which is a stranger's too once its picture
/// has taken it over, is drawn here. An input that begins with `<` is a picture, any other is an answer.
struct PictureTarget: FuzzTarget {
  private let scratch: Scratch
  private let cell: StrangersCell

  /// The program whose cell is used is named by the environment: the instruments of this one need more room than a cell has.
  init() throws {
    guard let program = ProcessInfo.processInfo.environment["BILLING_OFFICE"] else { throw CocoaError(.fileNoSuchFile) }
    scratch = try Scratch()
    cell = StrangersCell(
      program: program, word: "---cell", trusted: "/nowhere", configuration: Repository.path("Fonts/fonts.conf"),
      cache: scratch.path("cache"))
  }

  func take(_ bytes: [UInt8]) {
    guard bytes.first == UInt8(ascii: "<") else {
      _ = CellPicture(bytes)
      return
    }
    let path = scratch.path("theirs.svg")
    _ = FileManager.default.createFile(atPath: path, contents: Data(bytes))
    _ = try? cell.picture(at: path, .svg)
  }
}
