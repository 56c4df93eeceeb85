import Bookkeeping
import Layout

/// Which sign stands where: signs of one size together, those of a stall together, on as few sheets as possible.
struct SignPlan {
  /// The sheets, in the order in which they are printed.
  private(set) var sheets: [SignSheet] = []
  /// The stall of each sheet, where stalls have files of their own.
  private(set) var stalls: [String] = []

  /// Signs that share sheets.
  private struct Run {
    var size: PieceSize
    var stall: String
    var signs: [Sign] = []
  }

  private let request: SignRequest
  private let sheet: Size

  /// Lays out the sheets.
  ///
  /// - Parameters:
  ///   - signs: the signs, and how many of each.
  ///   - sheet: the size of the sheets, in points.
  ///   - request: what was asked for.
  ///   - faults: takes what is wrong: a size that no sheet holds.
  init(_ signs: [(sign: Sign, copies: Int)], on sheet: Size, _ request: SignRequest, _ faults: inout Faults) {
    (self.request, self.sheet) = (request, sheet)
    var grids: [PieceSize: SheetGrid?] = [:]
    for (sign, _) in signs where grids[sign.look.size] == nil {
      let grid = grid(for: sign.look.size)
      grids[sign.look.size] = .some(grid)
      if grid == nil { faults.add(tooLarge(sign).all) }
    }
    let runs = runs(of: signs)
    if let first = runs.first, let grid = grids[first.size] ?? nil, request.start > grid.count {
      faults.add(Diagnostic(SignFact.noPlace(request.start, count: grid.count, size: first.size.name)))
    }
    let hasSizes = Set(signs.map(\.sign.look.size)).count > 1
    for (index, run) in runs.enumerated() {
      guard let grid = grids[run.size] ?? nil else { continue }
      add(run, grid, start: index == 0 ? request.start - 1 : 0, naming: hasSizes)
    }
  }

  private func grid(for size: PieceSize) -> SheetGrid? {
    // With bleed the marks stand in the sheet's margin; without, there is always room on the cut.
    let margin = request.hasMarks && request.bleed > 0 ? CropMarks.length : 0
    return SheetGrid(cell: size.piece, on: sheet, bleed: request.bleed, margin: margin)
  }

  private func tooLarge(_ sign: Sign) -> Diagnostics {
    sign.fault(
      .tooLarge(
        size: sign.look.size.name, piece: sign.look.size.piece, sheet: sheet, hasBleed: request.bleed > 0))
  }

  /// The runs: by size, and by stall where a stall begins a new sheet; by stall first where each has a file of its own.
  private func runs(of signs: [(sign: Sign, copies: Int)]) -> [Run] {
    let isTogether = request.isProof || !request.output.isSplit && (request.runsOn || request.isStacked)
    func places<Key: Hashable>(_ key: (Sign) -> Key) -> [Key: Int] {
      signs.reduce(into: [:]) { known, sign in if known[key(sign.sign)] == nil { known[key(sign.sign)] = known.count } }
    }
    let (sizes, stalls) = (places(\.look.size), places(\.stall))
    func rank(_ sign: Sign) -> (Int, Int) {
      let (size, stall) = (sizes[sign.look.size] ?? 0, stalls[sign.stall] ?? 0)
      return request.output.isSplit ? (stall, size) : (size, stall)
    }
    let sorted = signs.enumerated().sorted { one, other in
      let (first, second) = (rank(one.element.sign), rank(other.element.sign))
      return first == second ? one.offset < other.offset : first < second
    }.map(\.element)
    var runs: [Run] = []
    for (sign, copies) in sorted {
      let continues = runs.last.map { $0.size == sign.look.size && (isTogether || $0.stall == sign.stall) } ?? false
      if !continues { runs.append(Run(size: sign.look.size, stall: sign.stall)) }
      runs[runs.count - 1].signs += Array(repeating: sign, count: copies)
    }
    return runs
  }

  private mutating func add(_ run: Run, _ grid: SheetGrid, start: Int, naming hasSizes: Bool) {
    let imposition = Imposition(
      pieces: run.signs.count, cells: grid.count, first: start, order: request.isStacked ? .stack : .reading)
    var told: Set<String> = []
    for places in imposition.sheets {
      var sheet = SignSheet(
        grid: grid, cells: places.map { ($0.cell, run.signs[$0.piece]) }, hasMarks: request.hasMarks,
        readableFrom: request.readableFrom)
      let new = sheet.stalls.filter { told.insert($0).inserted }
      if !new.isEmpty { sheet.heading = new.joined(separator: ", ") + (hasSizes ? " · \(run.size.name)" : "") }
      sheets.append(sheet)
      stalls.append(run.stall)
    }
  }

  /// Keeps only some of the sheets.
  ///
  /// - Parameter pages: which, from 1.
  /// - Throws: ``Diagnostics`` when there are no such sheets.
  mutating func keep(_ pages: ClosedRange<Int>) throws(Diagnostics) {
    guard pages.lowerBound <= sheets.count else {
      throw Diagnostics(SignFact.noSheet(pages.lowerBound, count: sheets.count))
    }
    let range = pages.lowerBound - 1..<min(pages.upperBound, sheets.count)
    (sheets, stalls) = (Array(sheets[range]), Array(stalls[range]))
    // Whoever opens the file must find where they are.
    if !sheets.isEmpty, sheets[0].heading == nil { sheets[0].heading = sheets[0].stalls.joined(separator: ", ") }
  }

  /// The sheets of each file: all in one, or those of each stall.
  var parts: [(name: String?, sheets: Range<Int>)] {
    guard request.output.isSplit else { return [(nil, 0..<sheets.count)] }
    var parts: [(name: String?, sheets: Range<Int>)] = []
    for (index, stall) in stalls.enumerated() {
      if parts.last?.name == stall {
        parts[parts.count - 1].sheets = parts[parts.count - 1].sheets.lowerBound..<index + 1
      } else {
        parts.append((stall, index..<index + 1))
      }
    }
    return parts
  }
}
