import Bookkeeping
import Drawing
import Layout
import Ledger
package import Papers

/// Tells how far it is, and asks whether to go on.
package struct Observer: Sendable {
  /// Told how many of how many papers are laid out.
  package var progress: @Sendable (Int, Int) -> Void
  /// Asked before every paper whether to stop.
  package var isCancelled: @Sendable () -> Bool
  /// Told how what was typed has been understood, in lines, before it is recorded; nil where nobody listens.
  package var understood: (@Sendable ([String]) -> Void)?
  /// Told what is being waited for, while it is.
  package var notice: @Sendable (Diagnostic) -> Void

  package init(
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in },
    isCancelled: @escaping @Sendable () -> Bool = { false },
    notice: @escaping @Sendable (Diagnostic) -> Void = { _ in }
  ) {
    (self.progress, self.isCancelled, self.notice) = (progress, isCancelled, notice)
  }
}

/// Where papers go, and how their way is followed.
struct Delivery: Sendable {
  /// Where they go; nil for files of the person's own.
  var destination: (any Destination)?
  /// What makes good how a printer is off.
  var correction = PrintCorrection.none
  /// How the papers of recorded gifts are to be made, which the ledger keeps until they are; nil where nobody waits for them.
  var job: String?
  /// Whether gifts are but recorded now, and their papers made later of what the ledger keeps.
  var isLater = false
  /// Told of papers whose bytes begin to go to a printer.
  var begin: @Sendable (ArraySlice<PaperNumber>) -> Void = { _ in }
  /// Told of papers that have come out while the others are on their way.
  var cameOut: @Sendable (ArraySlice<PaperNumber>) -> Void = { _ in }
  /// Told of the papers that were on their way when making them came to a halt.
  ///
  /// - Returns: how many of them, from the first, have come out all the same.
  var halted: @Sendable ([PaperNumber]) -> Int = { _ in 0 }
}

/// The one recipe, by which everything is made that comes out of an office.
extension Office {
  /// Makes papers.
  ///
  /// Everything is checked before anything is recorded or written, and files appear whole or not at all.
  ///
  /// - Parameters:
  ///   - request: what to make, and how.
  ///   - observer: is told how far it is, and says whether to stop.
  /// - Returns: the files that were written, and what is worth a look.
  /// - Throws: ``Diagnostics`` with everything that is wrong; then nothing was written.
  package func make(_ request: some PaperRequest, _ observer: Observer = Observer()) throws(Diagnostics)
    -> PrintedPapers
  {
    try make(request, through: Delivery(), observer)
  }

  /// Makes the papers of gifts. What is recorded and cannot be made stays in the ledger's outbox, for
  /// ``printUnprinted(on:at:_:)``.
  ///
  /// - Parameters:
  ///   - request: what to make, and how.
  ///   - observer: is told how far it is, and says whether to stop.
  /// - Returns: the files that were written, and what is worth a look.
  /// - Throws: ``Diagnostics`` with everything that is wrong.
  package func make(_ request: GiftRequest, _ observer: Observer = Observer()) throws(Diagnostics) -> PrintedPapers {
    var delivery = Delivery(job: text(of: PrintJob(files: request)))
    delivery.halted = { [self] numbers in
      release(numbers)
      return 0
    }
    let papers = try make(request, through: delivery, observer)
    try markPrinted(papers.numbers.map(\.number))
    return papers
  }

  /// Makes papers in memory: a page as PNG needs no disk.
  ///
  /// - Returns: the documents, by the names that they would have as files, and what is worth a look.
  /// - Throws: ``Diagnostics`` with everything that is wrong.
  package func makeInMemory(_ request: some PaperRequest, _ observer: Observer = Observer()) throws(Diagnostics)
    -> (documents: [(name: String, bytes: [UInt8])], papers: PrintedPapers)
  {
    let memory = MemoryDestination()
    let papers = try make(request, through: Delivery(destination: memory), observer)
    return (memory.documents, papers)
  }

  /// Makes papers, and brings them where they are to go.
  func make(_ request: some PaperRequest, through delivery: Delivery, _ observer: Observer) throws(Diagnostics)
    -> PrintedPapers
  {
    var faults = Faults()
    // What is to be printed, how it is to look, and which files it makes.
    guard let prepared = request.prepare(self, &faults) else { throw Diagnostics(faults.all) }
    let wish = request.output
    if case .escpos = wish.format { faults.add(Self.unfit(request.kind, for: prepared.design?.template.paper)) }
    let plan = faults.collect { () throws(Diagnostics) in
      try OutputPlan.make(prepared.files, wish, usual: path("output"))
    }
    let numbersKnown = request.recordedAt == nil ? prepared.numbers : nil
    let overwriting: Overwriting =
      if wish.force {
        .everything
      } else if prepared.isRemade, wish.path == nil {
        .papers(wish.format, title: request.kind.title)
      } else if plan?.areDrafts(numbersKnown) == true { .drafts(wish.format) } else { .nothing }
    if let plan, delivery.destination == nil {
      faults.add(plan.obstacles(overwriting, numbersKnown))
    }
    try faults.check()
    guard let design = prepared.design, let plan else { throw Diagnostics(faults.all) }
    let destination = delivery.destination ?? FileDestination(plan.folder, overwriting)

    // The same letters serve the trial before a gift is recorded, and its paper.
    let isTagged = !destination.isPrinter && (wish.isTagged ?? prepared.isTagged)
    let tools = ComposerTools(
      composers, design, hasRoles: isTagged && wish.format == .pdf, edition: prepared.edition,
      showsOverflow: wish.showsOverflow,
      output: PageOutput(wish.format, on: design.template.paper, delivery.correction))

    if let typed = prepared.typed, let understood = observer.understood {
      try tools.lend { composer in
        understood(GiftText.lines(of: typed, composer.formats, design.strings.units))
      }
    }

    // Into the ledger, once it is sure that everything can be printed.
    var numbers = prepared.numbers
    let isRecorded = request.recordedAt != nil && prepared.gifts != nil
    if let moment = request.recordedAt, let gifts = prepared.gifts {
      let isFirst = lastRecorded() == nil
      let recorder = try Recorder(design, self, day: request.issued, moment: moment)
      let trial = prepared.batch(recorder.placeholders(gifts.count), true)
      let found = try tools.lend { composer in
        PaperRun.tryOut(
          trial, on: composer, as: wish.format,
          step: { (done) throws(Diagnostics) in
            if observer.isCancelled() { throw Diagnostics(OutputFact.interrupted) }
            observer.progress(done / 2, gifts.count)
          })
      }
      guard found.isEmpty else { throw Diagnostics(found) }
      do { try destination.open() } catch {
        guard destination.isPrinter else { throw error }
        throw Diagnostics(error.all + [Diagnostic(RecordFact.nothingRecorded, .warning)])
      }
      let run = recorder.run(
        gifts, isTyped: prepared.isTyped, mayRepeat: request.mayRepeat, name: request.giftName)
      do {
        let (recorded, warnings) = try recorder.record(gifts, run: run, job: delivery.job)
        numbers = .numbered(recorded)
        faults.add(warnings)
        if isFirst, let placeholders = placeholders(design.settings) { faults.add(placeholders) }
      } catch {
        destination.discard()
        throw error
      }
    }

    if delivery.isLater {
      var recorded = PrintedPapers(numbers: numbers.all)
      recorded.warnings = faults.all
      return recorded
    }
    // Compose, make void, draw, and bring them where they are to go.
    let run = PaperRun(
      design: design, batch: prepared.batch(numbers, false), plan: plan, numbers: numbers, destination: destination,
      issued: request.issued, tools: tools, overwriting: overwriting,
      workers: wish.workers, version: wish.pdf ?? .pdf17, isTagged: isTagged, correction: delivery.correction,
      delivery: delivery,
      isCancelled: observer.isCancelled)
    // Recorded gifts have been laid out once already.
    let before = isRecorded ? numbers.all.count : 0
    var papers: PrintedPapers
    do {
      papers = try run.make { done, total in
        observer.progress((before + done) * total / (before + total), total)
      }
    } catch {
      let cameOut = delivery.halted(numbers.all)
      guard isRecorded else { throw error }
      throw Self.recordedWithoutPapers(error, numbers.all.dropFirst(cameOut), warnings: faults.all)
    }
    papers.warnings = faults.all + papers.warnings
    return papers
  }

  /// What keeps a kind of paper from being made in dots: a head is as wide as a roll, and only receipts are made for one.
  private static func unfit(_ kind: any PaperKind, for paper: Paper?) -> [Diagnostic] {
    if !kind.mayGoToReceiptPrinter { return [Diagnostic(OutputFact.noDots(kind: kind.spoken))] }
    guard let paper, !paper.isRoll else { return [] }
    return [Diagnostic(SheetFact.widerThanHeads(paper.name))]
  }

  /// What went wrong, with what to do where the gifts are recorded and only their papers are missing.
  private static func recordedWithoutPapers(
    _ error: Diagnostics, _ numbers: ArraySlice<PaperNumber>, warnings: [Diagnostic]
  ) -> Diagnostics {
    guard let first = numbers.first, let last = numbers.last else { return error }
    let fact = RecordFact.withoutPaper(first: "\(first)", last: "\(last)")
    return Diagnostics(warnings + error.all + [Diagnostic(fact, .warning)])
  }
}

/// Composers of one design for the workers of one run.
struct ComposerTools: Sendable {
  private let pool: ComposerPool
  private let design: PaperDesign
  private let hasRoles: Bool
  private let edition: Edition
  private let showsOverflow: Bool
  private let output: PageOutput

  init(
    _ pool: ComposerPool, _ design: PaperDesign, hasRoles: Bool, edition: Edition, showsOverflow: Bool,
    output: PageOutput = .vector(.none)
  ) {
    (self.pool, self.design, self.hasRoles) = (pool, design, hasRoles)
    (self.edition, self.showsOverflow, self.output) = (edition, showsOverflow, output)
  }

  /// A composer for one worker.
  func take() throws(Diagnostics) -> PageComposer {
    let composer =
      showsOverflow
      ? try PageComposer(design, hasRoles: hasRoles, showsOverflow: true, edition: edition)
      : try pool.take(design, hasRoles: hasRoles, edition: edition)
    composer.output = output
    return composer
  }

  /// Lets the next paper have it.
  func giveBack(_ composer: PageComposer) { if !showsOverflow { pool.giveBack(composer) } }

  /// Does something with a composer, which then goes to whoever takes the next.
  func lend<Result>(_ body: (PageComposer) throws(Diagnostics) -> Result) throws(Diagnostics) -> Result {
    let composer = try take()
    defer { giveBack(composer) }
    return try body(composer)
  }
}
