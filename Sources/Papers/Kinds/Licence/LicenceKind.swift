package import Bookkeeping
package import Templating

/// A group's commons licence for solidarity: on which terms anyone may copy what it does. It names no price, so it bears no
/// stamp.
package struct LicenceKind: SheetKind {
  package let name = "licence"
  package let title = "Licence"
  package let spoken = "a licence"
  package let void: VoidNeed? = nil
  package let abstract = "Prints the group's commons licence for solidarity: on which terms anyone may copy all this."
  package let about = "Its words are your own: write them into licence.yaml, in each language that you print in."
  package let ownFiles = [LicenceText.file]

  package init() {}

  package func shape(words: DataShape) -> DataShape { LicenceData.shape(words: words) }

  package func sheet(of office: some OfficeMaterials, _ design: PaperDesign, issued: CalendarDay)
    throws(Diagnostics) -> any Printable
  {
    let (text, shown) = try office.ownFile(LicenceText.file, of: self)
    let language = LocaleName.language(of: design.settings.locale)
    return LicencePaper(text: try LicenceText.read(text, file: shown, language: language), issued: issued)
  }

  package func samples(
    _ sample: Sample, _ design: PaperDesign, _ office: some OfficeMaterials, issued: CalendarDay
  ) throws(Diagnostics) -> [any Printable] {
    guard let paper = try sheet(of: office, design, issued: issued) as? LicencePaper else { return [] }
    // A group may have more to say than the five principles that it begins with.
    var long = paper
    long.text.principles += paper.text.principles.prefix(3)
    return [paper, long]
  }
}
