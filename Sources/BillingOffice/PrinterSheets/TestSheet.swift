import Bookkeeping
import Drawing
import Layout
import Papers

/// The sheet of `printer test`: how wide the printer prints, how dark, and how small a code may be.
struct TestSheet {
  /// What the printer is called on it.
  let title: String
  /// The page, in points; a roll's height is infinite, and its width what the head reaches.
  let page: Size
  /// Blank around it, in points: none on a roll, since the head's own ends are to be seen.
  let margin: Double
  /// A dot of the printer, in points.
  let dot: Double
  /// How wide a module is on this office's receipts, in points.
  let usualModule: Double
  /// What codes lead to; nil in an office whose papers have none.
  let ledger: String?

  /// Lays it out.
  ///
  /// - Throws: ``Diagnostics`` when a word cannot be printed.
  func frame(_ design: PaperDesign) throws(Diagnostics) -> Frame {
    let isRoll = !page.height.isFinite
    var sheet = try InstrumentSheet(page, margin: margin, type: isRoll ? 8.5 : 10, design)
    func word(_ key: String) -> String { design.strings.words[key] ?? key }
    if isRoll { sheet.y = 3 * Length.millimetre }
    try sheet.say(word("printer_test"), scale: 1.8, weight: 700, gap: 0)
    try sheet.say(title, weight: 600, gap: 8)

    try sheet.say(word("printer_width"))
    let (top, bar) = (sheet.y, max(1, 3 * dot))
    sheet.fill(
      [sheet.left, sheet.left + sheet.width - bar].map {
        Rect(x: $0, y: top, width: bar, height: 7 * Length.millimetre)
      })
    try sheet.ruler(from: Point(sheet.left + bar / 2, top), length: sheet.width - bar)
    sheet.y = top + 9 * Length.millimetre

    try sheet.say(word("printer_darkness"))
    lines(on: &sheet)

    if let ledger {
      try sheet.say(word("printer_codes"))
      try codes(to: ledger, on: &sheet)
    }
    return sheet.finished(below: 4 * Length.millimetre)
  }

  /// Lines of one to four dots with gaps as wide, upright and across, and a solid square.
  private func lines(on sheet: inout InstrumentSheet) {
    let side = min(11 * Length.millimetre, sheet.width / 9.5)
    var x = sheet.left
    var rects: [Rect] = []
    for isAcross in [true, false] {
      for count in 1...4 {
        let thickness = Double(count) * dot
        for place in stride(from: 0, to: side - thickness, by: 2 * thickness) {
          rects.append(
            isAcross
              ? Rect(x: x, y: sheet.y + place, width: side, height: thickness)
              : Rect(x: x + place, y: sheet.y, width: thickness, height: side))
        }
        x += side * 1.05
      }
    }
    rects.append(Rect(x: x, y: sheet.y, width: side, height: side))
    sheet.fill(rects)
    sheet.y += side + 8
  }

  /// Codes with modules of more and more dots, as long as they fit; each says how many, and the usual one is framed.
  private func codes(to ledger: String, on sheet: inout InstrumentSheet) throws(Diagnostics) {
    let usual = max(1, Int((usualModule / dot).rounded(.down)))
    // A laser's dots are so fine that only every so many make a difference.
    let step = max(1, Int((0.1 * Length.millimetre / dot).rounded()))
    let counts = stride(from: usual + step, through: 1, by: -step)
      .filter { Double($0) * dot >= 0.2 * Length.millimetre }
    let (pad, labelHeight) = (3.0, 10.0)
    var (x, height) = (sheet.left, 0.0)
    for count in counts {
      let module = Double(count) * dot
      let hundredths = Int((module / Length.millimetre * 100).rounded())
      let text = LedgerAddress.coded(LedgerAddress.paper("TEST-\(count)-DOTS-\(hundredths)", base: ledger))
      let side = try sheet.side(ofCode: text, module: module)
      let cell = Size(side + 2 * pad, side + 2 * pad + labelHeight)
      if cell.width > sheet.width + 0.01 { continue }
      if x + cell.width > sheet.left + sheet.width + 0.01 {
        (x, height, sheet.y) = (sheet.left, 0, sheet.y + height)
      }
      if sheet.y + cell.height > page.height - margin { break }
      sheet.code(text, module: module, side: side, at: Point(x + pad, sheet.y + pad))
      let millimetres = "\(hundredths / 100).\((hundredths % 100).padded(to: 2)) mm"
      let middle = Point(x + cell.width / 2, sheet.y + side + pad + labelHeight / 2)
      try sheet.label(millimetres, at: middle)
      if count == usual { sheet.fill(Self.outline(Rect(Point(x, sheet.y), cell))) }
      height = max(height, cell.height + 2)
      x += cell.width
    }
    sheet.y += height
  }

  private static func outline(_ rect: Rect) -> [Rect] {
    let thickness = 0.8
    return [
      Rect(x: rect.minX, y: rect.minY, width: rect.size.width, height: thickness),
      Rect(x: rect.minX, y: rect.maxY - thickness, width: rect.size.width, height: thickness),
      Rect(x: rect.minX, y: rect.minY, width: thickness, height: rect.size.height),
      Rect(x: rect.maxX - thickness, y: rect.minY, width: thickness, height: rect.size.height),
    ]
  }
}
