import TestTools
import Testing

@testable import Bookkeeping

@Suite struct NameTableTests {
  @Test func findsWhatADictionaryWouldFind() {
    var random = SplitMix64(seed: 5)
    var (names, table, known): ([String], NameTable, [String: Int]) = ([], NameTable(), [:])
    for place in 0..<5000 {
      let name = ["Rice", "RICE ", "Straße", "STRASSE", "Crème", "ri ce", "米"].randomElement(using: &random)!
      names.append(name + String(Int.random(in: 0..<1500, using: &random)))
      let earlier = table.insert(names[place], at: place) { names[$0] }
      #expect(earlier == known[NameKey.key(of: names[place])], "\(names[place])")
      if earlier == nil { known[NameKey.key(of: names[place])] = place }
    }
    for name in names + ["bread", "", "rice"] {
      #expect(table.place(of: name) { names[$0] } == known[NameKey.key(of: name)], "\(name)")
    }
    #expect(NameTable().place(of: "Rice") { names[$0] } == nil)
  }
}
