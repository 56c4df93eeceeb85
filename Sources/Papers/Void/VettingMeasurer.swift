import Bookkeeping
import Characters
package import Drawing
import Foundation
import Layout
import Templating
import Vetting

/// Stands before the measurer, so that nothing comes to be printed that has not been vetted: every text of every page passes
/// here, whether a template, a file of words or data wrote it, and every code.
package final class VettingMeasurer: ContentMeasurer {
  /// What draws the vetted texts.
  let measurer: PangoMeasurer
  /// What the document that is laid out was filled with. A claim that its data makes by itself is printed, for it is the name
  /// of something given; a claim that a template makes is not.
  var data: [String: TemplateData] = [:] {
    didSet { (claims, excused, knownNames) = (nil, [], nil) }
  }
  private let ledger: String?
  private let own: [String]
  /// The template's own claims, found when a text first asks for them.
  private lazy var ownClaims = TemplateClaims(own)
  private var cleared: Set<String> = []
  /// Whether texts would ask for money before an amount.
  private var awaiting: [String: Bool] = [:]
  /// The texts of this document whose claims are its data's. Another document has other data, so they are not kept.
  private var excused: Set<String> = []
  /// The data's own claims, found when a text first asks for them.
  private var claims: DataClaims?

  /// What the data calls things by, gathered when a line first asks for it.
  private var knownNames: Names?

  /// - Parameters:
  ///   - measurer: what measures the texts that pass.
  ///   - ledger: the base address to which every code must lead; nil where there may be none.
  ///   - own: what the template says (`Template/texts`): no data excuses what it claims by itself.
  package init(_ measurer: PangoMeasurer, ledger: String?, own: [String] = []) {
    self.measurer = measurer
    self.ledger = ledger
    self.own = own
  }

  func shape(_ text: String, style: TextStyle, scale: Double, direction: Direction, width: Double?) throws(ContentError)
    -> ShapedText
  {
    try vet(text)
    return try measurer.shape(text, style: style, scale: scale, direction: direction, width: width)
  }

  /// Lets a text pass.
  ///
  /// - Parameter text: what is to be on paper.
  /// - Throws: `ContentError/refused` when it may not be.
  func vet(_ text: String) throws(ContentError) {
    if cleared.contains(text) || excused.contains(text) { return }
    if text.firstRefused != nil {
      // Isolates are our own, and what stands in them is vetted without them.
      let plain = Formats.withoutIsolates(text)
      if plain.firstRefused != nil { throw .refused(text: text, because: "refusedCharacter") }
      try vet(plain)
      if cleared.contains(plain) { cleared.insert(text) }
      return
    }
    // Combining marks begin with U+0300, whose first byte is CC.
    if text.utf8.contains(where: { $0 >= 0xCC }), case .stacked? = TextExcess(text, most: .max) {
      throw .refused(text: text, because: "stackedMarks")
    }
    if let finding = Vetting.finding(in: text) {
      guard finding.kind.isClaim, isExcused(text) else {
        throw .refused(text: text, because: finding.kind.rawValue)
      }
      excused.insert(text)
      return
    }
    if cleared.count >= 8192 { cleared.removeAll(keepingCapacity: true) }
    cleared.insert(text)
  }

  /// Lets an address pass that opens on a click: one of the web, and nothing that a program would run or a file that it would open.
  ///
  /// - Parameter link: the address.
  /// - Throws: `ContentError/refused` when it may not be.
  func vet(link: String) throws(ContentError) {
    let address = link.lowercased()
    guard LedgerAddress.schemes.contains(where: address.hasPrefix) else {
      throw .refused(text: link, because: "notOnTheWeb")
    }
    try vet(link)
  }

  /// Lets the lines of a page pass, as they stand on paper: "Amount" beside "due" and a figure asks for money, too, though each by
  /// itself does not. What was given keeps its name: only what the template says beside it makes a demand.
  ///
  /// - Parameter lines: the page's lines.
  /// - Throws: `ContentError/refused` when one may not be printed.
  func vet(_ lines: PaperLines) throws(ContentError) {
    for line in lines.lines {
      let text = line.joined(separator: " ")
      if cleared.contains(text) { continue }
      var finding = Vetting.claim(in: text)
      if finding != nil {
        finding = Vetting.claim(in: line.map { Names.without(names.all, in: $0) }.joined(separator: " "))
      }
      if finding == nil, text.utf8.count(where: { (0x30...0x39).contains($0) }) >= 8 {
        // Figures of what was given stand beside one another in every table.
        finding = Vetting.paymentData(in: line.filter { !names.figures.contains($0) }.joined(separator: " "))
      }
      if let finding { throw .refused(text: text, because: finding.kind.rawValue) }
      if cleared.count >= 8192 { cleared.removeAll(keepingCapacity: true) }
      // What depends on the data of this document is asked again on the next.
      if Vetting.finding(in: text) == nil { cleared.insert(text) }
    }
    for (above, below) in lines.columns where awaitsAmount(above) {
      let text = "\(above) \(below)"
      // What was given keeps its name, whatever stands below it, and words of the data are no amount.
      guard let finding = Vetting.claim(in: text), Names.without(names.all, in: above) == DataClaims.plain(above),
        !isWording(below)
      else { continue }
      throw .refused(text: text, because: finding.kind.rawValue)
    }
  }

  /// Whether a text is words of the data, such as a source with its date or the address of a code, and no amount: that begins with its
  /// figure, or has a currency beside it.
  private func isWording(_ text: String) -> Bool {
    guard text.first(where: { !$0.isWhitespace })?.isLetter == true, !Amounts.isNamed(in: text) else { return false }
    return !Names.without(names.all, in: text).contains(where: \.isNumber)
  }

  /// Whether a text would ask for money, stood an amount behind it.
  private func awaitsAmount(_ text: String) -> Bool {
    if let known = awaiting[text] { return known }
    let answer = Self.asks(text)
    if awaiting.count >= 8192 { awaiting.removeAll(keepingCapacity: true) }
    awaiting[text] = answer
    return answer
  }

  /// Whether the end of a text asks for an amount. What says that nothing is owed does not, though it ends with the same words in some
  /// languages.
  private static func asks(_ text: String) -> Bool {
    guard Vetting.demandWithoutAmount(atEndOf: text) != nil else { return false }
    let rest = OfferedLanguage.all.reduce(text) { $0.replacing($1.void.nothingOwed, with: "") }
    return rest == text || Vetting.demandWithoutAmount(atEndOf: rest) != nil
  }

  /// Lets the texts of a paper pass that bears no void: it names no price, so no amount of money may stand on it.
  ///
  /// - Parameter page: the page.
  /// - Throws: `ContentError/refused` when one does.
  func vet(withoutVoid page: PageLeaves) throws(ContentError) {
    for text in PaperLines(on: page, .leftToRight).texts where Amounts.isNamed(in: text) {
      throw .refused(text: text, because: "amountWithoutVoid")
    }
  }

  private var names: Names {
    if let known = knownNames { return known }
    let names = Names(data)
    knownNames = names
    return names
  }

  /// Whether a claim comes out of the data, or is but the rest of a text that makes none as a whole.
  private func isExcused(_ text: String) -> Bool {
    let plain = DataClaims.plain(text)
    if ownClaims.makes(plain) { return false }
    let claims = claims ?? DataClaims(data)
    self.claims = claims
    return claims.excuse(plain) || cleared.contains { Self.isPart(text, of: $0) }
      || excused.contains { Self.isPart(text, of: $0) }
  }

  /// Whether a text is what was left of another when a page ended, or the word at which a line did: whole words of it.
  ///
  /// What stands alone on the next page ("paid") has been judged where it belongs ("what the worker is paid").
  private static func isPart(_ text: String, of whole: String) -> Bool {
    guard whole.utf8.count > text.utf8.count, let place = whole.range(of: text, options: [.backwards, .literal]) else {
      return false
    }
    let isWord = !text.contains(where: \.isWhitespace)
    return (place.upperBound == whole.endIndex || isWord) && DataClaims.standsApart(place, in: whole)
  }

  func size(ofPicture path: String) throws(ContentError) -> Size {
    let size = try measurer.size(ofPicture: path)
    try PictureWords.vet(try measurer.texts(ofPicture: path))
    return size
  }

  func modules(ofCode text: String) throws(ContentError) -> Int {
    guard let ledger else { throw .refused(text: text, because: "codeWithoutSite") }
    let leadsHome = [ledger, LedgerAddress.coded(ledger)].contains { text == $0 || text.hasPrefix($0 + "/") }
    guard leadsHome else { throw .refused(text: text, because: "foreignCode") }
    return try measurer.modules(ofCode: text)
  }
}
