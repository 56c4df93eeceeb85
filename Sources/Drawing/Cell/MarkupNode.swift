/// An element of what Cairo writes as SVG: no comments, no entities but the five, no text that is shown.
final class MarkupNode {
  let name: String
  let attributes: [String: String]
  private(set) var children: [MarkupNode] = []

  private init(name: String, attributes: [String: String]) { (self.name, self.attributes) = (name, attributes) }

  /// What its attributes and its style say, style last.
  var style: [String: String] {
    var all = attributes.filter { Self.styles.contains($0.key) }
    for part in (attributes["style"] ?? "").split(separator: ";") {
      let pair = part.split(separator: ":", maxSplits: 1).map { $0.filter { $0 != " " } }
      if pair.count == 2 { all[String(pair[0])] = String(pair[1]) }
    }
    return all.mapValues { $0.filter { $0 != " " || $0 == "," } }
  }

  private static let styles: Set<String> = [
    "fill", "fill-opacity", "fill-rule", "stroke", "stroke-opacity", "stroke-width", "stroke-linecap",
    "stroke-linejoin",
    "stroke-miterlimit", "stroke-dasharray", "stroke-dashoffset", "stop-color", "stop-opacity", "clip-rule", "opacity",
  ]

  /// Reads a document; nil where it is none.
  static func read(_ bytes: [UInt8]) -> MarkupNode? {
    var open: [MarkupNode] = []
    var place = 0
    while let start = bytes[place...].firstIndex(of: UInt8(ascii: "<")) {
      guard let end = bytes[start...].firstIndex(of: UInt8(ascii: ">")) else { return nil }
      place = end + 1
      var tag = bytes[(start + 1)..<end]
      guard let first = tag.first else { return nil }
      if first == UInt8(ascii: "?") { continue }
      if first == UInt8(ascii: "!") { return nil }
      if first == UInt8(ascii: "/") {
        guard let done = open.popLast() else { return nil }
        guard let parent = open.last else { return done }
        parent.children.append(done)
        continue
      }
      let isWhole = tag.last == UInt8(ascii: "/")
      if isWhole { tag = tag.dropLast() }
      guard let node = node(String(decoding: tag, as: UTF8.self)) else { return nil }
      guard isWhole else {
        open.append(node)
        guard open.count < 200 else { return nil }
        continue
      }
      guard let parent = open.last else { return node }
      parent.children.append(node)
    }
    return nil
  }

  private static func node(_ tag: String) -> MarkupNode? {
    guard let end = tag.firstIndex(where: { $0 == " " || $0 == "\n" }) else {
      return MarkupNode(name: tag, attributes: [:])
    }
    var attributes: [String: String] = [:]
    var rest = tag[end...]
    while let mark = rest.firstIndex(of: "=") {
      let key = rest[..<mark].filter { !$0.isWhitespace }
      let opening = rest.index(after: mark)
      guard opening < rest.endIndex, rest[opening] == "\"" else { return nil }
      let first = rest.index(after: opening)
      guard let closing = rest[first...].firstIndex(of: "\"") else { return nil }
      attributes[String(key)] = String(rest[first..<closing])
      rest = rest[rest.index(after: closing)...]
    }
    return MarkupNode(name: String(tag[..<end]), attributes: attributes)
  }
}
