/// What stands in an OpenDocument sheet beside its cells.
enum OpenDocumentStyles {
  /// The beginning of `content.xml`, up to where the table begins.
  static func head(widths: [Double], scales: [Int]) -> String {
    let names = ["office", "style", "text", "table", "number"].map {
      " xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0 == "number" ? "datastyle" : $0):1.0\""
    }
    let formatting = " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <office:document-content\(names.joined())\(formatting) office:version="1.3">
      <office:automatic-styles>
      \(columns(widths))\(numbers(scales))\(dates)\
      <style:style style:name="head" style:family="table-cell">\
      <style:text-properties fo:font-weight="bold"/></style:style>
      </office:automatic-styles>
      <office:body><office:spreadsheet>

      """
  }

  private static func columns(_ widths: [Double]) -> String {
    widths.enumerated().map { index, width in
      """
      <style:style style:name="c\(index + 1)" style:family="table-column">\
      <style:table-column-properties style:column-width="\(width)mm"/></style:style>

      """
    }.joined()
  }

  private static func numbers(_ scales: [Int]) -> String {
    scales.map { scale in
      """
      <number:number-style style:name="f\(scale)">\
      <number:number number:decimal-places="\(scale)" number:min-decimal-places="\(scale)" number:min-integer-digits="1"/>\
      </number:number-style>
      <style:style style:name="n\(scale)" style:family="table-cell" style:data-style-name="f\(scale)"/>

      """
    }.joined()
  }

  /// Dates as ISO 8601 writes them, with as much of each as is known.
  private static var dates: String {
    let (year, line) = ("<number:year number:style=\"long\"/>", "<number:text>-</number:text>")
    let month = year + line + "<number:month number:style=\"long\"/>"
    let day = month + line + "<number:day number:style=\"long\"/>"
    return [("year", year), ("month", month), ("day", day)].map { name, parts in
      """
      <number:date-style style:name="d\(name)">\(parts)</number:date-style>
      <style:style style:name="\(name)" style:family="table-cell" style:data-style-name="d\(name)"/>

      """
    }.joined()
  }

  /// `META-INF/manifest.xml`, which names the parts.
  static func manifest(_ type: String) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
    <manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="\(type)"/>
    <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
    </manifest:manifest>

    """
  }
}
