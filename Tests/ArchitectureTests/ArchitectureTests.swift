import Foundation
import Testing

/// Who may import whom, read from the `import` lines: an undeclared import of a target that happens to be built compiles
/// silently, so the compiler does not hold the walls.
@Suite struct ArchitectureTests {
  private static let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Sources")

  private static let allowed: [String: Set<String>] = [
    "Characters": [],
    "Bookkeeping": ["Characters", "Foundation", "CExpat", "Synchronization"],
    "Ledger": [
      "Bookkeeping", "Characters", "Foundation", "Dispatch", "GRDB", "GRDBSQLite", "Synchronization", "Crypto",
    ],
    "Publishing": ["Ledger", "Bookkeeping", "Characters", "Mustache", "Foundation"],
    "Vetting": ["Foundation", "Crypto"],
    "Layout": [],
    "Templating": ["Layout", "Characters", "Yams"],
    "Drawing": [
      "Layout", "Foundation", "CCairo", "CPango", "CFontconfig", "CQREncode", "CHyphen", "CHarfBuzz", "CZlib", "CExpat",
    ],
    "PrinterDevices": ["Foundation", "Synchronization"],
    "Papers": [
      "Bookkeeping", "Characters", "Vetting", "Ledger", "Layout", "Templating", "Drawing", "Foundation",
      "Synchronization",
    ],
    "BillingOffice": [
      "Papers", "Bookkeeping", "Characters", "Vetting", "Ledger", "Publishing", "Layout", "Templating", "Drawing",
      "PrinterDevices", "Foundation", "Crypto", "Dispatch", "Synchronization",
    ],
    "Desk": [
      "BillingOffice", "Hummingbird", "HummingbirdCore", "Logging", "Mustache", "Foundation", "Synchronization",
    ],
    "billing-office": ["BillingOffice", "Desk", "ArgumentParser", "CMalloc", "Foundation", "Synchronization"],
  ]

  /// The modules that only some folders may know.
  private static let confined = [
    "Yams": ["Templating/YAML"], "CPango": ["Drawing/"],
    "CHarfBuzz": ["Drawing/PDF/", "Drawing/Text/", "Drawing/Libraries.swift"],
    "CZlib": ["Drawing/PDF/", "Drawing/Support/Deflater.swift", "Drawing/Libraries.swift"], "GRDB": ["Ledger/"],
    "GRDBSQLite": ["Ledger/Store/"],
    "CExpat": ["Bookkeeping/Workbooks/", "Drawing/Pictures/"],
    "Crypto": [
      "Vetting/", "BillingOffice/Recording/", "BillingOffice/Files/RunningProcess.swift",
      "Ledger/Record/Netstrings.swift", "Ledger/Record/HeadSignature.swift",
      "Ledger/Store/Ledger+Runs.swift",
    ],
  ]

  private struct File {
    var room: String
    var path: String
    var lines: [String]
  }

  private static func files() throws -> [File] {
    let found = FileManager.default.enumerator(atPath: sources.path)?.compactMap { $0 as? String } ?? []
    return try found.filter { $0.hasSuffix(".swift") }.sorted().map { path in
      let text = try String(contentsOf: sources.appendingPathComponent(path), encoding: .utf8)
      let room = String(path.prefix { $0 != "/" })
      return File(room: room, path: path, lines: text.split(separator: "\n").map(String.init))
    }
  }

  private static func module(importedBy line: String) -> String? {
    var words = line.split(separator: " ")
    while let first = words.first,
      ["public", "internal", "private", "fileprivate", "package"].contains(first) || first.hasPrefix("@")
    {
      words.removeFirst()
    }
    guard words.first == "import", words.count > 1 else { return nil }
    let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
    let name = kinds.contains(words[1]) && words.count > 2 ? words[2] : words[1]
    return String(name.prefix { $0 != "." })
  }

  @Test func everyRoomIsKnown() throws {
    let rooms = Set(try Self.files().map(\.room))
    #expect(rooms == Set(Self.allowed.keys))
  }

  @Test func importsStayWithinTheWalls() throws {
    for file in try Self.files() {
      for line in file.lines {
        guard let module = Self.module(importedBy: line) else { continue }
        #expect(Self.allowed[file.room]?.contains(module) == true, "\(file.path) imports \(module)")
        if let homes = Self.confined[module] {
          #expect(
            homes.contains { file.path.hasPrefix($0) }, "\(file.path) imports \(module), which belongs to \(homes)")
        }
      }
    }
  }

  @Test func noCTypeStandsInAPublicSignature() throws {
    let pattern =
      #/\b(OpaquePointer|Unsafe(Mutable)?(Raw)?Pointer|cairo_\w+|Pango\w+_?t?|Fc[A-Z]\w+|QRcode|gint|gboolean)\b/#
    for file in try Self.files() {
      for line in file.lines where line.drop(while: { $0 == " " }).hasPrefix("public ") {
        let code = line.replacing("PangoMeasurer", with: "")
        #expect(code.firstMatch(of: pattern) == nil, "\(file.path): \(line)")
        #expect(!line.contains("public import C"), "\(file.path): \(line)")
      }
    }
  }

  @Test func librariesNeitherPrintNorExitNorReadTheirSurroundings() throws {
    let pattern =
      #/\b(print|debugPrint|exit|abort|fatalError)\(|ProcessInfo|getenv|Date\(\)|Date\.now|Locale\.current|\.autoupdatingCurrent/#
    // Most lines have none of these, and a regular expression need not look at them.
    let words = [
      "rint(", "exit(", "abort(", "fatalError(", "ProcessInfo", "getenv", "Date()", "Date.now", "Locale.current",
      ".autoupdatingCurrent",
    ]
    for file in try Self.files() where file.room != "billing-office" {
      for line in file.lines where words.contains(where: line.contains) {
        let code = line.replacing(#/\/\/.*/#, with: "").replacing(#/\bfunc print\(/#, with: "").replacing(
          #/\w\.print\(/#, with: "")
        #expect(code.firstMatch(of: pattern) == nil, "\(file.path): \(line)")
      }
    }
  }

  /// What a library says must be true in a browser, too: only the command line knows options and commands.
  @Test func onlyTheCommandLineNamesOptionsAndCommands() throws {
    let text = #/"(\\.|[^"\\])*"/#
    let pattern = #/--[a-z]|billing-office [a-z]+ [^0-9]|apt-get|sudo |systemctl|lpstat -|ls -l/#
    for file in try Self.files() where file.room != "billing-office" {
      for line in file.lines where !line.drop(while: { $0 == " " }).hasPrefix("//") {
        for said in line.matches(of: text) {
          // The ledger's hashes begin with the program's name.
          let words = String(said.0).replacing("billing-office ledger ", with: "").replacing(
            "billing-office has", with: "")
          #expect(words.firstMatch(of: pattern) == nil, "\(file.path): \(line)")
        }
      }
    }
  }

  /// Every fact that a room tells can be said: its words stand in one place, or with the command line's own facts.
  @Test func everyFactHasWords() throws {
    var (facts, worded): (Set<String>, Set<String>) = ([], [])
    let declared = #/(?:struct|enum|extension) ([A-Za-z.]+): (?:Error, )?(?:Worded)?Fact\b/#
    for file in try Self.files() {
      for line in file.lines {
        guard let match = line.firstMatch(of: declared) else { continue }
        let name = String(match.1)
        if line.contains("WordedFact") {
          worded.insert(name)
          #expect(file.path.hasPrefix("BillingOffice/Words/") || file.room == "billing-office", "\(file.path): \(name)")
        } else {
          facts.insert(name)
        }
      }
    }
    facts.remove("WordedFact")
    #expect(facts.count > 20)
    #expect(facts.subtracting(worded) == [])
  }

  @Test func linesOfTheImportParserAreUnderstood() {
    #expect(Self.module(importedBy: "import Yams") == "Yams")
    #expect(Self.module(importedBy: "public import struct Foundation.URL") == "Foundation")
    #expect(Self.module(importedBy: "@testable import Layout") == "Layout")
    #expect(Self.module(importedBy: "// import Yams") == nil)
    #expect(Self.module(importedBy: "let important = 1") == nil)
  }
}
