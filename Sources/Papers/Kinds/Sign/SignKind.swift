package import Bookkeeping
import Layout
package import Templating

/// What one item costs on the market, and that it is given, for a stall.
package struct SignKind: PaperKind {
  package let name = "sign"
  package let title = "Signs"
  package let spoken = "a sign"
  package let void: VoidNeed? = .priced
  package let hasLinks = false
  package let takesAnySize = true

  package init() {}

  package func shape(words: DataShape) -> DataShape { SignData.shape(words: words) }

  /// A sign for each item, in the office's language, and again beside Arabic.
  package func samples(
    _ sample: Sample, _ design: PaperDesign, _ office: some OfficeMaterials, issued: CalendarDay
  ) throws(Diagnostics) -> [any Printable] {
    let own = design.settings.locale
    return try signs(sample, design, [own], office) + signs(sample, design, [own, "ar"], office)
  }

  private func signs(
    _ sample: Sample, _ design: PaperDesign, _ locales: [String], _ office: some OfficeMaterials
  ) throws(Diagnostics) -> [any Printable] {
    var languages: [SignLanguage] = []
    for locale in locales where !languages.contains(where: { $0.locale == locale }) {
      languages.append(try SignLanguage(locale, ItemNames(), bookLocale: design.settings.ownLocale, office))
    }
    let size = design.template.paper.size
    let look = SignLook(
      size: PieceSize(name: design.template.paper.name, face: size), languages: languages, design: design,
      hasCodes: true)
    guard let grid = SheetGrid(cell: size, on: size) else { return [] }
    return sample.invoice.lines.map { line in
      let row = SignList.Row(entry: line.entry, line: line.entry.line, columns: line.entry.columns)
      let sign = Sign(line.entry, stall: line.entry.category, look, place: (sample.file, row))
      return SignSheet(grid: grid, cells: [(0, sign)], hasMarks: false, readableFrom: nil)
    }
  }
}
