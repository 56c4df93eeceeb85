public import Layout

extension Template {
  static let kindKey = Property("kind", .kindName, "Which data the template receives.", isRequired: true)
  static let pageKey = Property(
    "page", .node("keys such as { size: A4 }", .reference(.page)), "The paper and its margin.")
  static let papersKey = Property("papers", .names("papers by name", .papers), "What differs on other papers.")
  static let colorsKey = Property("colors", .names("colours by name", .colors), "Colours by name.")
  static let stylesKey = Property("styles", .names("styles by name", .styles), "Styles by name.")
  static let headerKey = Property("header", body, "Stands at the head of every page.")
  static let contentKey = Property("content", body, "Runs over as many pages as it needs.", isRequired: true)
  static let footerKey = Property("footer", body, "Stands at the foot of every page.")
  static let stampKey = Property(
    "stamp", .node("keys such as { rotate: -17deg }", .reference(.stamp)), "Where the stamp stands, and how it looks.")

  private static let body = PropertyType.node("an element, or a list of elements", .reference(.elements))

  static let properties: [any AnyProperty] = [
    kindKey, pageKey, papersKey, colorsKey, stylesKey, headerKey, contentKey, footerKey, stampKey,
  ]

  /// Reads a template.
  ///
  /// - Parameters:
  ///   - source: the text of its template.yaml.
  ///   - folder: the template's folder, against which pictures are found.
  ///   - kinds: the shapes of data by kind.
  ///   - constants: values that are the same on every document (the office, the words); they are filled in at once, so that
  ///     what they complete is laid out once.
  ///   - paper: the paper to print on; nil for the template's own.
  ///   - elsewhere: where a picture lies that the template's folder does not have; nil where it lies nowhere else.
  ///   - capitals: sets a text in capitals, by the rules of a language or else of the paper's own.
  ///   - strikeWording: what is said of text that is struck out, to whoever hears it read; nil for nothing.
  /// - Returns: the template, when it can be used, and everything that is wrong with it, in the order of the file.
  public static func read(
    _ source: TemplateSource, folder: String, kinds: [String: DataShape], constants: [String: TemplateData],
    paper: Paper? = nil, elsewhere: @escaping (String) -> String? = { _ in nil },
    capitals: @escaping Capitals = { text, _ in text.uppercased() }, strikeWording: Strike.Wording? = nil
  ) -> (template: Template?, faults: [TemplateFault]) {
    let root: YAMLNode
    do { root = try source.root.get() } catch {
      let fact: TemplateFault.Fact =
        switch error.fact {
        case .notYAML(let problem): .notYAML(problem)
        case .refusedCharacter(let scalar): .refusedCharacter(scalar)
        }
      return (nil, [TemplateFault(mark: error.mark, fact: fact)])
    }
    let reading = TemplateReading(
      file: source.file, folder: folder, text: source.text, constants: constants, elsewhere: elsewhere,
      capitals: capitals, strikeWording: strikeWording)
    let template = read(root, kinds, paper, reading)
    guard reading.faults.isEmpty else { return (nil, reading.faults.inOrder) }
    return (template, [])
  }

  static func read(_ root: YAMLNode, _ kinds: [String: DataShape], _ paper: Paper?, _ reading: TemplateReading)
    -> Template?
  {
    guard var keys = Keys(root, of: "template", known: properties, reading) else { return nil }
    let place = keys.place(of: kindKey) ?? keys.mark
    let kind = keys.require(kindKey, in: "template")
    if let kind {
      reading.shape = ScopeShape(kinds[kind])
      if kinds[kind] == nil { reading.fault(.unknownKind(kind, known: kinds.keys.sorted()), at: place) }
    }
    // Colours before styles, styles before elements, and the paper's scale before all lengths.
    let sheet = PageReader.read(&keys, paper, reading)
    reading.scale = sheet.scale
    reading.fixedScale = sheet.fixedScale
    reading.paperHeight = sheet.paper.size.height.isFinite ? sheet.paper.size.height : sheet.paper.size.width
    ColorsReader.read(&keys, reading)
    StylesReader.read(&keys, reading)
    let furniture = reading.shape.entering(pageShape)
    let header = reading.within(furniture) { keys[headerKey].flatMap { blueprint($0, reading) } }
    let footer = reading.within(furniture) { keys[footerKey].flatMap { blueprint($0, reading) } }
    let content = reading.within(reading.shape.adding(contentShape)) {
      keys.require(contentKey, in: "template").flatMap { blueprint($0, reading) }
    }
    let stamp = StampReader.read(
      &keys, at: keys.mark, isWide: sheet.paper.size.width > sheet.paper.size.height, reading)
    keys.finish()
    guard let kind, let content else { return nil }
    return Template(
      kind: kind, paper: sheet.paper, margins: sheet.margins, stamp: stamp, families: reading.families,
      flags: reading.flags,
      texts: reading.texts.map(\.text), header: header?.shared, content: content, footer: footer?.shared)
  }

  private static func blueprint(_ node: YAMLNode, _ reading: TemplateReading) -> Blueprint? {
    if case .sequence(let nodes, _) = node { return StackNode.blueprint(nodes, reading) }
    return Vocabulary.node(node, reading)
  }
}

extension [TemplateFault] {
  /// In the order of the file; each but once.
  fileprivate var inOrder: [TemplateFault] {
    var seen: Set<TemplateFault> = []
    return filter { seen.insert($0).inserted }.enumerated()
      .sorted { ($0.1.mark.line, $0.1.mark.column, $0.0) < ($1.1.mark.line, $1.1.mark.column, $1.0) }.map(\.element)
  }
}
