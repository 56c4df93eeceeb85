import Foundation
import TestTools
import Testing

@testable import Drawing

/// What comes out of a cell is believed in nothing: shapes are drawn as they were, and whatever else it may be is refused.
@Suite struct CellPictureTests {
  /// A drawing as Cairo writes it.
  private static let drawing = """
    <?xml version="1.0" encoding="UTF-8"?>
    <svg xmlns="http://www.w3.org/2000/svg" width="20pt" height="10pt" viewBox="0 0 20 10" version="1.1">
    <defs>
    <linearGradient id="linear0" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="1" y2="0" gradientTransform="matrix(5,0,0,3,1,1)">
    <stop offset="0" style="stop-color:rgb(100%,0%,0%);stop-opacity:1;"/>
    <stop offset="1" style="stop-color:rgb(0%,0%,100%);stop-opacity:0.5;"/>
    </linearGradient>
    <clipPath id="clip1">
      <path d="M 0 0 L 10 0 L 10 10 L 0 10 Z M 0 0 "/>
    </clipPath>
    <mask id="mask0">
      <g filter="url(#alpha)">
    <rect x="0" y="0" width="20" height="10" style="fill:rgb(0%,0%,0%);fill-opacity:0.5;stroke:none;"/>
      </g>
    </mask>
    <g id="surface5">
    <path style=" stroke:none;fill-rule:nonzero;fill:rgb(100%,0%,0%);fill-opacity:1;" d="M 1 5 C 1 6 2 7 3 7 Z M 1 5 "/>
    </g>
    </defs>
    <g id="surface1">
    <g clip-path="url(#clip1)" clip-rule="nonzero">
    <path style=" stroke:none;fill-rule:evenodd;fill:url(#linear0);" d="M 1 1 L 6 1 L 6 4 Z M 1 1 "/>
    </g>
    <path style="fill:none;stroke-width:3;stroke-linecap:round;stroke-linejoin:miter;stroke:rgb(0%,50.196081%,0%);stroke-opacity:1;stroke-dasharray:4,2;stroke-miterlimit:4;" d="M 1 5 L 9 5 " transform="matrix(1,0,0,0.5,0,0)"/>
    <use xlink:href="#surface5" mask="url(#mask0)"/>
    </g>
    </svg>
    """

  private func form(_ drawing: String) -> [UInt8]? { FlatDrawing(Array(drawing.utf8)).bytes }

  private func answer(_ form: CellPicture.Form, _ content: [UInt8]) -> [UInt8] {
    var out = PictureBytesWriter()
    out.add(byte: form.rawValue)
    out.add([20.0, 10.0])
    out.add(texts: ["a word"])
    out.add(content)
    return out.bytes
  }

  @Test func shapesAreDrawn() throws {
    let shapes = try #require(form(Self.drawing))
    let picture = try #require(CellPicture(answer(.shapes, shapes)))
    #expect(picture.size.width == 20 && picture.size.height == 10)
    #expect(picture.texts == ["a word"] && picture.loaded()?.texts == ["a word"])
    #expect(picture.loaded() != nil)
    // Made heavier once, and kept.
    let loaded = try #require(picture.loaded())
    #expect(loaded.surface(least: 0) == loaded.surface && loaded.surface(least: 0.2) != loaded.surface)
    #expect(loaded.surface(least: 0.2) == loaded.surface(least: 0.2))
  }

  @Test(arguments: [
    #"<image width="1" height="1"/>"#, #"<text>words</text>"#,
    #"<path d="M 1 1 Q 2 2 3 3" style="fill:rgb(0%,0%,0%)"/>"#,
    ##"<path d="M 1 1" style="fill:url(#nothing)"/>"##, ##"<use xlink:href="#nothing"/>"##,
    ##"<g filter="url(#f)"><path d="M 1 1"/></g>"##, #"<path d="M 1"/>"#, #"<path d="M nan nan"/>"#,
    ##"<g id="a"><use xlink:href="#a"/></g>"##, "<g>", "<!DOCTYPE x>",
  ])
  func whatIsNoShapeIsNone(piece: String) { #expect(form("<svg>\(piece)</svg>") == nil) }

  @Test func whateverACellSaysIsLookedAt() throws {
    let whole = answer(.shapes, try #require(form(Self.drawing)))
    var random = SplitMix64(seed: 7)
    for length in 0..<whole.count { #expect(CellPicture(Array(whole[..<length])) == nil) }
    for _ in 0..<5000 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      _ = CellPicture(bytes)?.loaded()
    }
  }

  @Test func pixelsAreAsManyAsAreSaid() {
    var content = PictureBytesWriter()
    content.add(count: 2)
    content.add(count: 1)
    #expect(CellPicture(answer(.pixels, content.bytes + [UInt8](repeating: 9, count: 8))) != nil)
    #expect(CellPicture(answer(.pixels, content.bytes + [UInt8](repeating: 9, count: 7))) == nil)
    #expect(CellPicture(answer(.refused, content.bytes)) == nil)
    #expect(CellPicture([]) == nil)
  }
}
