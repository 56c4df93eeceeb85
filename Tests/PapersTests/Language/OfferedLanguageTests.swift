import Bookkeeping
import Foundation
import OfficeFixtures
import TestTools
import Testing

@testable import BillingOffice
@testable import Papers

/// Every language in the one list has all that a language needs; nothing lies about of a language that is not in it.
@Suite struct OfferedLanguageTests {
  private static let codes = OfferedLanguage.all.map(\.code)

  private static func names(in folder: String) throws -> Set<String> {
    let files = try FileManager.default.contentsOfDirectory(atPath: Repository.path(folder))
    return Set(files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) })
  }

  @Test func theFilesAreThoseOfTheList() throws {
    #expect(Set(Self.codes).count == Self.codes.count)
    #expect(try Self.names(in: "Templates/strings") == Set(Self.codes))
    #expect(try Self.names(in: "Templates/ledger-site/words") == Set(Self.codes))
  }

  @Test(arguments: codes) func nothingIsMissing(code: String) throws {
    let office = try TestOffice()
    let (strings, english) = (try office.office.strings(code), try office.office.strings("en"))
    #expect(strings.faults.isEmpty && strings.warnings.isEmpty, "\(strings.faults + strings.warnings)")
    #expect(Set(strings.words.keys) == Set(english.words.keys))

    // The site falls back to English word by word, so its own file is looked at.
    func siteWords(_ code: String) throws -> Set<Substring> {
      let path = Repository.path("Templates/ledger-site/words/\(code).yaml")
      let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
      return Set(lines.filter { !$0.hasPrefix("#") && !$0.hasPrefix(" ") }.map { $0.prefix { $0 != ":" } })
    }
    #expect(try siteWords(code) == siteWords("en"))

    let void = VoidWording.in(code)
    let words = [
      void.stamp, void.nothingOwed, void.notABill, void.totalDue, void.issuedBy, void.draft, void.reprint,
      void.takenBack,
    ]
    #expect(words.allSatisfy { !$0.isEmpty } && Set(words).count == words.count)
    if code != "en" { #expect(void != VoidWording.in("en")) }
    #expect(PluralRules.of(code).categories.contains(.other))
    #expect(LocaleName.plain(code) == code)
    #expect(LinkingWords.languages.contains(code))
  }
}
