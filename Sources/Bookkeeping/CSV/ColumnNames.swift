import Characters

/// What people call the columns of a table, in the languages that papers are offered in and some more. No name stands for two columns:
/// what may mean either is left out.
enum ColumnNames {
  /// The names besides the column's own, as people write them.
  static let others: [InputColumn: [String]] = [
    .item: [
      "items", "article", "articles", "product", "products", "goods", "gift", "gifts", "item name", "description",
      "what did you give", "what was given", "Was hast du gegeben", "Was wurde gegeben", "Was haben Sie gegeben",
      "qué diste",
      "qué dio", "qu'avez-vous donné", "qu'as-tu donné", "ماذا أعطيت",
      "Artikel", "Ware", "Waren", "Produkt", "Produkte",
      "Bezeichnung", "Leistung", "artículo", "artículos", "producto", "productos", "produit", "produits", "désignation",
      "articolo", "prodotto", "artigo", "produto", "الصنف", "صنف", "المنتج", "منتج", "السلعة", "سلعة", "البند", "товар",
      "наименование", "artykuł", "ürün", "商品", "商品名", "品名", "品目", "품목", "상품",
    ],
    .category: [
      "categories", "group", "Kategorie", "Warengruppe", "Gruppe", "Rubrik", "categoría", "grupo", "catégorie",
      "rubrique",
      "groupe", "الفئة", "فئة", "التصنيف", "تصنيف", "категория", "kategoria", "分類", "分类", "类别", "カテゴリ", "분류",
    ],
    .unit: [
      "Einheit", "Mengeneinheit", "unidad", "unité", "unità", "unidade", "الوحدة", "وحدة", "единица", "jednostka",
      "birim",
      "単位", "单位", "單位", "단위",
    ],
    .unitKind: ["kind of unit", "unit type", "Art der Einheit", "tipo de unidad", "type d'unité", "نوع الوحدة"],
    .pack: [
      "packs", "pack size", "package", "package size", "packaging", "sold as", "Packung", "Packungsgröße", "Gebinde",
      "Verpackungseinheit", "envase", "paquete", "presentación", "conditionnement", "emballage", "paquet", "confezione",
      "embalagem", "العبوة", "عبوة", "حجم العبوة", "אריזה", "גודל אריזה", "упаковка", "opakowanie", "ambalaj", "包装",
      "規格", "规格", "포장",
    ],
    .price: [
      "prices", "unit price", "price per unit", "market price", "cost", "rate", "Preis", "Preise", "Einzelpreis",
      "Stückpreis",
      "Marktpreis",
      "Preis pro Einheit", "precio", "precios", "precio unitario", "precio de mercado", "prix", "prix unitaire",
      "prix du marché", "prezzo", "preço", "السعر", "سعر", "الثمن", "سعر الوحدة", "цена", "cena", "fiyat", "価格", "単価",
      "价格", "单价", "價格", "單價", "가격", "단가",
    ],
    .currency: [
      "Währung", "moneda", "divisa", "devise", "monnaie", "valuta", "moeda", "العملة", "عملة", "валюта", "waluta", "通貨",
      "货币", "币种", "貨幣", "통화",
    ],
    .source: [
      "sources", "Quelle", "Quellen", "Nachweis", "fuente", "fuentes", "fonte", "المصدر", "مصدر", "источник", "źródło",
      "kaynak", "出典", "来源", "來源", "출처",
    ],
    .checked: [
      "date", "date checked", "checked on", "as of", "Datum", "Stand", "geprüft", "geprüft am", "fecha", "comprobado",
      "consultado", "date de relevé", "relevé", "vérifié", "consulté le", "التاريخ", "تاريخ", "تاريخ السعر", "дата",
      "data",
      "tarih", "日付", "日期", "날짜",
    ],
    .basis: [
      "price type", "kind of price", "Preisart", "Art des Preises", "tipo de precio", "type de prix", "نوع السعر",
    ],
    .alias: [
      "aliases", "synonym", "synonyms", "other names", "also known as", "Synonyme", "weitere Namen", "alias names",
      "sinónimos", "otros nombres", "autres noms", "synonymes", "أسماء أخرى", "الاسم البديل",
    ],
    .quantity: [
      "qty", "quantities", "how many", "how much", "wie viele", "wie viel", "cuántos", "cuántas", "cuánto", "combien",
      "كم",
      "count", "pieces", "pcs", "Menge", "Anzahl", "Stück", "Stückzahl", "Stk",
      "cantidad",
      "cantidades", "cant", "quantité", "quantités", "qté", "quantità", "quantidade", "الكمية", "كمية", "العدد", "عدد",
      "количество", "кол-во", "ilość", "miktar", "adet", "数量", "数", "個数", "數量", "수량",
    ],
    .invoice: [
      "invoices", "invoice no", "invoice number", "Rechnung", "Rechnungsnummer", "Rechnungsnr", "factura",
      "n.º de factura",
      "facture", "n° de facture", "fattura", "fatura", "الفاتورة", "فاتورة", "رقم الفاتورة", "счёт", "請求書", "发票", "發票",
    ],
    .stall: [
      "stalls", "booth", "Marktstand", "Bude", "puesto", "étal", "الكشك", "كشك", "露店", "摊位",
    ],
    .copies: ["Kopien", "Exemplare", "copias", "ejemplares", "exemplaires", "عدد النسخ", "النسخ", "部数", "份数"],
    .size: ["sizes", "Größe", "Format", "tamaño", "formato", "taille", "الحجم", "المقاس", "サイズ", "尺寸"],
    .language: ["languages", "lang", "Sprache", "Sprachen", "idioma", "langue", "lingua", "اللغة", "لغة", "言語", "语言"],
    .name: ["names", "Name auf dem Schild", "nombre", "nom", "الاسم", "اسم", "名前", "名称"],
  ]

  /// How names are compared: in any case, accent, spacing and width, and whatever signs stand in them.
  static func key(of text: String) -> String {
    var letters: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x80...: return longKey(of: text)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): letters.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): letters.append(byte)
      default: continue
      }
    }
    return String(decoding: letters, as: UTF8.self)
  }

  private static func longKey(of text: String) -> String {
    NameKey.plain(of: text.withoutUnseen).filter { $0.isLetter || $0.isNumber }
  }

  private static let columns: [String: InputColumn] = {
    var columns: [String: InputColumn] = [:]
    for (column, names) in others {
      for name in names { columns[key(of: name)] = column }
    }
    for column in InputColumn.allCases { columns[key(of: column.rawValue)] = column }
    return columns
  }()

  /// What a cell of a header says.
  struct Meaning: Hashable {
    /// The column.
    var column: InputColumn
    /// Whether it is called by its own name, which counts before all others.
    var isOwnName: Bool
    /// The currency that stands in it, such as that of `Price (USD)`, as it was written.
    var money: String?
  }

  /// The meaning of a cell of a header; nil where it means none of the columns.
  static func meaning(of text: String) -> Meaning? {
    // A table of our own says it plainly, and needs none of the others.
    if let column = InputColumn(rawValue: text) { return Meaning(column: column, isOwnName: true, money: nil) }
    let whole = key(of: text)
    if let column = columns[whole] {
      let mark = MoneyMark.signs(in: text)
      return Meaning(column: column, isOwnName: whole == key(of: column.rawValue), money: mark)
    }
    // "Preis in €": without the sign it is "Preis in".
    if let sign = MoneyMark.signs(in: text) {
      let words = text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
      guard words.count > 1, ["in", "en"].contains(words[words.count - 1].lowercased()) else { return nil }
      return columns[key(of: words.dropLast().joined())].map { Meaning(column: $0, isOwnName: false, money: sign) }
    }
    // "price_usd", as programs call it.
    if let mark = text.wholeMatch(of: /(.+)_([a-z]{3})/), Currency(code: String(mark.2)) != nil,
      let column = columns[key(of: String(mark.1))]
    {
      return Meaning(column: column, isOwnName: false, money: String(mark.2).uppercased())
    }
    // "Preis in EUR", "Price (USD)": the currency stands last, in three capitals.
    guard text.utf8.count(where: { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }) >= 3 else { return nil }
    var words = text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    guard words.count > 1, let last = words.popLast(), last.count == 3, last == last.uppercased(),
      Currency(code: last) != nil
    else { return nil }
    if words.count > 1, ["in", "en"].contains(words[words.count - 1].lowercased()) { words.removeLast() }
    return columns[key(of: words.joined())].map { Meaning(column: $0, isOwnName: false, money: last) }
  }
}
