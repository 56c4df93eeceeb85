public import Layout

/// A designer's file, read and checked: give it data, and it gives elements.
public struct Template: Sendable {
  /// Which kind of paper it makes.
  public let kind: String
  /// The paper it was read for.
  public let paper: Paper
  /// The margins of the sheet, in points.
  public let margins: Insets
  /// Where the stamp stands and how it looks.
  public let stamp: StampPlacement
  /// The fonts it asks for, with the first place that does.
  public let families: [(name: String, mark: Mark)]
  /// The flags it asks for, as it names them.
  public let flags: Set<String>
  /// What it says, with whatever is the same on every document filled in, and ``placeholder`` for what is not.
  public let texts: [String]
  /// Sets a text in capitals by the rules of a language; nil for the paper's own.
  public typealias Capitals = @Sendable (_ text: String, _ language: String?) -> String
  /// Stands where data is filled in: U+FFFC, the object replacement character.
  public static let placeholder: Character = "\u{FFFC}"

  let header: Blueprint?
  let content: Blueprint
  let footer: Blueprint?

  /// The elements and the sheet for one document.
  ///
  /// - Parameters:
  ///   - data: the values, in the shape the template was read for.
  ///   - figures: how a page's number is written.
  /// - Returns: what to lay out, and on what.
  public func document(
    for data: [String: TemplateData], figures: @escaping @Sendable (Int) -> String = { String($0) }
  ) -> (content: any Element, master: PageMaster) {
    let scope = Scope(data)
    let furniture: @Sendable (Blueprint?) -> (@Sendable (PageMaster.Number) -> (any Element)?)? = { blueprint in
      guard let blueprint else { return nil }
      return { number in
        let page = Template.page(number, on: paper, figures)
        return blueprint.element(in: Scope(["page": page], parent: scope))
      }
    }
    var whole = data
    whole["page"] = .record(Template.facts(of: paper))
    let master = PageMaster(size: paper.size, margins: margins, header: furniture(header), footer: furniture(footer))
    return (content.element(in: Scope(whole)) ?? Stack([]), master)
  }

  /// What the content knows about its pages.
  static let contentShape: (name: String, shape: DataShape) = (
    "page",
    .record([
      ("is_roll", .flag("Whether they are one roll.")),
      ("is_narrow", .flag("Whether they are narrower than 7 cm, as rolls of 58 mm are.")),
      ("is_card", .flag("Whether they are pictures to post, laid out on the paper Card.")),
    ])
  )

  /// What a header or footer knows about its page.
  static let pageShape = DataShape.record([
    (
      "page",
      .record([
        ("number", .text("The page's number, from 1.")), ("count", .text("How many pages the document has.")),
        ("is_first", .flag("Whether it is the first page.")), ("is_last", .flag("Whether it is the last page.")),
        ("is_only", .flag("Whether the document has one page.")),
        ("is_roll", .flag("Whether it is as long as what is on it, and ends with the stamp; known in content:, too.")),
        ("is_narrow", .flag("Whether it is narrower than 7 cm, as rolls of 58 mm are; known in content:, too.")),
        ("is_card", .flag("Whether it is a picture to post, laid out on the paper Card; known in content:, too.")),
      ])
    )
  ])

  private static func page(_ number: PageMaster.Number, on paper: Paper, _ figures: (Int) -> String) -> TemplateData {
    var page = facts(of: paper)
    page["number"] = .text(figures(number.page))
    page["count"] = .text(figures(number.count))
    page["is_first"] = .flag(number.page == 1)
    page["is_last"] = .flag(number.page == number.count)
    page["is_only"] = .flag(number.count == 1)
    return .record(page)
  }

  /// What is known of pages before they are made.
  private static func facts(of paper: Paper) -> [String: TemplateData] {
    [
      "is_roll": .flag(paper.isRoll), "is_narrow": .flag(paper.size.width < 70 * Length.millimetre),
      "is_card": .flag(paper.size == Paper.card.size),
    ]
  }
}

/// Where the stamp stands and how it looks. That it is there, and what it says, is not a template's to decide.
public struct StampPlacement: Hashable, Sendable {
  /// Where the middle of the stamp may be, as shares of the page's width (from the side where reading starts) and height, in the order in
  /// which they are tried; at least one.
  public var places: [Point]
  /// The same on the pages behind the first; empty for the same places.
  public var nextPlaces: [Point]
  /// On a roll: where its middle may be, in the order in which they are tried; at least one.
  public var rollPlaces: [RollPlace]
  /// The turn in degrees; negative turns against the clock.
  public var degrees: Double
  /// The stamp's width in points.
  public var width: Double
  /// The same on a roll, in points.
  public var rollWidth: Double
  /// The size in points that no words of the void are smaller than; what of the stamp would be is left out. 0 for the usual sizes.
  public var leastType = 0.0
  /// The colour of its ink.
  public var color: Color
  /// A picture for its frame, drawn in place of the usual one; nil for the usual one.
  public var art: String?
  /// Where the template says so.
  public var mark: Mark

  /// Where the middle of the stamp may be on a page, in the order in which they are tried: shares of its width and height; on a roll a share
  /// of its width, and points above its end.
  ///
  /// - Parameters:
  ///   - isRoll: whether the page is cut from a roll.
  ///   - isFirst: whether it is the document's first page.
  /// - Returns: the places, at least one.
  public func centers(isRoll: Bool, isFirst: Bool) -> [Point] {
    if isRoll { return rollPlaces.map { Point($0.share, $0.aboveEnd) } }
    return isFirst || nextPlaces.isEmpty ? places : nextPlaces
  }
}

/// A place for the stamp on a roll, which is as long as its content.
public struct RollPlace: Hashable, Sendable {
  /// How far the stamp's middle is from the side where reading starts, as a share of the width.
  public var share: Double
  /// How far it is above the end of the paper, in points.
  public var aboveEnd: Double

  /// Names a place.
  public init(share: Double = 0.5, aboveEnd: Double) {
    self.share = share
    self.aboveEnd = aboveEnd
  }
}
