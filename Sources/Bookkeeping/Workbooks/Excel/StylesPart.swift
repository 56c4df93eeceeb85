/// `xl/styles.xml`: what the formats of the cells make of numbers.
final class StylesPart: XMLReceiver {
  /// By the number that a cell gives as its style.
  private(set) var looks: [NumberLook] = []
  private var codes: [Int: NumberLook] = [:]
  private var isInCells = false

  func begin(_ name: XMLName, _ attributes: XMLAttributes) throws(InputFault) {
    switch name {
    case "numFmt":
      // The formats of charts and conditions stand elsewhere and are numbered alike.
      guard looks.isEmpty, let id = attributes.number("numFmtId"), let code = attributes["formatCode"] else { return }
      codes[id] = NumberLook(code: code)
    case "cellXfs": isInCells = true
    case "xf" where isInCells:
      let id = attributes.number("numFmtId") ?? 0
      looks.append(codes[id] ?? NumberLook(builtIn: id))
    default: break
    }
  }

  func end(_ name: XMLName) throws(InputFault) {
    if name == "cellXfs" { isInCells = false }
  }
}
