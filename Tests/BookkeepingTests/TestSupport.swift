import Bookkeeping
import Foundation

/// A fault as short as a test wants to write it.
struct Told: Equatable, CustomStringConvertible {
  var line: Int?
  var column: Int?
  var fact: InputFault.Fact

  init(_ line: Int?, _ column: Int?, _ fact: InputFault.Fact) {
    self.line = line
    self.column = column
    self.fact = fact
  }

  var description: String { "\(line ?? 0):\(column ?? 0) \(fact)" }
}

extension Reading {
  var told: [Told] { faults.map { Told($0.line, $0.column, $0.fact) } }
}

/// The bytes of a text.
func utf8(_ text: String) -> [UInt8] { Array(text.utf8) }

/// A price book of items and prices; everything else is as it should be.
func book(_ items: [(item: String, price: String, currency: String, alias: String)]) -> PriceBook {
  let rows = items.map { "\"\($0.item)\",food,kg,\($0.price),\($0.currency),Somebody,2026,price,\($0.alias)" }
  return PriceBook.read(utf8(([priceHeader + ",alias"] + rows).joined(separator: "\n"))).value
}

/// A price book of items, all at the same price.
func book(_ items: String..., alias: [String: String] = [:]) -> PriceBook {
  book(items.map { ($0, "1.00", "USD", alias[$0] ?? "") })
}

let priceHeader = "item,category,unit,price,currency,source,checked,basis"

/// A number that is known to be one.
func decimal(_ mantissa: Int64, _ scale: Int = 0) -> ExactDecimal {
  ExactDecimal(mantissa: mantissa, scale: scale) ?? ExactDecimal(0)
}

/// The bytes of a file of the starter office.
func starterFile(_ name: String) throws -> [UInt8] {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Templates/office")
  return Array(try Data(contentsOf: folder.appending(path: name)))
}
