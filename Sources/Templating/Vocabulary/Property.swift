import Layout

/// A key of a template with what fits there and what it does: the one table from which the parser reads, faults are told,
/// and the documentation and the editors' schema are made.
protocol AnyProperty: Sendable {
  var name: String { get }
  var summary: String { get }
  var expected: String { get }
  var schema: JSON { get }
  /// Whether it does not work without the key.
  var isRequired: Bool { get }
}

/// What fits somewhere, described to people and to editors.
protocol AnyPropertyType: Sendable {
  var expected: String { get }
  var schema: JSON { get }
}

/// A key whose value is read as a certain type.
struct Property<Value: Sendable>: AnyProperty {
  let name: String
  let summary: String
  let type: PropertyType<Value>
  let isRequired: Bool

  init(_ name: String, _ type: PropertyType<Value>, _ summary: String, isRequired: Bool = false) {
    self.name = name
    self.type = type
    self.summary = summary
    self.isRequired = isRequired
  }

  var expected: String { type.expected }
  var schema: JSON { type.schema }
}

/// How a value is read, and how it is described to people, `a length such as 4mm or 9.5pt`, and to editors.
struct PropertyType<Value: Sendable>: AnyPropertyType {
  let expected: String
  /// What an editor lets stand there: all that can be read, and as little else as it can tell.
  let schema: JSON
  /// Reads a value; nil when it does not fit.
  let parse: @Sendable (YAMLNode, TemplateReading) -> Value?

  init(_ expected: String, _ schema: JSON, _ parse: @escaping @Sendable (YAMLNode, TemplateReading) -> Value?) {
    self.expected = expected
    self.schema = schema
    self.parse = parse
  }

  /// Reads the value of a key; what does not fit is told, unless that has been done in better words.
  func read(_ node: YAMLNode, of key: String, _ reading: TemplateReading) -> Value? {
    let before = reading.faults.count
    if let value = parse(node, reading) { return value }
    if reading.faults.count == before {
      reading.fault(.wrongValue(key: key, found: node.found, expected: expected), at: node.mark)
    }
    return nil
  }
}

/// The keys of a mapping while they are read: each is taken out by its property, and what nobody took is unknown.
struct Keys {
  let mark: Mark
  private let reading: TemplateReading
  private var entries: [YAMLNode.Entry]
  private let known: [any AnyProperty]

  /// Opens a mapping; anything else is told as a fault.
  init?(_ node: YAMLNode, of owner: String, known: [any AnyProperty], _ reading: TemplateReading) {
    guard case .mapping(let entries, let mark) = node else {
      reading.fault(.wrongValue(key: owner, found: node.found, expected: "keys and values"), at: node.mark)
      return nil
    }
    self.init(entries, at: mark, known: known, reading)
  }

  /// Opens entries.
  init(_ entries: [YAMLNode.Entry], at mark: Mark, known: [any AnyProperty], _ reading: TemplateReading) {
    self.entries = entries
    self.mark = mark
    self.known = known
    self.reading = reading
  }

  /// Takes a value out.
  subscript<Value>(property: Property<Value>) -> Value? {
    mutating get {
      assert(known.contains { $0.name == property.name }, "\(property.name) is in no table")
      guard let index = entries.firstIndex(where: { $0.key == property.name }) else { return nil }
      return property.type.read(entries.remove(at: index).value, of: property.name, reading)
    }
  }

  /// Takes a value out without which it does not work.
  mutating func require<Value>(_ property: Property<Value>, in owner: String) -> Value? {
    assert(property.isRequired, "\(property.name) is required, and its table does not say so")
    if place(of: property) == nil { reading.fault(.missingKey(property.name, in: owner), at: mark) }
    return self[property]
  }

  /// The place of a key's value; nil when it is not there, or has been taken.
  func place<Value>(of property: Property<Value>) -> Mark? {
    entries.first { $0.key == property.name }?.value.mark
  }

  /// Tells of every key that nobody took.
  func finish() {
    for entry in entries {
      reading.fault(.unknownKey(entry.key, known: known.map(\.name)), at: entry.mark)
    }
  }
}
