import Bookkeeping
import Layout

/// A sign: an item at its market price, for a stall. Shared by reference: copies are the same one.
final class Sign: Sendable {
  let entry: PriceBook.Entry
  let stall: String
  let look: SignLook
  /// Where it was asked for: the file as people write it, the line, and the columns of its cells.
  let place: (file: String, row: SignList.Row)

  init(_ entry: PriceBook.Entry, stall: String, _ look: SignLook, place: (file: String, row: SignList.Row)) {
    self.entry = entry
    self.stall = stall
    self.look = look
    self.place = place
  }

  /// Something about this sign, at the row that asks for it.
  func fault(_ message: String, hint: String) -> Diagnostics {
    Diagnostics(
      file: place.file, line: place.row.line, column: place.row.columns[.item], message: message, hint: hint)
  }
}

/// A sign once it is laid out. Its void is put over it with those of all signs of its sheet: see ``SheetVoids``.
final class SignFace {
  /// Its face without the void.
  let frame: Frame
  /// What must be put over it.
  let void: PageVoid
  /// How well its item can be read; nil where the template calls nothing a heading.
  let legibility: Legibility?

  /// Lays a sign out.
  ///
  /// - Parameters:
  ///   - sign: the sign.
  ///   - press: makes pages.
  /// - Throws: a ``Diagnostic`` at the sign's row when it does not fit or cannot be printed.
  init(_ sign: Sign, _ press: Press) throws(Diagnostics) {
    let press = try press.beside(sign.look)
    let values = SignData.values(of: sign.entry, stall: sign.stall, sign.look, press.formats)
    let pages: [(page: Frame, void: PageVoid)]
    do { pages = try press.pages(of: values, in: sign.entry.price.currency) } catch {
      if case .overflow? = error as? LayoutError { throw Self.tooMuch(sign, press.told(error)) }
      var fault = press.told(error)
      if fault.file == nil { (fault.file, fault.line) = (sign.place.file, sign.place.row.line) }
      throw Diagnostics(fault)
    }
    guard pages.count == 1, let (page, void) = pages.first else { throw Self.tooMuch(sign, nil) }
    (frame, self.void) = (page, void)
    legibility = Legibility.lowestHeading(on: page).map {
      Legibility(letterHeight: $0, item: sign.entry.item, size: sign.look.size.name)
    }
  }

  private static func tooMuch(_ sign: Sign, _ cause: Diagnostic?) -> Diagnostics {
    let place = cause.flatMap { cause in cause.file.map { ": \($0):\(cause.line ?? 1), \(cause.message)" } } ?? ""
    return sign.fault(
      "the sign for \"\(sign.entry.item)\" does not fit on \(sign.look.size.name), however small its letters\(place)",
      hint: "give it a larger size, or a shorter name")
  }
}
