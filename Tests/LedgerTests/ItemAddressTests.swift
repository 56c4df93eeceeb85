import Foundation
import TestTools
import Testing

@testable import Ledger

@Suite struct ItemAddressTests {
  /// Names of plain words stand as they do; so do those of the price books that come along, whose signs are printed.
  @Test(arguments: [
    ("Childcare", "CHILDCARE"), ("  ground   BEEF ", "GROUND-BEEF"), ("C lessons", "C-LESSONS"),
    ("Thing number 12", "THING-NUMBER-12"), ("Menú del día", "MENÚ-DEL-DÍA"), ("خبز", "خبز"), ("自転車修理", nil),
    ("Bread, whole wheat", "BREAD-WHOLE-WHEAT"), ("Haircut, women's", "HAIRCUT-WOMEN-S"),
    ("haircut, women’s", "HAIRCUT-WOMEN-S"), ("Ticket métro-train-RER", "TICKET-MÉTRO-TRAIN-RER"),
    ("Ambulance ride, advanced life support", "AMBULANCE-RIDE-ADVANCED-LIFE-SUPPORT"),
  ])
  func ordinaryNamesKeepTheirs(item: String, name: String?) {
    if let name { #expect(ItemAddress.name(of: item) == name) }
    #expect(ItemAddress.path(of: item).utf8.count <= 40)
  }

  /// What stands behind the mark may never become another: signs are printed with it.
  @Test(arguments: [
    ("C++ lessons", "C-LESSONS--"), ("C# lessons", "C-LESSONS--"), ("Milk, 1.5 l", "MILK-1-5-L--"),
    ("½ kg", "KG--"), ("CON", "CON--"), ("lpt1", "LPT1--"), ("🍞", "X--"), ("車イス利用者のための外出付き添いと買い物の手伝い", "X--"),
    ("Donaudampfschifffahrtsgesellschaftskapitän und mehr", "DONAUDAMPFSCHIFF--"),
    ("Bread whole wheat", "BREAD-WHOLE--"),
  ])
  func othersHaveAMark(item: String, stem: String) {
    let name = ItemAddress.name(of: item)
    #expect(name.hasPrefix(stem) && name.count == stem.count + 8, "\(name)")
    #expect(name.utf8.count <= 26 && ItemAddress.encoded(name) == name)
  }

  /// Whatever the names are, no two items stand under one, on a disk that keeps capitals apart and on one that does not.
  @Test func noTwoAreTheSame() {
    var random = SplitMix64(seed: 11)
    let pieces = [
      "c", "C", "+", "#", " ", ", ", "1", ".", "5", "/", "-", "--", "'", "s", "ß", "ss", "é", "e\u{301}", "水", "İ", "i",
      "ẞ",
    ]
    var names: [String: String] = [:]
    for _ in 0..<4_000 {
      let item = (0..<random.number(1...6)).map { _ in pieces[random.number(0...pieces.count - 1)] }.joined()
      let name = ItemAddress.name(of: item)
      // What the price book takes for one item is one.
      let whole = item.uppercased().lowercased().uppercased().split(whereSeparator: \.isWhitespace).joined(
        separator: " "
      )
      .precomposedStringWithCanonicalMapping
      for folded in [name.lowercased(), name.uppercased()] {
        if let other = names[folded] { #expect(other == whole, "\(item) and \(other) are \(name)") }
        names[folded] = whole
      }
      #expect(!name.isEmpty && !name.hasSuffix(".") && !name.contains("/"))
    }
  }

  /// A name made to look like another's mark has one of its own.
  @Test func nobodyTakesAnothersMark() {
    let name = ItemAddress.name(of: "C++ lessons")
    for item in [name, name.replacing("--", with: " "), name.replacing("-", with: " ")] {
      #expect(ItemAddress.name(of: item) != name)
    }
  }
}
