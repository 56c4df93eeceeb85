/// A cell of an OpenDocument table while it is told: its value, and the paragraphs that show it.
struct OpenDocumentCell {
  /// How many alike stand side by side.
  let count: Int

  private let isCovered: Bool
  private let value: Value
  private let formula: String?
  private var paragraphs = OpenDocumentText()
  /// How many elements are open in it.
  private var depth = 0

  private enum Value {
    case none
    case text(String?)
    case number(String, NumberLook)
    case ready(String)
    case error
  }

  init(_ attributes: XMLAttributes, isCovered: Bool, part: CheckedDate.Part?) {
    self.isCovered = isCovered
    count = max(1, attributes.number("table:number-columns-repeated") ?? 1)
    formula = attributes["table:formula"]
    value =
      switch attributes.value("office:value-type").map({ XMLName($0, isPrefixed: true) }) {
      case "float"?: Self.number(attributes, .number)
      // What is shown holds the sign of the currency, and is not compared.
      case "currency"?: Self.number(attributes, .money(attributes["office:currency"] ?? ""))
      case "percentage"?: Self.number(attributes, .percent)
      case "boolean"?: attributes["office:boolean-value"].map { .ready($0.uppercased()) } ?? .none
      case "date"?: attributes["office:date-value"].map { .ready(SheetDate.shown($0, part ?? .day)) } ?? .none
      case "time"?: attributes["office:time-value"].map { .ready(Self.time($0)) } ?? .none
      // An error is the text that is shown, and an empty value.
      case "string"? where attributes.says("calcext:value-type", "error"): .error
      case "string"?: .text(attributes["office:string-value"].flatMap { $0.isEmpty ? nil : $0 })
      default: .none
      }
  }

  private static func number(_ attributes: XMLAttributes, _ look: NumberLook) -> Value {
    attributes["office:value"].map { .number($0, look) } ?? .none
  }

  /// `PT14H30M00S` as `14:30`.
  private static func time(_ duration: String) -> String {
    var (parts, number): ([Character: Int], Int) = ([:], 0)
    for character in duration {
      if let digit = character.wholeNumberValue {
        number = min(number, 1 << 40) * 10 + digit
      } else {
        if "HM".contains(character) { parts[character] = number }
        number = 0
      }
    }
    guard let hours = parts["H"] else { return duration }
    return "\(hours.padded(to: 2)):\((parts["M"] ?? 0).padded(to: 2))"
  }

  mutating func begin(_ name: XMLName, _ attributes: XMLAttributes) {
    depth += 1
    paragraphs.begin(name, attributes, depth: depth)
  }

  /// Takes the end of an element; true where that is the cell's own.
  mutating func ends() -> Bool {
    guard depth > 0 else { return true }
    paragraphs.end(depth: depth)
    depth -= 1
    return false
  }

  mutating func text(_ bytes: UnsafeRawBufferPointer) { paragraphs.text(bytes) }

  /// What the cell holds, as a table shows it; nothing where another cell lies over it.
  var content: [UInt8] {
    guard !isCovered else { return [] }
    switch value {
    case .ready(let text): return Array(text.utf8)
    case .number(let written, .percent): return SheetNumber.text(written, shift: 2) + [UInt8(ascii: "%")]
    case .number(let written, let look):
      let mark: String? =
        if case .money(let code) = look, !code.isEmpty { code } else { shownCurrency(beside: written) }
      return SheetNumber.text(written) + (mark.map { " \($0)" } ?? "").utf8
    case .text(let text): return text.map { Array($0.utf8) } ?? paragraphs.bytes
    case .error: return Array((isKnownError ? String(decoding: paragraphs.bytes, as: UTF8.self) : "#N/A").utf8)
    case .none:
      guard paragraphs.bytes.isEmpty, let formula else { return paragraphs.bytes }
      // The language of a formula stands before it: of:=[.A1]*2.
      return Array("=".utf8)
        + formula[(formula.firstIndex(of: "=").map { formula.index(after: $0) } ?? formula.startIndex)...].utf8
    }
  }

  /// Whether the error is shown as one that is known without the cell's word for it.
  private var isKnownError: Bool { ErrorValue.isOne(String(decoding: paragraphs.bytes, as: UTF8.self)) }

  /// The currency in what a number is shown as.
  private func shownCurrency(beside written: String) -> String? {
    // Mostly nothing but the number is shown.
    guard !paragraphs.bytes.elementsEqual(written.utf8) else { return nil }
    let shown = String(decoding: paragraphs.bytes, as: UTF8.self)
    return SheetMoney.mark(in: String(shown.map { $0.isNumber || ".,'’".contains($0) ? " " : $0 }))
  }

  /// The number it holds and the one it shows, where these are not the same.
  var difference: (value: String, shown: String)? {
    guard !isCovered, case .number(let written, .number) = value, !paragraphs.bytes.isEmpty,
      // Mostly they are written alike.
      !paragraphs.bytes.elementsEqual(written.utf8)
    else { return nil }
    let shown = String(decoding: paragraphs.bytes, as: UTF8.self).trimmed
    let value = SheetNumber.shown(String(decoding: SheetNumber.text(written), as: UTF8.self))
    guard shown != value, let exact = ExactDecimal(plain: value)?.trimmed else { return nil }
    switch WrittenNumber(shown) {
    case .exact(let number, _) where number.trimmed != exact: return (value, shown)
    case .either(let one, let other, _) where one.trimmed != exact && other.trimmed != exact: return (value, shown)
    default: return nil
    }
  }
}

/// The paragraphs of a cell as one text, with a space between them.
struct OpenDocumentText {
  private(set) var bytes: [UInt8] = []
  private var isParagraph = false
  /// At which depth something begins that is no part of the text: a note, a reading, a drawing.
  private var aside: Int?
  private var wantsSpace = false

  private static let space = UInt8(ascii: " ")

  mutating func begin(_ name: XMLName, _ attributes: XMLAttributes, depth: Int) {
    guard aside == nil else { return }
    guard isParagraph else {
      if depth == 1, name == "text:p" || name == "text:h" {
        if !bytes.isEmpty { bytes.append(Self.space) }
        (isParagraph, wantsSpace) = (true, false)
      } else {
        aside = depth
      }
      return
    }
    switch name {
    case "text:s": append(spaces: min(attributes.number("text:c") ?? 1, 1 << 15))
    case "text:tab", "text:line-break": append(spaces: 1)
    case "text:span", "text:a", "text:ruby", "text:ruby-base", "text:meta": break
    case "office:annotation", "text:ruby-text", "text:note", "draw:frame": aside = depth
    default: break
    }
  }

  mutating func end(depth: Int) {
    if aside == depth {
      aside = nil
    } else if aside == nil, depth == 1 {
      (isParagraph, wantsSpace) = (false, false)
    }
  }

  /// White space in XML is one space, and none at the ends of a paragraph (OpenDocument 1.3-3, 6.1.2).
  mutating func text(_ text: UnsafeRawBufferPointer) {
    guard isParagraph, aside == nil else { return }
    for byte in text {
      if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
        wantsSpace = true
      } else {
        if wantsSpace, bytes.last != Self.space, !bytes.isEmpty { bytes.append(Self.space) }
        wantsSpace = false
        bytes.append(byte)
      }
    }
  }

  private mutating func append(spaces: Int) {
    if wantsSpace, bytes.last != Self.space, !bytes.isEmpty { bytes.append(Self.space) }
    wantsSpace = false
    bytes.append(contentsOf: repeatElement(Self.space, count: spaces))
  }
}
