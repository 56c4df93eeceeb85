import Layout

/// The template language as a JSON Schema (draft 7, which every editor reads), so that an editor completes and checks while
/// somebody types. It is made from the tables from which templates are read. It refuses nothing that can be read, but does
/// not see everything that cannot: `billing-office template check` does.
public enum TemplateSchema {
  /// The schema as text.
  ///
  /// - Parameter kinds: the shapes of data by kind.
  /// - Returns: a JSON document, the same for the same kinds.
  public static func text(kinds: [String: DataShape]) -> String { document(kinds).written }

  static func document(_ kinds: [String: DataShape]) -> JSON {
    let shapes = kinds.sorted { $0.key < $1.key }.map(\.value) + [Template.pageShape]
    let names: [(SchemaPart, JSON)] = [
      (.kind, .words(kinds.keys.sorted())),
      (.list, .words(names(in: shapes) { if case .list = $0 { true } else { false } })),
      (.flag, .words(names(in: shapes) { if case .flag = $0 { true } else { false } })),
      (.running, .words(names(in: shapes) { if case .indexed = $0 { true } else { false } })),
    ]
    let parts = names + head + elements
    let definitions = parts.map { JSON.Field(key: $0.rawValue, value: $1) } + ElementSchema.definitions
    let root: JSON = [
      "$schema": "http://json-schema.org/draft-07/schema#", "title": "A template of the billing office",
      "description": "Made from the program's own tables by scripts/document-templates.",
    ]
    return root.adding(object(Template.properties)).adding(["definitions": .record(definitions)])
  }

  private static var head: [(SchemaPart, JSON)] {
    let papers = Paper.all.map { JSON.Field(key: $0.name, value: object(PageReader.paperProperties)) }
    return [
      (.page, object(PageReader.pageProperties)),
      (.papers, ["type": ["object", "null"], "properties": .record(papers), "additionalProperties": false]),
      (.colors, ColorsReader.schema),
      (
        .styles,
        [
          // All others begin with body, so it alone extends nothing.
          "type": ["object", "null"], "properties": ["body": object(StyleSheet.properties)],
          "additionalProperties": object(StylesReader.properties),
        ]
      ), (.stamp, object(StampReader.properties)),
    ]
  }

  private static var elements: [(SchemaPart, JSON)] {
    [
      (.element, ElementSchema.element(without: [RowNode.width, TableCell.span])),
      (.elementInRow, ElementSchema.element(without: [TableCell.span])),
      (.cell, ElementSchema.element(without: [RowNode.width])),
      (
        .elements,
        [
          "if": ["type": "array"], "then": ["items": .reference(.element)], "else": .reference(.element),
        ]
      ), (.common, ["properties": properties(Common.properties)]), (.table, object(TableNode.properties)),
      (.column, object(TableColumn.properties)),
    ]
  }

  /// Keys and values, and no other keys.
  static func object(_ all: [any AnyProperty]) -> JSON {
    let required = all.filter(\.isRequired).map { JSON.text($0.name) }
    let object: JSON = ["type": "object", "properties": properties(all), "additionalProperties": false]
    return required.isEmpty ? object : object.adding(["required": .list(required)])
  }

  private static func properties(_ all: [any AnyProperty]) -> JSON {
    .record(all.map { JSON.Field(key: $0.name, value: described($0.summary, $0.expected, $0.schema)) })
  }

  /// A value with what an editor shows beside it.
  static func described(_ summary: String, _ expected: String, _ schema: JSON) -> JSON {
    let description: JSON = ["description": .text("\(summary) What fits here: \(expected).")]
    // Draft 7 reads nothing that stands beside a reference.
    return schema["$ref"] == nil ? description.adding(schema) : description.adding(["allOf": [schema]])
  }

  /// Every dotted name that leads to something of a certain shape, wherever it can be seen.
  private static func names(in shapes: [DataShape], _ isWanted: (DataShape) -> Bool) -> [String] {
    var names: Set<String> = []
    func lookInLists(of shape: DataShape) {
      switch shape {
      case .record(let fields): for field in fields { lookInLists(of: field.shape) }
      case .list(_, let entry), .indexed(_, let entry): look(into: entry)
      case .text, .flag: break
      }
    }
    func look(into shape: DataShape) {
      names.formUnion(shape.paths(to: isWanted))
      lookInLists(of: shape)
    }
    for shape in shapes { look(into: shape) }
    return names.sorted()
  }
}
