import Foundation
import OfficeFixtures
import TestTools
import Testing

@testable import BillingOffice
@testable import Papers

extension TestOffice {
  /// Everything there is around the office's folder, as ``Scratch/listing`` has it.
  var listing: [String] { scratch.listing }

  /// What is told, with the office's folder left out.
  func told(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map(\.description).joined(separator: "\n").replacing(scratch.path("office") + "/", with: "")
  }

  /// What is told when something is asked for that cannot be, and of what kind it is (by it a front end decides how it
  /// ends); nil where it can be.
  func told(
    _ kind: Diagnostic.Kind?, sourceLocation: SourceLocation = #_sourceLocation, _ body: () throws -> Void
  ) throws -> String {
    let refusal = try refusal(body)
    #expect(refusal.kind == kind, sourceLocation: sourceLocation)
    return refusal.told
  }

  /// What is told when something is asked for that cannot be, and what must be mended first.
  private func refusal(_ body: () throws -> Void) throws -> (told: String, kind: Diagnostic.Kind?) {
    do {
      try body()
    } catch let diagnostics as Diagnostics {
      return (told(diagnostics.all), diagnostics.firstToMend)
    }
    return ("", nil)
  }

  /// Asks for what cannot be: what is told is as it should be, and the folder is as it was before.
  func refuses(
    _ kind: Diagnostic.Kind, _ words: String, sourceLocation: SourceLocation = #_sourceLocation,
    _ body: () throws -> Void
  ) throws {
    let before = listing
    let refusal = try refusal(body)
    #expect(refusal.told == words, sourceLocation: sourceLocation)
    #expect(refusal.kind == kind, sourceLocation: sourceLocation)
    #expect(listing == before, sourceLocation: sourceLocation)
  }

  /// The same for the order, which would be recorded, on a day on which all of the starter's prices were known.
  func refusesOrder(
    _ words: String, _ kind: Diagnostic.Kind = .data, sourceLocation: SourceLocation = #_sourceLocation,
    _ change: (inout GiftRequest) throws -> Void = { _ in }
  ) throws {
    var asked = try request(isRecorded: true)
    try change(&asked)
    try refuses(kind, words, sourceLocation: sourceLocation) { _ = try office.make(asked) }
  }

  /// Makes the papers of an order.
  @discardableResult
  func make(_ order: String = "order.csv", isRecorded: Bool = false, _ change: (inout GiftRequest) throws -> Void)
    throws -> PrintedPapers
  {
    var asked = try request(order, isRecorded: isRecorded)
    try change(&asked)
    return try office.make(asked)
  }

  /// A paper's text, a line for each of its rows.
  func text(_ paper: String) throws -> String { try Tool.pdftotext.text("-layout", path(paper), "-") }

  /// A paper's text in the order in which it was drawn, so that a turned line stays one line.
  func drawnText(_ paper: String) throws -> String { try Tool.pdftotext.text("-raw", path(paper), "-") }

  func bytes(_ paper: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path(paper))) }

  /// Takes a file away.
  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: path(name)) }
}

extension Diagnostics {
  /// What must be mended first; nil where nothing is an error.
  fileprivate var firstToMend: Diagnostic.Kind? {
    let kinds = all.filter { $0.severity == .error }.map(\.kind)
    return [.usage, .noInput, .data, .cannotWrite].first(where: kinds.contains) ?? kinds.first
  }
}
