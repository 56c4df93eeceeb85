import Testing

@testable import Templating

@Suite struct PropertyTests {
  private static let length = Property("length", .absoluteLength, "A length.")
  private static let word = Property("word", .word, "A word.", isRequired: true)
  private let reading = TemplateReading(file: "t.yaml", folder: "T", text: "", constants: [:])

  private func keys(_ text: String) throws -> Keys? {
    Keys(try YAMLNode.read(text, file: "t.yaml"), of: "owner", known: [Self.length, Self.word], reading)
  }

  @Test func takesValuesOutOnce() throws {
    var keys = try #require(try keys("{ word: a, length: 2pt }"))
    #expect(keys.place(of: Self.length) == mark(1, 20))
    #expect(keys[Self.length] == 2)
    #expect(keys.place(of: Self.length) == nil)
    #expect(keys[Self.length] == nil)
    #expect(keys.require(Self.word, in: "owner") == "a")
    keys.finish()
    #expect(reading.faults.isEmpty)
  }

  @Test func tellsOfWhatIsMissingWrongAndUnknown() throws {
    var keys = try #require(try keys("a: 1\nlength: 2\nlenght: 3"))
    #expect(keys[Self.length] == nil)
    #expect(keys.require(Self.word, in: "owner") == nil)
    keys.finish()
    let expected = "a length such as 30mm"
    #expect(
      reading.faults == [
        fault(2, 9, .wrongValue(key: "length", found: "\"2\"", expected: expected)),
        fault(1, 1, .missingKey("word", in: "owner")), fault(1, 1, .unknownKey("a", known: ["length", "word"])),
        fault(3, 1, .unknownKey("lenght", known: ["length", "word"])),
      ])
  }

  @Test(arguments: ["a", "[a]", "~"]) func anythingButKeysIsAFault(_ text: String) throws {
    #expect((try keys(text)) == nil)
    guard case .wrongValue("owner", _, "keys and values")? = reading.faults.first?.fact else {
      Issue.record("\(reading.faults)")
      return
    }
    #expect(reading.faults.count == 1)
  }
}
