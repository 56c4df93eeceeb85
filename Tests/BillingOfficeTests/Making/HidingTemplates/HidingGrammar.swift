import Foundation
import TestTools

/// Makes templates that like to hide what is under and over them: from the program's own with something more in them, or made
/// of nothing else.
struct HidingGrammar {
  let kind: HidingCase.Kind
  let paper: String
  let isRoll: Bool
  var random: SplitMix64
  /// The pictures that the template names.
  private(set) var art: [String: Data] = [:]
  /// The stamp's ink, of which much else is.
  private let ink: String
  /// Whether what is drawn is pale, small or thin, so that a paper may well come out.
  private let isMild: Bool

  /// The paper's shorter side and its height in millimetres; a roll has no height.
  private var side: Int {
    [
      "A3": 297, "A4": 210, "A5": 148, "A6": 105, "A7": 74, "Letter": 216, "Legal": 216, "Tabloid": 279, "80mm": 80,
      "58mm": 58,
    ][
      paper] ?? 80
  }

  init(kind: HidingCase.Kind, paper: String, isRoll: Bool, _ random: SplitMix64) {
    (self.kind, self.paper, self.isRoll, self.random) = (kind, paper, isRoll, random)
    ink = self.random.one(
      of: "#000000", "#d92e3d", "#c8102e", "#1a1a1a", "#003b6f", "#6a0dad", "#767676", "#8a8a8a", "#929292", "#0a7a3c")
    isMild = !self.random.once(in: 3)
  }

  // MARK: - Templates

  /// A template.
  mutating func template() -> String { random.once(in: 3) ? ownTemplate() : shippedTemplate() }

  private var shipped: [String] {
    switch kind {
    case .invoice: ["invoice", "invoice-calm"]
    case .receipt: ["receipt", "receipt", "receipt-large"]
    case .sign: ["sign", "sign-calm"]
    }
  }

  /// One of the program's own, with something more at its beginning or its end, and another stamp.
  private mutating func shippedTemplate() -> String {
    let name = shipped[random.number(0...shipped.count - 1)]
    let text = (try? String(contentsOfFile: Repository.path("Templates/\(name)/template.yaml"), encoding: .utf8)) ?? ""
    // The stamp is the last of their keys.
    var lines = Array(text.components(separatedBy: "\n").prefix { !$0.hasPrefix("stamp:") })
    let more = (0..<random.number(1...2)).map { _ in "  - \(element())" }
    if let start = lines.firstIndex(of: "content:") { lines.insert(contentsOf: more, at: start + 1) }
    let widest = kind == .sign ? 105 : name == "receipt" ? 80 : 210
    return lines.joined(separator: "\n") + "\n\(stamp(widest: widest, isShipped: true))\n"
  }

  private mutating func ownTemplate() -> String {
    let margin = random.number(0...(isRoll ? 5 : 20))
    let size = isRoll || kind == .sign || random.once(in: 2) ? paper : "A4"
    let page =
      kind == .sign ? "{ size: A6, margin: \(margin / 4)mm, scale: paper }" : "{ size: \(size), margin: \(margin)mm }"
    let names = ["A3", "A4", "A5", "A6", "A7", "Letter", "Legal", "Tabloid", "80mm", "58mm"].filter { $0 != size }
    var parts = [
      "kind: \(kind)", "page: \(page)",
      "papers: { \(names.map { "\($0): {}" }.joined(separator: ", ")) }",
      "styles: { body: { font-family: \(font()), font-size: \(random.number(5...12))pt, line-height: \(factor(30...150)) } }",
    ]
    if random.once(in: 3) { parts.append("header:\n  - \(element())") }
    parts.append("content:")
    for _ in 0..<random.number(1...4) { parts.append("  - \(element())") }
    parts.append("  - \(rows())")
    if random.once(in: 4) { parts.append("  - \(hanging())") }
    if random.once(in: 2) { parts.append("footer:\n  - \(random.once(in: 3) ? hanging() : element())") }
    parts.append(stamp(widest: kind == .sign ? 105 : side, isShipped: false))
    return parts.joined(separator: "\n") + "\n"
  }

  /// - Parameters:
  ///   - widest: how wide the paper is that the template is made for, in millimetres.
  ///   - isShipped: whether the template is one of the program's, which makes it larger or smaller on others.
  /// - Returns: its line in the template.
  private mutating func stamp(widest: Int, isShipped: Bool) -> String {
    // Now and then smaller or larger than it may be; else as narrow as it may be more often than not.
    let room: ClosedRange<Int>
    switch kind {
    case _ where random.once(in: 25): room = 10...140
    case .sign: room = random.one(of: 26...40, 26...75)
    case .invoice: room = random.one(of: 46...60, 50...85)
    case .receipt: room = isShipped ? 78...95 : isRoll ? 60...95 : 46...80
    }
    let width = Double(widest * random.number(room)) / 100
    let turn = random.once(in: 8) ? random.number(-90...90) : random.number(-20...20)
    var keys = ["width: \(width)mm", "rotate: \(turn)deg", "color: \"\(ink)\""]
    keys.append("at: [\(random.number(48...52))%, \(random.number(30...70))%]")
    if isRoll { keys.append("above-end: \(random.number(22...60))mm") }
    if random.once(in: 6) { keys.append("art: \(picture())") }
    return "stamp: { \(keys.joined(separator: ", ")) }"
  }

  // MARK: - Values

  private mutating func factor(_ hundredths: ClosedRange<Int>) -> String {
    let value = random.number(hundredths)
    return "\(value / 100).\(value % 100 < 10 ? "0" : "")\(value % 100)"
  }

  private mutating func grey(_ range: ClosedRange<Int>) -> String {
    let part = String(random.number(range), radix: 16)
    return "#\(part)\(part)\(part)"
  }

  /// A colour as it stands in an SVG; pale ones where the template is mild.
  mutating func tone() -> String {
    if isMild, !random.once(in: 6) {
      return random.one(of: "#ffffff", "#fff5d6", "#e8f0ff", grey(0xB0...0xFF), grey(0x70...0xD0), "#f4d0d0")
    }
    return random.one(
      of: ink, ink, "#ffffff", "#000000", "#1a1a1a", grey(0x10...0xFF), grey(0x60...0xD0), "#c8102e", "#ffe000")
  }

  private mutating func color() -> String { "\"\(tone())\"" }

  private mutating func font() -> String {
    random.one(
      of: "Inter", "Inter", "Bebas Neue", "Noto Sans", "[Bebas Neue, Noto Sans]", "[Inter, Noto Sans, Noto Sans CJK SC]"
    )
  }

  private mutating func length(_ millimetres: ClosedRange<Int>) -> String { "\(random.number(millimetres))mm" }

  /// Text: what the paper knows, and letters that fill much or little.
  private mutating func text() -> String {
    let known =
      kind == .sign
      ? random.one(of: "{{item}}", "{{price}} / {{unit}}", "{{stall}}", "{{source}}", "{{office.name}}")
      : random.one(
        of: "{{number}}", "{{t.tagline}}", "{{office.name}} · {{office.place}}", "{{market_total}}", "{{issued}}")
    let own = random.one(
      of: "VOID BY SOLIDARITY", "NOTHING IS OWED.", "This is not a bill.", "████████", "■■■■■■■■■■■■", "WWWWWWWW",
      "MMM", "––––––––", "8888888888",
      "||||||||||||", "/////////", "░░▒▒▓▓", "......")
    let chosen = random.once(in: 2) ? known : own
    return "\"\(Array(repeating: chosen, count: random.one(of: 1, 1, 2, 8)).joined(separator: " "))\""
  }

  private mutating func look() -> String {
    let size =
      isMild
      ? random.number(4...16) : random.one(of: random.number(4...16), random.number(20...90), random.number(90...400))
    var keys = ["font-size: \(size)pt", "color: \(color())"]
    if random.once(in: 2) { keys.append("font-family: \(font())") }
    if random.once(in: 2) { keys.append("font-weight: \(random.number(1...9) * 100)") }
    if random.once(in: 2) { keys.append("line-height: \(factor(isMild ? 30...160 : 5...120))") }
    if random.once(in: 5) { keys.append("letter-spacing: \(random.one(of: "-0.3em", "-0.1em", "0.2em", "1em"))") }
    if random.once(in: 6) { keys.append("text-decoration: line-through") }
    if random.once(in: 6) { keys.append("text-decoration-color: \(color())") }
    if random.once(in: 3) { keys.append("white-space: nowrap") }
    if random.once(in: 4) { keys.append("text-transform: uppercase") }
    if random.once(in: 3) { keys.append("text-align: \(random.one(of: "center", "end"))") }
    return keys.joined(separator: ", ")
  }

  // MARK: - Elements

  /// What may stand beside any element.
  private mutating func box() -> String {
    var keys = ""
    if random.once(in: 6) { keys += ", background: \(color())" }
    if random.once(in: 8) { keys += ", padding: \(length(0...20)) \(length(0...10))" }
    let width = isMild ? random.number(1...20) : random.number(1...400)
    if random.once(in: 9) { keys += ", border: \"\(width / 10).\(width % 10)pt \(tone())\"" }
    if random.once(in: 9) {
      keys += ", border-\(random.one(of: "top", "bottom", "start", "end")): \"\(width / 10).\(width % 10)pt \(tone())\""
    }
    if random.once(in: 9) { keys += ", border-radius: \(length(0...30))" }
    if random.once(in: 9) { keys += ", min-height: \(random.number(5...60))%" }
    if random.once(in: 12) { keys += ", direction: \(random.one(of: "rtl", "ltr"))" }
    if random.once(in: 12) { keys += ", max-height: \(random.number(5...40))%" }
    return keys
  }

  /// An element in one line.
  mutating func element(_ depth: Int = 0) -> String {
    let most = side * (isRoll ? 2 : 1)
    switch random.number(0...(depth < 2 ? 13 : 9)) {
    case 0, 1: return "{ space: \(length(1...most)), background: \(color()) }"
    case 2: return "{ picture: \(picture()), width: \(length(10...side))\(box()) }"
    case 3: return "{ picture: \(picture()), height: \(length(5...most))\(box()) }"
    case 4, 5: return "{ text: \(text()), \(look())\(box()) }"
    case 6: return "{ fit: { text: \(text()), \(look()) }, max: \(random.number(1...4))\(box()) }"
    case 7: return rows()
    case 8: return hatching()
    case 9:
      return random.once(in: 2)
        ? "{ rule: \(random.number(1...(isMild ? 3 : 60)))pt, color: \(color()) }"
        : "{ qr: \"{{ledger.url}}\", size: \(length(20...max(20, side / 2))) }"
    case 10, 11: return "{ stack: [ \(list(depth)) ], gap: \(length(0...3))\(box()) }"
    case 12:
      return
        "{ row: [ \(list(depth)) ], gap: \(length(0...3)), align-items: \(random.one(of: "top", "center", "bottom"))\(box()) }"
    default: return "{ space: fill, background: \(color()) }"
    }
  }

  private mutating func list(_ depth: Int) -> String {
    (0..<random.number(1...4)).map { _ in element(depth + 1) }.joined(separator: ", ")
  }

  /// A row for whatever is given.
  private mutating func rows() -> String {
    if kind == .sign { return "{ each: names, text: \"{{item}}\", \(look())\(box()) }" }
    if random.once(in: 3) {
      let rule = random.number(1...(isMild ? 10 : 90))
      return
        "{ table: { each: lines, gap: \(length(0...3)), row-rule: \"\(rule / 10).\(rule % 10)pt \(tone())\", row-padding: \(length(0...2)), columns: [ { width: 1fr, cell: \"{{item}}\", \(look()) }, { width: auto, cell: \"{{amount}}\" } ] } }"
    }
    return
      "{ each: lines, text: \"\(random.one(of: "{{item}}", "{{item}} {{item}} {{item}}", "{{quantity}} {{unit}} {{item}} {{amount}}"))\", \(look())\(box()) }"
  }

  /// Letters at the very end of what a template may fill, which hang out of their lines, into the sentence's room.
  private mutating func hanging() -> String {
    let size = isMild ? random.number(6...40) : random.number(40...300)
    let text =
      "{ text: \(text()), font-size: \(size)pt, line-height: \(factor(5...40)), color: \(color()), white-space: nowrap }"
    return random.once(in: 2) ? text : "{ stack: [ { space: fill }, \(text) ] }"
  }

  /// Rules one below the other.
  private mutating func hatching() -> String {
    let (thickness, gap) = (random.number(1...40), random.number(2...60))
    let rule = "{ rule: \(thickness / 10).\(thickness % 10)pt, color: \(color()) }"
    let count = random.number(5...40)
    return
      "{ stack: [ \(Array(repeating: rule, count: count).joined(separator: ", ")) ], gap: \(gap / 10).\(gap % 10)pt }"
  }

  // MARK: - Pictures

  /// Draws a picture and names it.
  mutating func picture() -> String {
    var drawing = HidingArt(random: random)
    let tones = (tone(), tone())
    random = drawing.random
    drawing.random = random
    let isPixels = random.once(in: 4)
    let name = "art/p\(art.count).\(isPixels ? "png" : "svg")"
    art[name] =
      isPixels ? drawing.pixels(tones.0, tones.1, isClear: isMild) : drawing.shapes(tones.0, tones.1, isPale: isMild)
    random = drawing.random
    return name
  }
}
