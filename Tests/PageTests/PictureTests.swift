import Foundation
import TestTools
import Testing

/// Whole pages beside the pictures that were kept of them; `Pictures/README.md` says how to renew them.
@Suite struct PictureTests {
  static let folder = Repository.path("Tests/PageTests/Pictures")
  static let dpi = 50
  static let kept = PageCase.all.filter(\.isKept) + PageCase.languages

  @Test(arguments: kept) func looksAsItDid(_ page: PageCase) async throws {
    let paper = try await Printery.paper(of: page)
    for number in paper.pages {
      let name = "\(page.name)-\(number).png"
      let path = "\(Self.folder)/\(name)"
      let found = GreyPicture(try Pixels(pdf: paper.path, page: number, dpi: Self.dpi)).inSixteenShades
      guard FileManager.default.fileExists(atPath: path) else {
        try found.write(to: path)
        Issue.record("\(name) was not there and has been recorded: look at it, then run the test again")
        continue
      }
      let wanted = try GreyPicture(png: path)
      let difference = Difference(wanted, found)
      if difference.isTolerable { continue }
      let place = try difference.write(wanted, found, as: page.name, number)
      Issue.record("\(name) looks different, \(difference); see \(place)")
    }
    let others = try Self.names().filter { name in
      guard let match = name.wholeMatch(of: #/(.+)-(\d+)\.png/#), match.1 == page.name else { return false }
      return Int(match.2).map { !paper.pages.contains($0) } ?? true
    }
    #expect(others.isEmpty, "there is no such page any more: delete it")
  }

  @Test func noPictureIsLeftOver() throws {
    let names = try Self.names().filter { $0.hasSuffix(".png") }
    for name in names {
      let isKept = Self.kept.contains { page in name.wholeMatch(of: #/(.+)-\d+\.png/#)?.1 == Substring(page.name) }
      #expect(isKept, "\(name) belongs to no case: delete it")
    }
    for name in names {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(Self.folder)/\(name)")).count
      #expect(bytes < 80_000, "\(name)")
    }
  }

  /// The tolerance lies well above what printing again gives, and well below one line that is a point too low.
  @Test func theToleranceSeesALineThatIsAPointTooLow() async throws {
    let page = try #require(PageCase.all.first { $0.name == "starter-a4" })
    var lower = page
    lower.name = "starter-lower"
    let tagline = #"{ text: "{{t.tagline}}", padding: 2.5mm 0 9mm }"#
    lower.changes = [(tagline, tagline.replacing("2.5mm 0 9mm", with: "8.087pt 0 24.512pt"))]
    func picture(_ page: PageCase) async throws -> GreyPicture {
      let paper = try await Printery.paper(of: page)
      return GreyPicture(try Pixels(pdf: paper.path, dpi: Self.dpi)).inSixteenShades
    }
    let same = try await picture(page)
    var again = page
    again.name = "starter-again"
    let nothing = Difference(same, try await picture(again))
    let point = Difference(same, try await picture(lower))
    #expect(nothing.mean == 0 && nothing.share == 0, "\(nothing)")
    #expect(point.mean > 1.5 * Difference.mostMean && point.share > 2 * Difference.mostShare, "\(point)")
  }

  private static func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }
}

/// How far two pictures differ.
struct Difference: CustomStringConvertible {
  // Printing again gives the same bytes, so nothing differs: 0 and 0. Letters placed hundredths of a point elsewhere, as another
  // way of drawing a row does, give 0.09 and 0.0003. One line of text that stands a point lower, 0.7 pixels at 50 dpi, gives 0.20
  // and 0.0014. The tolerance lies between the last two.
  /// The greatest mean difference over all pixels, where white and black differ by 255.
  static let mostMean = 0.12
  /// The greatest share of pixels that differ clearly.
  static let mostShare = 0.0006
  /// From which difference on two pixels differ clearly.
  static let clearly = 64

  /// The mean absolute difference.
  let mean: Double
  /// The share of pixels that differ clearly.
  let share: Double

  init(_ one: GreyPicture, _ other: GreyPicture) {
    guard one.width == other.width, one.height == other.height else {
      (mean, share) = (255, 1)
      return
    }
    let differences = zip(one.bytes, other.bytes).map { abs(Int($0) - Int($1)) }
    mean = Double(differences.reduce(0, +)) / Double(max(1, differences.count))
    share = Double(differences.count { $0 > Self.clearly }) / Double(max(1, differences.count))
  }

  var isTolerable: Bool { mean <= Self.mostMean && share <= Self.mostShare }

  var description: String { "mean \(mean), share \(share)" }

  /// Writes the found page and a picture of the difference, which is dark where they differ, to a folder that stays.
  func write(_ wanted: GreyPicture, _ found: GreyPicture, as name: String, _ number: Int) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("billing-office-pictures")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try found.write(to: folder.appendingPathComponent("\(name)-\(number)-found.png").path)
    var difference = found
    for y in 0..<found.height {
      for x in 0..<found.width {
        difference.bytes[y * found.width + x] = 255 - UInt8(abs(Int(wanted[x, y]) - Int(found[x, y])))
      }
    }
    try difference.write(to: folder.appendingPathComponent("\(name)-\(number)-difference.png").path)
    return folder.path
  }
}
