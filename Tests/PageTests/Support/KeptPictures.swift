import Foundation
import TestTools
import Testing

/// The pictures that were kept of papers of one kind.
struct KeptPictures {
  static let dpi = 50

  /// Where they are.
  let folder: String

  /// The pictures in a folder of `Pictures`.
  init(_ name: String) { folder = Repository.path("Tests/PageTests/Pictures/\(name)") }

  /// Records an issue for every page that looks different from its picture, and keeps a picture of what has none.
  ///
  /// - Parameters:
  ///   - path: the PDF file.
  ///   - pages: how many pages it has.
  ///   - name: names its pictures: `<name>-<page>.png`.
  /// - Throws: when a page cannot be drawn, or a picture cannot be read or written.
  func compare(_ path: String, pages: Int, name: String) throws {
    for number in 1...max(1, pages) {
      let file = "\(name)-\(number).png"
      let kept = "\(folder)/\(file)"
      let found = GreyPicture(try Pixels(pdf: path, page: number, dpi: Self.dpi)).inSixteenShades
      guard FileManager.default.fileExists(atPath: kept) else {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try found.write(to: kept)
        Issue.record("\(file) was not there and has been recorded: look at it, then run the test again")
        continue
      }
      let wanted = try GreyPicture(png: kept)
      let difference = Difference(wanted, found)
      if difference.isTolerable { continue }
      let place = try difference.write(wanted, found, as: name, number)
      Issue.record("\(file) looks different, \(difference); see \(place)")
    }
    let others = try files().filter { file in
      guard let match = file.wholeMatch(of: #/(.+)-(\d+)\.png/#), match.1 == name else { return false }
      return Int(match.2).map { $0 > pages } ?? true
    }
    #expect(others.isEmpty, "there is no such page any more: delete it")
  }

  /// Records an issue for every picture that belongs to none of the names, or is too large to be kept.
  func areAll(of names: [String]) throws {
    for file in try files() {
      let isKept = names.contains { name in file.wholeMatch(of: #/(.+)-\d+\.png/#)?.1 == Substring(name) }
      #expect(isKept, "\(file) belongs to no case: delete it")
      let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(file)")).count
      #expect(bytes < 80_000, "\(file)")
    }
  }

  private func files() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: folder).sorted() }
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
