package import Bookkeeping
import Layout
package import Vetting

/// Looks at the texts of the input before anything is laid out, so that what cannot be printed is told where it was written.
package struct InputCheck {
  private let design: PaperDesign

  /// - Parameter design: whose words and fonts.
  package init(_ design: PaperDesign) { self.design = design }

  /// Checks the texts of office.yaml and the words of the language, which were vetted when they were read: no character
  /// without a glyph.
  package func checkWords() -> [Diagnostic] {
    let office = ["name", "place", "desk"].compactMap { design.settings.written[$0] }
    return (office + design.strings.written).compactMap { written in
      missingGlyph(in: written.text).map { Diagnostic($0, at: written.mark) }
    }
  }

  /// Checks rows of a price book: no character without a glyph; claims are worth a look. Payment details were looked for when the
  /// book was read; what was typed stands in no file, and is looked at here.
  package func check(_ entries: [PriceBook.Entry], file: String?) -> [Diagnostic] {
    entries.sorted { $0.line < $1.line }.flatMap { entry in
      Self.texts(of: entry).flatMap { cell, text in
        check(
          text, file: file, line: file == nil ? nil : entry.line, column: entry.columns[cell], isVetted: file != nil)
      }
    }
  }

  /// Checks a whole price book for payment details. It is done as it is read, so that whatever is made with it is told of the same.
  ///
  /// - Parameters:
  ///   - entries: its rows.
  ///   - file: its path as people know it.
  /// - Returns: a fault for each text that has one.
  package static func vet(_ entries: [PriceBook.Entry], file: String) -> [Diagnostic] {
    entries.flatMap { entry in
      texts(of: entry).compactMap { cell, text in
        Vetting.paymentData(in: text).map {
          Diagnostic($0, file: file, line: entry.line, column: entry.columns[cell])
        }
      }
    }
  }

  /// Checks what the value of all gifts is compared with for payment details.
  ///
  /// - Parameters:
  ///   - milestones: all of it.
  ///   - file: its path as people know it.
  /// - Returns: those that have none, and a fault for each other.
  package static func vetted(_ milestones: Milestones, file: String) -> (kept: Milestones, faults: [Diagnostic]) {
    var (kept, faults): ([Milestones.Row], [Diagnostic]) = ([], [])
    for row in milestones.rows {
      let found = [row.name, row.source.citation, row.source.address ?? ""].compactMap { Vetting.paymentData(in: $0) }
      if found.isEmpty { kept.append(row) }
      faults += found.map { Diagnostic($0, file: file, line: row.line, column: 1) }
    }
    return (Milestones(kept), faults)
  }

  private static func texts(of entry: PriceBook.Entry) -> [(cell: InputColumn, text: String)] {
    [
      (.item, entry.item), (.category, entry.category), (.unit, entry.unit), (.source, entry.source.citation),
      (.source, entry.source.address ?? ""), (.pack, entry.pack?.word ?? ""),
    ]
  }

  /// Tells of units that nobody knows, each once: one of them may be time, which then would not be counted, for good.
  ///
  /// - Parameters:
  ///   - entries: rows of a price book.
  ///   - units: the units of every language.
  ///   - file: the price book's path as people know it.
  /// - Returns: a warning for each unit.
  package static func check(unitsOf entries: [PriceBook.Entry], _ units: [Units], file: String) -> [Diagnostic] {
    var seen: Set<String> = []
    return entries.compactMap { entry in
      guard entry.unitKind == nil, seen.insert(entry.unit).inserted else { return nil }
      let hours = units.lazy.compactMap { $0.hours(in: entry.unit) }.first
      let fact: UnitFact
      if let hours {
        if hours.decimal != nil { return nil }
        fact = .noDecimal(entry.unit)
      } else {
        let mentionsTime = OfferedLanguage.all.contains { $0.time.mentions(in: entry.unit) }
        guard mentionsTime || !units.contains(where: { $0.know(entry.unit) }) else { return nil }
        fact = .unknown(entry.unit)
      }
      return Diagnostic(fact, .warning, file: file, line: entry.line, column: entry.columns[.unit])
    }
  }

  /// Tells of prices in another currency than the office's, each currency once: nothing could be added up with them.
  ///
  /// - Parameters:
  ///   - entries: rows of a price book.
  ///   - currency: the office's.
  ///   - file: the price book's path as people know it.
  /// - Returns: a fault for each foreign currency, at its first row.
  package static func check(currenciesOf entries: [PriceBook.Entry], _ currency: Currency, file: String)
    -> [Diagnostic]
  {
    let foreign = Dictionary(grouping: entries.filter { $0.price.currency != currency }, by: \.price.currency)
    return foreign.values.compactMap(\.first).sorted { $0.line < $1.line }.map { first in
      let fact = ForeignPrices(
        currency: first.price.currency, count: foreign[first.price.currency]?.count ?? 1, office: currency)
      return Diagnostic(fact, file: file, line: first.line, column: first.columns[.currency])
    }
  }

  /// Checks what items and categories are called in other languages, as rows of a price book are.
  package func check(_ names: ItemNames, of entries: [PriceBook.Entry], file: String) -> [Diagnostic] {
    let used = Set(entries.map { ItemNames.Subject.item(line: $0.line) })
      .union(entries.map { .category(key: NameKey.key(of: $0.category)) })
    return names.rows.filter { used.contains($0.subject) }.flatMap { row in
      check(row.name, file: file, line: row.line, column: row.columns[.name])
    }
  }

  /// Checks what stalls are called, where a sign list says so.
  package func check(stallsOf rows: [SignList.Row], file: String) -> [Diagnostic] {
    var seen: Set<String> = []
    return rows.flatMap { row in
      guard let stall = row.stall, seen.insert(stall).inserted else { return [Diagnostic]() }
      return check(stall, file: file, line: row.line, column: row.columns[.stall])
    }
  }

  private func check(_ text: String, file: String?, line: Int?, column: Int?, isVetted: Bool = false) -> [Diagnostic] {
    [
      Vetting.finding(in: text).flatMap { isVetted && !$0.kind.isClaim ? nil : $0 }.map {
        .inData($0, file: file, line: line, column: column)
      },
      missingGlyph(in: text).map { Diagnostic($0, file: file, line: line, column: column) },
    ].compactMap { $0 }
  }

  private func missingGlyph(in text: String) -> ContentError? {
    design.fonts.firstMissing(in: text).map { character in
      if let font = design.fonts.refused(having: character) { return .colouredGlyph(character, text: text, font: font) }
      return .missingGlyph(character, text: text, families: StampArt.textFamilies)
    }
  }

  /// Checks what an order calls its invoices, since files and lists of contents are called so: no payment details; claims are
  /// worth a look.
  package static func check(_ orders: [Order], file: String) -> [Diagnostic] {
    orders.compactMap { order in
      order.key.flatMap { Vetting.finding(in: $0) }.map {
        .inData($0, file: file, line: order.rows.first?.line, column: nil)
      }
    }
  }

  /// Tells of prices that were looked up after the day of issue, or, where a clock gave that day, of the clock.
  package static func pricesFromTheFuture(_ entries: [PriceBook.Entry], _ request: some ClockedRequest, file: String)
    -> [Diagnostic]
  {
    guard request.isDayOfClock else { return pricesFromTheFuture(entries, issued: request.issued, file: file) }
    return ClockCheck.doubt(request.issued, entries, recorded: nil).map { [Diagnostic($0)] } ?? []
  }

  /// Tells of prices that were looked up after the day of issue; a year counts from its first day, a month from its first.
  package static func pricesFromTheFuture(_ entries: [PriceBook.Entry], issued: CalendarDay, file: String)
    -> [Diagnostic]
  {
    entries.filter { $0.checked.firstDay > issued }.sorted { $0.line < $1.line }.map { entry in
      Diagnostic(
        PriceFromTheFuture(item: entry.item, checked: entry.checked, issued: issued), file: file, line: entry.line,
        column: entry.columns[.checked])
    }
  }
}

/// A price that was looked up after the day of issue.
package struct PriceFromTheFuture: Fact {
  package let item: String
  package let checked: CheckedDate
  package let issued: CalendarDay
}

/// Prices in another currency than that of the office.
package struct ForeignPrices: Fact {
  package let currency: Currency
  /// How many there are.
  package let count: Int
  /// The office's currency.
  package let office: Currency
}

/// What is worth knowing of a price book's unit.
package enum UnitFact: Fact {
  /// Nobody knows what it measures, so that no hours are counted.
  case unknown(String)
  /// It is a share of an hour that no decimal is, so that hours are counted only where they come out even.
  case noDecimal(String)
}

/// A claim in what an office gives or is given. It may be what the help is about ("Debt advice (collection letters)"), and the
/// stamp says on every page what is owed, so it is printed.
package struct ClaimInData: Fact {
  package let finding: Finding
}

extension Diagnostic {
  /// What was found in data: a way to pay is refused there as anywhere, a claim is worth a look.
  package static func inData(_ finding: Finding, file: String?, line: Int?, column: Int?) -> Diagnostic {
    guard finding.kind.isClaim else { return Diagnostic(finding, file: file, line: line, column: column) }
    return Diagnostic(ClaimInData(finding: finding), .warning, file: file, line: line, column: column)
  }
}
