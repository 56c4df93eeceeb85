import Layout
import Testing

@testable import Templating

@Suite struct VocabularyTests {
  /// A right value for every element.
  private static let values = [
    "text": "a", "stack": "[]", "row": "[]", "table": "{ each: lines, columns: [{ cell: a }] }", "rule": "1pt",
    "space": "1pt", "picture": "a.svg", "qr": "a", "fit": "a",
  ]
  private static let names = ["text", "stack", "row", "table", "rule", "space", "picture", "qr", "fit"]

  @Test func everyElementIsDocumented() {
    #expect(Vocabulary.elements.map(\.name) == Self.names)
    for element in Vocabulary.elements {
      #expect(element.summary.hasSuffix("."), "\(element.name)")
      #expect(!element.value.isEmpty, "\(element.name)")
    }
  }

  @Test func everyKeyIsDocumented() {
    for (owner, properties) in Vocabulary.keys {
      for property in properties {
        #expect(property.summary.hasSuffix("."), "\(owner): \(property.name)")
        #expect(!property.expected.isEmpty, "\(owner): \(property.name)")
        #expect(property.name.allSatisfy { $0.isLowercase || $0 == "-" }, "\(owner): \(property.name)")
      }
      #expect(Set(properties.map(\.name)).count == properties.count, "\(owner) names a key twice")
    }
    for element in Vocabulary.elements {
      let names = (element.properties + Common.properties).map(\.name)
      #expect(Set(names).count == names.count, "\(element.name) names a key twice")
      #expect(!names.contains { Self.names.contains($0) }, "\(element.name) has a key that is an element")
    }
  }

  /// A template with a key of an owner; nil for an owner that this test does not know.
  private func place(_ key: String, _ value: String, in owner: String) -> String? {
    let entry = "\(key): \(value)"
    func element(_ name: String) -> String {
      "kind: note\ncontent: [{ \(name): \(Self.values[name] ?? ""), \(entry) }]"
    }
    let column = "{ cell: a }"
    switch owner {
    case "template": return (key == "kind" ? "" : "kind: note\n") + (key == "content" ? "" : "content: a\n") + entry
    case "page", "stamp": return "kind: note\ncontent: a\n\(owner): { \(entry) }"
    case "papers": return "kind: note\ncontent: a\npapers: { A5: { \(entry) } }"
    case "styles": return "kind: note\ncontent: a\nstyles: { x: { \(entry) } }"
    case "every element": return element("text")
    case "elements of a row": return "kind: note\ncontent: { row: [{ text: a, \(entry) }] }"
    case "keys of a table":
      let others = ["each": "lines", "columns": "[\(column)]", "running": "sums"].filter { $0.key != key }
      let keys = others.map { "\($0.key): \($0.value)" }.sorted() + [entry]
      return "kind: note\ncontent: { table: { \(keys.joined(separator: ", ")) } }"
    case "columns":
      let cell = key == "cell" ? "" : "cell: a, "
      return "kind: note\ncontent: { table: { each: lines, columns: [{ \(cell)\(entry) }] } }"
    case "cells":
      return """
        kind: note
        content: { table: { each: lines, columns: [\(column)], running: sums, carried-forward: [{ text: a, \(entry) }] } }
        """
    default: return Self.values[owner] == nil ? nil : element(owner)
    }
  }

  /// Every key in a table is read where the table says, and what does not fit is told with the key's name and expectation.
  @Test func everyKeyIsRead() throws {
    for (owner, properties) in Vocabulary.keys {
      for property in properties {
        var refusals = 0
        for value in ["~", "{ zz: 1 }", "[[]]"] {
          let text = try #require(place(property.name, value, in: owner), "\(owner) is unknown to this test")
          for fault in read(text).faults {
            if case .unknownKey(property.name, _) = fault.fact {
              Issue.record("\(owner): \(property.name) is in the table, but not read")
            }
            if case .wrongValue(property.name, _, property.expected) = fault.fact { refusals += 1 }
          }
        }
        #expect(refusals > 0, "\(owner): \(property.name) takes anything")
      }
    }
  }

  /// The other way round: a key that is read must be in a table, which ``Keys`` asserts; so every element is read once.
  @Test func everyElementCanBeRead() throws {
    for name in Self.names {
      #expect(read("kind: note\ncontent: [{ \(name): \(Self.values[name] ?? "") }]").faults == [], "\(name)")
    }
  }

  /// A wrong value does not hide what else is wrong beside it.
  @Test func everyElementTellsOfAllFaultsAtOnce() {
    for element in Vocabulary.elements {
      let beside = element.properties.contains { $0.name == "color" } ? "color: '#000', zz: 1" : "zz: 1"
      let found = read("kind: note\ncontent: [{ \(element.name): ~, \(beside) }]").faults
      let known = (element.properties + Common.properties).map(\.name)
      #expect(found.count == 2, "\(found)")
      #expect(found.contains { $0.fact == .unknownKey("zz", known: known) }, "\(found)")
    }
  }

  @Test func aBareTextIsAText() throws {
    let text = try #require(try elements("  - Hello")[0] as? Text)
    #expect(text.text == "Hello")
  }

  @Test func whatIsNoElementIsAFault() {
    #expect(faults("  - { txet: a, padding: 1pt }") == [fault(2, 5, .noElement(keys: ["txet"], known: Self.names))])
    #expect(faults("  - { if: is_new, style: large }") == [fault(2, 5, .noElement(keys: [], known: Self.names))])
    #expect(faults("  - {}") == [fault(2, 5, .noElement(keys: [], known: Self.names))])
    #expect(faults("  - { row: [], text: a, qr: b }") == [fault(2, 5, .severalElements(["row", "text", "qr"]))])
    let expected = "an element such as text: or row:"
    #expect(faults("  - [a]") == [fault(2, 5, .wrongValue(key: "element", found: "a list", expected: expected))])
    #expect(faults("  -\n  - a") == [fault(2, 4, .wrongValue(key: "element", found: "nothing", expected: expected))])
  }

  @Test func repeatsOverAList() throws {
    #expect(try texts(#"  - { each: lines, text: "{{title}}", if: is_wage }"#) == [["Salt"]])
    #expect(try texts(#"  - { each: lines, text: "{{title}}" }"#, Note.data(lines: [])) == [[]])
    #expect(try texts(#"  - { each: office.rooms, text: "{{door}}" }"#) == [["1a", "1b"]])
    #expect(try texts("  - { each: lines, text: x }") == [["x", "x"]])
  }

  @Test func aListThatDoesNotExistIsOneFault() {
    let lists = ["office.rooms", "lines"]
    #expect(
      faults(#"  - { each: liens, text: "{{tilte}} {{price}}", if: is_wag, padding: 1 }"#) == [
        fault(2, 13, .unknownList("liens", known: lists)),
        fault(
          2, 70, .wrongValue(key: "padding", found: "\"1\"", expected: "one to four lengths such as 4mm or 2mm 6mm")),
      ])
    #expect(faults("  - { each: title, text: a }") == [fault(2, 13, .unknownList("title", known: lists))])
    #expect(faults("  - { each: marks, text: a }") == [fault(2, 13, .unknownList("marks", known: lists))])
  }
}
