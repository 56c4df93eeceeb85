import Papers

extension PaperRun {
  /// What one worker makes in one go: some whole files, or a piece of a file that others go on with.
  struct Task: Sendable {
    /// The part of the batch that holds all its papers.
    var part: Int
    /// The files, by their places in the plan.
    var files: Range<Int>
    /// The papers, by their places in the batch.
    var papers: Range<Int>
    /// Which piece of the file this is, from 0.
    var piece = 0

    /// How many papers a worker takes at the most: few enough that all are busy to the end.
    static let size = 25

    /// How many pieces a file of so many papers has.
    static func pieces(_ papers: Int) -> Int { (papers + size - 1) / size }

    /// All tasks of a plan, in the order of its papers.
    ///
    /// - Parameters:
    ///   - plan: which papers go into which file.
    ///   - parts: which papers are read together; no file has papers of two.
    ///   - isForPrinter: whether it matters when each file is begun.
    /// - Returns: the tasks; they do not depend on how many workers share them out.
    static func all(of plan: OutputPlan, in parts: [Range<Int>], isForPrinter: Bool) -> [Task] {
      var tasks: [Task] = []
      var part = 0
      for (file, papers) in plan.files.map(\.papers).enumerated() {
        while part + 1 < parts.count, parts[part].upperBound <= papers.lowerBound { part += 1 }
        if plan.format == .pdf, papers.count > size {
          for piece in 0..<pieces(papers.count) {
            let start = papers.lowerBound + piece * size
            let end = min(start + size, papers.upperBound)
            tasks.append(Task(part: part, files: file..<file + 1, papers: start..<end, piece: piece))
          }
        } else if let last = tasks.last, !isForPrinter, last.part == part, last.piece == 0, last.isWhole(in: plan),
          last.papers.count + papers.count <= size
        {
          tasks[tasks.count - 1].files = last.files.lowerBound..<file + 1
          tasks[tasks.count - 1].papers = last.papers.lowerBound..<papers.upperBound
        } else {
          tasks.append(Task(part: part, files: file..<file + 1, papers: papers))
        }
      }
      return tasks
    }

    /// Whether it has all papers of its files.
    private func isWhole(in plan: OutputPlan) -> Bool {
      plan.files[files.upperBound - 1].papers.upperBound == papers.upperBound
    }
  }
}
