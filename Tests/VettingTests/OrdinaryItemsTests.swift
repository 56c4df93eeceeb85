import TestTools
import Testing

@testable import Vetting

/// What mutual-aid desks give must pass, or they cannot use the program.
@Suite struct OrdinaryItemsTests {
  private static func items() throws -> [(language: String, name: String)] {
    let text = try String(contentsOfFile: Repository.path("Tests/VettingTests/Data/items.tsv"), encoding: .utf8)
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
      let cells = line.split(separator: "\t").map(String.init)
      return cells.count == 2 ? (cells[0], cells[1]) : nil
    }
  }

  @Test func thereAreManyInEveryLanguage() throws {
    let items = try Self.items()
    #expect(items.count >= 500)
    for language in ["en", "es", "fr", "de", "ar"] {
      #expect(items.filter { $0.language == language }.count >= 100, "\(language)")
    }
  }

  @Test func noneIsAWayToPay() throws {
    for (language, name) in try Self.items() {
      for form in [name, name.uppercased(), "\(name), \(name)"] {
        let finding = Vetting.paymentData(in: form)
        #expect(finding == nil, "\(language): \(form)")
      }
    }
  }

  @Test func fewSoundLikeAClaim() throws {
    let claims = try Self.items().filter { Vetting.claim(in: $0.name) != nil }
    // They are worth a look each, and more than a few would teach people not to look.
    #expect((5...40).contains(claims.count), "\(claims.map(\.name))")
  }
}
