import Layout

/// The lines of a file, to tell places in it as people count them: in characters.
struct SourceLines {
  private let file: String
  private let lines: [Substring]
  /// Places in longer lines are told as YAML's reader counts them, since nobody counts that far and counting takes time.
  private static let longest = 10_000

  init(_ text: String, file: String) {
    self.file = file
    // Nearly every file ends its lines in one way, and is read at every start of the program.
    lines =
      Self.hasRareBreaks(text)
      ? text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      : text.utf8.split(omittingEmptySubsequences: false, whereSeparator: { 0x0A <= $0 && $0 <= 0x0C }).map(
        Substring.init)
  }

  /// Whether there is a line break that is no single byte, or may be a part of one: CR, NEL, LS, PS.
  private static func hasRareBreaks(_ text: String) -> Bool {
    var (before, last): (UInt8, UInt8) = (0, 0)
    return text.utf8.contains { byte in
      defer { (before, last) = (last, byte) }
      return byte == UInt8(ascii: "\r") || (last == 0xC2 && byte == 0x85)
        || (before == 0xE2 && last == 0x80 && (byte == 0xA8 || byte == 0xA9))
    }
  }

  /// A place that YAML's reader counted in Unicode scalars; where it ran over the end of the file, the end.
  func mark(line: Int, scalar column: Int) -> Mark {
    let isBehind = line > lines.count
    let line = min(max(1, line), lines.count)
    let column = isBehind ? Int.max : column
    let text = lines[line - 1]
    guard text.utf8.count <= SourceLines.longest else {
      return Mark(file: file, line: line, column: min(max(1, column), text.utf8.count + 1))
    }
    if column >= 1, column <= text.utf8.count + 1, text.utf8.prefix(column - 1).allSatisfy({ $0 < 0x80 }) {
      return Mark(file: file, line: line, column: column)
    }
    let end = text.unicodeScalars.index(
      text.startIndex, offsetBy: max(0, column - 1), limitedBy: text.unicodeScalars.endIndex)
    return Mark(file: file, line: line, column: text[..<(end ?? text.endIndex)].count + 1)
  }

  /// The place so many characters behind the beginning of the file.
  func mark(offset: Int) -> Mark {
    var rest = offset
    for (index, line) in lines.enumerated() {
      let count = line.count
      if rest <= count { return Mark(file: file, line: index + 1, column: rest + 1) }
      rest -= count + 1
    }
    return mark(line: lines.count, scalar: .max)
  }

  /// The place of one of the placeholders of a value that begins at a mark; the mark where it cannot be told.
  func mark(ofPlaceholder wanted: Int, in value: Mark) -> Mark {
    var count = 0
    var isInside = false
    for index in lines.indices.dropFirst(value.line - 1) {
      guard lines[index].utf8.count <= SourceLines.longest else { return value }
      var rest = lines[index].dropFirst(index == value.line - 1 ? value.column - 1 : 0)
      while let found = rest.firstRange(of: isInside ? "}}" : "{{") {
        if !isInside, count == wanted {
          return Mark(file: file, line: index + 1, column: lines[index][..<found.lowerBound].count + 1)
        }
        if !isInside { count += 1 }
        isInside.toggle()
        rest = rest[found.upperBound...]
      }
    }
    return value
  }
}
