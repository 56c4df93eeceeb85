package import BillingOffice
import Foundation
package import TestTools

/// An office in a throw-away folder, with the real starter files and whatever a test changes in them.
package final class TestOffice {
  package let scratch: Scratch
  package let office: Office

  package static let installation = Installation(
    root: Repository.root.path, cache: FileManager.default.temporaryDirectory.path + "/billing-office-test-fonts",
    state: FileManager.default.temporaryDirectory.path + "/billing-office-test-state")
  package static let issued = CalendarDay("2026-11-20")
  package static let moment = "2026-11-20T18:00:00Z"

  /// Makes an office.
  ///
  /// - Parameters:
  ///   - changes: the files to write over the starter's own.
  ///   - isAlone: whether it has a copy of the program's files to itself, which nobody else opens.
  ///   - cell: how strangers' pictures and fonts are read; nil for in this process.
  /// - Throws: when it cannot be written.
  package init(
    _ changes: [String: String] = [:], isAlone: Bool = false, cell: Installation.Cell? = nil
  ) throws {
    scratch = try Scratch()
    let folder = scratch.path("office")
    var installation = Self.installation
    if isAlone {
      installation = Installation(
        root: scratch.path("program"), cache: Self.installation.cache, state: Self.installation.state)
      try FileManager.default.createDirectory(atPath: installation.root, withIntermediateDirectories: true)
      for part in ["Templates", "Fonts"] {
        try FileManager.default.copyItem(atPath: Repository.path(part), toPath: scratch.path("program/\(part)"))
      }
    }
    installation.cell = cell
    _ = try StarterOffice.copy(to: folder, from: installation)
    for (name, text) in changes { try scratch.write(text, to: "office/\(name)") }
    office = try Office.open(named: folder, from: "/", installation: installation)
  }

  package func path(_ name: String) -> String { scratch.path("office/\(name)") }

  /// Paths as they are below the office's folder.
  package func own(_ paths: [String]) -> [String] {
    paths.map { $0.replacingOccurrences(of: scratch.path("office") + "/", with: "") }
  }

  /// The starter's template with pieces replaced, as the office's own template `invoice`.
  package static func template(_ replacing: [(String, String)]) throws -> String {
    var text = try String(
      contentsOf: Repository.root.appendingPathComponent("Templates/invoice-calm/template.yaml"), encoding: .utf8)
    for (old, new) in replacing {
      guard text.contains(old) else { throw Mismatch(piece: old) }
      text = text.replacingOccurrences(of: old, with: new)
    }
    return text
  }

  package struct Mismatch: Error {
    package var piece: String
  }

  /// What asks for the papers of an order.
  package func request(
    _ order: String = "order.csv", _ kind: any GiftKind = InvoiceKind(), isRecorded: Bool = false,
    look: PaperLook = PaperLook(), output: OutputWish = OutputWish(workers: 2)
  ) throws -> GiftRequest {
    guard let issued = Self.issued else { throw Mismatch(piece: "date") }
    return GiftRequest(
      kind, .order(path(order)), look: look, output: output, recordedAt: isRecorded ? Self.moment : nil,
      issued: issued)
  }

  /// Prints an order.
  @discardableResult
  package func print(
    _ order: String = "order.csv", isRecorded: Bool = false, split: Bool = false, output: String? = nil,
    force: Bool = false, paper: String? = nil, template: String? = nil, locale: String? = nil, tags: Bool? = nil,
    workers: Int = 2
  ) throws -> PrintedPapers {
    try office.make(
      request(
        order, isRecorded: isRecorded, look: PaperLook(template: template, paper: paper, locale: locale),
        output: OutputWish(output, force: force, isSplit: split, isTagged: tags, workers: workers)))
  }

  /// Everything that is wrong when an order is printed, as it is told, with the office's folder left out.
  package func faults(_ order: String = "order.csv", isRecorded: Bool = false, paper: String? = nil) -> [String] {
    do {
      try print(order, isRecorded: isRecorded, paper: paper)
      return []
    } catch let diagnostics as Diagnostics {
      return diagnostics.all.map { $0.description.replacingOccurrences(of: scratch.path("office") + "/", with: "") }
    } catch {
      return ["\(error)"]
    }
  }

  /// The files that printing has made.
  package var papers: [String] { scratch.files.filter { $0.hasSuffix(".pdf") || $0.contains(".part") } }
}
