import Testing

@testable import Bookkeeping

/// Files as spreadsheets saved them before UTF-8.
@Suite struct CodePageTests {
  private struct Outcome {
    var text: String?
    var page: CodePage?
    var word: String?
    var fault: InputFault?
  }

  private func read(_ text: String, in page: CodePage, _ hints: ReadingHints = ReadingHints(languages: ["en"])) throws
    -> Outcome
  {
    try read(try #require(CodePageBytes.of(text, in: page)), hints)
  }

  private func read(_ bytes: [UInt8], _ hints: ReadingHints) throws -> Outcome {
    do {
      let source = try TextSource(ByteSource(bytes), hints)
      var outcome = Outcome(text: String(decoding: try source.source.bytes(0..<source.source.count), as: UTF8.self))
      if case .codePage(let page, let word)? = source.notes.first?.fact { (outcome.page, outcome.word) = (page, word) }
      return outcome
    } catch {
      return Outcome(fault: error)
    }
  }

  @Test(
    arguments: [
      ("en", "Café, crème brûlée, jalapeño, “piñata”"), ("es", "Menú del día; jabón; niñera; ¿qué?"),
      ("de", "Brötchen; Äpfel; Grüße; 3 m² – 5 €; Öl"), ("fr", "Pâté d’épeautre; œufs; thé à la menthe; 1\u{A0}kg"),
      ("en", "Menú"), ("de", "Stück"), ("fr", "pièce"), ("en", "20 °C"), ("de", "KÄSE; MÜSLI"), ("es", "NIÑERA"),
    ])
  func westernFilesAreReadAndTold(language: String, text: String) throws {
    let outcome = try read("item\n\(text)", in: .western, ReadingHints(languages: [language]))
    #expect(outcome.text == "item\n\(text)", "\(String(describing: outcome.fault))")
    #expect(outcome.page == .western)
  }

  @Test(
    arguments: [
      (.japanese, "食パン,food,斤\n散髪,food,回", "食パン"), (.cyrillic, "Хлеб,food,шт\nСтрижка,food,раз", "Хлеб"),
      (.simplifiedChinese, "面包,food,个\n理发,food,次", "面包"), (.korean, "빵,food,개\n감자,food,봉지\n머리 손질,care,번", "빵"),
      (.traditionalChinese, "麵包,food,個\n理髮,care,次\n馬鈴薯,food,斤\n雞蛋,food,打", "麵包"),
      (.macRoman, "Café moulu\nPâté", "Café"), (.dosWestern, "Café moulu\nPâté\nmúsica", "Café"),
    ] as [(CodePage, String, String)])
  func whatIsClearIsReadInAnyOffice(page: CodePage, text: String, word: String) throws {
    let outcome = try read("item,category,unit\n\(text)", in: page)
    #expect(outcome.text == "item,category,unit\n\(text)", "\(String(describing: outcome.fault))")
    #expect(outcome.word == word)
  }

  @Test(
    arguments: [
      ("pl", .central, "Bułka pszenna; żółty ser; ćwierć"), ("tr", .turkish, "Ekmek; şeker; yoğurt; ığdır"),
      ("el", .greek, "Ψωμί; τυρί; γάλα"), ("he", .hebrew, "לחם; גבינה"), ("ar", .arabic, "خبز; جبن; حليب"),
      ("lt", .baltic, "Duona; sūris; kiaušiniai"), ("ru", .cyrillic, "ХЛЕБ; СЫР"),
    ] as [(String, CodePage, String)])
  func theLanguageOfTheOfficeTells(language: String, page: CodePage, text: String) throws {
    let outcome = try read(text, in: page, ReadingHints(languages: [language]))
    #expect(outcome.text == text, "\(String(describing: outcome.fault))")
  }

  @Test func knownNamesTell() throws {
    let smorrebrod = "Smørrebrød, rød grød"
    #expect(try read(smorrebrod, in: .western).fault?.fact.readings?.isEmpty == false)
    let hints = ReadingHints(languages: ["en"], names: ["Smørrebrød", "Rød grød"])
    #expect(try read(smorrebrod, in: .western, hints).text == smorrebrod)
  }

  @Test func whatIsNotClearIsRefusedWithReadings() throws {
    let outcome = try read([0xF8, 0xE5, 0xF0, 0x2C, 0x31], ReadingHints(languages: ["en"]))
    let readings = try #require(outcome.fault?.fact.readings)
    #expect(readings.count == 3 && Set(readings.map(\.word)).count == 3)
    #expect(outcome.fault?.line == 1)
  }

  @Test func aCodePageThatIsNamedIsTaken() throws {
    let bytes: [UInt8] = utf8("x") + [0xF8, 0xE5, 0xF0]
    #expect(try read(bytes, ReadingHints(codePage: .cyrillic)).text == "xшер")
    #expect(try read(bytes, ReadingHints(codePage: .greek)).text == "xψεπ")
    #expect(try read([0x81], ReadingHints(codePage: .western)).fault?.fact == .notThisEncoding(.western))
    // It is for what is not UTF-8.
    #expect(try read(utf8("Café"), ReadingHints(codePage: .cyrillic)).text == "Café")
  }

  @Test func aStrayByteIsNoMatterOfCodePages() throws {
    let bytes = utf8("Café\nPâté\nd") + [0x92] + utf8("or")
    #expect(try read(bytes, ReadingHints(codePage: .western)).fault == InputFault(line: 3, column: 2, .strayByte(0x92)))
  }

  @Test func pagesHaveTheirUsualNames() {
    for (name, page) in [
      ("1252", CodePage.western), ("CP1252", .western), ("Windows-1251", .cyrillic), ("shift_jis", .japanese),
      ("GBK", .simplifiedChinese), ("big5", .traditionalChinese), ("macintosh", .macRoman), ("850", .dosWestern),
    ] {
      #expect(CodePage(named: name) == page)
    }
    for page in CodePage.allCases { #expect(CodePage(named: page.rawValue) == page) }
    #expect(CodePage(named: "windows") == nil && CodePage(named: "") == nil && CodePage(named: "utf-7") == nil)
  }
}

extension InputFault.Fact {
  /// What an unknown encoding may be.
  var readings: [CodePageReading]? {
    if case .unknownEncoding(let readings) = self { readings } else { nil }
  }
}
