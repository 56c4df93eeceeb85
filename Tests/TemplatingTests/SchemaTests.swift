import Layout
import Testing

@testable import Templating

/// The schema that editors read, made from the tables from which templates are read.
@Suite struct SchemaTests {
  private let document = TemplateSchema.document(["note": Note.shape])

  private func definition(_ name: String) throws -> JSON { try #require(document["definitions"]?[name], "\(name)") }

  private static func references(in json: JSON) -> [String] {
    switch json {
    case .list(let values): values.flatMap(references)
    case .record(let fields):
      fields.flatMap { field in
        if field.key == "$ref", case .text(let reference) = field.value { return [reference] }
        return references(in: field.value)
      }
    default: []
    }
  }

  @Test func everyReferenceLeadsSomewhere() throws {
    let references = Set(Self.references(in: document))
    #expect(references.count > 20)
    for reference in references {
      let names = reference.split(separator: "/").map(String.init)
      #expect(names.first == "#")
      let found = names.dropFirst().reduce(Optional(document)) { $0?[$1] }
      #expect(found != nil, "\(reference)")
    }
  }

  @Test func everyPartIsUsed() throws {
    let references = Set(Self.references(in: document))
    for part in SchemaPart.allCases {
      _ = try definition(part.rawValue)
      #expect(references.contains { $0.hasPrefix("#/definitions/\(part.rawValue)") }, "\(part.rawValue)")
    }
  }

  /// Where the keys of an owner stand in the schema.
  private static let places = [
    "template": "", "page": "page", "styles": "styles", "stamp": "stamp", "every element": "common",
    "keys of a table": "table", "columns": "column",
  ]

  @Test func everyKeyOfEveryTableIsInIt() throws {
    for (owner, properties) in Vocabulary.keys {
      let object: JSON? =
        switch owner {
        case "template": document
        case "papers": try definition("papers")["properties"]?["A5"]
        case "styles": try definition("styles")["additionalProperties"]
        case "elements of a row", "cells": try definition("element-text")
        default: try definition(Self.places[owner] ?? "element-\(owner)")
        }
      let keys = try #require(object?["properties"], "\(owner)")
      for property in properties {
        let key = try #require(keys[property.name], "\(owner): \(property.name)")
        guard case .text(let description)? = key["description"] else {
          Issue.record("\(owner): \(property.name) is not described")
          continue
        }
        #expect(description.contains(property.summary) && description.contains(property.expected))
      }
    }
  }

  @Test func namesOfDataComeFromTheirShape() throws {
    #expect(try definition("kind") == ["enum": ["note"]])
    #expect(try definition("list") == ["enum": ["lines", "marks", "office.rooms"]])
    #expect(try definition("running") == ["enum": ["sums"]])
    #expect(
      try definition("flag") == [
        "enum": [
          "is_new", "is_wage", "office.place.is_port", "page.is_card", "page.is_first", "page.is_last",
          "page.is_narrow",
          "page.is_only", "page.is_roll",
        ]
      ])
  }

  @Test func whatIsNeededIsRequired() throws {
    #expect(document["required"] == ["kind", "content"])
    #expect(try definition("table")["required"] == ["each", "columns"])
    #expect(try definition("column")["required"] == ["cell"])
    #expect(try definition("page")["required"] == nil)
  }

  @Test func theSameTablesMakeTheSameText() {
    let text = TemplateSchema.text(kinds: ["note": Note.shape])
    #expect(text == TemplateSchema.text(kinds: ["note": Note.shape]))
    #expect(text.hasSuffix("}\n"))
  }

  @Test func writesJSON() {
    let json: JSON = [
      "a": ["x\"\\\n\u{1}é", 1, 0.5, 2.0, true], "b": .record([]), "c": .text(String(repeating: "x", count: 110)),
    ]
    #expect(
      json.written == """
        {
          "a": ["x\\"\\\\\\n\\u0001é", 1, 0.5, 2, true],
          "b": {},
          "c": "\(String(repeating: "x", count: 110))"
        }

        """)
  }

  /// An example belongs to every element, shows that element, and is right.
  @Test func everyExampleShowsItsElement() {
    for element in Vocabulary.elements {
      #expect(element.example.contains("\(element.name):"), "\(element.name)")

      let faults = read(
        """
        kind: note
        colors: { ink: "#000", red: "#f00", hair: "#ccc" }
        styles: { large: { font-size: 20pt } }
        content:
        \(element.example)
        """
      ).faults.filter { fault in
        // A note has other data than an invoice.
        if case .unknownPlaceholder = fault.fact { return false }
        return true
      }
      #expect(faults.isEmpty, "\(element.name): \(faults)")
    }
  }

  @Test func fieldsFollowTheShape() {
    let fields = Note.shape.fields
    #expect(fields.count == 17)
    #expect(
      fields.prefix(3) == [
        TemplateField(path: "t.hello", kind: .text, summary: "A word.", within: []),
        TemplateField(path: "t.of", kind: .text, summary: "A word.", within: []),
        TemplateField(path: "office.name", kind: .text, summary: "Its name.", within: []),
      ])
    #expect(
      fields.filter { $0.path == "mark" || $0.path == "door" } == [
        TemplateField(path: "door", kind: .text, summary: "A number.", within: ["office.rooms"]),
        TemplateField(path: "mark", kind: .text, summary: "A mark.", within: ["lines", "marks"]),
      ])
    #expect(
      fields.filter { $0.kind != .text }.map(\.mark) == ["flag", "list", "flag", "list", "flag", "list", "running"])
    #expect(Template.pageFields.map(\.path).first == "page.number")
  }

  /// Fonts and pictures are found whatever else is wrong.
  @Test func findsMaterialsInAFaultyTemplate() {
    let materials = Template.materials(
      """
      kind: nothing
      styles: { a: { font-family: [Inter, Nowhere], font-size: 9 } }
      content:
        - { picture: art/a.svg, widht: 1mm }
        - { picture: ../b.svg }
        - { text: "{{x}}", font-family: Inter }
      stamp: { art: art/c.png }
      """, file: "t.yaml", folder: "T")
    #expect(materials.fonts.map(\.name) == ["Inter", "Nowhere"])
    #expect(materials.fonts.map(\.mark) == [mark(2, 30), mark(2, 37)])
    #expect(materials.pictures.map(\.path) == ["T/art/a.svg", "T/art/c.png"])
    #expect(materials.pictures.map(\.mark) == [mark(4, 16), mark(7, 15)])
    #expect(Template.materials("a: [", file: "t.yaml", folder: "T").pictures.isEmpty)
  }
}
