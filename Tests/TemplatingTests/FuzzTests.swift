import TestTools
import Layout
import Testing

@testable import Templating

/// The real template with all kinds of damage: reading it never traps, and either there is a template or a fault with a place
/// inside the file.
@Suite(.slow) struct FuzzTests {
  private static let odd: [Character] = [
    "{", "}", "[", "]", ":", "\"", "'", "-", "&", "*", "!", "|", ">", "%", "#", "\t", "\r", "\n", " ", "0", "9", "~",
    "é",
    "👨‍👩‍👧", "\u{301}", "\0", ",", "?", "a", ".",
  ]

  private func damaged(_ lines: [String], _ random: inout SplitMix64) -> String {
    var lines = lines
    for _ in 0..<Int.random(in: 1...2, using: &random) {
      guard let index = lines.indices.randomElement(using: &random) else { break }
      var letters = Array(lines[index])
      switch Int.random(in: 0..<13, using: &random) {
      case 0: lines.remove(at: index)
      case 1: lines.insert(lines[index], at: index)
      case 2: lines.swapAt(index, Int.random(in: 0..<lines.count, using: &random))
      case 3 where lines[index].contains(": "):
        // Another line's value under this line's key.
        let other = lines.randomElement(using: &random) ?? ""
        let key = lines[index].prefix { $0 != ":" }
        lines[index] = key + ":" + other.drop { $0 != ":" }.dropFirst()
      case 4: lines[index] = String(repeating: " ", count: Int.random(in: 1...4, using: &random)) + lines[index]
      case 5: lines[index] = String(lines[index].dropFirst(Int.random(in: 1...4, using: &random)))
      case 6...8 where letters.count > 1:
        let at = Int.random(in: 1..<letters.count, using: &random)
        letters.swapAt(at, at - 1)
        lines[index] = String(letters)
      case 9...10 where !letters.isEmpty:
        letters.remove(at: Int.random(in: 0..<letters.count, using: &random))
        lines[index] = String(letters)
      default:
        let letter = Self.odd.randomElement(using: &random) ?? " "
        letters.insert(letter, at: Int.random(in: 0...letters.count, using: &random))
        lines[index] = String(letters)
      }
    }
    return lines.joined(separator: "\n")
  }

  private func isInside(_ mark: Mark, _ text: String) -> Bool {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard mark.file == "template.yaml", lines.indices.contains(mark.line - 1) else { return false }
    return (1...lines[mark.line - 1].count + 1).contains(mark.column)
  }

  @Test(arguments: 0..<8) func damageIsToldOrDoesNotMatter(_ seed: Int) throws {
    let lines = try RealInvoice.text().split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let data = RealInvoice.data(lines: 3)
    var random = SplitMix64(seed: seed)
    for round in 0..<400 {
      let text = damaged(lines, &random)
      let (template, faults) = try RealInvoice.read(text)
      #expect((template == nil) == !faults.isEmpty, "seed \(seed), round \(round)")
      for fault in faults where !isInside(fault.mark, text) {
        Issue.record("seed \(seed), round \(round): \(fault) is not in the file")
      }
      guard let template, round % 4 == 0 else { continue }
      // What can be read can be laid out, or says why not.
      do { _ = try pages(template, data) } catch { #expect(error is LayoutError) }
    }
  }
}
