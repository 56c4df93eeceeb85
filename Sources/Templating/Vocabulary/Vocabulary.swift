import Layout

/// The words of the template language.
enum Vocabulary {
  /// Every element, in the order in which they are documented.
  static let elements: [ElementSpec] = [
    TextNode.spec, StackNode.spec, RowNode.spec, TableNode.spec, RuleNode.spec, SpaceNode.spec, PictureNode.spec,
    CodeNode.spec, FitNode.spec,
  ]

  /// Every key but the elements' own, by what it stands in or beside.
  static let keys: [(owner: String, properties: [any AnyProperty])] =
    [
      ("template", Template.properties), ("page", PageReader.pageProperties), ("papers", PageReader.paperProperties),
      ("styles", StylesReader.properties), ("stamp", StampReader.properties), ("every element", Common.properties),
    ] + elements.map { ($0.name, $0.properties) } + [
      ("elements of a row", [RowNode.width]), ("keys of a table", TableNode.properties),
      ("columns", TableColumn.properties), ("cells", [TableCell.span]),
    ]

  private static let keyNames = Set(keys.flatMap(\.properties).map(\.name))

  /// A list of elements.
  static let list = list(of: .element)

  /// A list of elements that stand in a certain place.
  static func list(of part: SchemaPart) -> PropertyType<[YAMLNode]> {
    PropertyType("a list of elements", .list(of: .reference(part), least: 0)) { node, _ in
      if case .sequence(let list, _) = node { list } else { nil }
    }
  }

  /// An element.
  static let element = PropertyType<YAMLNode>.node("an element such as text: or row:", .reference(.element))

  /// Reads one node: an element's key with its value, and the keys beside it. A bare text is a `text:`.
  static func node(_ node: YAMLNode, _ reading: TemplateReading) -> Blueprint? {
    let entries: [YAMLNode.Entry]
    switch node {
    case .scalar(.some, let mark): entries = [YAMLNode.Entry(key: TextNode.spec.name, mark: mark, value: node)]
    case .mapping(let own, _): entries = own
    case .sequence, .scalar:
      reading.fault(.wrongValue(key: "element", found: node.found, expected: element.expected), at: node.mark)
      return nil
    }
    let found = entries.compactMap { entry in elements.first { $0.name == entry.key }.map { ($0, entry.value) } }
    guard let (spec, value) = found.first else {
      let keys = entries.map(\.key).filter { !keyNames.contains($0) }
      reading.fault(.noElement(keys: keys, known: elements.map(\.name)), at: node.mark)
      return nil
    }
    guard found.count == 1 else {
      reading.fault(.severalElements(found.map(\.0.name)), at: node.mark)
      return nil
    }
    let beside = entries.filter { $0.key != spec.name }
    var keys = Keys(beside, at: node.mark, known: spec.properties + Common.properties, reading)
    return read(spec, value, &keys, reading)
  }

  private static func read(_ spec: ElementSpec, _ value: YAMLNode, _ keys: inout Keys, _ reading: TemplateReading)
    -> Blueprint?
  {
    // A repeated node sees the names of one entry of its list, so the list is read before all else.
    let name = keys.place(of: Common.each).flatMap { place in keys[Common.each].map { ($0, place) } }
    func readOne(_ shape: ScopeShape) -> Blueprint? {
      reading.within(shape) { () -> Blueprint? in
        let common = Common(&keys, reading)
        let inner = spec.read(value, &keys, reading)
        keys.finish()
        return inner.map { common.apply(to: $0) }
      }
    }
    guard let (name, place) = name else { return readOne(reading.shape) }
    let list = reading.list(name, at: place)
    let blueprint = reading.repeating(list.path, name, at: place) { readOne(list.shape) }
    guard let blueprint, let path = list.path else { return nil }
    let repeated = blueprint.shared
    return .bound { scope in scope.list(at: path).flatMap { repeated.elements(in: scope.entering($0)) } }
  }
}
