import Drawing
import Foundation
import TestTools
import Testing

/// What is sent to browsers is read back by gzip itself.
@Suite struct DeflaterTests {
  @Test(arguments: [0, 1, 40, 70_000])
  func isReadBack(count: Int) throws {
    let scratch = try Scratch()
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* $0 / 7) }
    let path = scratch.path("page.gz")
    try Data(try Deflater(.gzip).deflated(bytes)).write(to: URL(fileURLWithPath: path))
    _ = try Tool.gzip.run(["-d", path])
    #expect(FileManager.default.contents(atPath: scratch.path("page")) == Data(bytes))
  }

  @Test func saysTheSameInLess() throws {
    let text = Array(String(repeating: "Nothing here is a bill. ", count: 200).utf8)
    #expect(try Deflater(.gzip).deflated(text).count < text.count / 20)
  }
}
