/// What a document says, in the order in which it must be read: the yardstick for its pages.
indirect enum Outline {
  /// A named leaf; its letters without blanks, nil for a picture, a code or a line.
  case leaf(name: String, letters: String?)
  /// One below the other.
  case below([Outline])
  /// Side by side.
  case beside([Outline])
  /// Rows under a head that is repeated on every page.
  case table(TableOutline)

  static let nothing = Outline.below([])
}

/// What a table says. Head and subtotals are leaves of their own names, which no other leaf has.
struct TableOutline {
  var head: (name: String, letters: String)?
  var rows: [Outline]
  var carried: String?
  var brought: String?
}
