package import Bookkeeping

/// A sheet of which an office has one at a time, such as a board.
package struct SheetRequest<Kind: SheetKind>: PaperRequest {
  package var kind: any PaperKind { sheetKind }
  private let sheetKind = Kind()
  /// How it looks.
  package var look: PaperLook
  package var output: OutputWish
  package var issued: CalendarDay

  /// Makes a request.
  package init(look: PaperLook = PaperLook(), output: OutputWish = OutputWish(), issued: CalendarDay) {
    (self.look, self.output, self.issued) = (look, output, issued)
  }

  package func prepare(_ office: some OfficeMaterials, _ faults: inout Faults) -> PreparedPapers? {
    guard let settings = office.settings(&faults), !faults.hasErrors else { return nil }
    var look = look.suiting(output.format)
    if look.paper == nil { look.paper = sheetKind.usualPaper(settings) }
    let made = faults.collect { () throws(Diagnostics) in
      let design = try office.design(kind, look, settings, on: nil)
      return (design, try sheetKind.sheet(of: office, design, issued: issued))
    }
    guard let (design, sheet) = made else { return nil }
    faults.add(InputCheck(design).checkWords())
    faults.add(design.warnings)
    let batch = Batch([sheet], kind: kind, title: settings.name)
    var papers = PreparedPapers(design, .single(kind.name), isTagged: true) { _, _ in batch }
    papers.isRemade = true
    return papers
  }
}
