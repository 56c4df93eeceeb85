import Layout

/// Reads `page:` and `papers:`.
enum PageReader {
  static let size = Property("size", .paper, "A name such as A4 or Letter, or [width, height].")
  static let margin = Property("margin", .absoluteInsets, "Blank around the content.")
  static let scale = Property(
    "scale", .paperScale,
    "A factor on lengths and type; codes, margins and the width of lines keep theirs, and type that is written as 6pt or more stays that large, but on signs smaller than A7. With `paper` all of it is as much larger or smaller as the paper is than size:, for signs."
  )

  static let pageProperties: [any AnyProperty] = [size, margin, scale]
  static let paperProperties: [any AnyProperty] = [margin, scale]

  /// What holds for a sheet.
  struct Sheet {
    var paper = Paper(name: "A4", size: Size(210 * Length.millimetre, 297 * Length.millimetre))
    var margins = Insets(18 * Length.millimetre)
    var scale = 1.0
    /// A factor on codes and the width of lines.
    var fixedScale = 1.0
  }

  static func read(_ keys: inout Keys, _ asked: Paper?, _ reading: TemplateReading) -> Sheet {
    var sheet = Sheet()
    var place = keys.place(of: Template.pageKey) ?? keys.mark
    if let node = keys[Template.pageKey], var page = Keys(node, of: "page", known: pageProperties, reading) {
      sheet.paper = page[size] ?? sheet.paper
      place = page.place(of: margin) ?? place
      read(&page, into: &sheet)
    }
    let (own, ownName) = (sheet.paper.size, sheet.paper.name)
    sheet.paper = asked ?? sheet.paper
    if sheet.scale == .infinity {
      sheet.scale = min(sheet.paper.size.width / own.width, sheet.paper.size.height / own.height)
      sheet.fixedScale = sheet.scale
      sheet.margins = sheet.margins.scaled(by: sheet.scale)
    }
    let entries = keys[Template.papersKey] ?? []
    let known = entries.compactMap { Paper.named($0.key) }
    // What page: says holds for its own size, and for others where nothing suits them better.
    let suiting =
      sheet.paper.name == ownName
      ? known.first { $0.name == ownName } : Paper.suiting(sheet.paper, among: known)
    for entry in entries {
      let paper = Paper.named(entry.key)
      if paper == nil { reading.fault(.unknownPaper(entry.key, known: Paper.all.map(\.name)), at: entry.mark) }
      guard var page = Keys(entry.value, of: entry.key, known: paperProperties, reading) else { continue }
      let own = page.place(of: margin)
      var changed = sheet
      read(&page, into: &changed)
      guard let paper, paper == suiting else { continue }
      sheet = changed
      place = own ?? place
    }
    let size = sheet.paper.size
    if sheet.margins.horizontal >= size.width || sheet.margins.vertical >= size.height {
      let found = "as wide or as high as the paper"
      reading.fault(.wrongValue(key: "margin", found: found, expected: "less, so that there is room within"), at: place)
    }
    return sheet
  }

  private static func read(_ page: inout Keys, into sheet: inout Sheet) {
    sheet.margins = page[margin] ?? sheet.margins
    if let factor = page[scale] { (sheet.scale, sheet.fixedScale) = (factor, 1) }
    page.finish()
  }
}

extension PropertyType where Value == Paper {
  /// A paper's name, or its width and height.
  static let paper = PropertyType(
    "a paper such as A4 or Letter, or [210mm, 297mm]",
    [
      "anyOf": [.words(Paper.all.map(\.name)), .list(of: .matching(Dimensions.lengthPattern), least: 2, most: 2)]
    ]
  ) { node, reading in
    switch node {
    case .scalar(let name?, let mark):
      if let paper = Paper.named(name) { return paper }
      reading.fault(.unknownPaper(name, known: Paper.all.map(\.name)), at: mark)
      return nil
    case .sequence:
      guard let (width, height) = node.pair(Dimensions.length), width > 0, height > 0 else { return nil }
      return Paper(name: "custom", size: Size(width, height))
    default: return nil
    }
  }
}

extension YAMLNode {
  /// Two values of one type in a list; nil when it is anything else.
  func pair<Value>(_ read: (String) -> Value?) -> (Value, Value)? {
    guard case .sequence(let list, _) = self, list.count == 2, case .scalar(let first?, _) = list[0],
      case .scalar(let second?, _) = list[1], let a = read(first), let b = read(second)
    else { return nil }
    return (a, b)
  }
}
