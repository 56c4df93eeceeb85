import Foundation
import TestTools

/// A printed paper, as other programs see it; its file lasts as long as the value.
final class Paper: Sendable {
  static let ledger = "https://ledger.example.org"

  let page: PageCase
  let printed: Printery.Printed
  let path: String
  let count: Int
  private let scratch: Scratch

  init(_ page: PageCase, _ printed: Printery.Printed) throws {
    self.page = page
    self.printed = printed
    scratch = try Scratch()
    path = scratch.path("\(page.name).pdf")
    try printed.pdf.write(to: URL(fileURLWithPath: path))
    count = Int(try Tool.qpdf.text("--show-npages", path).trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
  }

  /// The numbers of its pages.
  var pages: ClosedRange<Int> { 1...max(1, count) }

  /// A page's text in the order in which it was painted.
  func text(_ number: Int) throws -> String {
    try Tool.pdftotext.text("-raw", "-f", "\(number)", "-l", "\(number)", path, "-")
  }

  /// A page's words with their places, without what stands aslant: the stamp.
  func words(_ number: Int) throws -> [Word] {
    let text = try Tool.pdftotext.text("-bbox", "-nodiag", "-f", "\(number)", "-l", "\(number)", path, "-")
    return text.matches(of: Word.pattern).compactMap { Word($0.output) }
  }

  /// The width and height of a page, in points.
  func size(_ number: Int) throws -> (width: Double, height: Double)? {
    let text = try Tool.pdfinfo.text("-f", "\(number)", "-l", "\(number)", path)
    guard let match = text.firstMatch(of: #/size:\s+([\d.]+) x ([\d.]+) pts/#), let width = Double(match.1),
      let height = Double(match.2)
    else { return nil }
    return (width, height)
  }

  /// Draws a page, in colour, in grey or with black dots only.
  func drawn(_ number: Int, dpi: Int, _ look: Look) throws -> String {
    let name = scratch.path("\(look)-\(dpi)")
    let run = try Tool.pdftoppm.run(
      look.arguments + ["-r", "\(dpi)", "-f", "\(number)", "-l", "\(number)", "-singlefile", path, name])
    guard run.status == 0 else { throw Printery.Mismatch(description: run.errors) }
    return "\(name).\(look.ending)"
  }

  /// What the codes on a page say.
  func codes(_ number: Int, dpi: Int = 150, _ look: Look) throws -> [String] {
    try Tool.zbarimg.run(["--raw", "--quiet", "--nodbus", try drawn(number, dpi: dpi, look)]).output
      .split(separator: "\n").map(String.init)
  }

  /// How a page is drawn.
  enum Look: CaseIterable {
    case colour, grey, blackDots

    var arguments: [String] {
      switch self {
      case .colour: []
      case .grey: ["-gray"]
      case .blackDots: ["-mono"]
      }
    }

    var ending: String {
      switch self {
      case .colour: "ppm"
      case .grey: "pgm"
      case .blackDots: "pbm"
      }
    }
  }
}

/// A word on a page, and its box in points.
struct Word: Sendable {
  var text: String
  var x: ClosedRange<Double>
  var y: ClosedRange<Double>

  fileprivate static var pattern: Regex<(Substring, Substring, Substring, Substring, Substring, Substring)> {
    #/<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>/#
  }

  fileprivate init?(_ match: (Substring, Substring, Substring, Substring, Substring, Substring)) {
    guard let left = Double(match.1), let top = Double(match.2), let right = Double(match.3),
      let bottom = Double(match.4), left <= right, top <= bottom
    else { return nil }
    (x, y) = (left...right, top...bottom)
    text = String(match.5).replacing("&amp;", with: "&").replacing("&quot;", with: "\"").replacing("&apos;", with: "'")
      .replacing("&lt;", with: "<").replacing("&gt;", with: ">")
  }

  /// The height of its box.
  var height: Double { y.upperBound - y.lowerBound }
  /// Where the small letters stand, about: the boxes of neighbouring lines overlap, their letters do not.
  var core: ClosedRange<Double> { (y.lowerBound + 0.35 * height)...(y.upperBound - 0.3 * height) }
}
