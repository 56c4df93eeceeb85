public import Bookkeeping
import Foundation
import Ledger
import Templating

/// Which board to print, and how.
public struct BoardRequest: Sendable {
  /// How it looks; without a paper it is A3, or Tabloid where the office prints on American paper.
  public var look: Look
  /// A file with the format's ending; nil for `board` in the office's `output` folder, which is made anew each time.
  public var output: String?
  /// What it is written as.
  public var format: PaperFormat
  /// Whether a file that was named and is there already is overwritten.
  public var force: Bool
  /// The day that stands on it. A library reads no clock, so whoever asks says it.
  public var issued: CalendarDay

  /// Makes a request.
  public init(
    look: Look = Look(), output: String? = nil, format: PaperFormat = .pdf, force: Bool = false, issued: CalendarDay
  ) {
    self.look = look
    self.output = output
    self.format = format
    self.force = force
    self.issued = issued
  }
}

extension Office {
  /// Prints what the ledger comes to, as a sheet for the wall. It is read from the ledger alone; where there is none yet,
  /// nothing has been given.
  ///
  /// - Parameter request: how it looks, and where it goes.
  /// - Returns: the file that was written, and what is worth a look.
  /// - Throws: ``Diagnostics`` with everything that is wrong; then nothing was written.
  public func printBoard(_ request: BoardRequest) throws(Diagnostics) -> PrintedPapers {
    let desk = try LedgerDesk(self)
    let figures = try figures(desk)
    var look = request.look
    if look.paper == nil { look.paper = Office.wallPaper(for: desk.settings.paper) }
    let studio = try Studio(desk.settings, installation, office: folder, look: look, kind: .board)
    let plan: OutputPlan
    plan = try OutputPlan.single(
      output: request.output, usual: "\(folder)/output/board", format: request.format)
    let isUsual = request.output == nil
    let obstacles = plan.obstacles(force: request.force || isUsual)
    guard obstacles.isEmpty else { throw Diagnostics(obstacles) }
    let board = Board(figures: figures, issued: request.issued, currency: desk.settings.currency)
    let run = PrintRun(
      studio: studio, batch: Batch([board], kind: .board, title: studio.settings.name), plan: plan,
      issued: request.issued, force: request.force || isUsual, workers: 1, isTagged: true)
    var papers = try run.print { _, _ in }
    papers.warnings = studio.warnings + papers.warnings
    return papers
  }

  private func figures(_ desk: LedgerDesk) throws(Diagnostics) -> BoardFigures {
    guard Files.exists(LedgerDesk.path(in: folder)) else {
      return BoardFigures(totals: [], months: [], categories: [])
    }
    let ledger = try desk.open()
    return try desk.told { () throws(LedgerError) in
      BoardFigures(
        totals: try ledger.totals(by: .none), months: try ledger.totals(by: .month),
        categories: try ledger.totals(by: .category).sorted { $0.value.minorUnits > $1.value.minorUnits })
    }
  }

  /// The paper for a wall, of the same family as the one for desks.
  static func wallPaper(for desk: String) -> String {
    isAmerican(desk) ? "Tabloid" : "A3"
  }
}
