/// The sheet of a document: its size, margins, and what stands at the head and foot of every page.
public struct PageMaster: Sendable {
  /// Which page of how many.
  public struct Number: Hashable, Sendable {
    /// The page, from 1.
    public var page: Int
    /// How many pages the document has.
    public var count: Int

    /// Numbers a page.
    public init(page: Int, count: Int) {
      self.page = page
      self.count = count
    }
  }

  /// The sheet, in points; an infinite height makes one page as high as its content.
  public var size: Size
  /// How high a page of infinite height gets before another begins, in points.
  public var longest = Double.infinity
  /// The margins, in points.
  public var margins: Insets
  /// What stands above the content; nil for nothing.
  public var header: (@Sendable (Number) -> (any Element)?)?
  /// What stands below the content; nil for nothing.
  public var footer: (@Sendable (Number) -> (any Element)?)?

  /// Makes a sheet.
  public init(
    size: Size, margins: Insets, header: (@Sendable (Number) -> (any Element)?)? = nil,
    footer: (@Sendable (Number) -> (any Element)?)? = nil
  ) {
    self.size = size
    self.margins = margins
    self.header = header
    self.footer = footer
  }
}

/// Divides content into pages.
///
/// Its laws: every page places something; what is left is strictly smaller; what does not fit on an empty page is an error.
/// Headers and footers are made once the number of pages is known, in the room that was kept for them.
public struct Paginator {
  /// Lays out a document.
  ///
  /// - Parameters:
  ///   - content: everything between header and footer.
  ///   - master: the sheet.
  ///   - context: what holds for every page.
  /// - Returns: the pages, each a frame of the sheet's size.
  /// - Throws: ``LayoutError`` when content cannot be measured or something does not fit on an empty page.
  public static func pages(of content: any Element, on master: PageMaster, _ context: LayoutContext)
    throws(LayoutError) -> [Frame]
  {
    // A document of one page is the rule: taking each page for the last makes its header and footer final at once.
    let sheets = try fill(content, on: master, count: nil, context)
    do { return try finish(sheets, context) } catch .overflow {
      // "9 of 12" can need more room than the "9 of 9" it was kept for.
      return try finish(try fill(content, on: master, count: sheets.count, context), context)
    }
  }

  /// Fills pages with content, keeping room for headers and footers as they would be on so many pages.
  private static func fill(_ content: any Element, on master: PageMaster, count: Int?, _ context: LayoutContext)
    throws(LayoutError) -> [Sheet]
  {
    var sheets: [Sheet] = []
    var rest: (any Element)? = content
    while let element = rest {
      let page = sheets.count + 1
      var sheet = try Sheet(master, PageMaster.Number(page: page, count: count ?? page), context)
      rest = try sheet.place(element, context)
      // A rest that is nothing but blank is not worth a page.
      if sheets.isEmpty || !sheet.isBlank { sheets.append(sheet) }
    }
    return sheets
  }

  private static func finish(_ sheets: [Sheet], _ context: LayoutContext) throws(LayoutError) -> [Frame] {
    var pages: [Frame] = []
    pages.reserveCapacity(sheets.count)
    for (index, sheet) in sheets.enumerated() {
      pages.append(try sheet.finished(as: PageMaster.Number(page: index + 1, count: sheets.count), context))
    }
    return pages
  }
}

/// A page while it is made.
private struct Sheet {
  private let master: PageMaster
  private let guess: PageMaster.Number
  private var header: Frame?
  private var footer: Frame?
  private var body = Frame(size: .zero)

  init(_ master: PageMaster, _ number: PageMaster.Number, _ context: LayoutContext) throws(LayoutError) {
    self.master = master
    guess = number
    let height = min(master.size.height, master.longest) - master.margins.vertical
    header = try Sheet.furniture(master.header?(number), master, height: height, context)
    footer = try Sheet.furniture(master.footer?(number), master, height: height - (header?.size.height ?? 0), context)
  }

  /// Whether there is nothing between header and footer.
  var isBlank: Bool { body.items.isEmpty }

  private static func width(_ master: PageMaster) -> Constraints.Width {
    .exact(master.size.width - master.margins.horizontal)
  }

  /// Places what fits of an element and returns the rest.
  mutating func place(_ element: any Element, _ context: LayoutContext) throws(LayoutError) -> (any Element)? {
    let taken = master.margins.vertical + (header?.size.height ?? 0) + (footer?.size.height ?? 0)
    let most = min(master.size.height, master.longest)
    guard taken <= most else { throw .overflow(Misfit(.tooHigh(needed: taken, available: most))) }
    let space = Constraints(width: Sheet.width(master), height: most - taken, isFreshPage: true)
    switch try element.layout(in: space, context) {
    case .whole(let frame):
      body = frame
      return nil
    case .part(let frame, let rest):
      guard !frame.items.isEmpty else { throw .overflow(try element.misfit(in: space, context)) }
      body = frame
      return rest
    case .none(let misfit): throw .overflow(misfit)
    }
  }

  /// The page with header and footer as they read now that the number of pages is known.
  func finished(as number: PageMaster.Number, _ context: LayoutContext) throws(LayoutError) -> Frame {
    var (header, footer) = (header, footer)
    if number != guess {
      header = try Sheet.furniture(master.header?(number), master, height: header?.size.height ?? 0, context)
      footer = try Sheet.furniture(master.footer?(number), master, height: footer?.size.height ?? 0, context)
    }
    if context.hasRoles {
      if number.page > 1 { header?.role = .runningHeader }
      if number.page < number.count { footer?.role = .runningFooter }
    }
    let top = master.margins.top + (header?.size.height ?? 0)
    var height = master.size.height
    if !height.isFinite { height = top + body.size.height + (footer?.size.height ?? 0) + master.margins.bottom }
    let left = context.direction == .leftToRight ? master.margins.start : master.margins.end
    var page = Frame(size: Size(master.size.width, height))
    if let header { page.add(header, at: Point(left, master.margins.top)) }
    page.add(body, at: Point(left, top))
    if let footer { page.add(footer, at: Point(left, height - master.margins.bottom - footer.size.height)) }
    return page
  }

  private static func furniture(
    _ element: (any Element)?, _ master: PageMaster, height: Double, _ context: LayoutContext
  ) throws(LayoutError) -> Frame? {
    guard let element else { return nil }
    let space = Constraints(width: Sheet.width(master), height: height, isFreshPage: true)
    switch try element.layout(in: space, context) {
    case .whole(let frame): return frame
    case .part:
      var misfit = try element.misfit(in: space, context)
      misfit.mark = misfit.mark ?? element.place
      throw .overflow(misfit)
    case .none(let misfit): throw .overflow(misfit)
    }
  }
}
