package import Layout

/// What is so with sheets, and with what is to be cut from them.
package enum SheetFact: Fact {
  /// No sheet is called so.
  case unknownSheet(String)
  /// No paper is called so.
  case unknownPaper(String)
  /// Receipts are not cut at this size; with what is usual.
  case cannotCut(at: String, usual: String)
  /// The paper is wider than the heads of receipt printers, for which something is made in dots.
  case widerThanHeads(String)
  /// A kind of paper is not made on this paper by a template, nil for the kind's own, but on others.
  case notMadeFor(String, kind: String, template: String?, papers: [String])
  /// The piece is larger than the sheet.
  case doesNotFit(piece: String)

  /// A paper on a roll would be so many metres long.
  case rollTooLong(metres: Int, most: Int)

  package var kind: Diagnostic.Kind { if case .rollTooLong = self { .data } else { .usage } }
}

extension Paper {
  /// Whether a paper is an American one.
  package static func isAmerican(_ name: String) -> Bool {
    ["Letter", "Legal", "Tabloid"].contains(named(name)?.name ?? name)
  }

  /// The paper that somebody named.
  ///
  /// - Throws: ``Diagnostics`` when there is none of that name.
  package static func asked(_ name: String) throws(Diagnostics) -> Paper {
    if let paper = named(name) { return paper }
    throw Diagnostics(SheetFact.unknownPaper(name))
  }
}
