import Foundation
import Ledger
import OfficeFixtures
import Papers
import Synchronization
import TestTools
import Testing

@testable import BillingOffice

/// Nothing twice, nothing lost from sight: whatever happens to the ledger's file, and whenever the program is stopped.
@Suite struct TrustTests {
  private let office: TestOffice

  init() throws { office = try TestOffice() }

  private var ledger: OfficeLedger { office.office.ledger }

  /// Records the order as a command does, which opens the office and closes it again.
  private func record() throws -> (number: EntryNumber, warnings: [Diagnostic]) {
    let papers = try again().make(try office.request(isRecorded: true))
    return (try #require(papers.numbers.first).number, papers.warnings)
  }

  private func move(_ from: String, to: String) throws {
    try? FileManager.default.removeItem(atPath: office.path(to))
    try FileManager.default.copyItem(atPath: office.path(from), toPath: office.path(to))
  }

  /// An office that is opened anew, as the next command does.
  private func again() throws -> Office {
    try Office.open(named: office.path(""), from: "/", installation: TestOffice.installation)
  }

  // MARK: - Ledgers that were put back

  @Test(.slow) func aNumberIsNotGivenAgainAfterABackupWasPutBack() throws {
    let first = try record().number
    try move("ledger.sqlite", to: "backup.sqlite")
    let lost = try record().number
    #expect(lost.sequence == 2)
    try move("ledger.sqlite", to: "dead.sqlite")
    try FileManager.default.removeItem(atPath: office.path("ledger.sqlite"))
    try move("backup.sqlite", to: "ledger.sqlite")
    let (third, warnings) = try record()
    #expect(third.chain != first.chain && third.sequence == 1)
    #expect(
      office.told(warnings) == """
        ledger.sqlite: warning: the ledger does not hold \(lost), which this desk has recorded: an older copy seems to have been \
        put in its place. Numbers go on in a new chain, RIVER-\(third.chain), so that none stands on two papers
          → put the missing ones back by joining a copy that has them: an export, the site's ledger.jsonl, or another desk's \
        ledger
        """)
    // Told once; and checking tells for as long as it is so.
    #expect(try record().warnings.isEmpty)
    let day = try #require(TestOffice.issued)
    func checked() throws -> [String] { try again().check(CheckRequest(issued: day)).faults.map(\.message) }
    let missing = "this desk has recorded papers up to \(lost), and the ledger does not hold them all"
    #expect(try checked().contains(missing))
    #expect(try again().ledger.merge(MergeRequest(office.path("dead.sqlite"), moment: TestOffice.moment)).added == 1)
    #expect(try !checked().contains(missing))
    _ = try office.office.reprint(ReprintRequest(InvoiceKind(), [lost], output: OutputWish(office.path("lost.pdf"))))
    #expect(try office.text("lost.pdf").contains("\(lost)"))
    #expect(try ledger.verify(heads: nil).findings.isEmpty)
  }

  @Test func aNumberIsNotGivenAgainAfterTheLedgerWasLost() throws {
    let first = try record().number
    try FileManager.default.removeItem(atPath: office.path("ledger.sqlite"))
    let (second, warnings) = try record()
    #expect(second.chain != first.chain)
    #expect(warnings.first?.message.contains("does not hold \(first), which this desk has recorded") == true)
  }

  @Test func aCorrectionIsNotGivenAnOldNumberEither() throws {
    let first = try record().number
    try move("ledger.sqlite", to: "backup.sqlite")
    _ = try record()
    try FileManager.default.removeItem(atPath: office.path("ledger.sqlite"))
    try move("backup.sqlite", to: "ledger.sqlite")
    let day = try #require(TestOffice.issued)
    let (entry, warnings) = try again().ledger.reverse(
      first, reason: .enteredTwice, day: day, moment: TestOffice.moment)
    #expect(entry.number.chain != first.chain && warnings.count == 1)
  }

  /// The gift of a number in the office's ledger, as it was before it was recorded.
  private func draft(of number: EntryNumber) throws -> GiftDraft {
    let entry = try #require(try ledger.open().entries(number).first)
    return GiftDraft(
      day: entry.day, time: .init(TestOffice.moment),
      office: .init(name: "Riverside Commons", place: "Riverside Market, every first Saturday"), desk: "A",
      language: "en-US",
      lines: entry.lines.compactMap { line in
        guard let texts = line.texts.content, let figures = line.figures.content else { return nil }
        return GiftDraft.Line(texts: texts, figures: figures, amount: line.amount, hours: nil)
      })
  }

  private func join(_ file: String, _ consent: MergeGate.Consent = .to([])) throws -> LedgerMerge {
    try ledger.merge(MergeRequest(file, consent: consent, moment: TestOffice.moment))
  }

  /// Two branches have the number of papers that were printed before it was noticed: both can be printed.
  @Test func aNumberThatStandsTwiceIsPrintedTwice() throws {
    let draft = try draft(of: try record().number)
    let (other, chain) = (try TestOffice(), try #require(ChainName("B222")))
    var random = SplitMix64(seed: 1)
    let entry = try ledger.open(.readWrite).append([draft], office: "RIVER", chain: chain, using: &random)
    let number = try #require(entry.first).number
    let foreign = try Ledger(path: other.path("ledger.sqlite"))
    _ = try foreign.append([draft], office: "RIVER", chain: chain, using: &random)
    try office.refuses(
      .usage,
      """
      \(other.path("ledger.sqlite")): error: joining this would change what is here: \(number) would stand twice: here is another \
      entry with that number
        → nothing was joined; say so if that is meant, and you know whose file it is
      """
    ) { _ = try join(other.path("ledger.sqlite")) }
    #expect(try join(other.path("ledger.sqlite"), .to([.forked(number)])).added == 1)
    let papers = try office.office.reprint(
      ReprintRequest(InvoiceKind(), [number], output: OutputWish(office.path("both.pdf"))))
    #expect(papers.numbers.count == 2 && Set(papers.numbers.map(\.seal)).count == 2)
  }

  /// Nothing of others gets into the chain of this desk, whatever is agreed to; nor does it lose a word.
  @Test func nobodyElseWritesInThisDesksChain() throws {
    let number = try record().number
    let other = try TestOffice()
    var random = SplitMix64(seed: 1)
    let draft = try draft(of: number)
    let foreign = try Ledger(path: other.path("ledger.sqlite"))
    _ = try foreign.append([draft, draft], office: "RIVER", chain: number.chain, using: &random)
    let second = try #require(EntryNumber(office: "RIVER", chain: number.chain, sequence: 2))
    let merge = try join(other.path("ledger.sqlite"), .all)
    #expect(merge.keptOut == [KeptOut(number, .notRecordedHere), KeptOut(second, .notRecordedHere)])
    #expect(merge.added == 0 && merge.copy == nil)
    // A copy of this very ledger, in which the words are taken away.
    let copy = try ledger.export(to: office.path("mine.jsonl"), isFull: true, force: false)
    let robbed = try Ledger(path: office.path("robbed.sqlite"))
    _ = try robbed.merge(copy)
    try robbed.withhold(number, line: 1)
    #expect(try join(office.path("robbed.sqlite"), .all).keptOut == [KeptOut(number, .withholding)])
    #expect(try ledger.words(number, line: 1).first == "Childcare, babysitter, one child")
  }

  /// What was put back is asked about where nothing that is remembered proves it.
  @Test func whatCannotBeProvenIsAskedAbout() throws {
    _ = try record()
    try move("ledger.sqlite", to: "backup.sqlite")
    let second = try record().number
    let older = try again().ledger.export(to: office.path("older.jsonl"), isFull: true, force: false)
    _ = try record()
    try FileManager.default.removeItem(atPath: office.path("ledger.sqlite"))
    try move("backup.sqlite", to: "ledger.sqlite")
    // A file without signatures, as earlier versions wrote it.
    let lines = try String(contentsOfFile: older, encoding: .utf8).split(separator: "\n")
    let bare = lines.filter { !$0.hasPrefix("{\"signed\"") }.map { $0 + "\n" }.joined()
    try office.scratch.write(bare, to: "office/bare.jsonl")
    let told = try office.told(.usage) { _ = try join(office.path("bare.jsonl")) }
    #expect(told.contains("\(second) would be put back, though this machine cannot tell"), "\(told)")
    #expect(try join(office.path("bare.jsonl"), .to([.unproven(second)])).added == 1)
    // What is signed with this machine's key needs nobody's word.
    try FileManager.default.removeItem(atPath: office.path("ledger.sqlite"))
    let merge = try again().ledger.merge(MergeRequest(older, moment: TestOffice.moment))
    #expect(merge.added == 2 && merge.keptOut.isEmpty)
  }

  /// At most three copies of the ledger as it was are kept, and what is withheld is withheld in them, too.
  @Test func copiesAreKeptAndLoseTheSameWords() throws {
    let number = try record().number
    let (draft, path) = (try draft(of: number), office.path("other.sqlite"))
    var random = SplitMix64(seed: 1)
    for index in 1...4 {
      let chain = try #require(ChainName("B00\(index)"))
      _ = try Ledger(path: path).append([draft], office: "RIVER", chain: chain, using: &random)
      let merge = try ledger.merge(MergeRequest(path, moment: "2026-11-20T18:00:0\(index)Z"))
      #expect(merge.copy == office.path("ledger.before-merge-20261120-18000\(index).sqlite"))
    }
    #expect(ledger.copies.map { $0.suffix(9) } == ["02.sqlite", "03.sqlite", "04.sqlite"])
    try ledger.withhold(number, line: 1)
    for copy in ledger.copies {
      #expect(try Ledger(path: copy, access: .readOnly).entries(number).first?.lines[0].texts.content == nil)
      let mode = try FileManager.default.attributesOfItem(atPath: copy)[.posixPermissions] as? Int
      #expect(mode == 0o600)
    }
  }

  // MARK: - Runs that were cut off

  /// Records, and stops before the papers are made.
  private func cutOff(_ order: String, output: OutputWish = OutputWish()) throws {
    var request = try office.request(order, isRecorded: true)
    request.output = output
    let asked = Mutex(0)
    let count = try String(contentsOfFile: office.path(order), encoding: .utf8).contains("invoice") ? 5 : 1
    // Each paper is asked for once while it is tried out, and once while it is made.
    let observer = Observer(isCancelled: {
      asked.withLock {
        $0 += 1
        return $0 > count
      }
    })
    let told = try office.told(.interrupted) { _ = try office.office.make(request, observer) }
    #expect(told.contains("in the ledger, without a paper"), "\(told)")
  }

  @Test func whatWasRecordedAndNotMadeIsRemembered() throws {
    try cutOff("order.csv")
    try cutOff("orders.csv", output: OutputWish(office.path("tonight.pdf")))
    #expect(office.papers.isEmpty)
    let office = try again()
    #expect(office.unprintedCount(at: TestOffice.moment) == 6)
    let made = try office.printUnprinted(at: TestOffice.moment)
    #expect(made.numbers.isEmpty && made.warnings.isEmpty)
    #expect(self.office.own(made.paths).map { $0.suffix(11) } == ["-000001.pdf", "tonight.pdf"])
    let text = try self.office.text("tonight.pdf")
    #expect(text.contains("-000002") && text.contains("-000006") && !text.contains("Reprint"))
    #expect(office.unprintedCount(at: TestOffice.moment) == 0)
    #expect(try office.printUnprinted(at: TestOffice.moment).paths.isEmpty)
  }

  /// What lies there by now is somebody's.
  @Test func whatIsMadeLaterOverwritesNothing() throws {
    try cutOff("orders.csv", output: OutputWish(office.path("tonight.pdf")))
    try office.scratch.write("mine", to: "office/tonight.pdf")
    let made = try again().printUnprinted(at: TestOffice.moment)
    #expect(office.own(made.paths).map { $0.suffix(11) } == (1...5).map { "-00000\($0).pdf" })
    #expect(try office.bytes("tonight.pdf") == Data("mine".utf8))
  }

  @Test func whatIsMadeLeavesNothingToBeMade() throws {
    _ = try record()
    _ = try office.print("orders.csv", isRecorded: true, split: true)
    #expect(office.office.unprintedCount(at: TestOffice.moment) == 0)
  }

  /// Whoever can write the ledger's file can write what is in its outbox: it sends nothing anywhere, and writes nothing elsewhere.
  @Test func whatAStrangerHasPutIntoTheOutboxIsNotObeyed() throws {
    try cutOff("order.csv", output: OutputWish(office.path("tonight.pdf")))
    let path = office.scratch.path("stolen.pdf")
    func change(_ job: String) throws {
      _ = try Python.run(
        "import sqlite3, sys; db = sqlite3.connect(sys.argv[1]); db.execute('UPDATE outbox SET job = ?', [sys.argv[2]]); db.commit()",
        [office.path("ledger.sqlite"), job])
    }
    try change("{\"kind\":\"receipt\",\"printer\":\"tcp://127.0.0.1:9\",\"mark\":\"00\"}")
    let told = try office.told(.data) { _ = try again().printUnprinted(at: TestOffice.moment) }
    #expect(told.contains("is to go to tcp://127.0.0.1:9, which is not in printers.yaml"), "\(told)")
    #expect(try again().ledger.verify(heads: nil).findings.map(\.message).first?.contains("tcp://127.0.0.1:9") == true)
    let wish = PrintJob(files: try office.request("order.csv", isRecorded: true))
    var other = wish
    other.files?.path = path
    other.files?.force = true
    other.template = "/etc"
    try change(other.text)
    let made = try again().printUnprinted(at: TestOffice.moment)
    #expect(!FileManager.default.fileExists(atPath: path))
    #expect(office.own(made.paths).first?.hasPrefix("output/RIVER-") == true, "\(made.paths)")
  }

  // MARK: - Claims

  @Test func whatAnotherProcessMakesIsLeftToIt() throws {
    try cutOff("order.csv")
    let other = Process()
    other.executableURL = URL(fileURLWithPath: "/bin/sleep")
    other.arguments = ["60"]
    try other.run()
    let claim = Ledger.OutboxClaim(
      owner: RunningProcess(of: other.processIdentifier).text, moment: TestOffice.moment)
    _ = try ledger.open(.readWrite).claimOutbox(for: claim) { _ in false }
    #expect(office.office.unprintedCount(at: TestOffice.moment) == 0)
    let made = try office.office.printUnprinted(at: TestOffice.moment)
    #expect(made.paths.isEmpty)
    #expect(made.warnings.map(\.message) == ["1 paper is just being made by another desk or window"])
    // When the process dies, somebody else may.
    // Whatever its parent has blocked, this it hears.
    kill(other.processIdentifier, SIGKILL)
    other.waitUntilExit()
    #expect(office.office.unprintedCount(at: TestOffice.moment) == 1)
    #expect(try office.office.printUnprinted(at: TestOffice.moment).paths.count == 1)
  }

  /// Another machine's processes cannot be looked at: what they claim is theirs for a while.
  @Test func aClaimOfAnotherMachineEnds() throws {
    let claim = Ledger.OutboxClaim(owner: "ffffffff:0:0:1:1", moment: "2026-11-20T18:00:00Z")
    #expect(RunningProcess.holds(claim, at: "2026-11-20T18:09:59Z"))
    #expect(!RunningProcess.holds(claim, at: "2026-11-20T18:10:00Z"))
    #expect(!RunningProcess.holds(Ledger.OutboxClaim(owner: "nobody", moment: ""), at: "2026-11-20T18:00:00Z"))
    let own = Ledger.OutboxClaim(owner: RunningProcess.current.text, moment: "2026-11-20T18:00:00Z")
    #expect(RunningProcess.holds(own, at: "2026-11-21T18:00:00Z"))
  }

  // MARK: - The same again

  @Test func theSameAgainIsRefusedUnlessItIsMeant() throws {
    var request = try office.request(isRecorded: true)
    request.mayRepeat = false
    let number = try #require(try office.office.make(request).numbers.first)
    request.recordedAt = "2026-11-20T18:00:06Z"
    try office.refuses(
      .usage,
      """
      error: this is recorded already, 6 seconds ago, as \(number)
        → nothing was recorded this time; say so if the same was given once more
      """
    ) { _ = try office.office.make(request) }
    // An order that was written down is the same all day, on whatever paper.
    request.giftKind = ReceiptKind()
    request.recordedAt = "2026-11-20T22:00:06Z"
    #expect(try office.told(.usage) { _ = try office.office.make(request) }.contains("recorded already, 4 hours ago"))
    request.mayRepeat = true
    #expect(try office.office.make(request).numbers.first?.number.sequence == 2)
  }

  /// Two neighbours may well be given the same.
  @Test func whatIsTypedAgainIsASlipForAMoment() throws {
    let day = try #require(TestOffice.issued)
    func give(_ time: String, quantity: String = "1") throws {
      var request = GiftRequest(
        ReceiptKind(), .items([GivenItem("tutoring", quantity: quantity)]), recordedAt: "2026-11-20T\(time)Z",
        issued: day)
      request.mayRepeat = false
      _ = try office.office.make(request)
    }
    try give("18:00:00")
    #expect(try office.told(.usage) { try give("18:01:59") }.contains("recorded already, 1 minute ago"))
    try give("18:01:59", quantity: "2")
    try give("18:02:01")
  }

  /// In another order, or with more zeros, it is the same.
  @Test func theSameInOtherWordsIsTheSame() throws {
    let day = try #require(TestOffice.issued)
    func give(_ items: [(String, String)]) throws {
      var request = GiftRequest(
        ReceiptKind(), .items(items.map { GivenItem($0.0, quantity: $0.1) }), recordedAt: TestOffice.moment, issued: day
      )
      request.mayRepeat = false
      _ = try office.office.make(request)
    }
    try give([("rice", "13"), ("flour", "1.5")])
    #expect(try office.told(.usage) { try give([("flour", "1.50"), ("rice", "13.0")]) }.contains("recorded already"))
    try give([("flour", "13"), ("rice", "1.5")])
  }

  // MARK: - Which papers are meant

  @Test func papersAreMeantByTheirFigures() throws {
    let numbers = try office.print("orders.csv", isRecorded: true, split: true).numbers.map(\.number)
    #expect(try ledger.numbers(["2..4", "4", "1"]) == [numbers[1], numbers[2], numbers[3], numbers[0]])
    #expect(try ledger.numbers(["\(numbers[0])..\(numbers[1])"]) == [numbers[0], numbers[1]])
    #expect(try ledger.numbers(["2-3", "4,1"]) == [numbers[1], numbers[2], numbers[3], numbers[0]])
    #expect(try ledger.numbers(["3.."]) == Array(numbers[2...]))
    #expect(try ledger.last() == numbers[4])
    #expect(try ledger.gifts(of: try #require(TestOffice.issued)) == numbers)
    #expect(try ledger.gifts(of: try #require(CalendarDay("2026-11-21"))).isEmpty)
    try office.refuses(
      .usage, "error: no paper of this desk has the number 9\n  → write the whole number, as it stands on the paper"
    ) { _ = try ledger.number("9") }
    for wrong in ["4..2", "x..2", "0"] {
      #expect(try office.told(.usage) { _ = try ledger.numbers([wrong]) }.hasPrefix("error: "))
    }
    // A correction has no paper.
    let day = try #require(TestOffice.issued)
    _ = try ledger.reverse(numbers[0], reason: .enteredTwice, day: day, moment: TestOffice.moment)
    let seventh = try record().number
    #expect(try ledger.numbers(["4..7"]) == [numbers[3], numbers[4], seventh])
    #expect(try ledger.numbers(["5..6"]) == [numbers[4]])
    #expect(throws: Diagnostics.self) { try ledger.numbers(["6..6"]) }
  }

  @Test func aPaperOfAGiftThatWasTakenBackSaysSo() throws {
    let number = try record().number
    let day = try #require(TestOffice.issued)
    _ = try ledger.reverse(number, reason: .enteredTwice, day: day, moment: TestOffice.moment)
    let papers = try office.office.reprint(
      ReprintRequest(InvoiceKind(), [number], output: OutputWish(office.path("again.pdf"))))
    #expect(papers.warnings.map(\.message) == ["\(number) was taken back; its paper says so"])
    let drawn = try office.drawnText("again.pdf")
    // Across it, and in the sentence at its foot.
    #expect(drawn.contains("Reprint · TAKEN BACK · ") && drawn.contains("T\nA\nK\nE\nN\nB\nA\nC\nK\n"))
    let text = try office.office.reprint(
      ReprintRequest(ReceiptKind(), [number], look: PaperLook(locale: "de"), output: OutputWish(format: .text)))
    #expect(
      try String(contentsOfFile: try #require(text.paths.first), encoding: .utf8).contains("Nachdruck · ZURÜCKGENOMMEN")
    )
  }
}
