import Drawing
import Foundation
import Layout
import Papers

/// Makes what falls to one worker of a ``PaperRun``: pages composed, made void, drawn and sent to their destination.
final class FileWriter {
  private let run: PaperRun
  private let composer: PageComposer
  private let shelf: PaperShelf
  private let documents: OpenDocuments
  private let step: () -> Void
  /// What makes pages of PDFs, and how they are written.
  private var maker: (options: PDFOptions, pages: PDFPageMaker)?
  /// From how many papers on a document is made quickly rather than as small as can be.
  private static let batch = 50

  /// - Parameters:
  ///   - run: what is printed, and how.
  ///   - composer: what lays it out.
  ///   - shelf: where all workers have the papers from.
  ///   - documents: what all workers write.
  ///   - step: told after every paper.
  init(
    _ run: PaperRun, on composer: PageComposer, _ shelf: PaperShelf, _ documents: OpenDocuments,
    step: @escaping () -> Void
  ) {
    (self.run, self.composer, self.shelf, self.documents, self.step) = (run, composer, shelf, documents, step)
  }

  /// A document, and the size of its last page in points.
  struct Written {
    var path: String
    var size: Size
  }

  /// Does a task.
  ///
  /// - Returns: by file, what has been finished: the names that they will have, and their pages' size.
  /// - Throws: ``Diagnostics`` when something does not fit or cannot be written.
  func write(_ task: PaperRun.Task) throws(Diagnostics) -> [Int: [Written]] {
    try shelf.with(task) { (part) throws(Diagnostics) in
      do {
        var written: [Int: [Written]] = [:]
        for file in task.files { written[file] = try write(task, of: file, from: part) }
        return written
      } catch let fault as Diagnostics { throw fault } catch {
        throw Diagnostics(UnexpectedFact("\(error)"))
      }
    }
  }

  /// Writes a file, or the piece of it that a task has.
  private func write(_ task: PaperRun.Task, of file: Int, from part: PaperShelf.Part) throws -> [Written] {
    let path = run.plan.path(of: run.plan.files[file], run.numbers)
    let all = part[run.plan.files[file].papers]
    switch run.plan.format {
    case .pdf:
      let papers = part[run.plan.files[file].papers.clamped(to: task.papers)]
      return try writePages(papers, of: all, piece: task.piece, file: file, to: path)
    case .escpos(let dots): return [Written(path: path, size: try writeDots(all, dots: dots, to: path))]
    case .text: return [Written(path: path, size: try writeText(all, to: path))]
    case .png, .svg, .share: return try all.flatMap { try writePictures(of: $0, path) }
    }
  }

  /// Pages of a PDF, of which other workers may write other pieces.
  private func writePages(
    _ papers: ArraySlice<any Printable>, of all: ArraySlice<any Printable>, piece: Int, file: Int, to path: String
  ) throws -> [Written] {
    var size: Size?
    try drawing(to: path) {
      let maker = maker(of: all.count)
      let document = try documents.document(of: file) { () throws(Diagnostics) in
        let writer = PDFWriter(
          to: try run.destination.sink(for: path), metadata: metadata(of: all), measurer: composer.measurer,
          maker.options)
        return SharedDocument(writer, pieces: PaperRun.Task.pieces(all.count))
      }
      for paper in papers {
        var waiting = try pages(of: paper)
        for index in waiting.indices {
          let page = waiting[index]
          // What is written is let go of: a long paper has hundreds of pages.
          waiting[index] = Frame(size: .zero)
          let sheet = SharedDocument.Sheet(
            page: try maker.pages.page(page), outline: index == 0 ? paper.outline(run.design.wording) : nil,
            boxes: paper.boxes, size: page.size)
          try document.add(sheet, to: piece)
        }
        step()
      }
      size = try document.end(piece)
    }
    guard let size else { return [] }
    documents.close(file)
    return [Written(path: path, size: size)]
  }

  /// What makes the pages of a document of so many papers.
  private func maker(of papers: Int) -> (options: PDFOptions, pages: PDFPageMaker) {
    let options = PDFOptions(
      isTagged: run.isTagged, otherLanguage: LocaleName.language(of: run.design.settings.ownLocale),
      hasLinks: run.batch.kind.hasLinks, correction: run.correction,
      version: run.version, compression: papers >= Self.batch ? .quick : .thorough)
    if let maker, maker.options == options { return maker }
    let new = (options, PDFPageMaker(options, measurer: composer.measurer))
    maker = new
    return new
  }

  /// The bytes of a receipt printer.
  private func writeDots(_ papers: ArraySlice<any Printable>, dots: Int?, to path: String) throws -> Size {
    var size = Size.zero
    try drawing(to: path) {
      let sink = try run.destination.sink(for: path)
      let head = PrintHead(on: run.design.template.paper, dots: dots)
      let writer = ESCPOSWriter(to: sink, head: head, correction: run.correction, measurer: composer.measurer)
      try finishing(writer) {
        for paper in papers {
          for page in try pages(of: paper) {
            try writer.add(page: page, outline: nil)
            size = page.size
          }
          step()
        }
      }
    }
    return size
  }

  /// One file with the text of some papers, which are laid out all the same: what cannot be printed is not written either.
  private func writeText(_ papers: ArraySlice<any Printable>, to path: String) throws -> Size {
    var texts: [String] = []
    var size = Size.zero
    for paper in papers {
      size = try pages(of: paper).last?.size ?? size
      guard let text = paper.text(composer) else {
        throw Diagnostics(OutputFact.noPlainText(kind: run.batch.kind.spoken))
      }
      texts.append(text)
      step()
    }
    let rule = "\n" + String(repeating: "-", count: 40) + "\n\n"
    try drawing(to: path) {
      let sink = try run.destination.sink(for: path)
      try sink.write(Array(texts.joined(separator: rule).utf8))
      try sink.finish()
    }
    return size
  }

  /// A picture of each page.
  private func writePictures(of paper: any Printable, _ file: String) throws -> [Written] {
    let pages = try pages(of: paper)
    let paths = pages.indices.map { run.plan.path(of: file, page: $0 + 1, count: pages.count) }
    for (page, path) in zip(pages, paths) {
      if Files.exists(path), !run.overwriting.allows(path) {
        throw Diagnostics(OutputFact.alreadyThere, file: ShownPath.of(path))
      }
      try drawing(to: path) {
        let sink = try run.destination.sink(for: path)
        let writer: any PageWriter =
          switch run.plan.format {
          case .png(let dpi): pixelWriter(to: sink, of: paper, dpi: dpi)
          case .share: pixelWriter(to: sink, of: paper, dpi: ShareCard.dpi)
          default: SVGWriter(to: sink, metadata: metadata(of: [paper]), measurer: composer.measurer)
          }
        try finishing(writer) {
          try writer.add(page: page, outline: nil)
        }
      }
    }
    step()
    return zip(pages, paths).map { Written(path: $1, size: $0.size) }
  }

  private func pixelWriter(to sink: any ByteSink, of paper: any Printable, dpi: Double) -> PNGWriter {
    PNGWriter(to: sink, metadata: metadata(of: [paper]), dpi: dpi, measurer: composer.measurer)
  }

  private func pages(of paper: any Printable) throws -> [Frame] {
    if run.isCancelled() { throw Diagnostics(run.destination.isPrinter ? OutputFact.stopped : .interrupted) }
    return try PaperRun.finished(paper, on: composer, as: run.plan.format)
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
      if case .cannotWrite(_, let reason) = error {
        throw Diagnostics(.of(.cannotWrite(path: path, reason: reason)))
      }
      throw Diagnostics(.of(error))
    }
  }

  private func metadata(of papers: ArraySlice<any Printable>) -> DocumentMetadata {
    let wording = run.design.wording
    let first = papers.first?.name(wording) ?? wording.draft
    let last = papers.last?.name(wording) ?? first
    let numbers = papers.count > 1 ? "\(first) – \(last)" : first
    let kind = run.batch.kind
    return DocumentMetadata(
      title: "\(kind.title) \(numbers) · \(run.batch.title)", author: kind.issuer(run.batch.title, wording),
      subject: kind.void == nil ? "" : wording.stamp, language: run.design.settings.locale,
      created: "\(run.issued)T00:00:00Z")
  }
}
