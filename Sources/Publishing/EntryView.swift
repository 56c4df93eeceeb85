internal import Bookkeeping
internal import Characters
internal import Ledger

/// An entry as the pages' templates see it.
struct EntryView {
  let look: SiteLook

  /// An entry in a list.
  func row(_ entry: LedgerEntry) -> [String: Any] {
    var data: [String: Any] = ["number": entry.number.description, "is_reversal": false]
    let gifts = entry.lines.compactMap { $0.texts.content?.shown.item }.map { look.item($0).data }
    if case .reversal(let number, _, _) = entry.kind {
      data["takes_back"] = number.description
      data["is_reversal"] = true
    } else if gifts.isEmpty {
      data["hidden"] = look.words["hidden"] ?? ""
    } else {
      data["gifts"] = gifts
    }
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
      data.merge(look.item(texts.item).data) { $1 }
      data["item_page"] = ItemAddress.path(of: texts.item)
      data.merge(source(texts.source)) { $1 }
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

  /// Who published a price, as it was written, and where.
  private func source(_ written: String) -> [String: Any] {
    guard let source = PriceSource(written) else { return [:] }
    var data: [String: Any] = ["citation": source.citation]
    if let language = look.foreignLanguage { data["citation_lang"] = language }
    if let address = source.address { data["address"] = address }
    return data
  }

  /// An item on its page.
  ///
  /// - Parameters:
  ///   - item: what was given of it.
  ///   - offer: its row of the price book, whose price a sign shows; nil where it is not offered.
  ///   - alike: the others that are called like it.
  /// - Returns: what its page shows.
  func item(_ item: SiteBook.Item, offer: PriceBook.Entry?, alike: [(slug: String, name: String)]) -> [String: Any] {
    let quotes = item.quotes(with: offer)
    var data: [String: Any] = [
      "item": look.item(offer?.item ?? item.name).data,
      "times": look.number(ExactDecimal(Int64(item.times))),
      "has_totals": !item.totals.isEmpty,
      "totals": item.totals.sorted { $0.key < $1.key }.compactMap { code, minorUnits in
        Currency(code: code).map { look.money(Money(minorUnits: minorUnits, currency: $0)) }
      },
      "quotes": quotes.map(quote), "has_alike": !alike.isEmpty,
      "alike": alike.map { other in
        look.item(other.name).data.merging(["page": ItemAddress.encoded(other.slug)]) { $1 }
      },
    ]
    if let offer {
      let asked = look.asked(offer)
      data["market"] = ["price": asked.price, "per": asked.per]
    } else if let latest = quotes.first.map(quote) {
      data["market"] = ["price": latest["price"] ?? "", "per": "/ \(latest["unit"] ?? "")"]
    }
    return data
  }

  private func quote(_ quote: SiteBook.Quote) -> [String: Any] {
    var data: [String: Any] = ["unit": look.unit(quote.unit, ExactDecimal(1)), "is_wage": quote.isWage]
    if let amount = ExactDecimal(plain: quote.price), let currency = Currency(code: quote.currency) {
      data["price"] = look.price(Price(amount: amount, currency: currency))
    }
    if let checked = CheckedDate(quote.checked) { data["checked"] = look.checked(checked) }
    return data.merging(source(quote.source)) { $1 }
  }

  /// Something that the value of all gifts is compared with.
  func milestone(_ row: Milestones.Row, of sum: Money) -> [String: Any] {
    let left = Money(minorUnits: max(0, row.amount.minorUnits - sum.minorUnits), currency: sum.currency)
    var data: [String: Any] = [
      "name": row.name.visible, "amount": look.money(row.amount), "source": row.source.citation.visible,
      "left": (look.words["to_go"] ?? "{left}").replacing("{left}", with: look.money(left)),
      "share": "\(Int(min(1000, Double(max(0, sum.minorUnits)) / Double(row.amount.minorUnits) * 1000)))",
    ]
    if let checked = row.checked { data["checked"] = look.checked(checked) }
    return data
  }

  /// Sums as bars, each a share of the largest in its currency.
  func bars(_ totals: [LedgerTotal], _ name: (String) -> SiteName) -> [[String: Any]] {
    let most = totals.reduce(into: [Currency: Int64]()) {
      $0[$1.value.currency] = max($0[$1.value.currency] ?? 1, $1.value.minorUnits)
    }
    return totals.map { total in
      let label =
        switch total.group {
        case .named(let text): name(text)
        case .hidden: SiteName(look.words["hidden"] ?? "")
        }
      let share = Double(max(0, total.value.minorUnits)) / Double(max(1, most[total.value.currency] ?? 1))
      return label.data.merging(["value": look.money(total.value), "share": "\(Int((share * 1000).rounded()))"]) { $1 }
    }
  }
}
