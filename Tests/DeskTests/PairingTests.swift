import BillingOffice
import Foundation
import OfficeFixtures
import Testing

@testable import Desk

/// Who is let in with a code, and for how long.
@Suite struct PairingTests {
  private let office: TestOffice
  private let day: CalendarDay
  private var pairing: Pairing { Pairing(office.office, day: { [day] in day }) }

  init() throws {
    office = try TestOffice(isAlone: true)
    day = try #require(CalendarDay("2026-11-20"))
  }

  /// The part of a cookie that comes back.
  private func shown(_ cookie: String) -> String { String(cookie.prefix { $0 != ";" }) }

  @Test func aCodeLetsOneDeviceIn() throws {
    let pairing = pairing
    let code = pairing.code()
    #expect(code.wholeMatch(of: /[0-9]{6}/) != nil)
    #expect(pairing.code() == code)
    let cookie = try #require(try pairing.letIn(code, from: "192.168.1.20", at: 8017))
    #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"))
    #expect(pairing.knows("other=1; \(shown(cookie))", at: 8017))
    #expect(pairing.count == 1)
    // The same code is for nobody else, and the cookie for no other desk of this machine.
    #expect(try pairing.letIn(code, from: "192.168.1.21", at: 8017) == nil)
    #expect(pairing.code() != code)
    #expect(!pairing.knows(shown(cookie), at: 8018))
    #expect(!pairing.knows(nil, at: 8017) && !pairing.knows("billing-office-desk-8017=guessed", at: 8017))
  }

  @Test func whoGuessesKeepsNobodyElseOut() throws {
    let pairing = pairing
    let code = pairing.code()
    let wrong = code == "000000" ? "000001" : "000000"
    for _ in 0..<5 { #expect(try pairing.letIn(wrong, from: "192.168.1.66", at: 8017) == nil) }
    #expect(try pairing.letIn(code, from: "192.168.1.66", at: 8017) == nil)
    #expect(try pairing.letIn(code, from: "192.168.1.20", at: 8017) != nil)
  }

  @Test func aCodeThatManyGuessAtIsGoodForNobody() throws {
    let pairing = pairing
    let code = pairing.code()
    for turn in 0..<100 { _ = try pairing.letIn("none", from: "10.0.0.\(turn)", at: 8017) }
    #expect(try pairing.letIn(code, from: "192.168.1.20", at: 8017) == nil)
    // Nor is there another one at once, at which as many could guess again.
    #expect(pairing.code().isEmpty)
  }

  @Test func aDeskThatIsOpenedAgainKnowsItsDevices() throws {
    let first = pairing
    let cookie = try #require(try first.letIn(first.code(), from: "192.168.1.20", at: 8017))
    #expect(pairing.knows(shown(cookie), at: 8017))
    let later = { (text: String) in Pairing(self.office.office, day: { [day] in CalendarDay(text) ?? day }) }
    #expect(later("2026-11-21").knows(shown(cookie), at: 8017))
    #expect(!later("2026-11-22").knows(shown(cookie), at: 8017))
    // What is kept is not what a device shows.
    let folder = "\(TestOffice.installation.state)/devices"
    let kept = try FileManager.default.contentsOfDirectory(atPath: folder).compactMap { file in
      FileManager.default.contents(atPath: "\(folder)/\(file)").map { String(decoding: $0, as: UTF8.self) }
    }
    let device = try #require(shown(cookie).split(separator: "=").last)
    #expect(kept.contains { $0.contains("2026-11-20 ") } && kept.allSatisfy { !$0.contains(device) })
  }

  @Test func allAreSentAwayWhetherADeskIsOpenOrNot() throws {
    let open = pairing
    let cookie = try #require(try open.letIn(open.code(), from: "192.168.1.20", at: 8017))
    try office.office.forgetDevices()
    #expect(!open.knows(shown(cookie), at: 8017))
    #expect(open.count == 0)
  }

  @Test(arguments: [
    ("Market", "", "WIFI:T:nopass;S:Market;;"), ("Market", "open sesame", "WIFI:T:WPA;P:open sesame;S:Market;;"),
    (#"Cafe "7"; \o/"#, "a:b,c", #"WIFI:T:WPA;P:a\:b\,c;S:Cafe \"7\"\; \\o/;;"#),
  ])
  func phonesReadTheNetworkFromTheCard(network: String, password: String, code: String) {
    #expect(DeskRoutes.wireless(network, password) == code)
  }
}
