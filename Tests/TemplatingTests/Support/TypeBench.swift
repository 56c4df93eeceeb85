import Layout
import Testing

@testable import Templating

/// Reads single values as types do, on a paper that halves lengths.
struct TypeBench {
  let reading: TemplateReading

  init() {
    reading = TemplateReading(file: "t.yaml", folder: "T", text: "", constants: [:])
    reading.shape = ScopeShape(Note.shape)
    reading.scale = 0.5
    reading.colors = ["ink": .black]
  }

  func read<Value>(_ type: PropertyType<Value>, _ text: String) throws -> Value? {
    type.read(try YAMLNode.read(text, file: "t.yaml"), of: "key", reading)
  }

  /// Expects that values are refused with the type's own words.
  func expectRefused<Value>(
    _ type: PropertyType<Value>, _ texts: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for text in texts {
      let before = reading.faults.count
      #expect(try read(type, text) == nil, "\(text)", sourceLocation: sourceLocation)
      let told = reading.faults.dropFirst(before)
      #expect(told.count == 1, sourceLocation: sourceLocation)
      guard case .wrongValue("key", _, type.expected)? = told.first?.fact else {
        Issue.record("\(told)", sourceLocation: sourceLocation)
        continue
      }
    }
  }
}
