import TestTools
import Foundation
import Testing

@testable import Vetting

@Suite("Vetting of whole files and of chance")
struct VettingDataTests {
  @Test("Every cell, line and whole of the starter office's price files passes")
  func prices() throws {
    let office = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Templates/office").standardizedFileURL
    let files = try FileManager.default.contentsOfDirectory(at: office, includingPropertiesForKeys: nil)
      .filter { $0.lastPathComponent.hasPrefix("prices") && $0.pathExtension == "csv" }
    #expect(files.count >= 4)
    for file in files {
      let text = try String(contentsOf: file, encoding: .utf8)
      for line in text.split(whereSeparator: \.isNewline) {
        for cell in cells(of: line) + [String(line), line.uppercased()] {
          let finding = Vetting.finding(in: cell)
          #expect(finding == nil, "\(file.lastPathComponent): \(cell)")
        }
      }
    }
  }

  @Test("No text makes it fail, whatever its characters", .slow)
  func chance() {
    var random = SplitMix64(seed: 1)
    let pool = Array("PAIDpaid 0123456789.:@%$!|-/\n\u{0}éПАІ\u{200B}\u{202E}مد０１Ａ🅿\u{301}bc1lnEUR".unicodeScalars)
    for _ in 0..<20_000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...40, using: &random) {
        let any = Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &random)) ?? "?"
        text.append(Bool.random(using: &random) ? any : pool[Int.random(in: pool.indices, using: &random)])
      }
      _ = Vetting.finding(in: String(text))
    }
  }

  @Test("Sixteen digits pass without the check digit, and a card never with it")
  func digits() {
    var random = SplitMix64(seed: 2)
    for _ in 0..<5_000 {
      let digits = (0..<16).map { _ in Int.random(in: 0...9, using: &random) }
      let text = digits.map(String.init).joined()
      if !Cards.passesLuhn(digits) {
        #expect(Vetting.finding(in: text) == nil, "\(text)")
      } else if digits[0] == 4 {
        #expect(Vetting.finding(in: text)?.kind == .card, "\(text)")
      }
    }
  }

  @Test("Hash sums pass", .slow)
  func hashes() {
    var random = SplitMix64(seed: 3)
    for _ in 0..<5_000 {
      let sum = (0..<64).map { _ in String(Int.random(in: 0...15, using: &random), radix: 16) }.joined()
      let grouped = stride(from: 0, to: 64, by: 8).map { sum.dropFirst($0).prefix(8) }.joined(separator: " ")
      #expect(Vetting.finding(in: sum) == nil, "\(sum)")
      #expect(Vetting.finding(in: String(sum.prefix(40))) == nil, "\(sum)")
      #expect(Vetting.finding(in: grouped)?.kind != .wallet, "\(grouped)")
    }
  }
}

/// The cells of one line of CSV (RFC 4180).
private func cells(of line: Substring) -> [String] {
  var cells = [""]
  var isQuoted = false
  for character in line {
    switch character {
    case "\"": isQuoted.toggle()
    case "," where !isQuoted: cells.append("")
    default: cells[cells.count - 1].append(character)
    }
  }
  return cells
}
