internal import Bookkeeping
internal import Characters
internal import Ledger

/// An entry as the pages' templates see it.
struct EntryView {
  let look: SiteLook

  /// An entry in a list.
  func row(_ entry: LedgerEntry) -> [String: Any] {
    var what = entry.lines.compactMap { $0.texts.content?.shown.item }.joined(separator: ", ")
    if what.isEmpty { what = look.words["hidden"] ?? "" }
    var isReversal = false
    if case .reversal(let number, _, _) = entry.kind {
      what = "\(look.words["takes_back"] ?? "") \(number)"
      isReversal = true
    }
    var data: [String: Any] = [
      "number": entry.number.description, "what": what, "is_reversal": isReversal,
    ]
    // What is told in sums only has no amount of its own; nor a day, where nothing is known of it.
    if let day = entry.knownDay { data["day"] = look.day(day) }
    if entry.kind != .closed { data["total"] = look.money(entry.total) }
    return data
  }

  /// An entry on its page.
  func whole(_ entry: LedgerEntry, isLast: Bool, takenBackBy: EntryNumber?, forks: Bool) -> [String: Any] {
    var data = row(entry)
    data["seal"] = entry.seal
    data["hash"] = entry.hash.description
    data["office"] = entry.office.content?.name.visible ?? ""
    data["place"] = entry.office.content?.place.visible ?? ""
    data["desk"] = entry.desk.visible
    data["zero"] = look.money(.zero(entry.total.currency))
    data["lines"] = entry.lines.map { line($0, isClosed: entry.kind == .closed) }
    data["has_total"] = entry.kind != .closed
    data["is_forked"] = forks
    if case .reversal(let number, _, let reason) = entry.kind {
      data["reverses"] = number.description
      data["reason"] = look.words["reason_\(reason.rawValue)"] ?? reason.rawValue
    }
    if let takenBackBy { data["taken_back_by"] = takenBackBy.description }
    let number = entry.number
    if let before = EntryNumber(office: number.office, chain: number.chain, sequence: number.sequence - 1) {
      data["previous"] = before.description
    }
    if !isLast, let next = EntryNumber(office: number.office, chain: number.chain, sequence: number.sequence + 1) {
      data["next"] = next.description
    }
    return data
  }

  private func line(_ line: LedgerLine, isClosed: Bool) -> [String: Any] {
    var data: [String: Any] = ["amount": isClosed ? "" : look.money(line.amount)]
    switch line.texts {
    case .shown(let recorded, _):
      let texts = recorded.shown
      data["item"] = texts.item
      data["item_page"] = ItemAddress.path(of: texts.item)
      if let source = PriceSource(texts.source) {
        data["citation"] = source.citation
        if let address = source.address { data["address"] = address }
      }
      if let figures = line.figures.content { data["unit"] = look.unit(texts.unit, figures.quantity) }
    case .withheld: data["hidden"] = look.words["withheld"] ?? ""
    case .unpublished: data["hidden"] = look.words["totals_only"] ?? ""
    }
    if let figures = line.figures.content {
      data["quantity"] = look.number(figures.quantity)
      let price = Price(amount: figures.price, currency: line.amount.currency)
      data["price"] = figures.isUnpriced ? "–" : look.price(price)
      data["checked"] = look.checked(figures.checked)
      data["is_wage"] = figures.basis == .wage
    }
    return data
  }

  /// An item on its page, with the others that are called like it.
  func item(_ item: SiteBook.Item, alike: [(slug: String, name: String)]) -> [String: Any] {
    [
      "item": item.name, "times": look.number(ExactDecimal(Int64(item.times))), "is_counted": true,
      "has_totals": !item.totals.isEmpty,
      "totals": item.totals.sorted { $0.key < $1.key }.compactMap { code, minorUnits in
        Currency(code: code).map { look.money(Money(minorUnits: minorUnits, currency: $0)) }
      },
      "quotes": item.quotes.map(quote), "has_alike": !alike.isEmpty,
      "alike": alike.map { ["name": $0.name, "page": ItemAddress.encoded($0.slug)] },
    ]
  }

  private func quote(_ quote: SiteBook.Quote) -> [String: Any] {
    var data: [String: Any] = ["unit": look.unit(quote.unit, ExactDecimal(1)), "is_wage": quote.isWage]
    if let amount = ExactDecimal(plain: quote.price), let currency = Currency(code: quote.currency) {
      data["price"] = look.price(Price(amount: amount, currency: currency))
    }
    if let checked = CheckedDate(quote.checked) { data["checked"] = look.checked(checked) }
    if let source = PriceSource(quote.source) {
      data["citation"] = source.citation
      if let address = source.address { data["address"] = address }
    }
    return data
  }

  /// Sums as bars, each a share of the largest in its currency.
  func bars(_ totals: [LedgerTotal], _ name: (String) -> String) -> [[String: Any]] {
    let most = totals.reduce(into: [Currency: Int64]()) {
      $0[$1.value.currency] = max($0[$1.value.currency] ?? 1, $1.value.minorUnits)
    }
    return totals.map { total in
      let label: String
      switch total.group {
      case .named(let text): label = name(text).visible
      case .hidden: label = look.words["hidden"] ?? ""
      }
      let share = Double(max(0, total.value.minorUnits)) / Double(max(1, most[total.value.currency] ?? 1))
      return ["name": label, "value": look.money(total.value), "share": "\(Int((share * 1000).rounded()))"]
    }
  }
}
