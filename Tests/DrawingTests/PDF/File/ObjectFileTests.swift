import Foundation
import TestTools
import Testing

@testable import Drawing

@Suite struct ObjectFileTests {
  private func file(_ version: PDFVersion, objects: Int, word: String = "x") throws -> [UInt8] {
    let sink = MemorySink(name: "file")
    let file = ObjectFile(to: sink, version: version, deflater: Deflater(.zlib, level: PDFCompression.thorough.level))
    let (catalog, pages, info) = (file.reserve(), file.reserve(), file.reserve())
    let (first, stream) = (file.reserve(), file.reserve())
    for number in 0..<objects { _ = try file.add(PDFBytes(number % 2 == 0 ? "null" : "true")) }
    var array = PDFBytes("[")
    array.add(ascii: word)
    array.add("]")
    try file.write(first, array)
    try file.write(stream, PDFBytes("/Kind/Test"), stream: Array("stream \(word)".utf8))
    // One that nobody writes.
    _ = file.reserve()
    try file.write(pages, PDFBytes("<</Type/Pages/Count 0/Kids[]>>"))
    try file.write(info, isPlain: true, PDFBytes("<</Title<FEFF0041>>>"))
    var root = PDFBytes("<</Type/Catalog/Pages ")
    root.add(pages)
    root.add(">>")
    try file.write(catalog, root)
    try file.finish(root: catalog, info: info)
    return sink.bytes
  }

  @Test(arguments: [PDFVersion.pdf17, .pdf14], [0, 99, 100, 101, 350])
  func everyObjectIsFound(version: PDFVersion, objects: Int) throws {
    let scratch = try Scratch()
    let path = scratch.path("file.pdf")
    let bytes = try file(version, objects: objects, word: "found")
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    let check = try Tool.qpdf.run(["--check", path])
    #expect(check.status == 0 && !check.output.contains("WARNING") && !check.errors.contains("WARNING"))
    #expect(try Tool.qpdf.text("--show-object=4", path).contains("(found)"))
    #expect(try Tool.qpdf.text("--show-object=5", "--filtered-stream-data", path) == "stream found")
    #expect(bytes.starts(with: Array(version.header.utf8)))
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("/ObjStm") == (version == .pdf17) && text.contains("/XRef") == (version == .pdf17))
    #expect(text.contains("\nxref\n0 ") == (version == .pdf14))
    #expect(text.contains("<</Title<FEFF0041>>>"))
  }

  @Test func filesAreToldApartByWhatIsInThem() throws {
    func identifier(_ bytes: [UInt8]) throws -> Substring {
      let text = String(decoding: bytes, as: UTF8.self)
      let match = try #require(text.firstMatch(of: /\/ID\[<([0-9A-F]{32})><([0-9A-F]{32})>\]/))
      #expect(match.1 == match.2)
      return Substring(String(match.1))
    }
    let (a, b) = (try file(.pdf14, objects: 3, word: "a"), try file(.pdf14, objects: 3, word: "b"))
    #expect(try identifier(a) == identifier(try file(.pdf14, objects: 3, word: "a")))
    #expect(try identifier(a) != identifier(b))
  }

  @Test func streamsComeBack() throws {
    var random = SplitMix64(seed: 9)
    let contents = [[], [7], (0..<70_000).map { _ in UInt8.random(in: 0...255, using: &random) }]
    for compression in [PDFCompression.thorough, .quick] {
      let deflater = Deflater(.zlib, level: compression.level)
      for content in contents {
        let path = try Scratch()
        let packed = path.path("packed")
        try Data(try deflater.deflated(content)).write(to: URL(fileURLWithPath: packed))
        let script = "import sys, zlib; sys.stdout.buffer.write(zlib.decompress(open(sys.argv[1], 'rb').read()))"
        #expect(try Python.run(script, [packed]).data == Data(content))
      }
    }
  }
}
