import Foundation
import Testing

/// Inside a room folders stand in an order, too: a file uses what its own folder or an earlier one declares. Read from the names
/// of types, so that nobody need keep a list of uses.
@Suite struct FolderOrderTests {
  private static let orders = [
    "Papers": [
      "Faults", "Language", "Design", "Void", "Composing", "Kinds/Gift", "Kinds/Invoice", "Kinds/Receipt",
      "Kinds/Board",
      "Kinds/Sign", "Kinds/PriceList", "Kinds/Licence", "Kinds",
    ],
    "BillingOffice": [
      "Facts", "Files", "Settings", "Words", "Output", "Opened", "Recording", "Making", "Books", "Printing", "Counter",
      "PrinterSheets", "Designing", "Health", "Inspecting",
    ],
  ]

  /// The folder of the order to which a file belongs: the longest that its path begins with; nil at the room's own level.
  private static func folder(of path: String, in order: [String]) -> Int? {
    order.indices.filter { path.hasPrefix(order[$0] + "/") }.max { order[$0].count < order[$1].count }
  }

  @Test(arguments: orders.keys.sorted()) func aFileUsesItsOwnFolderOrAnEarlierOne(room: String) throws {
    let order = try #require(Self.orders[room])
    let base = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Sources/\(room)").path
    let paths = (FileManager.default.enumerator(atPath: base)?.compactMap { $0 as? String } ?? []).filter {
      $0.hasSuffix(".swift")
    }
    var (homes, uses): ([Substring: Int], [(path: String, folder: Int, names: Set<Substring>)]) = ([:], [])
    for path in paths {
      guard let folder = Self.folder(of: path, in: order) else {
        #expect(!path.contains("/"), "\(room)/\(path) stands in no folder of the order")
        continue
      }
      // Prose and texts use nothing; what stands in \( … ) is left out with them.
      let code = try String(contentsOfFile: "\(base)/\(path)", encoding: .utf8)
        .replacing(#/\/\/[^\n]*|"""(?s:.*?)"""|"(\\.|[^"\\\n])*"/#, with: "")
      let declaration = #/(?m)^(?:package |public |final |indirect )*(?:struct|class|enum|protocol|typealias) (\w+)/#
      for match in code.matches(of: declaration) { homes[Substring(String(match.1))] = folder }
      uses.append((path, folder, Set(code.matches(of: #/\b[A-Z]\w+\b/#).map { Substring(String($0.0)) })))
    }
    #expect(uses.count > 10, "\(room) was found")
    for (path, folder, names) in uses {
      for name in names.sorted() where (homes[name] ?? 0) > folder {
        Issue.record("\(room)/\(path) uses \(name), which stands in the later folder \(order[homes[name] ?? 0])")
      }
    }
  }
}
