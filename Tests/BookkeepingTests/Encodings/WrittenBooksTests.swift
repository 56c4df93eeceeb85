import Foundation
import TestTools
import Testing

@testable import Bookkeeping

/// Price books and orders as programs of every country write them: what is read is what was written, or it is refused; never another
/// value.
@Suite struct WrittenBooksTests {
  /// How tables are saved somewhere.
  private struct Habit {
    var language: String
    var country: String
    var separators: [String]
    var decimal: DecimalSign
    var thousands: [String]
    var currencies: [String]
    var pages: [CodePage]
    var header: [String]
    var words: [String]
  }

  private static let habits = [
    Habit(
      language: "en", country: "US", separators: [",", "\t"], decimal: .point, thousands: ["", ","],
      currencies: ["USD"],
      pages: [.western, .macRoman], header: ["item", "price", "source", "checked", "currency", "unit", "category"],
      words: ["Bread", "Crème brûlée", "Jalapeños", "Café", "Pâté", "Haircut, men's", "½ dozen eggs"]),
    Habit(
      language: "en", country: "GB", separators: [",", ";"], decimal: .point, thousands: ["", ","], currencies: ["GBP"],
      pages: [.western, .dosWestern], header: ["Article", "Price", "Source", "Date", "Currency", "unit", "Category"],
      words: ["Tea", "Scone", "Café au lait", "Loaf “rustic”", "Naïve art"]),
    Habit(
      language: "de", country: "DE", separators: [";", "\t"], decimal: .comma, thousands: ["", ".", " "],
      currencies: ["EUR"],
      pages: [.western, .dosWestern, .macRoman],
      header: ["Artikel", "Preis", "Quelle", "Stand", "Währung", "Einheit", "Kategorie"],
      words: ["Brötchen", "Äpfel", "Käse", "Grüße", "Müsli", "Weißbrot", "Öl; kalt gepresst"]),
    Habit(
      language: "fr", country: "FR", separators: [";", ","], decimal: .comma,
      thousands: ["", "\u{A0}", "\u{202F}", " "],
      currencies: ["EUR"], pages: [.western, .macRoman],
      header: ["Article", "Prix", "Source", "relevé", "Devise", "Unité", "Catégorie"],
      words: ["Pain d’épeautre", "Œufs", "Pâté", "Crème fraîche", "Thé à la menthe", "Maïs"]),
    Habit(
      language: "es", country: "MX", separators: [",", ";"], decimal: .point, thousands: ["", ","], currencies: ["MXN"],
      pages: [.western], header: ["Artículo", "Precio", "Fuente", "Fecha", "Moneda", "Unidad", "Categoría"],
      words: ["Piñata", "Menú del día", "Jabón", "Limón", "Niñera", "Pingüino"]),
    Habit(
      language: "es", country: "ES", separators: [";"], decimal: .comma, thousands: ["", "."], currencies: ["EUR"],
      pages: [.western, .dosWestern], header: ["Producto", "Precio", "Fuente", "Fecha", "Moneda", "Unidad", "Grupo"],
      words: ["Jamón", "Membrillo", "Azúcar", "Garbanzos", "Año nuevo"]),
    Habit(
      language: "ar", country: "EG", separators: [";", ","], decimal: .point, thousands: ["", ","], currencies: ["EGP"],
      pages: [.arabic], header: ["الصنف", "السعر", "المصدر", "التاريخ", "العملة", "الوحدة", "الفئة"],
      words: ["خبز", "جبن", "حليب", "بيض", "شاي", "قهوة", "أرز"]),
  ]

  private struct Row: Equatable {
    var item: String
    var price: String
    var checked: String
  }

  private func number(_ cents: Int, _ places: Int, _ habit: Habit, _ thousands: String) -> String {
    let digits = cents.padded(to: places + 1)
    var whole = String(digits.dropLast(places))
    var groups: [String] = []
    while whole.count > 3 {
      groups.insert(String(whole.suffix(3)), at: 0)
      whole = String(whole.dropLast(3))
    }
    let grouped = ([whole] + groups).joined(separator: thousands)
    return places == 0 ? grouped : grouped + habit.decimal.rawValue + digits.suffix(places)
  }

  private func date(_ random: inout SplitMix64, _ habit: Habit) -> (written: String, meant: String) {
    let (month, day) = (random.number(1...12), random.number(1...28))
    let meant = "2026-\(month.padded(to: 2))-\(day.padded(to: 2))"
    let ofCountry = habit.country == "US" ? "\(month)/\(day)/2026" : "\(day)/\(month)/2026"
    switch random.number(0...5) {
    case 0: return ("2026", "2026")
    case 1: return ("2026-\(month.padded(to: 2))", "2026-\(month.padded(to: 2))")
    case 2: return (meant.replacing("-", with: "/"), meant)
    case 3: return (habit.country == "US" ? meant : "\(day).\(month).2026", meant)
    default: return (ofCountry, meant)
    }
  }

  private func encoded(_ text: String, _ habit: Habit, _ random: inout SplitMix64) -> [UInt8]? {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let units = Array(text.utf16)
    switch random.number(0...6) {
    case 0: return utf8(text)
    case 1: return mark + utf8(text)
    case 2: return [0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case 3: return [0xFE, 0xFF] + units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case 4: return units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    default: return habit.pages.randomElement(using: &random).flatMap { CodePageBytes.of(text, in: $0) }
    }
  }

  /// Writes so many random books, and reads them; how many of them were refused.
  private func check(_ count: Int, seed: Int) -> Int {
    var random = SplitMix64(seed: seed)
    var refused = 0
    for _ in 0..<count {
      let habit = Self.habits[random.number(0...Self.habits.count - 1)]
      let separator = habit.separators.randomElement(using: &random) ?? ","
      let thousands = habit.thousands.randomElement(using: &random) ?? ""
      let places = random.number(0...3)
      let currency = habit.currencies.randomElement(using: &random) ?? "EUR"
      var rows: [Row] = []
      func cell(_ text: String) -> String {
        text.contains(separator) || text.contains("\"") || random.once(in: 9)
          ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
      }
      var lines = [habit.header.map(cell).joined(separator: separator)]
      for (index, word) in habit.words.shuffled(using: &random).prefix(random.number(1...5)).enumerated() {
        let cents = random.number(1...(random.once(in: 2) ? 99_999 : 9_999_999))
        let (written, meant) = date(&random, habit)
        let value = ExactDecimal(mantissa: Int64(cents), scale: places)?.plainDescription ?? ""
        rows.append(Row(item: "\(word) \(index)", price: value, checked: meant))
        let cells = [
          rows[index].item, number(cents, places, habit, thousands), "Survey", written, currency, "kg", "food",
        ]
        lines.append(cells.map(cell).joined(separator: separator))
      }
      if random.once(in: 5) {
        lines.insert(random.one(of: "Title", "Title\(separator)\(separator)", "\(separator)"), at: 0)
      }
      let text = lines.joined(separator: random.one(of: "\n", "\r\n")) + "\n"
      guard let bytes = encoded(text, habit, &random) else { continue }
      let hints = ReadingHints(languages: [habit.language], country: habit.country)
      let book = PriceBook.read(bytes, hints: hints)
      if !book.faults.isEmpty {
        refused += 1
        continue
      }
      let read = book.value.entries.map {
        Row(item: $0.item, price: $0.price.amount.plainDescription, checked: $0.checked.description)
      }
      #expect(read == rows, "\(habit.language)-\(habit.country) \(text) \(book.notes)")
    }
    return refused
  }

  @Test func whatIsReadIsWhatWasWritten() {
    let refused = check(2000, seed: 3)
    #expect(refused < 500)
  }

  @Test(.slow) func inManyMoreBooks() {
    let books = ProcessInfo.processInfo.environment["TEST_BOOKS"].flatMap { Int($0) } ?? 20_000
    #expect(check(books, seed: 5) < books / 4)
  }
}
