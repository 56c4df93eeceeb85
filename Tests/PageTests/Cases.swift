import BillingOffice
import Papers
import Testing

/// A paper that somebody might print, and what is special about it.
struct PageCase: Sendable, CustomTestStringConvertible {
  /// Names the case, its pictures and its failures.
  var name: String
  var kind: any GiftKind = InvoiceKind()
  var template = "invoice-calm"
  var paper = "A4"
  var locale = "en-US"
  var office = "Riverside Commons"
  var place = "Riverside Market, every first Saturday"
  /// Whether the gifts are not recorded.
  var isDraft = false
  /// The office's code, with which numbers begin.
  var code = "RIVER"
  /// Which prices: a file of the starter office, or items of the case's own.
  var prices = Prices.starter("prices.csv")
  /// What was given: a file of the starter office, or everything in the price book.
  var order = Order.starter("order.csv")
  /// Pieces of the template to replace.
  var changes: [(old: String, new: String)] = []
  /// Amounts that must be shown, as its country writes them.
  var shows: [String] = []
  /// Whether its pages are kept as pictures: the scripts share a layout, so some of them are enough.
  var isKept = true

  enum Prices: Sendable {
    case starter(String)
    case own(currency: String, [Item])
  }

  enum Order: Sendable {
    case starter(String)
    /// Every item; the quantities of a price book's own items, or 1, 2.5, 3 … in turn.
    case everything
  }

  /// A row of a price book, and how much of it was given.
  struct Item: Sendable {
    var name: String
    var quantity: String
    var unit: String
    var price: String

    init(_ name: String, _ quantity: String, _ unit: String, _ price: String) {
      (self.name, self.quantity, self.unit, self.price) = (name, quantity, unit, price)
    }
  }

  var testDescription: String { name }
}

extension PageCase {
  static let all: [PageCase] = papers + money + scripts + extremes

  /// The same, and what the other templates of invoices make of orders that are long in one way or another. What is written in the order
  /// of reading is theirs to choose.
  static let looks: [PageCase] = all + designs

  /// The templates of invoices whose order of reading is their own.
  static let designNames = ["invoice", "tickets", "certificate", "reminder"]

  private static let designs: [PageCase] = designNames.flatMap { template in
    [
      PageCase(name: "\(template)-starter-a4", template: template),
      PageCase(name: "\(template)-starter-a5", template: template, paper: "A5"),
      PageCase(name: "\(template)-starter-letter", template: template, paper: "Letter"),
      PageCase(name: "\(template)-long-a4", template: template, order: .everything),
      PageCase(name: "\(template)-long-a5", template: template, paper: "A5", order: .everything, isKept: false),
      PageCase(name: "\(template)-long-names", template: template, prices: extremeNames, order: .everything),
      PageCase(
        name: "\(template)-long-office-a5", template: template, paper: "A5",
        office: "Cooperativa de Vivienda y Cuidados Mutuos de Trabajadoras del Barrio de San Telmo",
        place: "Plaza Dorrego and the community centre behind the old covered market, every first and third Saturday",
        code: "WMWMWMWMWMWM", isKept: false),
    ]
  }

  /// Every paper, one and many, short and long.
  static let papers: [PageCase] = [
    PageCase(name: "starter-a4"),
    PageCase(name: "starter-a5", paper: "A5"),
    PageCase(name: "starter-letter", paper: "Letter"),
    PageCase(name: "draft", isDraft: true),
    PageCase(name: "batch", paper: "Letter", order: .starter("orders.csv")),
    PageCase(name: "long-a4", order: .everything),
    PageCase(name: "long-a5", paper: "A5", order: .everything),
    // The lower left corner of the stamp's frame lies on the code, as far as none of its words does.
    PageCase(
      name: "stamp-on-code",
      changes: [
        (
          "at: [[66%, 23.5%], [66%, 26.4%], [66%, 23.7%], [66%, 26.6%], [67%, 22.7%], [66%, 25.6%], [66%, 24.6%], [64.5%, 23.9%], [67%, 21.7%], [68%, 20.8%], [67%, 27.6%], [67%, 30%]]",
          "at: [51%, 45.2%]"
        ),
        ("rotate: -8deg", "rotate: -26deg"), ("width: 102.5mm", "width: 132mm"),
      ]),
  ]

  /// Other countries' money, as they write it.
  static let money: [PageCase] = [
    PageCase(
      name: "euro-de", locale: "de-DE", prices: .starter("prices-eu.csv"), order: .everything,
      shows: ["4,11", "1.410,00", "2.609,17 €", "0,00 €"]),
    PageCase(
      name: "euro-fr", locale: "fr-FR", prices: .starter("prices-eu.csv"), order: .everything,
      shows: ["4,11", "1 410,00", "2 609,17 €", "0,00 €"], isKept: false),
    PageCase(
      name: "pounds", locale: "en-GB", prices: .starter("prices-gb.csv"), order: .everything,
      shows: ["3.95", "£0.00"], isKept: false),
    PageCase(
      name: "pesos", locale: "es-MX", prices: .starter("prices-mx.csv"), order: .everything,
      shows: ["$12,830.43", "$0.00"], isKept: false),
    PageCase(
      name: "yen-no-decimals",
      prices: .own(
        currency: "JPY",
        [
          Item("Rice, 5 kg", "2", "bag", "4023"), Item("Haircut", "1", "visit", "3722"),
          Item("Bus", "3", "trip", "230"),
        ]
      ), order: .everything, shows: ["4,023", "¥12,458", "¥0"], isKept: false),
    PageCase(
      name: "dinar-three-decimals",
      prices: .own(
        currency: "KWD",
        [
          Item("Rice", "2.5", "kg", "0.450"), Item("Haircut", "1", "visit", "3.000"),
          Item("Petrol", "40", "litre", "0.0855"),
        ]), order: .everything, shows: ["0.0855", "3.420", "KWD 7.545", "KWD 0.000"], isKept: false),
    PageCase(
      name: "millions",
      prices: .own(
        currency: "USD",
        [
          Item("Rent, one month", "10000", "month", "1234.00"), Item("Salt", "10000", "pinch", "0.00789"),
          Item("Childcare", "10", "hour", "560.00"),
        ]), order: .everything,
      shows: ["12,340,000.00", "0.00789", "$12,345,678.90"]),
  ]

  /// Names in many scripts, each in a country that writes it.
  static let scripts: [PageCase] = [
    PageCase(
      name: "arabic", locale: "ar-EG", office: "مكتب فواتير النهر", place: "سوق النهر، أول سبت من كل شهر",
      prices: .own(
        currency: "EGP",
        [
          Item("رعاية الأطفال", "3", "ساعة", "75.50"), Item("خبز بلدي", "12", "رغيف", "1.50"),
          Item("تصليح دراجة Shimano", "1.5", "ساعة", "120"), Item("بيض (12 قطعة)", "2", "علبة", "68.25"),
        ]), order: .everything, shows: ["٢٢٦٫٥٠", "٥٦١٫٠٠", "٠٫٠٠"]),
    PageCase(
      name: "hebrew", locale: "he-IL", office: "משרד החשבוניות של הנהר", place: "שוק הנהר, כל שבת ראשונה",
      prices: .own(
        currency: "ILS",
        [
          Item("שמרטפות", "3", "שעה", "48.5"), Item("לחם אחיד", "2", "כיכר", "8.06"),
          Item("תיקון אופניים Shimano", "1.5", "שעה", "150"), Item("ביצים (12 יחידות)", "1", "תבנית", "12.90"),
        ]), order: .everything, shows: ["145.50", "399.52"]),
    script("hindi", "hi-IN", "INR", ["बच्चों की देखभाल", "गेहूँ की रोटी", "साइकिल की मरम्मत"], "घंटा"),
    script("thai", "th-TH", "THB", ["ดูแลเด็ก", "ข้าวหอมมะลิ", "ซ่อมจักรยาน"], "ชั่วโมง"),
    script("japanese", "ja-JP", "JPY", ["ベビーシッター", "食パン一斤", "自転車の修理"], "時間"),
    script("korean", "ko-KR", "KRW", ["아이 돌봄", "식빵 한 봉지", "자전거 수리"], "시간"),
    script("chinese", "zh-CN", "CNY", ["照看孩子", "全麦面包", "修理自行车"], "小时"),
    script("greek", "el-GR", "EUR", ["Φύλαξη παιδιών", "Ψωμί ολικής άλεσης", "Επισκευή ποδηλάτου"], "ώρα"),
    script("russian", "ru-RU", "RUB", ["Присмотр за детьми", "Хлеб ржаной", "Ремонт велосипеда"], "час"),
  ]

  /// What is as long as it can be.
  static let extremes: [PageCase] = [
    PageCase(
      name: "long-names",
      prices: .own(
        currency: "USD",
        [
          Item(longName, "2", "hour", "17.50"), Item("Short", "1", "each", "1.00"),
          Item(String(repeating: "Donaudampfschifffahrt", count: 4).prefix(80).description, "1", "trip", "12.00"),
          Item("Last", "3", "half-day session", "40.00"),
        ]), order: .everything),
    PageCase(
      name: "long-names-a5", paper: "A5", prices: extremeNames, order: .everything,
      isKept: false),
    PageCase(
      name: "long-office", office: "Cooperativa de Vivienda y Cuidados Mutuos de Trabajadoras del Barrio de San Telmo",
      place: "Plaza Dorrego and the community centre behind the old covered market, every first and third Saturday",
      code: "WMWMWMWMWMWM"),
    PageCase(
      name: "long-office-a5", paper: "A5",
      office: "Cooperativa de Vivienda y Cuidados Mutuos de Trabajadoras del Barrio de San Telmo",
      place: "Plaza Dorrego and the community centre behind the old covered market, every first and third Saturday",
      code: "WMWMWMWMWMWM", isKept: false),
  ]

  /// 200 characters.
  private static let longName = String(
    ("Washing, drying, ironing, folding and carrying upstairs of everything that a household of seven with two "
      + "dogs and a grandmother who likes white tablecloths can bring along on one rainy Saturday morning in May")
      .prefix(200))

  private static let extremeNames = Prices.own(
    currency: "USD",
    [
      Item(longName, "2", "hour", "17.50"),
      Item(String(repeating: "Donaudampfschifffahrt", count: 4).prefix(80).description, "1", "trip", "12.00"),
    ])

  private static func script(
    _ name: String, _ locale: String, _ currency: String, _ names: [String], _ unit: String
  ) -> PageCase {
    let items = zip(names, [("3", "310"), ("2", "24.80"), ("1.5", "190")]).map { Item($0, $1.0, unit, $1.1) }
    return PageCase(
      name: name, locale: locale, prices: .own(currency: currency, items), order: .everything, isKept: false)
  }
}
