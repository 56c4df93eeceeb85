/// The elements as an editor checks them: which one it is, is told by its key, and then only that one's keys fit.
enum ElementSchema {
  /// A part for any element, and one for each.
  static var definitions: [JSON.Field] {
    [JSON.Field(key: anyElement, value: choice)]
      + Vocabulary.elements.map { JSON.Field(key: name(of: $0), value: definition(of: $0)) }
  }

  /// An element where keys of certain places do not fit.
  static func element(without forbidden: [any AnyProperty]) -> JSON {
    let keys = forbidden.map { JSON.Field(key: $0.name, value: false) }
    // A picture says its own size, which is called width as well.
    let forPictures = keys.filter { $0.key != PictureNode.width.name }
    return [
      "type": ["string", "number", "boolean", "object"], "if": ["type": "object"],
      "then": [
        "allOf": [["$ref": .text("#/definitions/\(anyElement)")]],
        "if": ["required": [.text(PictureNode.spec.name)]], "then": ["properties": .record(forPictures)],
        "else": ["properties": .record(keys)],
      ],
    ]
  }

  private static let anyElement = "any-element"

  private static func name(of spec: ElementSpec) -> String { "element-\(spec.name)" }

  private static var choice: JSON {
    let specs = Vocabulary.elements
    let required = specs.map { JSON.record([JSON.Field(key: "required", value: [.text($0.name)])]) }
    let names = specs.map { JSON.Field(key: $0.name, value: ["description": .text($0.summary)]) }
    return [
      "type": "object", "properties": .record(names), "anyOf": .list(required),
      "allOf": .list(
        specs.map { spec in
          [
            "if": ["required": [.text(spec.name)]],
            "then": ["$ref": .text("#/definitions/\(name(of: spec))")],
          ]
        }),
    ]
  }

  private static func definition(of spec: ElementSpec) -> JSON {
    let own = spec.properties.map {
      JSON.Field(key: $0.name, value: TemplateSchema.described($0.summary, $0.expected, $0.schema))
    }
    let common = Common.properties.map {
      JSON.Field(
        key: $0.name, value: ["$ref": .text("#/definitions/\(SchemaPart.common.rawValue)/properties/\($0.name)")])
    }
    let placed = [RowNode.width as any AnyProperty, TableCell.span].filter { key in
      !spec.properties.contains { $0.name == key.name }
    }.map { JSON.Field(key: $0.name, value: TemplateSchema.described($0.summary, $0.expected, $0.schema)) }
    let value = JSON.Field(
      key: spec.name, value: TemplateSchema.described(spec.summary, spec.type.expected, spec.type.schema))
    return [
      "type": "object", "properties": .record([value] + own + common + placed), "additionalProperties": false,
      "required": [.text(spec.name)],
    ]
  }
}
