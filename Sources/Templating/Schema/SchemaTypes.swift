/// What may stand under a key, as an editor checks it (JSON Schema, draft 7). YAML reads `9` and `true` as more than text,
/// so each of these names the types that a right value can have.
extension JSON {
  /// Any text; figures and `true` are texts too.
  static let anyText: JSON = ["type": ["string", "number", "boolean"]]
  /// A plain word.
  static let anyWord: JSON = ["type": "string", "minLength": 1]

  /// A text in a certain form.
  static func matching(_ pattern: String) -> JSON { ["type": "string", "pattern": .text("^\(pattern)$")] }

  /// A text in a certain form, or a bare 0.
  static func textOrZero(_ pattern: String) -> JSON {
    ["type": ["string", "integer"], "pattern": .text("^\(pattern)$"), "minimum": 0, "maximum": 0]
  }

  /// A bare number within bounds, or a word.
  static func number(in range: ClosedRange<Double>, or word: String? = nil) -> JSON {
    [
      "type": ["number", "string"], "minimum": .number(range.lowerBound), "maximum": .number(range.upperBound),
      "pattern": .text("^\(word.map { "(\($0)|\(Dimensions.numberPattern))" } ?? Dimensions.numberPattern)$"),
    ]
  }

  /// A whole number within bounds, or one of some words.
  static func whole(in range: ClosedRange<Int>, or words: [String] = []) -> JSON {
    let pattern = (words + [Dimensions.wholePattern]).joined(separator: "|")
    return [
      "type": ["integer", "string"], "minimum": .whole(range.lowerBound), "maximum": .whole(range.upperBound),
      "pattern": .text("^(\(pattern))$"),
    ]
  }

  /// One of some words.
  static func words(_ words: [String]) -> JSON {
    words == ["false", "true"] ? ["type": "boolean"] : ["enum": .list(words.map { .text($0) })]
  }

  /// A list of so many values.
  static func list(of value: JSON, least: Int = 1, most: Int? = nil) -> JSON {
    let list: JSON = ["type": "array", "items": value, "minItems": .whole(least)]
    return most.map { list.adding(["maxItems": .whole($0)]) } ?? list
  }

  /// What another part of the schema says.
  static func reference(_ part: SchemaPart) -> JSON { ["$ref": .text("#/definitions/\(part.rawValue)")] }
}

/// The parts of the schema to which others refer.
enum SchemaPart: String, CaseIterable {
  /// The names that the kinds of paper give to their data.
  case kind, list, flag, running
  /// The keys in the head of a template.
  case page, papers, colors, styles, stamp
  /// An element; what may stand in the place of several; one in a row, one in a carried row.
  case element, elements
  case elementInRow = "element-in-row"
  case cell
  /// The keys that every element understands, and those within a table.
  case common, table, column
}
