/// The list of contents that viewers show beside the pages (ISO 32000-1, 12.3.3): one level of names.
struct Outline {
  private var items: [(title: String, page: ObjectNumber)] = []

  /// Adds a name that leads to the top of a page.
  mutating func add(_ title: String, page: ObjectNumber) { items.append((title, page)) }

  /// Writes the list.
  ///
  /// - Returns: its root; nil without any name.
  /// - Throws: ``DrawingError``.
  func finish(_ file: ObjectFile) throws(DrawingError) -> ObjectNumber? {
    if items.isEmpty { return nil }
    let root = file.reserve()
    let numbers = items.map { _ in file.reserve() }
    for (index, item) in items.enumerated() {
      var out = PDFBytes("<</Title ")
      out.add(text: item.title)
      out.add("/Parent ")
      out.add(root)
      if index > 0 {
        out.add("/Prev ")
        out.add(numbers[index - 1])
      }
      if index + 1 < items.count {
        out.add("/Next ")
        out.add(numbers[index + 1])
      }
      out.add("/Dest[")
      out.add(item.page)
      // As it is shown, and from its top.
      out.add("/XYZ null null null]>>")
      try file.write(numbers[index], out)
    }
    var out = PDFBytes("<</Type/Outlines/Count ")
    out.add(items.count)
    out.add("/First ")
    out.add(numbers[0])
    out.add("/Last ")
    out.add(numbers[items.count - 1])
    out.add(">>")
    try file.write(root, out)
    return root
  }
}
