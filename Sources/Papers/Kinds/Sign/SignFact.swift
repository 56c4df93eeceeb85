package import Layout

/// What is so with signs and the stalls they hang at.
package enum SignFact: Fact {
  /// No size of a sign is called so.
  case unknownSize(String)
  /// What is asked for is neither one language nor two.
  case notOneLanguageOrTwo(String)
  /// There is no such stall; with those that there are.
  case unknownStall(String, known: [String])
  /// There is nothing to make a sign for.
  case nothingToShow
  /// There is nothing to list.
  case nothingToList
  /// Items without a name in a language stand as the price book has them; the first few, and how many there are.
  case noNames(locale: String, examples: [String], count: Int)
  /// A sheet has fewer places than the one to begin at.
  case noPlace(Int, count: Int, size: String)
  /// There is no such sheet among so many.
  case noSheet(Int, count: Int)
  /// The sheet does not hold the piece: both in points; whether a bleed and crop marks are counted in.
  case tooLarge(size: String, piece: Size, sheet: Size, hasBleed: Bool)
  /// The item does not fit on the size, however small its letters; with what is in the way.
  case doesNotFit(item: String, size: String, Misfit?)
  /// The codes of signs of a size would be too fine for a phone; the least width of a module, in points.
  case codeTooFine(size: String, least: Double)
  /// An item cannot be read from as far as it must be, in metres; its letters' height in millimetres.
  case tooSmallToRead(item: String, size: String, farthest: Double, letters: Double)

  package var kind: Diagnostic.Kind {
    switch self {
    case .unknownSize, .notOneLanguageOrTwo, .unknownStall, .noPlace, .noSheet: .usage
    default: .data
    }
  }
}
