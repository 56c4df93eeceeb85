package import Layout

/// How large a piece of paper is that is cut from a sheet, and whether it folds to stand on a table.
package struct PieceSize: Hashable, Sendable {
  /// What it is called, as somebody would write it.
  package var name: String
  /// The size of a face, in points.
  package var face: Size
  /// Whether it has two faces that share their upper edge, where it folds.
  package var isTent = false

  /// The size of the piece of paper once it is cut, in points.
  package var piece: Size { isTent ? Size(face.width, 2 * face.height) : face }
  /// The face as a paper that a template is read for.
  package var paper: Paper { Paper(name: name, size: face) }

  /// Reads a size: a paper such as A6, half or a quarter of a Letter, `tent`, `tent-A5`, or `90x60mm`.
  ///
  /// - Parameters:
  ///   - text: the size, in any case.
  ///   - isAmerican: whether a bare `tent` is of American paper.
  /// - Returns: nil where there is no such size.
  package static func named(_ text: String, isAmerican: Bool) -> PieceSize? {
    let name = text.lowercased().filter { !$0.isWhitespace }
    if let face = flat[name] { return PieceSize(name: canonical(name), face: face) }
    if let face = measured(name) { return PieceSize(name: name, face: face) }
    guard name.hasPrefix("tent") else { return nil }
    let rest = name.dropFirst(4)
    let base = rest.isEmpty ? (isAmerican ? "letter-quarter" : "a6") : String(rest.dropFirst())
    guard rest.isEmpty || rest.first == "-", let face = flat[base] ?? measured(base) else { return nil }
    // Named papers stand upright; a tent's face lies across. What was measured stands as it was written.
    let isNamed = flat[base] != nil
    return PieceSize(
      name: name, face: isNamed ? Size(max(face.width, face.height), min(face.width, face.height)) : face, isTent: true)
  }

  /// What a piece of an American sheet is, unless somebody says: a quarter of a Letter; else A6.
  package static func usual(isAmerican: Bool) -> String { isAmerican ? "Letter-quarter" : "A6" }

  /// A sheet: a paper, or `320x450mm`.
  package static func sheet(_ text: String) -> Size? {
    let name = text.lowercased().filter { !$0.isWhitespace }
    if let paper = Paper.named(name), paper.size.height.isFinite { return paper.size }
    return measured(name)
  }

  /// The sheets that have names.
  package static let sheets = Paper.all.filter(\.size.height.isFinite).map(\.name)

  /// The names, for messages and help.
  package static let names = [
    "A3", "A4", "A5", "A6", "A7", "Letter", "Letter-half", "Letter-quarter", "tent", "tent-A5",
  ]

  private static let flat: [String: Size] = {
    var sizes: [String: Size] = [:]
    for paper in Paper.all where paper.size.height.isFinite { sizes[paper.name.lowercased()] = paper.size }
    let half = Size(5.5 * Length.inch, 8.5 * Length.inch)
    let quarter = Size(4.25 * Length.inch, 5.5 * Length.inch)
    for name in ["letter-half", "half-letter"] { sizes[name] = half }
    for name in ["letter-quarter", "quarter-letter"] { sizes[name] = quarter }
    return sizes
  }()

  private static func canonical(_ name: String) -> String {
    if let paper = Paper.named(name) { return paper.name }
    return name.contains("half") ? "Letter-half" : "Letter-quarter"
  }

  /// The sides of something that nobody named, in points: 20 mm to 2 m.
  private static func measured(_ text: String) -> Size? {
    let unit = text.hasSuffix("mm") ? Length.millimetre : Length.inch
    guard text.hasSuffix("mm") || text.hasSuffix("in") else { return nil }
    let sides = text.dropLast(2).split(separator: "x", omittingEmptySubsequences: false).map { Double($0) }
    guard sides.count == 2, let width = sides[0], let height = sides[1] else { return nil }
    let range = 20 * Length.millimetre...2000 * Length.millimetre
    guard range.contains(width * unit), range.contains(height * unit) else { return nil }
    return Size(width * unit, height * unit)
  }
}
