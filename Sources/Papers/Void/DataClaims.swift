import Foundation
import Templating
import Vetting

/// The claims that a document's data makes by itself, such as an item called "Debt advice (final notice)".
struct DataClaims {
  /// The texts that make one, as they may stand on paper; the longest first, so that none is looked for inside another.
  private var texts: [String] = []
  /// Their words that claim something.
  private var words: Set<String> = []

  /// Gathers them from what a template is filled with.
  init(_ values: [String: TemplateData]) {
    var all: Set<String> = []
    for value in values.values { add(value, to: &all) }
    texts = all.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
  }

  private mutating func add(_ value: TemplateData, to all: inout Set<String>) {
    switch value {
    case .text(let text), .foreign(let text, _):
      // Capitals may make a claim of what is none otherwise: "well paid".
      for form in Capitals.all(of: Self.plain(text)).union([Self.plain(text)]) {
        let claims = Vetting.claims(in: form)
        if claims.isEmpty { continue }
        all.insert(form)
        words.formUnion(claims.map(\.excerpt))
      }
    case .list(let values): for value in values { add(value, to: &all) }
    case .record(let fields): for value in fields.values { add(value, to: &all) }
    // Yes or no, and sums: they claim nothing.
    case .flag, .indexed: break
    }
  }

  /// Whether all that a text claims comes out of the data.
  ///
  /// Each of the data's texts is taken out of it once only, so that "PAID {{item}}" stays a claim whatever the item is called.
  /// And the text may claim nothing that the data does not claim by itself: "Total due {{item}}" must not take its amount from
  /// an item, nor "{{item}} in full" its first word.
  ///
  /// - Parameter text: the text, ``plain(_:)``.
  /// - Returns: whether it claims nothing without them.
  func excuse(_ text: String) -> Bool {
    guard !texts.isEmpty, Vetting.claims(in: text).allSatisfy({ words.contains($0.excerpt) }) else { return false }
    var rest = text
    for claim in texts {
      if let place = Self.place(of: claim, in: rest) { rest.replaceSubrange(place, with: Self.harmless) }
    }
    return rest != text && Vetting.claim(in: rest) == nil
  }

  /// A word that claims nothing.
  static let harmless = "something"

  /// A text without the soft hyphens at which its words may be parted.
  static func plain(_ text: String) -> String {
    guard text.utf8.contains(0xC2) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\u{AD}" }))
  }

  /// Whether no letter or digit touches what stands at a place. The raised number of a note makes no other word of the one before it.
  static func standsApart(_ place: Range<String.Index>, in text: String) -> Bool {
    let (before, after) = (text[..<place.lowerBound].last, text[place.upperBound...].first)
    return ![before, after].contains { $0?.isLetter == true || ($0?.isNumber == true && $0?.isRaised == false) }
  }

  private static func place(of claim: String, in text: String) -> Range<String.Index>? {
    var rest = text.startIndex..<text.endIndex
    while let place = text.range(of: claim, options: .literal, range: rest) {
      if standsApart(place, in: text) { return place }
      rest = text.index(after: place.lowerBound)..<text.endIndex
    }
    return nil
  }
}

extension Character {
  /// Whether it is a raised figure, as notes have.
  fileprivate var isRaised: Bool { "⁰¹²³⁴⁵⁶⁷⁸⁹".contains(self) }
}

/// The claims that a template makes by itself, whatever is filled in: no data excuses them, though it may say the same.
struct TemplateClaims {
  /// What stands before, between and behind the placeholders of each.
  private let texts: [[String]]

  /// Looks through what a template says.
  ///
  /// - Parameter texts: its texts, with ``Template/placeholder`` for what is filled in.
  init(_ texts: [String]) {
    let forms = Set(texts.map(DataClaims.plain).flatMap { Capitals.all(of: $0).union([$0]) })
    self.texts = forms.filter { form in
      Vetting.claim(in: form.replacing(String(Template.placeholder), with: DataClaims.harmless)) != nil
    }.map { form in
      form.split(separator: Template.placeholder, omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// Whether a text may be one of them, filled in.
  func makes(_ text: String) -> Bool {
    texts.contains { pieces in
      guard let first = pieces.first, let last = pieces.last, pieces.count > 1 else { return pieces == [text] }
      guard text.hasPrefix(first), text.hasSuffix(last) else { return false }
      var rest = text.dropFirst(first.count)
      for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
        guard let place = rest.firstRange(of: piece) else { return false }
        rest = rest[place.upperBound...]
      }
      return rest.count >= last.count
    }
  }
}
