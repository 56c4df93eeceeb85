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
  /// Whether Cairo left references to objects that it never wrote; see ``PDFNotes/lost(_:)``.
  var repairsLinks: Bool
  /// The boxes of pages, from 0, and how high these are, in points.
  var boxes: [Int: (boxes: PageBoxes, height: Double)] = [:]

  /// The bytes that come behind a file.
  ///
  /// - Parameter file: what was noted of it.
  /// - Returns: the new objects, their table, and a trailer.
  /// - Throws: what is not as Cairo 1.16 writes it.
  func text(behind file: PDFNotes) throws(PDFNotes.Unexpected) -> String {
    let tail = try file.tail()
    var objects = [try Self.adding(additions, to: file.catalog(tail))]
    let cut = boxes.sorted { $0.key < $1.key }
    for (page, boxes) in zip(try file.pages(cut.map(\.key)), cut.map(\.value)) {
      let entries =
        Self.entry("TrimBox", boxes.boxes.trim, boxes.height) + Self.entry("BleedBox", boxes.boxes.bleed, boxes.height)
      objects.append(try Self.adding(entries, to: page))
    }
    var sections = "xref\n"
    for number in repairsLinks ? file.lost(tail) : [] { sections += "\(number) 1\n0000000000 00001 f \n" }
    var body = "\n"
    for object in objects {
      sections += "\(object.number) 1\n\(String(format: "%010d", file.length + body.utf8.count)) 00000 n \n"
      body += object.text
    }
    let start = file.length + body.utf8.count
    let trailer = "<< /Size \(tail.size) /Root \(tail.root) 0 R /Info \(tail.info) 0 R /Prev \(tail.table) >>"
    return body + sections + "trailer\n" + trailer + "\nstartxref\n\(start)\n%%EOF\n"
  }

  /// An object with entries at the end of its dictionary.
  private static func adding(_ entries: String, to object: PDFNotes.Object) throws(PDFNotes.Unexpected)
    -> PDFNotes.Object
  {
    guard let close = object.text.range(of: ">>", options: .backwards) else {
      throw PDFNotes.Unexpected(missing: "dictionary")
    }
    var longer = object
    longer.text.insert(contentsOf: entries, at: close.lowerBound)
    return longer
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
}
