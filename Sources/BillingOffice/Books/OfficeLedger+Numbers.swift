package import Ledger
import Papers

/// Which papers somebody means: by their numbers, a few figures of them, ranges, or as the last.
extension OfficeLedger {
  /// A number as somebody typed it: the whole of it in any case, or its figures alone where it is clear whose they are.
  ///
  /// - Throws: ``Diagnostics`` when it is none, or may be several.
  package func number(_ text: String) throws(Diagnostics) -> EntryNumber {
    if let number = EntryNumber(text.uppercased()) { return number }
    guard let place = Int(text), (1...EntryNumber.lastSequence).contains(place) else {
      throw Diagnostics(RecordFact.noNumber(text, code: try office.settings().code))
    }
    let settings = try office.settings()
    let ledger = try open()
    let candidates: [EntryNumber]
    do { candidates = try ledger.numbers(at: place) } catch { throw Diagnostics.of(all: error) }
    // This desk's own numbers are the ones that people here have in their hands.
    let chain = try office.knownChain(of: settings.desk)
    if let own = candidates.first(where: { $0.office == settings.code && $0.chain == chain }) { return own }
    guard candidates.count == 1 else {
      throw Diagnostics(RecordFact.unclearNumber(text, candidates: Array(candidates.prefix(5))))
    }
    return candidates[0]
  }

  /// Numbers as somebody typed them, among them ranges such as `5..9`, `5-9`, or `5..` up to the last; a comma parts them as well.
  ///
  /// - Throws: ``Diagnostics`` when one is none.
  package func numbers(_ texts: [String]) throws(Diagnostics) -> [EntryNumber] {
    var numbers: [EntryNumber] = []
    for text in texts.flatMap({ $0.split(separator: ",").map(String.init) }) {
      for number in try range(text) where !numbers.contains(number) { numbers.append(number) }
    }
    return numbers
  }

  private func range(_ text: String) throws(Diagnostics) -> [EntryNumber] {
    // A number has hyphens of its own, so that one is a range only between figures.
    let hyphen = text.firstRange(of: /^\d+(?=[-–]\d+$)/).map { $0.upperBound..<text.index(after: $0.upperBound) }
    guard let sign = text.firstRange(of: "..") ?? hyphen else { return [try number(text)] }
    let end = String(text[sign.upperBound...])
    let (first, last) = (try number(String(text[..<sign.lowerBound])), end.isEmpty ? try last() : try number(end))
    guard (first.office, first.chain) == (last.office, last.chain), first.sequence <= last.sequence else {
      throw Diagnostics(RecordFact.noRange(text))
    }
    let ledger = try open()
    var numbers: [EntryNumber] = []
    for sequence in first.sequence...last.sequence {
      guard let number = EntryNumber(office: first.office, chain: first.chain, sequence: sequence) else { continue }
      do {
        // Corrections have no papers. Where one is named by itself, it is told.
        let entries = try ledger.entries(number)
        if entries.isEmpty || entries.contains(where: { $0.kind == .gift }) { numbers.append(number) }
      } catch { throw Diagnostics.of(all: error) }
    }
    if numbers.isEmpty { throw Diagnostics(.of(LedgerError.isReversal(first))) }
    return numbers
  }

  /// The gift that this desk has recorded last; where it has recorded none, the last one that came into the ledger.
  ///
  /// - Throws: ``Diagnostics`` when there is none.
  package func last() throws(Diagnostics) -> EntryNumber {
    let chain = try office.knownChain(of: try office.settings().desk)
    let ledger = try open()
    do {
      if let chain, let own = try ledger.gifts(of: nil, chain: chain).first { return own }
      if let any = try ledger.gifts(of: nil).first { return any }
    } catch { throw Diagnostics.of(all: error) }
    throw Diagnostics(RecordFact.nothingYet)
  }

  /// The gifts of a day, whichever desk recorded them.
  ///
  /// - Throws: ``Diagnostics`` when the ledger cannot be read.
  package func gifts(of day: CalendarDay) throws(Diagnostics) -> [EntryNumber] {
    let ledger = try open()
    do { return try ledger.gifts(of: day) } catch { throw Diagnostics.of(all: error) }
  }
}
