import Bookkeeping
import Foundation
import Ledger
import Synchronization
import TestTools
import Testing

@testable import Publishing

@Suite struct SiteTests {
  private let market: Market
  private var scratch: Scratch { market.scratch }
  private var ledger: Ledger { market.ledger }

  init() throws { market = try Market() }

  private func publish(_ folder: String = "site", _ language: String = "en") throws -> PublishedSite {
    try market.publish(to: scratch.path(folder), language)
  }

  @discardableResult
  private func give(
    _ items: [(item: String, category: String)], day: String = "2026-11-20", currency: String = "USD",
    chain: String = "A7K2"
  ) throws -> LedgerEntry {
    try market.give(items, day: day, currency: currency, chain: chain)
  }

  private func reverse(_ number: EntryNumber) throws -> LedgerEntry { try market.reverse(number) }

  private func page(_ name: String) throws -> String {
    try String(contentsOfFile: scratch.path("site/\(name)"), encoding: .utf8)
  }

  private func files(_ folder: String = "site") -> [String] {
    let root = scratch.path(folder)
    return (FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []).sorted().filter {
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: "\(root)/\($0)", isDirectory: &isFolder) && !isFolder.boolValue
    }
  }

  private func fill() throws {
    for index in 0..<130 {
      try give(
        [("Item \(index % 7)", "food"), ("Bread, \"white\" & <b>brown</b>", "food")],
        day: "2026-\(index % 2 == 0 ? "10" : "11")-05")
    }
    try give([("Dental check", "health"), ("خبز", "food")])
    try give([("Miriam Feldman", "care")])
    try give([(String(repeating: "Ä", count: 200), "care")], currency: "EUR")
    let named = try #require(EntryNumber("RIVER-A7K2-000132"))
    try ledger.withhold(named, line: 1)
    let first = try #require(EntryNumber("RIVER-A7K2-000001"))
    _ = try reverse(first)
  }

  // MARK: - Tests

  @Test func theFrontPageSaysWhatTheValueHasPassed() throws {
    try give([("Rice & beans", "food")])
    let source = "\"A statistics office, https://example.org\""
    let milestones = Milestones.read(
      Array(
        "name,amount,currency,source,checked\nA day of <work>,50.00,USD,\(source),2026\nA week,100.00,USD,\(source),2026-05\n"
          .utf8))
    _ = try market.publish(to: scratch.path("site"), milestones: milestones.value)
    let front = try page("index.html")
    #expect(front.contains("A day of &lt;work&gt;") && front.contains("USD 47.52 to go"))
    #expect(front.contains("<rect width=\"524\""))
    // One that nobody has is left out, and its leaving is a change like any other.
    _ = try market.publish(to: scratch.path("site"))
    #expect(try !page("index.html").contains("to go"))
  }

  /// Signs lead to items before they are first given; how often something sensitive was given is nobody's business.
  @Test func whatIsOfferedHasAPage() throws {
    let prices = PriceBook.read(
      Array(
        """
        item,category,unit,price,currency,source,checked
        Bread,food,loaf,3.50,USD,"ONS, https://ons.example/a",2026-05
        Massage,health,hour,27.86,USD,BLS,2024
        خبز بلدي,food,loaf,1.50,USD,CAPMAS,2026
        """.utf8)
    ).value.entries
    let path = scratch.path("site")
    try give([("Massage", "health")])
    _ = try market.publish(to: path, "en", offers: prices)
    let bread = try page("I/BREAD/index.html")
    #expect(
      bread.contains("Times given: <b>0</b>") && bread.contains("USD 3.50") && bread.contains("ons.example/a"))
    #expect(!files().contains { $0.hasPrefix("I/MASSAGE") })
    #expect(try page("I/\(ItemAddress.name(of: "خبز بلدي"))/index.html").contains("CAPMAS"))
    // Given at last, it counts; the others stay, and nothing else is written for them.
    try give([("Bread", "food")])
    _ = try market.publish(to: path, "en", offers: prices)
    #expect(try page("I/BREAD/index.html").contains("Times given: <b>1</b>"))
    // A price that is no longer offered has no page any more.
    let gone = "I/\(ItemAddress.name(of: "خبز بلدي"))/index.html"
    #expect(files().contains(gone))
    _ = try market.publish(to: path, "en", offers: [])
    #expect(!files().contains(gone) && files().contains("I/BREAD/index.html"))
  }

  @Test(.slow) func everyLinkLeadsSomewhere() throws {
    try fill()
    _ = try publish()
    var links = 0
    for name in files() where name.hasSuffix(".html") {
      let folder = URL(fileURLWithPath: scratch.path("site/\(name)")).deletingLastPathComponent()
      for match in try page(name).matches(of: /(?:href|src)="([^"]*)"/)
      where !match.1.hasPrefix("https://") && !match.1.hasPrefix("#") {
        let target = folder.appendingPathComponent(String(match.1).removingPercentEncoding ?? "").standardizedFileURL
          .path
        #expect(FileManager.default.fileExists(atPath: target), "\(name) → \(match.1)")
        #expect(target.hasPrefix(scratch.path("site")), "\(name) leads out of the site: \(match.1)")
        links += 1
      }
    }
    #expect(links > 1000)
    #expect(
      files().contains("R/RIVER-A7K2-000042/index.html") && files().contains { $0.hasPrefix("I/BREAD-WHITE-B--") })
    #expect(files().filter { $0.hasPrefix("gifts/") } == ["gifts/1.html", "gifts/index.html"])
  }

  @Test(.slow) func theHTMLIsValid() throws {
    try fill()
    _ = try publish()
    for name in [
      "index.html", "gifts/index.html", "R/RIVER-A7K2-000131/index.html", "R/RIVER-A7K2-000134/index.html",
      "I/ITEM-3/index.html", "check/index.html", "404.html",
    ] {
      let run = try Tool.tidy.run(["-e", "-q", "--show-info", "no", scratch.path("site/\(name)")])
      #expect(run.status == 0, "\(name): \(run.errors)")
    }
  }

  @Test func whatIsWrittenIsEscaped() throws {
    try fill()
    _ = try publish()
    for name in files() where name.hasSuffix(".html") { #expect(!(try page(name).contains("<b>brown</b>")), "\(name)") }
    let entry = try page("R/RIVER-A7K2-000002/index.html")
    #expect(entry.contains("&lt;b&gt;brown&lt;/b&gt;") && entry.contains("ONS &amp; &lt;friends"))
  }

  @Test(.slow) func theFiguresAreTheLedgers() throws {
    try fill()
    _ = try publish()
    let front = try page("index.html")
    for total in try ledger.totals(by: .none) {
      #expect(front.contains("<p class=\"great\">\(total.value.currency) \(total.value.decimal)</p>"))
      #expect(front.contains("Gifts: <b>\(total.gifts)</b>"))
    }
    let number = try #require(EntryNumber("RIVER-A7K2-000001"))
    let first = try #require(try ledger.entries(number).first)
    let entry = try page("R/RIVER-A7K2-000001/index.html")
    #expect(entry.contains(first.seal) && entry.contains("\(first.hash)") && entry.contains("USD 104.96"))
    #expect(entry.contains("RIVER-A7K2-000134"), "it was taken back")
    // The text of a ledger on the site is sound, and its heads are those of the ledger.
    let heads = try #require(LedgerHead.read(try page("heads.txt")))
    #expect(try LedgerFile.verify(scratch.path("site/ledger.jsonl"), heads: heads).isSound)
  }

  @Test(.slow) func whatIsHiddenIsNowhere() throws {
    try fill()
    _ = try publish()
    for name in files() {
      let text = try page(name)
      for word in ["Feldman", "Dental", "14:03:05"] { #expect(!text.contains(word), "\(word) in \(name)") }
    }
    #expect(try page("R/RIVER-A7K2-000131/index.html").contains("Shown as totals only."))
    #expect(try page("R/RIVER-A7K2-000132/index.html").contains("A text was withheld here."))
    #expect(try page("index.html").contains("<th scope=\"row\"><bdi>health</bdi></th>"))
  }

  @Test(.slow) func publishingAgainRewritesOnlyWhatChanged() throws {
    try fill()
    let first = try publish()
    #expect(first.kept == 0 && first.removed == 0 && first.written == files().count - 3)
    #expect(try publish() == PublishedSite(written: 0, kept: first.written, removed: 0))
    try give([("Item 3", "food")])
    let again = try publish()
    // The entry, the one before it, its item, the list's newest page, the front page, the check page and three files.
    #expect(again.written == 9 && again.removed == 0)
    try expectSameAsFresh()
  }

  private func expectSameAsFresh(_ message: String = "") throws {
    try? FileManager.default.removeItem(atPath: scratch.path("fresh"))
    _ = try publish("fresh")
    #expect(files() == files("fresh"), "\(message)")
    for name in files() {
      let pages = try ["site", "fresh"].map {
        try Data(contentsOf: URL(fileURLWithPath: scratch.path("\($0)/\(name)")))
      }
      // The seal tells where and when it was published as well.
      if name != ".billing-office-seal" { #expect(pages[0] == pages[1], "\(message) \(name)") }
    }
  }

  /// Whatever happens between two publications, in whatever order: the site is the one that a new folder would get.
  @Test(.slow, arguments: 1...6) func aSiteThatGrewIsTheSiteThatWouldBeMadeNow(seed: Int) throws {
    var random = SplitMix64(seed: seed)
    var (day, numbers) = (5, [EntryNumber]())
    var steps = ""
    for step in 0..<14 {
      for _ in 0..<random.number(1...60) {
        let items = (0..<random.number(1...3)).map { _ in
          (
            ["Bread", "bread", "Haircut", "Dental check", "خبز"][random.number(0...4)], random.one(of: "food", "health")
          )
        }
        let number = try give(
          items, day: "2026-11-\(day < 10 ? "0" : "")\(day)", currency: random.one(of: "USD", "EUR"),
          chain: random.one(of: "A7K2", "B000", "A111")
        ).number
        numbers.append(number)
      }
      steps += "\(numbers.count) "
      if random.once(in: 5) {
        let number = numbers.remove(at: random.number(0...numbers.count - 1))
        _ = try reverse(number)
        steps += "-\(number) "
      }
      if random.once(in: 5) {
        try ledger.withhold(numbers[random.number(0...numbers.count - 1)], line: 1)
        steps += "w "
      }
      if random.once(in: 2) { day += 1 }
      if random.once(in: 8) { day -= 1 }
      _ = try publish()
      if step % 3 == 2 { try expectSameAsFresh("\(steps):") }
    }
    try expectSameAsFresh(steps)
    #expect(try LedgerFile.verify(scratch.path("site/ledger.jsonl"), heads: ledger.heads()).isSound)
  }

  @Test func aSiteThatWasCutShortIsTakenUpAgain() throws {
    try give([("Bread", "food")])
    _ = try publish()
    try give([("Rice", "food")])
    // What a kill leaves: a page of the next publication, and a piece of another.
    try scratch.write("half", to: "site/R/RIVER-A7K2-000001/.index.html.part")
    try scratch.write("older", to: "site/gifts/index.html")
    _ = try publish()
    try? FileManager.default.removeItem(atPath: scratch.path("site/R/RIVER-A7K2-000001/.index.html.part"))
    try expectSameAsFresh()
  }

  /// Items that differ in signs only have a page each, and what is said of one is not added to another.
  @Test func itemsThatLookAlikeHaveTheirOwnPages() throws {
    let items = ["C lessons", "C++ lessons", "C# lessons", "Milk, 1.5 l", "Milk, 1/5 l"]
    try give(items.map { ($0, "learning") } + [("c  LESSONS", "learning")])
    _ = try publish()
    let pages = files().filter { $0.hasPrefix("I/") }
    #expect(pages.count == 5)
    for (index, item) in items.enumerated() {
      let name = ItemAddress.name(of: item)
      let text = try page("I/\(name)/index.html")
      #expect(text.contains("<h1><bdi>\(item)</bdi></h1>"), "\(text)")
      #expect(text.contains("Times given: <b>\(index == 0 ? 2 : 1)</b>"))
      #expect(try page("R/RIVER-A7K2-000001/index.html").contains("I/\(ItemAddress.encoded(name))/index.html"))
    }
  }

  /// The page of each names the others, also when one of them comes later, and is of those that were not given yet.
  @Test func itemsThatLookAlikeNameEachOther() throws {
    try give([("C lessons", "learning"), ("Bread", "food")])
    _ = try publish()
    #expect(try !page("I/C-LESSONS/index.html").contains("See also"))
    let later = try give([("C++ lessons", "learning")])
    _ = try publish()
    let address = ItemAddress.path(of: "C++ lessons")
    let link = "See also: <a href=\"../\(address)/index.html\"><bdi>C++ lessons</bdi></a></p>"
    #expect(try page("I/C-LESSONS/index.html").contains(link))
    #expect(try page("I/\(address)/index.html").contains("../C-LESSONS/index.html\"><bdi>C lessons</bdi></a></p>"))
    #expect(try !page("I/BREAD/index.html").contains("See also"))
    try expectSameAsFresh()
    try ledger.withhold(later.number, line: 1)
    _ = try publish()
    #expect(try !page("I/C-LESSONS/index.html").contains("See also"))
  }

  /// Whoever ends the process early knows what to take away: the long files, which are aside for as long as all is written.
  @Test func whatLiesAsideIsTold() throws {
    let path = scratch.path("site")
    for name in ["ledger.jsonl", "ledger.csv"] {
      try give([("Bread", "food")])
      _ = try publish()
      try give([("Rice", "food")])
      // A link in its place is not followed, so that it is known where each of them would lie.
      let hidden = "\(path)/.\(name).part"
      try FileManager.default.createSymbolicLink(atPath: hidden, withDestinationPath: "/dev/null")
      var told: [String] = []
      #expect(throws: PublishingError.self) { try market.publish(to: path, aside: { told = $0 }) }
      #expect(told.contains(hidden))
      try FileManager.default.removeItem(atPath: hidden)
    }
  }

  /// The second waits for the first, and no page of either is half of it; nothing lies about.
  @Test func twoAtOnceWaitForEachOther() throws {
    for index in 0..<40 { try give([("Item \(index)", "food")]) }
    let scratch = scratch
    let failures = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: 4) { _ in
      do {
        _ = try Market(in: scratch).publish(to: scratch.path("site"))
      } catch { failures.withLock { $0 += 1 } }
    }
    #expect(failures.withLock { $0 } == 0)
    try expectSameAsFresh()
    #expect(files().allSatisfy { !$0.hasSuffix(".part") && !$0.contains("lock") })
  }

  @Test func whoeverIsKeptTooLongIsTold() throws {
    try give([("Bread", "food")])
    _ = try publish()
    let before = try page("index.html")
    let lock = try #require(FolderLock(scratch.path("site"), patience: 0))
    var waits = 0
    #expect(throws: PublishingError.busy(path: scratch.path("site"), seconds: 0.3)) {
      // What lies aside is the other's, and nobody else takes it away.
      try market.publish(
        to: scratch.path("site"), patience: 0.3, waiting: { waits += 1 }, aside: { Issue.record("\($0)") })
    }
    #expect(waits == 1)
    #expect(try page("index.html") == before)
    withExtendedLifetime(lock) {}
  }

  @Test func otherFilesAreLeftAlone() throws {
    try scratch.write("mine", to: "site/index.html")
    #expect(throws: PublishingError.foreignFolder(path: scratch.path("site"))) { try publish() }
    #expect(try page("index.html") == "mine")
    _ = try publish("other")
    try scratch.write("mine", to: "other/CNAME")
    try give([("Bread", "food")])
    _ = try publish("other")
    #expect(files("other").contains("CNAME"))
  }

  @Test func pagesOfItemsThatAreGoneAreRemoved() throws {
    let entry = try give([("Bread", "food")])
    _ = try publish()
    #expect(files().contains("I/BREAD/index.html"))
    try ledger.withhold(entry.number, line: 1)
    #expect(try publish().removed == 1)
    #expect(!files().contains("I/BREAD/index.html"))
  }

  /// What a gift of something sensitive comes to is told in sums, and nowhere else; in whatever way its category is written.
  @Test(arguments: ["health", "Health ", "HEALTH", "h\u{E9}alth"]) func amountsOfSensitiveGiftsAreSums(category: String)
    throws
  {
    try give([("Bread", "food")])
    let gift = try give([("Massage", category), ("Rice", "food")])
    let reversed = try give([("Massage", category)])
    let back = try reverse(reversed.number)
    // What was withheld may have been sensitive as well.
    try ledger.withhold(gift.number, line: 1)
    _ = try publish()
    for name in files() where name != "index.html" && !name.contains("billing-office-book") {
      let text = try page(name)
      for word in ["104.96", "10496", "Massage", "Rice"] { #expect(!text.contains(word), "\(word) in \(name)") }
      if name.hasPrefix("R/\(gift.number)") || name.hasPrefix("R/\(back.number)") {
        #expect(
          !text.contains("52.48") && text.contains(name.contains("\(gift.number)") ? gift.seal : back.seal), "\(name)")
      }
    }
    #expect(try page("index.html").contains("USD 157.44"))
    #expect(try LedgerFile.verify(scratch.path("site/ledger.jsonl"), heads: ledger.heads()).isSound)
    try expectSameAsFresh()
  }

  // MARK: - What a page says first

  private static let offers = PriceBook.read(
    Array(
      """
      item,category,unit,price,currency,source,checked
      "Bread, white",food,loaf,3.50,USD,"ONS, https://ons.example/a",2026-05
      Rice,food,kg,1.50,USD,ONS,2026-05
      """.utf8)
  ).value.entries

  /// Whoever scans a sign sees before all else whose it is, the market's price struck out, the zero, and why.
  @Test(arguments: ["en", "ar"]) func anItemsPageBeginsWithTheArgument(language: String) throws {
    // The price on the sign is that of the price book, whatever was asked when it was given.
    try give([("Bread, white", "food")])
    _ = try market.publish(to: scratch.path("site"), language, offers: Self.offers)
    let text = try page("I/\(ItemAddress.name(of: "Bread, white"))/index.html")
    let words = try Market.words(language)
    let zero = language == "ar" ? "صفر" : "0"
    var rest = try #require(text.range(of: "<main")).upperBound..<text.endIndex
    for said in [
      "Riverside Commons", "Riverside Market", "Bread, white</bdi></h1>", try #require(words["market_price"]),
      "<s>USD 3.50</s>", "/ loaf", try #require(words["solidarity_price"]), "<dd class=\"zero\">\(zero)</dd>",
      try #require(words["void"]), try #require(words["nothing_owed"]), "<ul class=\"quotes\">", "USD 26.24",
    ] {
      let found = try #require(text.range(of: said, range: rest), "\(said) is not there, or not in its place: \(text)")
      rest = found.upperBound..<text.endIndex
    }
  }

  @Test func everyPageSaysWhoseItIs() throws {
    try give([("Bread", "food")])
    _ = try publish()
    for name in files() where name.hasSuffix(".html") {
      let text = try page(name)
      #expect(text.contains("· Riverside Commons · Public ledger</title>"), "\(name)")
      #expect(text.contains("<b><bdi>Riverside Commons</bdi></b> Public ledger</a>"), "\(name)")
    }
    #expect(try page("index.html").contains("<p class=\"office\"><bdi>Riverside Commons</bdi> · "))
  }

  /// Names that hold commas are not parted by commas.
  @Test func giftsAreToldApart() throws {
    try give([("Bread, white", "food"), ("Eggs, large", "food")])
    _ = try publish()
    for name in ["index.html", "gifts/index.html"] {
      #expect(try page(name).contains("<bdi>Bread, white</bdi> · <bdi>Eggs, large</bdi></span>"), "\(name)")
    }
  }

  /// What the office has a name for in the pages' language is called so; the rest says which language it is in.
  @Test func namesAreInThePagesLanguage() throws {
    try give([("Bread, white", "food"), ("Haircut", "care")])
    _ = try market.publish(to: scratch.path("site"), "es", offers: Self.offers, names: ["Bread, white": "Pan blanco"])
    let bread = ItemAddress.name(of: "Bread, white")
    let marked = "<bdi lang=\"en\">Haircut</bdi>"
    for name in ["index.html", "gifts/index.html", "R/RIVER-A7K2-000001/index.html"] {
      let text = try page(name)
      #expect(text.contains("<bdi>Pan blanco</bdi>") && text.contains(marked), "\(name)")
      #expect(!text.contains("Bread, white"), "\(name)")
    }
    let front = try page("index.html")
    #expect(front.contains("<bdi>Comida</bdi></th>") && front.contains("<bdi lang=\"en\">care</bdi></th>"))
    let item = try page("I/\(bread)/index.html")
    #expect(item.contains("<title>Pan blanco · ") && item.contains("<h1><bdi>Pan blanco</bdi></h1>"))
    #expect(item.contains("<bdi lang=\"en\">ONS</bdi>"))
    // In English nothing is marked.
    _ = try market.publish(to: scratch.path("site"), offers: Self.offers)
    #expect(try page("index.html").contains("<bdi>Bread, white</bdi>"))
    #expect(try !page("I/\(bread)/index.html").contains("<bdi lang"))
  }

  /// Another name is another page, though no gift has come.
  @Test func pagesFollowTheNames() throws {
    try give([("Rice", "food")])
    _ = try market.publish(to: scratch.path("site"), "es")
    #expect(try page("index.html").contains("Rice"))
    _ = try market.publish(to: scratch.path("site"), "es", names: ["Rice": "Arroz"])
    #expect(try page("index.html").contains("<bdi>Arroz</bdi>") && page("I/RICE/index.html").contains("Arroz"))
  }

  /// Each figure of a gift has its column's label with it, for screens on which it stands in a row of its own.
  @Test(arguments: ["en", "ar"]) func figuresHaveTheirLabels(language: String) throws {
    try give([("Bread", "food")])
    _ = try publish("site", language)
    let entry = try page("R/RIVER-A7K2-000001/index.html")
    let words = try Market.words(language)
    let labels = ["quantity", "market_price", "market_amount", "you_owe"].compactMap { words[$0] }
    let cells = entry.matches(of: /<td role="cell" class="end[^"]*" data-label="([^"]*)">([^<]*)/)
    #expect(cells.map { String($0.1) } == labels)
    // Where zero is but a dot in the language's figures, it is a word; no Western one stands among them.
    #expect(cells.last?.2 == (language == "ar" ? "صفر" : "0"))
    for role in ["table", "rowgroup", "row", "columnheader", "rowheader", "cell"] {
      #expect(entry.contains("role=\"\(role)\""), "\(role)")
    }
  }

  @Test func noHeadIsEmpty() throws {
    try give([("Bread", "food")])
    _ = try publish()
    for name in files() where name.hasSuffix(".html") {
      #expect(try page(name).firstMatch(of: /<th[^>]*><\/th>/) == nil, "\(name)")
    }
  }

  // MARK: - What others may have written in the folder

  @Test func noLinkIsFollowed() throws {
    try give([("Bread", "food")])
    let victim = scratch.path("victim")
    try scratch.write("thesis", to: "victim/thesis.doc")
    func link(_ name: String, _ target: String) throws {
      try FileManager.default.createSymbolicLink(atPath: scratch.path(name), withDestinationPath: target)
    }
    for (place, target) in [
      ("R", victim), (".index.html.part", "\(victim)/thesis.doc"), ("index.html", "\(victim)/thesis.doc"),
      (".billing-office-site", "\(victim)/thesis.doc"), ("I/BREAD", victim), ("ledger.jsonl", "\(victim)/thesis.doc"),
    ] {
      try? FileManager.default.removeItem(atPath: scratch.path("site"))
      _ = try publish()
      try? FileManager.default.removeItem(atPath: scratch.path("site/\(place)"))
      try link("site/\(place)", target)
      try give([("Bread", "food")])
      #expect(
        throws: PublishingError.link(
          path: scratch.path("site/\(place)".replacing(".index.html.part", with: "index.html")))
      ) {
        try publish()
      }
      #expect(files("victim") == ["thesis.doc"], "\(place)")
      #expect(try String(contentsOfFile: "\(victim)/thesis.doc", encoding: .utf8) == "thesis", "\(place)")
    }
    try link("other", victim)
    #expect(throws: PublishingError.link(path: scratch.path("other"))) { try publish("other") }
  }

  @Test func theListOfFilesIsNotBelieved() throws {
    try give([("Bread", "food")])
    _ = try publish()
    try scratch.write("thesis", to: "victim/thesis.doc")
    try scratch.write("mine", to: "site/notes.html")
    let list = try page(".billing-office-site")
    let strangers = [
      "../victim/thesis.doc", "/etc/hostname", "R/../../victim/thesis.doc", "notes.html", "I/../index.html",
      "gifts/a.html",
    ]
    try scratch.write(list + strangers.joined(separator: "\n") + "\n", to: "site/.billing-office-site")
    try ledger.withhold(try #require(EntryNumber("RIVER-A7K2-000001")), line: 1)
    let site = try publish()
    #expect(site.strangers == strangers && site.removed == 1)
    #expect(files().contains("notes.html") && files("victim") == ["thesis.doc"])
    #expect(try publish().strangers.isEmpty)
  }

  /// Totals come from the ledger, whatever somebody writes into the folder.
  @Test(arguments: ["book", "lines"]) func whatTheSiteSaysOfItselfIsNotBelieved(what: String) throws {
    try give([("Bread", "food")])
    _ = try publish()
    let name = what == "book" ? ".billing-office-book.json" : "ledger.jsonl"
    try scratch.write(try page(name).replacing("5248", with: "99995248"), to: "site/\(name)")
    try give([("Bread", "food")])
    _ = try publish()
    #expect(try page("index.html").contains("USD 104.96"))
    #expect(try !page("ledger.jsonl").contains("99995248"))
  }

  @Test(arguments: ["en", "es", "fr", "de", "ar", "he"]) func everyLanguageHasEveryWord(language: String) throws {
    let (english, words) = (try Market.words("en"), try Market.words(language))
    #expect(Set(words.keys) == Set(english.keys))
    for reason in ReversalReason.allCases { #expect(words["reason_\(reason.rawValue)"] != nil) }
    try give([("Bread", "food")])
    _ = try publish("site", language)
    let used = try FileManager.default.contentsOfDirectory(atPath: Market.templates).filter { $0.hasSuffix(".html") }
      .flatMap { name in
        try String(contentsOfFile: "\(Market.templates)/\(name)", encoding: .utf8).matches(of: /\{\{t\.([\w-]+)\}\}/)
          .map { String($0.1) }
      }
    for word in Set(used) { #expect(words[word]?.isEmpty == false, "\(word)") }
    #expect(
      try page("index.html").contains(
        "<html lang=\"\(language)\" dir=\"\(["ar", "he"].contains(language) ? "rtl" : "ltr")\">"))
  }
}
