internal import Foundation
internal import Layout

/// Adds to a finished PDF what Cairo cannot say: its language, how viewers show and print it, and where
/// its pages are cut.
///
/// It is one incremental update (ISO 32000-1, 7.5.6): a new catalog and a new cross-reference section after the old end. The
/// old bytes stay as they are, and apart from links and boxes its cost does not grow with the document.
struct CatalogUpdate {
  /// A BCP 47 tag.
  var language: String
  /// Whether Cairo left references to objects that it never wrote; see ``LostObjects``.
  var repairsLinks: Bool
  /// The boxes of pages, from 0, and how high these are, in points.
  var boxes: [Int: (boxes: PageBoxes, height: Double)] = [:]

  func append(to path: String) throws(DrawingError) {
    do {
      guard let handle = FileHandle(forUpdatingAtPath: path) else { throw CocoaError(.fileReadNoSuchFile) }
      let update = try update(of: PDFFile(handle))
      try handle.seekToEnd()
      try handle.write(contentsOf: Data(update.utf8))
      try handle.close()
    } catch let error as PDFFile.Unexpected {
      throw .cannotWrite(path: path, reason: "PDF without \(error.missing)")
    } catch {
      throw .cannotWrite(path: path, reason: "\(error)")
    }
  }

  private func update(of file: PDFFile) throws -> String {
    let tail = try file.tail()
    let catalog = try file.object(tail.root, table: tail.table)
    var objects = [(number: tail.root, text: try Self.adding(additions, to: catalog))]
    if !boxes.isEmpty { objects += try pages(of: file, tail, catalog: catalog) }
    let lost = repairsLinks ? try LostObjects.numbers(in: file, table: tail.table, count: tail.size) : []
    var sections = "xref\n"
    for number in lost { sections += "\(number) 1\n0000000000 00001 f \n" }
    var body = "\n"
    let end = try file.size()
    for object in objects {
      sections += "\(object.number) 1\n\(Self.padded(end + body.utf8.count)) 00000 n \n"
      body += object.text
    }
    let start = end + body.utf8.count
    let trailer = "<< /Size \(tail.size) /Root \(tail.root) 0 R /Info \(tail.info) 0 R /Prev \(tail.table) >>"
    return body + sections + "trailer\n" + trailer + "\nstartxref\n\(start)\n%%EOF\n"
  }

  /// The pages that have boxes, with them.
  private func pages(of file: PDFFile, _ tail: PDFFile.Tail, catalog: String) throws -> [(number: Int, text: String)] {
    let root = try PDFFile.number(after: "/Pages ", in: catalog)
    let tree = try file.object(root, table: tail.table)
    guard let open = tree.firstIndex(of: "["), let close = tree[open...].firstIndex(of: "]") else {
      throw PDFFile.Unexpected(missing: "list of pages")
    }
    let kids = tree[tree.index(after: open)..<close].split(separator: " ").compactMap { Int($0) }
    // Every page is its number, a generation and an R.
    let numbers = stride(from: 0, to: kids.count, by: 2).map { kids[$0] }
    return try boxes.sorted { $0.key < $1.key }.map { index, boxes in
      guard numbers.indices.contains(index) else { throw PDFFile.Unexpected(missing: "page \(index + 1)") }
      let page = try file.object(numbers[index], table: tail.table)
      let entries =
        Self.entry("TrimBox", boxes.boxes.trim, boxes.height) + Self.entry("BleedBox", boxes.boxes.bleed, boxes.height)
      return (numbers[index], try Self.adding(entries, to: page))
    }
  }

  /// An object with entries at the end of its dictionary.
  private static func adding(_ entries: String, to object: String) throws -> String {
    guard let close = object.range(of: ">>", options: .backwards) else {
      throw PDFFile.Unexpected(missing: "dictionary")
    }
    return object[..<close.lowerBound] + entries + object[close.lowerBound...]
  }

  /// A rectangle as an entry: left, bottom, right and top, counted from the bottom of the page.
  private static func entry(_ name: String, _ rect: Rect, _ height: Double) -> String {
    let sides = [rect.minX, height - rect.maxY, rect.maxX, height - rect.minY]
    return "   /\(name) [ \(sides.map { String(format: "%.3f", $0) }.joined(separator: " ")) ]\n"
  }

  private var additions: String {
    let tag = language.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    return "   /Lang (\(tag))\n   /ViewerPreferences << /PrintScaling /None /DisplayDocTitle true >>\n"
  }

  private static func padded(_ offset: Int) -> String {
    let digits = String(offset)
    return String(repeating: "0", count: max(0, 10 - digits.count)) + digits
  }
}
