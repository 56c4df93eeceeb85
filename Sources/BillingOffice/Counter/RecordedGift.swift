import Bookkeeping
import Drawing
import Foundation
import Ledger
import Papers

/// A recorded gift as it is shown to whoever stands at the counter, in the office's language.
package struct RecordedGift: Sendable {
  /// A line of it.
  package struct Line: Sendable {
    package let item, quantity, unit, price, amount: String
  }

  package let number, seal: String
  package let lines: [Line]
  /// What the market would have charged, and what is owed: nothing.
  package let total, zero: String
  /// Its page in the public ledger, as people type it; nil where the office has no address.
  package let address: String?
  /// The code of that page: its modules, row by row, a dark one as true.
  package let code: [[Bool]]
  package let isTakenBack: Bool
}

extension Office {
  /// A gift of the ledger.
  ///
  /// - Parameter number: its number.
  /// - Returns: the gift, with everything written out.
  /// - Throws: ``Diagnostics`` when there is none, or it cannot be shown.
  package func recordedGift(_ number: LedgerNumber) throws(Diagnostics) -> RecordedGift {
    let settings = try settings()
    let strings = try strings(settings.locale)
    let formats = Formats(locale: settings.locale)
    guard let found = try ledger.entries(number).first(where: { $0.entry.kind == .gift }) else {
      throw Diagnostics(.of(LedgerError.isReversal(number)))
    }
    let entry = found.entry
    let names = deskNames().items
    let hidden = strings.words["withheld"] ?? "–"
    let lines = entry.lines.map { line in
      let (texts, figures) = (line.texts.content?.shown, line.figures.content)
      let price = figures.map { Price(amount: $0.price, currency: line.amount.currency) }
      return RecordedGift.Line(
        item: texts.map { names[$0.item] ?? $0.item } ?? hidden,
        quantity: figures.map { formats.sum($0.quantity) } ?? hidden,
        unit: texts.map { strings.units.name(of: $0.unit, for: ExactDecimal(1)) } ?? "",
        price: price.map { formats.priceOrNone($0) } ?? hidden,
        amount: price?.isKnown == false ? Formats.none : formats.money(line.amount))
    }
    let address = settings.ledger.map { LedgerAddress.paper(entry.number.description, base: $0) }
    return RecordedGift(
      number: entry.number.description, seal: entry.seal, lines: lines, total: formats.money(entry.total),
      zero: formats.money(.zero(entry.total.currency)), address: address.map { LedgerAddress.spoken($0) },
      code: address.map { CodeModules.rows(of: LedgerAddress.coded($0)) } ?? [], isTakenBack: found.takenBackBy != nil)
  }
}

extension Office {
  /// A paper of a recorded gift, as a picture or as text, for the neighbour whose gift it is.
  ///
  /// - Parameters:
  ///   - number: the gift's number.
  ///   - format: what it is written as.
  /// - Returns: its bytes.
  /// - Throws: ``Diagnostics`` when there is no such gift, or its paper cannot be made.
  package func paper(of number: LedgerNumber, as format: PaperFormat) throws(Diagnostics) -> [UInt8] {
    var request = ReprintRequest(ReceiptKind(), [number], isOther: true, output: OutputWish(format: format))
    if format != .text { request.look.paper = "80mm" }
    for papers in try recorded(request) {
      if let document = try makeInMemory(papers).documents.first { return document.bytes }
    }
    throw Diagnostics(.of(LedgerError.unknownNumber(number)))
  }

  /// Whether a gift's paper has not come out yet.
  package func isUnprinted(_ number: LedgerNumber) -> Bool {
    (try? ledgers.open(ledgerPath, .readOnly).isInOutbox(number)) ?? false
  }
}

extension Office {
  /// Writes the digits of a text, such as a time of day, as the office's language does.
  ///
  /// - Throws: ``Diagnostics`` when office.yaml cannot be read.
  package func digitWriter() throws(Diagnostics) -> @Sendable (String) -> String {
    let formats = Formats(locale: try settings().locale)
    let digits = (0...9).map { formats.whole($0) }
    return { text in text.map { $0.isASCII ? $0.wholeNumberValue.map { digits[$0] } ?? "\($0)" : "\($0)" }.joined() }
  }

  /// Writes days as the office's language does.
  ///
  /// - Throws: ``Diagnostics`` when office.yaml cannot be read.
  package func dayWriter() throws(Diagnostics) -> @Sendable (CalendarDay) -> String {
    let locale = try settings().locale
    return { Formats(locale: locale).day($0) }
  }
}

extension Office {
  /// The modules of a QR code; see `CodeModules`.
  package func codeModules(of text: String) -> [[Bool]] { CodeModules.rows(of: text) }

  /// Bytes in gzip's format; see `Deflater`.
  package func gzipped(_ bytes: [UInt8]) throws -> [UInt8] { try Deflater(.gzip).deflated(bytes) }
}
