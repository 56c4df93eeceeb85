import Drawing
import Layout
import Papers

/// The sheet of `printer calibrate`: lines at known places, which somebody measures.
package struct CalibrationSheet: Sendable {
  /// A length that is measured on it.
  package struct Question: Hashable, Sendable {
    /// What is measured.
    package enum Measure: String, Hashable, Sendable { case left, top, across, down }
    package var measure: Measure
    /// The letter beside it on the sheet.
    package var letter: String
    /// What is measured, in words.
    package var words: String
    /// What it ought to be, in millimetres.
    package var expected: Double
  }

  /// The page in points; a roll's height is infinite.
  let page: Size
  /// How far the lines are from the page's edges, in points.
  private var inset: Double { (isRoll ? 10 : 20) * Length.millimetre }
  private var isRoll: Bool { !page.height.isFinite }
  private var right: Double { page.width - inset }
  /// Where the second line across lies, in points below the first.
  private var length: Double { isRoll ? 100 * Length.millimetre : page.height - 2 * inset }

  /// What is asked: from the left, from above (on a sheet), and the two lengths.
  package var questions: [Question] {
    func whole(_ points: Double) -> Double { (points / Length.millimetre * 10).rounded() / 10 }
    let left = Question(
      measure: .left, letter: "A", words: "from the paper's left edge to the upright line", expected: whole(inset))
    let top = Question(
      measure: .top, letter: "B", words: "from the paper's upper edge to the line across", expected: whole(inset))
    return (isRoll ? [left] : [left, top]) + [
      Question(
        measure: .across, letter: "C", words: "between the two upright lines", expected: whole(right - inset)),
      Question(
        measure: .down, letter: "D", words: "between the two lines across", expected: whole(length)),
    ]
  }

  /// What makes good how the printer is off: it puts what should be at `x` at `a + s·x`, so that what is drawn at `x/s − a/s`
  /// comes out right.
  ///
  /// - Parameter measured: the answers in millimetres, in the order of the questions.
  /// - Returns: the correction; nil where it would be more than 30 mm or a tenth, which is a slip and no printer.
  func correction(_ measured: [Double]) -> PrintCorrection? {
    let expected = questions.map(\.expected)
    guard measured.count == expected.count else { return nil }
    let count = measured.count
    let (wide, long) = (measured[count - 2] / expected[count - 2], measured[count - 1] / expected[count - 1])
    guard (0.9...1.1).contains(wide), (0.9...1.1).contains(long) else { return nil }
    let left = measured[0] - wide * expected[0]
    let top = isRoll ? 0 : measured[1] - long * expected[1]
    guard abs(left) <= 30, abs(top) <= 30 else { return nil }
    return PrintCorrection(
      x: -left / wide * Length.millimetre, y: -top / long * Length.millimetre, across: 1 / wide, down: 1 / long)
  }

  /// Lays it out.
  ///
  /// - Throws: ``Diagnostics`` when a word cannot be printed.
  func frame(_ title: String, _ design: PaperDesign) throws(Diagnostics) -> Frame {
    var sheet = try InstrumentSheet(
      page, margin: inset + (isRoll ? 10 : 14) * Length.millimetre, type: isRoll ? 8 : 11, design)
    let millimetre = Length.millimetre
    let top = isRoll ? 4 * millimetre : inset
    sheet.y = top + (isRoll ? 14 : 30) * millimetre
    try sheet.say(design.strings.words["printer_calibration"] ?? "", scale: 1.8, weight: 700, gap: 0)
    try sheet.say(title, weight: 600, gap: 8)
    try sheet.say(design.strings.words["printer_measure"] ?? "", gap: 0)
    let bottom = top + length
    let hair = 0.5
    sheet.fill(
      [inset, right].map { Rect(x: $0 - hair / 2, y: top, width: hair, height: length) }
        + [top, bottom].map { Rect(x: inset, y: $0 - hair / 2, width: right - inset, height: hair) })
    // The rulers help where none is at hand: they show what the printer takes for a millimetre.
    try sheet.ruler(from: Point(inset, top), length: right - inset)
    try sheet.ruler(from: Point(inset, top), length: length, isAcross: false)
    try sheet.label("C", at: Point((inset + right) / 2, top + 10 * millimetre), scale: 1.6)
    try sheet.label("D", at: Point(right - 4 * millimetre, top + length * 0.6), scale: 1.6)
    try sheet.label("A", at: Point(isRoll ? 7 * millimetre : inset / 2, top + length / 2), scale: 1.6)
    if !isRoll { try sheet.label("B", at: Point(page.width / 2, inset / 2 + 2 * millimetre), scale: 1.6) }
    sheet.y = bottom
    return sheet.finished(below: 4 * millimetre)
  }
}
