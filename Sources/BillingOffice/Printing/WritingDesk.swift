import Bookkeeping
import Drawing
import Foundation
import Layout

/// Where one worker of a ``PrintRun`` writes files, each aside.
final class WritingDesk {
  private let run: PrintRun
  private let files: AsideFiles
  private let press: Press
  private let step: () -> Void
  /// The piece of the batch that was read last.
  private var loaded: (part: Int, papers: [any Printable])?
  /// The size of the page that was laid out last.
  private var pageSize = Size.zero

  /// - Parameters:
  ///   - run: what is printed, and how.
  ///   - files: where to.
  ///   - known: a press that has seen the papers before; nil for a new one.
  ///   - step: told after every invoice.
  /// - Throws: ``Diagnostics`` when there is nothing to write with.
  init(_ run: PrintRun, _ files: AsideFiles, on known: Press?, step: @escaping () -> Void) throws(Diagnostics) {
    self.run = run
    self.files = files
    self.step = step
    if let known {
      press = known
    } else {
      press = try Press(
        run.studio, hasRoles: run.isTagged && run.plan.format == .pdf, showsOverflow: run.showsOverflow,
        isReprint: run.isReprint)
    }
  }

  /// A file, and the size of its last page in points.
  struct Written {
    var path: String
    var size: Size
  }

  /// What does not fit on the pages so far, and is outlined.
  var outlined: [Diagnostic] { press.outlined }
  /// The sign that is the hardest to read so far.
  var hardest: Legibility? { press.hardest }

  /// Writes files.
  ///
  /// - Returns: the names that they will have, and their pages' size.
  /// - Throws: ``Diagnostics`` when something does not fit or cannot be written.
  func write(_ task: PrintRun.Task) throws(Diagnostics) -> [Written] {
    let all = try papers(ofPart: task.part)
    let offset = run.batch.parts[task.part].lowerBound
    var written: [Written] = []
    for file in task.files {
      let papers = all[(file.invoices.lowerBound - offset)..<(file.invoices.upperBound - offset)]
      do {
        if run.plan.format.holdsManyPages {
          try write(papers, to: file.path)
          written.append(Written(path: file.path, size: pageSize))
        } else {
          for paper in papers {
            written += try writePictures(of: paper, file).map { Written(path: $0, size: pageSize) }
          }
        }
      } catch let fault as Diagnostic {
        throw Diagnostics([fault])
      } catch {
        throw Diagnostics([Diagnostic(message: "\(error)")])
      }
    }
    return written
  }

  private func papers(ofPart part: Int) throws(Diagnostics) -> [any Printable] {
    if let loaded, loaded.part == part { return loaded.papers }
    loaded = nil
    let papers = try run.batch.papers(ofPart: part)
    loaded = (part, papers)
    return papers
  }

  /// One document with all pages of some invoices.
  private func write(_ papers: ArraySlice<any Printable>, to path: String) throws {
    if case .escpos(let dots) = run.plan.format { return try writeRoll(papers, dots: dots, to: path) }
    if run.plan.format == .text { return try writeText(papers, to: path) }
    try drawing(to: path) {
      let writer = try PDFWriter(
        to: FileSink(path: files.begin(path)), metadata: metadata(of: papers), measurer: press.measurer,
        isTagged: run.isTagged,
        hasLinks: run.batch.kind != .sign, correction: run.correction)
      try finishing(writer) {
        for paper in papers {
          for (index, page) in try pages(of: paper).enumerated() {
            try writer.add(
              page: page, outline: index == 0 ? paper.outline(run.studio.wording) : nil, boxes: paper.boxes)
          }
          step()
        }
      }
    }
  }

  /// All pages of some papers for a receipt printer, which cuts them apart: down the line to it, or into a file.
  private func writeRoll(_ papers: ArraySlice<any Printable>, dots: Int?, to path: String) throws {
    try drawing(to: path) {
      let head = PrintHead(on: run.studio.template.paper, dots: dots)
      let sink: any ByteSink = try run.bench?.line ?? FileSink(path: files.begin(path))
      let writer = ESCPOSWriter(to: sink, head: head, correction: run.correction, measurer: press.measurer)
      try finishing(writer) {
        for paper in papers {
          for page in try pages(of: paper) { try writer.add(page: page, outline: nil) }
          step()
        }
      }
    }
  }

  /// One file with the text of some papers, which are laid out all the same: what cannot be printed is not written either.
  private func writeText(_ papers: ArraySlice<any Printable>, to path: String) throws {
    var texts: [String] = []
    for paper in papers {
      _ = try pages(of: paper)
      guard let text = paper.text(press) else {
        throw Diagnostic(
          .error, .usage, message: "\(run.batch.kind.spoken) cannot be written as plain text",
          hint: "--format txt is for invoices and receipts")
      }
      texts.append(text)
      step()
    }
    let rule = "\n" + String(repeating: "-", count: 40) + "\n\n"
    try drawing(to: path) {
      let sink = try FileSink(path: files.begin(path))
      try sink.write(Array(texts.joined(separator: rule).utf8))
      try sink.finish()
    }
  }

  /// A picture of each page.
  private func writePictures(of paper: any Printable, _ file: OutputPlan.File) throws -> [String] {
    let pages = try pages(of: paper)
    let paths = pages.indices.map { run.plan.path(of: file, page: $0 + 1, count: pages.count) }
    for (page, path) in zip(pages, paths) {
      if !run.force, Files.exists(path) { throw OutputPlan.alreadyThere(path) }
      try drawing(to: path) {
        let writer = try writer(to: path, metadata(of: [paper]))
        try finishing(writer) {
          try writer.add(page: run.plan.format == .share ? ShareCard.card(of: page) : page, outline: nil)
        }
      }
    }
    step()
    return paths
  }

  private func writer(to path: String, _ metadata: DocumentMetadata) throws -> any PageWriter {
    let sink = try FileSink(path: files.begin(path))
    return switch run.plan.format {
    case .svg: SVGWriter(to: sink, metadata: metadata, measurer: press.measurer)
    case .png(let dpi): PNGWriter(to: sink, metadata: metadata, dpi: dpi, measurer: press.measurer)
    case .share: PNGWriter(to: sink, metadata: metadata, dpi: ShareCard.dpi, measurer: press.measurer)
    case .pdf, .escpos, .text: try PDFWriter(to: sink, metadata: metadata, measurer: press.measurer)
    }
  }

  private func pages(of paper: any Printable) throws -> [Frame] {
    if run.isCancelled() { throw run.bench == nil ? .interrupted : Diagnostic.stopped }
    let pages = try paper.pages(press)
    if let last = pages.last { pageSize = last.size }
    return pages
  }

  private func finishing(_ writer: any PageWriter, _ body: () throws -> Void) throws {
    do {
      try body()
      try writer.finish()
    } catch {
      writer.abandon()
      throw error
    }
  }

  /// Nobody knows the file's name while it is written aside, so its final one is told.
  private func drawing(to path: String, _ body: () throws -> Void) throws {
    do { try body() } catch let error as DrawingError {
      switch error {
      case .cannotWrite(_, let reason): throw Diagnostic.of(.cannotWrite(path: path, reason: reason))
      default: throw Diagnostic.of(error)
      }
    }
  }

  private func metadata(of papers: ArraySlice<any Printable>) -> DocumentMetadata {
    let wording = run.studio.wording
    let first = papers.first?.name(wording) ?? wording.draft
    let last = papers.last?.name(wording) ?? first
    let numbers = papers.count > 1 ? "\(first) – \(last)" : first
    return DocumentMetadata(
      title: "\(run.batch.kind.title) \(numbers) · \(run.batch.title)",
      author: run.batch.kind.issuer(run.batch.title, wording),
      subject: wording.stamp, language: run.studio.settings.locale, created: "\(run.issued)T00:00:00Z")
  }
}
