import Papers
/// One order in each language, on each paper, in each template: every one is kept as a picture, and was looked at.
extension PageCase {
  static let languages: [PageCase] = markets.flatMap { market in
    ([("gig", 3), ("invoice-calm", 3)] + designNames.map { ($0, $0 == "invoice" ? 3 : 1) }).flatMap {
      template, papers in
      ["A4", "A5", "Letter"].prefix(papers).map { paper in
        PageCase(
          name: "\(template)-\(market.locale.prefix(2))-\(paper.lowercased())", template: template, paper: paper,
          locale: market.locale, office: market.office, place: market.place,
          prices: .own(currency: market.currency, market.items), order: .everything)
      }
    }
  }

  /// The same orders as receipts, on rolls and on small sheets.
  static let receipts: [PageCase] = markets.flatMap { market in
    ["80mm", "58mm", "A6", "A5"].map { paper in
      PageCase(
        name: "receipt-\(market.locale.prefix(2))-\(paper.lowercased())", kind: ReceiptKind(), template: "receipt",
        paper: paper, locale: market.locale, office: market.office, place: market.place,
        prices: .own(currency: market.currency, market.items), order: .everything)
    }
  }

  private struct Market {
    var locale: String
    var currency: String
    var office: String
    var place: String
    var items: [Item]
  }

  private static let markets = [
    Market(
      locale: "en-GB", currency: "GBP", office: "Riverside Commons", place: "Old Wharf, every first Saturday",
      items: [
        Item("Childcare", "3", "hour", "11.50"), Item("Sourdough bread", "2", "loaf", "4.20"),
        Item("Bicycle repair", "1.5", "hour", "32"), Item("Eggs, free-range", "1", "dozen", "3.95"),
        Item("Haircut", "1", "visit", "24"),
      ]),
    Market(
      locale: "es-MX", currency: "MXN", office: "Comunes de la Ribera",
      place: "Mercado de la Ribera, primer sábado de cada mes",
      items: [
        Item("Cuidado de niñas y niños", "3", "hora", "85.00"), Item("Pan dulce", "6", "pieza", "14.50"),
        Item("Reparación de bicicletas", "1.5", "hora", "180"), Item("Tortilla", "2", "kg", "22.89"),
        Item("Corte de cabello", "1", "visita", "120"),
      ]),
    Market(
      locale: "fr-FR", currency: "EUR", office: "Les Communs de la Rive",
      place: "Marché de la Rive, chaque premier samedi",
      items: [
        Item("Garde d’enfants", "3", "heure", "12.50"), Item("Pain de campagne", "2", "pièce", "4.11"),
        Item("Réparation de vélo", "1.5", "heure", "45"), Item("Œufs de plein air", "1", "douzaine", "4.36"),
        Item("Coupe de cheveux", "1", "visite", "26"),
      ]),
    Market(
      locale: "de-DE", currency: "EUR", office: "Gemeingut am Fluss", place: "Markt am Fluss, jeden ersten Samstag",
      items: [
        Item("Kinderbetreuung", "3", "Stunde", "14.50"), Item("Roggenmischbrot", "2", "Stück", "4.35"),
        Item("Fahrradreparatur", "1.5", "Stunde", "60"), Item("Freilandeier", "1", "Dutzend", "3.89"),
        Item("Haarschnitt", "1", "Besuch", "29"),
      ]),
    Market(
      locale: "ar-EG", currency: "EGP", office: "مشاع النهر", place: "سوق النهر، أول سبت من كل شهر",
      items: [
        Item("رعاية الأطفال", "3", "ساعة", "75.50"), Item("خبز بلدي", "12", "رغيف", "1.50"),
        Item("تصليح دراجة Shimano", "1.5", "ساعة", "120"), Item("بيض", "2", "دزينة", "68.25"),
        Item("قص شعر", "1", "زيارة", "90"),
      ]),
  ]
}
