import Drawing
import Foundation
import Layout
import Papers

/// Makes the documents of one worker of a ``PaperRun``: pages composed, made void, drawn and sent to their destination.
final class FileWriter {
  private let run: PaperRun
  private let composer: PageComposer
  private let step: () -> Void
  /// The piece of the batch that was read last.
  private var loaded: (part: Int, papers: [any Printable])?
  /// From how many papers on a document is made quickly rather than as small as can be.
  private static let batch = 50
  /// The size of the page that was laid out last.
  private var pageSize = Size.zero

  /// - Parameters:
  ///   - run: what is printed, and how.
  ///   - composer: what lays it out.
  ///   - step: told after every paper.
  init(_ run: PaperRun, on composer: PageComposer, step: @escaping () -> Void) {
    (self.run, self.composer, self.step) = (run, composer, step)
  }

  /// A document, and the size of its last page in points.
  struct Written {
    var path: String
    var size: Size
  }

  /// Writes files.
  ///
  /// - Returns: the names that they will have, and their pages' size.
  /// - Throws: ``Diagnostics`` when something does not fit or cannot be written.
  func write(_ task: PaperRun.Task) throws(Diagnostics) -> [Written] {
    let all = try papers(ofPart: task.part)
    let offset = run.batch.parts[task.part].lowerBound
    var written: [Written] = []
    for file in task.files {
      let papers = all[(file.papers.lowerBound - offset)..<(file.papers.upperBound - offset)]
      let path = run.plan.path(of: file, run.numbers)
      do {
        if run.plan.format.holdsManyPages {
          try write(papers, to: path)
          written.append(Written(path: path, size: pageSize))
        } else {
          for paper in papers { written += try writePictures(of: paper, path) }
        }
      } catch let fault as Diagnostics { throw fault } catch {
        throw Diagnostics(UnexpectedFact("\(error)"))
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

  /// One document with all pages of some papers.
  private func write(_ papers: ArraySlice<any Printable>, to path: String) throws {
    if run.plan.format == .text { return try writeText(papers, to: path) }
    try drawing(to: path) {
      let sink = try run.destination.sink(for: path)
      let writer: any PageWriter
      if case .escpos(let dots) = run.plan.format {
        let head = PrintHead(on: run.design.template.paper, dots: dots)
        writer = ESCPOSWriter(to: sink, head: head, correction: run.correction, measurer: composer.measurer)
      } else {
        writer = PDFWriter(
          to: sink, metadata: metadata(of: papers), measurer: composer.measurer,
          PDFOptions(
            isTagged: run.isTagged, hasLinks: run.batch.kind.hasLinks, correction: run.correction,
            compression: papers.count >= Self.batch ? .quick : .thorough))
      }
      try finishing(writer) {
        for paper in papers {
          for (index, page) in try pages(of: paper).enumerated() {
            try add(page, of: paper, isFirst: index == 0, to: writer)
          }
          step()
        }
      }
    }
  }

  private func add(_ page: Frame, of paper: any Printable, isFirst: Bool, to writer: any PageWriter)
    throws(DrawingError)
  {
    guard let writer = writer as? PDFWriter else { return try writer.add(page: page, outline: nil) }
    try writer.add(page: page, outline: isFirst ? paper.outline(run.design.wording) : nil, boxes: paper.boxes)
  }

  /// One file with the text of some papers, which are laid out all the same: what cannot be printed is not written either.
  private func writeText(_ papers: ArraySlice<any Printable>, to path: String) throws {
    var texts: [String] = []
    for paper in papers {
      _ = try pages(of: paper)
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
        let writer = try pictureWriter(to: try run.destination.sink(for: path), metadata(of: [paper]))
        try finishing(writer) {
          try writer.add(page: page, outline: nil)
        }
      }
    }
    step()
    return zip(pages, paths).map { Written(path: $1, size: $0.size) }
  }

  private func pictureWriter(to sink: any ByteSink, _ metadata: DocumentMetadata) throws -> any PageWriter {
    switch run.plan.format {
    case .svg: SVGWriter(to: sink, metadata: metadata, measurer: composer.measurer)
    case .png(let dpi): PNGWriter(to: sink, metadata: metadata, dpi: dpi, measurer: composer.measurer)
    case .share: PNGWriter(to: sink, metadata: metadata, dpi: ShareCard.dpi, measurer: composer.measurer)
    case .pdf, .escpos, .text: try PDFWriter(to: sink, metadata: metadata, measurer: composer.measurer)
    }
  }

  private func pages(of paper: any Printable) throws -> [Frame] {
    if run.isCancelled() { throw Diagnostics(run.destination.isPrinter ? OutputFact.stopped : .interrupted) }
    let pages = try PaperRun.finished(paper, on: composer, as: run.plan.format)
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
