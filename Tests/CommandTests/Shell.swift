import Foundation
import TestTools
import Testing

/// A folder with the starter office, and the program as a person types it.
final class Shell {
  let scratch: Scratch

  /// Begins with the starter; `changes` are the files to write over the starter's own, nil takes a file away.
  init(_ changes: [String: String?] = [:]) throws {
    scratch = try Scratch()
    try FileManager.default.copyItem(atPath: Repository.path("Templates/office"), toPath: scratch.path("office"))
    for (name, text) in changes {
      if let text {
        try scratch.write(text, to: "office/\(name)")
      } else {
        try FileManager.default.removeItem(atPath: path(name))
      }
    }
  }

  func path(_ name: String) -> String { scratch.path("office/\(name)") }

  /// One cache for all tests, so that the fonts are looked through once.
  static let environment = [
    "XDG_CACHE_HOME": FileManager.default.temporaryDirectory.path + "/billing-office-test-cache",
    "BILLING_OFFICE_HOME": "",
    "XDG_STATE_HOME": FileManager.default.temporaryDirectory.path + "/billing-office-test-state",
  ]

  static let day = ["--issued", "2026-11-20"]

  /// Types a command in the office's folder.
  func type(_ arguments: [String], in folder: String = "office", with environment: [String: String] = [:]) throws -> Run
  {
    try Run(
      Program.path, arguments, in: URL(fileURLWithPath: scratch.path(folder)),
      environment: Self.environment.merging(environment) { $1 })
  }

  /// Types a command, and then answers what it asks.
  func type(_ arguments: [String], answering lines: String, with environment: [String: String] = [:]) throws -> Run {
    try Run(
      "/bin/sh", ["-c", "printf '%b' \"$0\" | \"$@\"", lines, Program.path] + arguments,
      in: URL(fileURLWithPath: scratch.path("office")),
      environment: Self.environment.merging(environment) { $1 })
  }

  /// The numbers of the papers that a run named.
  static func numbers(_ run: Run) -> [String] { numbers(run.output) }

  static func numbers(_ text: String) -> [String] {
    text.matches(of: /[A-Z0-9]{2,12}-[A-Z][0-9A-Z]{3}-\d{6}/).map { String($0.output) }
  }

  /// Prints drafts of an order on a day on which all of the starter's prices were known.
  func draft(_ arguments: String..., in folder: String = "office") throws -> Run {
    try type(["invoice", "--draft"] + arguments + Self.day, in: folder)
  }

  /// Records an order and prints it, on the same day.
  func invoice(_ arguments: String..., in folder: String = "office") throws -> Run {
    try type(["invoice"] + arguments + Self.day, in: folder)
  }

  /// Everything there is around the office's folder, as ``Scratch/listing`` has it.
  var listing: [String] { scratch.listing }

  /// Types what cannot work: exit code and words are as they should be, and the folder is as it was before.
  func refuses(
    _ arguments: [String], _ code: Int32, _ words: String, in folder: String = "office",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let before = listing
    let run = try type(arguments, in: folder)
    #expect(run.status == code, sourceLocation: sourceLocation)
    #expect(run.errors == words + "\n", sourceLocation: sourceLocation)
    #expect(run.output.isEmpty, sourceLocation: sourceLocation)
    #expect(listing == before, sourceLocation: sourceLocation)
  }

  /// The same for the order, on a day on which all of the starter's prices were known.
  func refusesOrder(
    _ words: String, _ code: Int32 = 65, and arguments: [String] = [], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try refuses(["invoice", "order.csv"] + arguments + Self.day, code, words, sourceLocation: sourceLocation)
  }

  /// A paper's text, a line for each of its rows.
  func text(_ paper: String) throws -> String { try Tool.pdftotext.text("-layout", path(paper), "-") }

  /// A paper's text in the order in which it was drawn, so that a turned line stays one line.
  func drawnText(_ paper: String) throws -> String { try Tool.pdftotext.text("-raw", path(paper), "-") }

  func bytes(_ paper: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path(paper))) }
}
