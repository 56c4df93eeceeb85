internal import Foundation

/// Adds to a finished PDF what Cairo cannot say: its language and how viewers show and print it.
///
/// It is one incremental update (ISO 32000-1, 7.5.6): a new catalog and a new cross-reference section after the old end. The
/// old bytes stay as they are, and apart from links its cost does not grow with the document.
struct CatalogUpdate {
  /// A BCP 47 tag.
  var language: String
  /// Whether Cairo left references to objects that it never wrote; see ``LostObjects``.
  var repairsLinks: Bool

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
    let end = try file.size()
    let tail = try file.tail()
    let catalog = try file.object(tail.root, table: tail.table)
    guard let close = catalog.range(of: ">>", options: .backwards) else { throw PDFFile.Unexpected(missing: "catalog") }
    let object = catalog[..<close.lowerBound] + additions + catalog[close.lowerBound...]
    let lost = repairsLinks ? try LostObjects.numbers(in: file, table: tail.table, count: tail.size) : []
    var sections = "xref\n"
    for number in lost { sections += "\(number) 1\n0000000000 00001 f \n" }
    sections += "\(tail.root) 1\n\(Self.padded(end + 1)) 00000 n \n"
    let start = end + 1 + object.utf8.count
    let trailer = "<< /Size \(tail.size) /Root \(tail.root) 0 R /Info \(tail.info) 0 R /Prev \(tail.table) >>"
    return "\n" + object + sections + "trailer\n" + trailer + "\nstartxref\n\(start)\n%%EOF\n"
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
