import Layout

/// A measurer without fonts: every letter is half as wide as its type is high, lines break at blanks and hyphens, and a word that is wider
/// than its line is broken anywhere. It records what it shaped.
package final class FakeMeasurer: ContentMeasurer {
  package struct Shaping: Hashable {
    package var text: String
    package var width: Double?

    package init(text: String, width: Double?) {
      self.text = text
      self.width = width
    }
  }

  package private(set) var shaped: [Shaping] = []

  /// Makes a measurer that has shaped nothing yet.
  package init() {}

  /// How often a text was shaped at any width.
  package func count(of text: String) -> Int { shaped.count { $0.text == text } }

  package func shape(_ text: String, style: TextStyle, scale: Double, direction: Direction, width: Double?)
    throws(ContentError)
    -> ShapedText
  {
    shaped.append(Shaping(text: text, width: width))
    if text.contains("☃") { throw .missingGlyph("☃", text: text, families: style.families) }
    let size = style.size * scale
    let letter = size / 2
    let room = width.map { max(1, Int($0 / letter + 0.000001)) }
    var lines: [ShapedLine] = []
    var end = 0
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      for piece in broken(paragraph, room) {
        end += piece.utf8.count
        var letters = piece
        while letters.last == " " { letters.removeLast() }
        let line = FakeLine(text: String(letters), size: size)
        lines.append(ShapedLine(width: Double(letters.count) * letter, end: end, content: line))
      }
      end += 1
      lines[lines.count - 1].end = min(end, text.utf8.count)
    }
    return ShapedText(lines: lines, ascent: 0.8 * size, descent: 0.2 * size)
  }

  /// A paragraph cut into lines of at most `room` letters, each with the blanks after it.
  private func broken(_ paragraph: Substring, _ room: Int?) -> [Substring] {
    var lines: [Substring] = []
    var rest = paragraph
    while let room, rest.count > room {
      let line = rest.prefix(room + 1)
      // Behind a hyphen only where the hyphen itself fits; a blank may stick out.
      let hyphen = line.dropLast().lastIndex(of: "-").map { line.index(after: $0) }
      let blank = line.lastIndex(of: " ").map { line.index(after: $0) }
      var cut = [hyphen, blank].compactMap { $0 }.max() ?? line.index(before: line.endIndex)
      while cut < rest.endIndex, rest[cut] == " " { cut = rest.index(after: cut) }
      if cut == rest.endIndex { break }
      lines.append(rest[..<cut])
      rest = rest[cut...]
    }
    return lines + [rest]
  }

  package func size(ofPicture path: String) throws(ContentError) -> Size {
    if path == "missing" { throw .missingPicture(path: path) }
    return Size(40, 30)
  }

  package func modules(ofCode text: String) throws(ContentError) -> Int {
    if text.utf8.count > 2331 { throw .codeTooLong(bytes: text.utf8.count) }
    return 25
  }
}

/// A line as the fake measurer shaped it.
package final class FakeLine: ShapedContent {
  package let text: String
  /// The size of its type, after scaling.
  package let size: Double

  package init(text: String, size: Double) {
    self.text = text
    self.size = size
  }
}
