import Bookkeeping
import Foundation
import Layout
import OfficeFixtures
import TestTools

@testable import BillingOffice
@testable import Drawing
@testable import Papers

/// An office that is asked for papers with templates that hide things.
final class HidingOffice {
  /// What became of a paper.
  enum Outcome {
    case refused([String])
    /// It came out, and this could be read of its voids.
    case cameOut([VoidReader.Reading])
  }

  /// A paper that came out, page by page.
  struct Pages {
    var frames: [Frame]
    /// Where the voids are on each.
    var voids: [[FinishedPage.Found]]
    var seen: [SeenPage]
    var output: PageOutput
    var isSVG = false
    var measurer: PangoMeasurer

    var correction: PrintCorrection { output.correction }
    /// The pixels of what came out; nil where it has none.
    var dpi: Double? {
      switch output {
      case .vector: nil
      case .pixels(let dpi): dpi
      case .dots(let head, _): head.density
      }
    }
  }

  private struct MaskKey: Hashable {
    var layer: ObjectIdentifier
    var place: Transform
  }

  let office: TestOffice
  let folder: String
  /// The letters of the voids of the paper that is read.
  private var masks: [MaskKey: [VoidMask.Part]] = [:]

  /// Opens one with a price book.
  init(prices: String = HidingCase.prices) throws {
    office = try TestOffice([
      "prices.csv": prices,
      "office.yaml": """
      name: Riverside Commons
      place: Riverside Market, every first Saturday
      desk: A
      currency: USD
      locale: en-US
      paper: A4
      ledger: { url: "https://ledger.example.org" }
      """,
    ])
    folder = office.scratch.path("seen")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  /// Asks for a paper, and reads it where it comes out.
  func make(_ hiding: HidingCase) throws -> Outcome {
    let template = "office/Templates/\(hiding.name)"
    try office.scratch.write(hiding.template, to: "\(template)/template.yaml")
    for (name, data) in hiding.art {
      let path = office.scratch.path("\(template)/\(name)")
      try FileManager.default.createDirectory(
        atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try data.write(to: URL(fileURLWithPath: path))
    }
    defer { try? FileManager.default.removeItem(atPath: office.scratch.path(template)) }
    try office.scratch.write(hiding.rows, to: "office/rows.csv")
    do {
      let pages =
        hiding.kind == .sign
        ? try pages(of: signs(hiding), as: hiding.format, hiding.correction)
        : try pages(of: gifts(hiding), as: hiding.format, hiding.correction)
      return .cameOut(try readings(pages, hiding.seed))
    } catch let refused as Diagnostics {
      return .refused(refused.all.map(\.words.message))
    }
  }

  private func gifts(_ hiding: HidingCase) throws -> GiftRequest {
    var request = try office.request(
      "rows.csv", hiding.kind == .invoice ? InvoiceKind() : ReceiptKind(),
      look: PaperLook(template: hiding.name, paper: hiding.paper, locale: hiding.locale),
      output: OutputWish(format: hiding.format, isTagged: false))
    request.sheet = hiding.sheet
    return request
  }

  private func signs(_ hiding: HidingCase) throws -> SignRequest {
    guard let issued = TestOffice.issued else { throw Pixels.Unreadable(description: "no day") }
    return SignRequest(
      list: office.path("rows.csv"), template: hiding.name, language: hiding.locale.map { String($0.prefix(2)) },
      size: hiding.paper, sheet: hiding.sheet, bleed: hiding.bleed,
      output: OutputWish(format: hiding.format, isTagged: false), issued: issued)
  }

  /// Makes a paper as an office does, and lays it out once more, to know where its voids are.
  ///
  /// - Throws: ``Diagnostics`` where it is refused.
  func pages(of request: some PaperRequest, as format: PaperFormat, _ correction: PrintCorrection) throws -> Pages {
    let memory = MemoryDestination()
    let delivery = Delivery(destination: memory, correction: correction)
    _ = try office.office.make(request, through: delivery, Observer())
    var faults = Faults()
    guard let prepared = request.prepare(office.office, &faults), let design = prepared.design else {
      throw Diagnostics(faults.all)
    }
    let output = PageOutput(format, on: design.template.paper, correction)
    let tools = ComposerTools(
      office.office.composers, design, hasRoles: false, edition: .first, showsOverflow: false, output: output)
    let composer = try tools.take()
    defer { tools.giveBack(composer) }
    let batch = prepared.batch(prepared.numbers, false)
    var pages = Pages(
      frames: [], voids: [], seen: [], output: format == .share ? .pixels(dpi: ShareCard.dpi) : output,
      isSVG: format == .svg,
      measurer: composer.measurer)
    for part in batch.parts.indices {
      for paper in try batch.papers(ofPart: part) {
        pages.frames += try PaperRun.finished(paper, on: composer, as: format)
      }
    }
    pages.voids = pages.frames.map { FinishedPage($0, known: composer.judge.known, as: pages.output).voids }
    pages.seen = try seen(
      memory.documents.map(\.bytes), pages.output, pages.frames, named: "out", isSVG: pages.isSVG)
    return pages
  }

  /// Where the pages of what came out can be seen.
  func seen(
    _ documents: [[UInt8]], _ output: PageOutput, _ frames: [Frame], named name: String, isSVG: Bool = false
  ) throws -> [SeenPage] {
    try documents.enumerated().flatMap { index, bytes -> [SeenPage] in
      let path = "\(folder)/\(name)-\(index)"
      switch output {
      case .vector where isSVG:
        try Data(bytes).write(to: URL(fileURLWithPath: path + ".svg"))
        _ = try Tool.rsvgConvert.run(["-f", "pdf", "-o", path, path + ".svg"])
        return [.pdf(path: path, page: 1)]
      case .vector:
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        return frames.indices.map { .pdf(path: path, page: $0 + 1) }
      case .dots(let head, _):
        let receipts = try PrintedReceipt.decode(bytes)
        if HidingTemplatesTests.keepsAll { try receipts.first?.write(pbm: path + ".pbm") }
        return zip(receipts, frames).map { receipt, frame in
          .dots(receipt, left: (Int((frame.size.width * head.density / 72).rounded()) - head.dots) / 2)
        }
      case .pixels(let dpi):
        try? FileManager.default.removeItem(atPath: path + ".png.pdf")
        try Data(bytes).write(to: URL(fileURLWithPath: path + ".png"))
        return [.png(path: path + ".png", dpi: dpi)]
      }
    }
  }

  // MARK: - Reading

  /// What can be read of the voids of some of the pages.
  func readings(_ pages: Pages, _ seed: Int) throws -> [VoidReader.Reading] {
    guard pages.seen.count == pages.frames.count, !pages.frames.isEmpty else {
      throw Pixels.Unreadable(description: "\(pages.seen.count) pages came out of \(pages.frames.count)")
    }
    var random = SplitMix64(seed: seed)
    masks = [:]
    // The first, and one of the others.
    var some = [0]
    if pages.frames.count > 1 { some.append(random.number(1...pages.frames.count - 1)) }
    var readings: [VoidReader.Reading] = []
    for page in some {
      var voids = pages.voids[page]
      if voids.isEmpty { return [VoidReader.Reading(kind: .stamp)] }
      while voids.count > 2 { voids.remove(at: random.number(0...voids.count - 1)) }
      for void in voids { readings += try self.readings(of: void, on: page, pages) }
    }
    return readings
  }

  /// What can be read of one void.
  func readings(of void: FinishedPage.Found, on page: Int, _ pages: Pages) throws -> [VoidReader.Reading] {
    let key = MaskKey(layer: ObjectIdentifier(void.layer.frame), place: void.place)
    // Pages of one paper mostly bear the same.
    let parts = try masks[key] ?? masks(of: void, on: page, pages)
    masks[key] = parts
    return try parts.flatMap { VoidReader(try pages.seen[page].part($0.area, dpi: $0.dpi), $0).readings }
  }

  private func masks(of void: FinishedPage.Found, on page: Int, _ pages: Pages) throws -> [VoidMask.Part] {
    let clean = try clean(void, on: page, pages)
    return try [true, false].map { isStamp in
      var part = try VoidMask.part(
        of: void, isStamp: isStamp, dpi: pages.dpi, pages.correction, pages.measurer, in: folder)
      // What librsvg makes of an SVG has pixels where it is blended, which are not those that poppler makes of it.
      part.isCoarse = pages.isSVG
      return try clean.map { try part.snapped(to: $0) } ?? part
    }
  }

  /// A page of nothing but a void's letters, as it comes out where there are pixels; nil where there are none.
  private func clean(_ void: FinishedPage.Found, on page: Int, _ pages: Pages) throws -> SeenPage? {
    let frame = VoidMask.page(of: void.layer.phrases, void, pages.frames[page].size)
    return try pages.dpi == nil ? nil : drawn([frame], pages, named: "clean").first
  }

  /// Pages as they come out.
  func drawn(_ frames: [Frame], _ pages: Pages, named name: String) throws -> [SeenPage] {
    let metadata = DocumentMetadata(title: "", language: "en", created: "2026-01-01T00:00:00Z")
    func bytes(_ frames: [Frame], _ writer: (MemorySink) throws -> any PageWriter) throws -> [UInt8] {
      let sink = MemorySink(name: name)
      let writer = try writer(sink)
      for frame in frames { try writer.add(page: frame, outline: nil) }
      try writer.finish()
      return sink.bytes
    }
    let documents =
      switch pages.output {
      case .vector(let correction):
        [
          try bytes(frames) {
            PDFWriter(to: $0, metadata: metadata, measurer: pages.measurer, PDFOptions(correction: correction))
          }
        ]
      case .pixels(let dpi):
        try frames.map { frame in
          try bytes([frame]) { PNGWriter(to: $0, metadata: metadata, dpi: dpi, measurer: pages.measurer) }
        }
      case .dots(let head, let correction):
        [try bytes(frames) { ESCPOSWriter(to: $0, head: head, correction: correction, measurer: pages.measurer) }]
      }
    return try seen(documents, pages.output, frames, named: name)
  }
}
