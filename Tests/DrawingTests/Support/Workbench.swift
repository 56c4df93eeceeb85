import Drawing
import Foundation
import Layout
import TestTools

/// Fonts, a measurer and a folder for one test.
final class Workbench {
  static let configuration = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Fonts/fonts.conf").path
  static let cache = FileManager.default.temporaryDirectory.appendingPathComponent("drawing-tests-fonts").path
  static let fonts = Result { try Fonts(configuration: configuration, cache: cache) }
  static let metadata = DocumentMetadata(
    title: "Mock invoice — проба", author: "Mock invoice by an office", subject: "A gift", language: "en-GB",
    created: "2026-11-20T09:30:00Z")

  let measurer: PangoMeasurer
  let folder: URL

  init(language: String = "en") throws {
    measurer = try PangoMeasurer(fonts: try Self.fonts.get(), language: language)
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("drawing-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  func write(_ text: String, to name: String) throws -> String {
    try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    return path(name)
  }

  /// Shapes a text and puts its lines into a frame, the first baseline at a point.
  func add(
    _ text: String, _ style: TextStyle, at origin: Point, to frame: inout Frame, direction: Direction = .leftToRight,
    width: Double? = nil
  ) throws {
    var baseline = origin
    for line in try measurer.shape(text, style: style, scale: 1, direction: direction, width: width).lines {
      frame.add(.text(line, style), at: baseline)
      baseline.y += style.size * style.lineHeight
    }
  }

  /// Writes a PDF of these pages.
  func pdf(_ pages: [Frame], outlines: [String?] = [], name: String = "paper.pdf") throws -> String {
    let writer = try PDFWriter(to: FileSink(path: path(name)), metadata: Self.metadata, measurer: measurer)
    for (index, page) in pages.enumerated() {
      try writer.add(page: page, outline: index < outlines.count ? outlines[index] : nil)
    }
    try writer.finish()
    return path(name)
  }
}

extension TextStyle {
  static let body = TextStyle(families: ["Inter", "Noto Sans"], size: 12)
  static let title = TextStyle(families: ["Bebas Neue"], size: 40)
}

extension Frame {
  static let a4 = Frame(size: Size(595.276, 841.89))
  static let square = Frame(size: Size(200, 200))
}

/// How often a text occurs in a file's bytes; in a PDF's, unpacked.
func occurrences(of text: String, in path: String) throws -> Int {
  let bytes = path.hasSuffix(".pdf") ? try unpacked(path) : try Data(contentsOf: URL(fileURLWithPath: path))
  var count = 0
  var rest = bytes.startIndex..<bytes.endIndex
  while let found = bytes.range(of: Data(text.utf8), in: rest) {
    count += 1
    rest = found.upperBound..<bytes.endIndex
  }
  return count
}

/// A PDF whose objects and streams have been unpacked by somebody else.
func unpacked(_ path: String) throws -> Data {
  try Tool.qpdf.run(["--object-streams=disable", "--stream-data=uncompress", path, "-"]).data
}
