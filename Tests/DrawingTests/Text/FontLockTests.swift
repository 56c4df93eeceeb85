import Drawing
import Foundation
import Layout
import TestTools
import Testing

@Suite struct FontLockTests {
  /// More font files than Cairo keeps open, drawn with by several workers at once. Without the lock this crashes within a few
  /// rounds: one worker closes the file with which another is drawing.
  @Test(.slow) func workersDoNotCloseOneAnothersFonts() throws {
    let fonts = try Workbench.fonts.get()
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("fontlock-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let texts = [
      "Bread", "хлеб", "ψωμί", "خبز", "לחם", "रोटी", "ขนมปัง", "パン", "面包", "빵", "პური", "հաց", "ዳቦ", "রুটি", "ரொட்டி",
      "రొట్టె", "ರೊಟ್ಟಿ", "അപ്പം",
    ]
    let failures = Failures()
    DispatchQueue.concurrentPerform(iterations: 48) { worker in
      do {
        let measurer = try PangoMeasurer(fonts: fonts, language: "en")
        let path = folder.appendingPathComponent("\(worker).pdf").path
        let writer = try PDFWriter(to: FileSink(path: path), metadata: Workbench.metadata, measurer: measurer)
        var page = Frame(size: Size(300, 800))
        for (index, text) in texts.enumerated() {
          for weight in [400, 700] {
            let style = TextStyle(families: ["Noto Sans"], size: Double(12 + worker % 5), weight: weight)
            let shaped = try measurer.shape(text, style: style, scale: 1, direction: .leftToRight, width: nil)
            page.add(.text(shaped.lines[0], style), at: Point(Double(weight) / 4, Double(30 + 30 * index)))
          }
        }
        try writer.add(page: page, outline: nil)
        _ = try Raster.render(page, dpi: 36, measurer: measurer)
        try writer.finish()
      } catch {
        failures.add("\(error)")
      }
    }
    #expect(failures.all.isEmpty)
  }
}

private final class Failures: @unchecked Sendable {
  private let lock = NSLock()
  private var found: [String] = []

  func add(_ text: String) { lock.withLock { found.append(text) } }
  var all: [String] { lock.withLock { found } }
}
