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

  /// The cookie of a device that is let in.
  private func letIn(_ code: String, to pairing: Pairing, from address: String = "192.168.1.20") throws -> String {
    guard case .letIn(let cookie) = try pairing.letIn(code, from: address, at: 8017) else { throw Refused() }
    return cookie
  }
  private struct Refused: Error {}

  /// The part of a cookie that comes back.
  private func shown(_ cookie: String) -> String { String(cookie.prefix { $0 != ";" }) }

  @Test func aCodeLetsOneDeviceIn() throws {
    let pairing = pairing
    let code = pairing.code()
    #expect(code.wholeMatch(of: /[0-9]{6}/) != nil)
    #expect(pairing.code() == code)
    let cookie = try letIn(code, to: pairing)
    #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"))
    #expect(pairing.knows("other=1; \(shown(cookie))", at: 8017))
    #expect(pairing.count == 1)
    // The same code is for nobody else, and the cookie for no other desk of this machine.
    #expect(try pairing.letIn(code, from: "192.168.1.21", at: 8017) == .refused(.wrongCode))
    #expect(pairing.code() != code)
    #expect(!pairing.knows(shown(cookie), at: 8018))
    #expect(!pairing.knows(nil, at: 8017) && !pairing.knows("billing-office-desk-8017=guessed", at: 8017))
  }

  @Test func whoGuessesKeepsNobodyElseOut() throws {
    let pairing = pairing
    let code = pairing.code()
    let wrong = code == "000000" ? "000001" : "000000"
    for _ in 0..<5 { #expect(try pairing.letIn(wrong, from: "192.168.1.66", at: 8017) == .refused(.wrongCode)) }
    #expect(try pairing.letIn(code, from: "192.168.1.66", at: 8017) == .refused(.wrongCode))
    _ = try letIn(code, to: pairing)
  }

  @Test func aCodeThatManyGuessAtIsGoodForNobody() throws {
    let pairing = pairing
    let code = pairing.code()
    for turn in 0..<100 { _ = try pairing.letIn("none", from: "10.0.0.\(turn)", at: 8017) }
    #expect(try pairing.letIn(code, from: "192.168.1.20", at: 8017) == .refused(.wrongCode))
    // Nor is there another one at once, at which as many could guess again.
    #expect(pairing.code().isEmpty)
  }

  @Test func aDeskThatIsOpenedAgainKnowsItsDevices() throws {
    let first = pairing
    let cookie = try letIn(first.code(), to: first)
    #expect(pairing.knows(shown(cookie), at: 8017))
    let later = { (text: String) in Pairing(self.office.office, day: { [day] in CalendarDay(text) ?? day }) }
    #expect(later("2026-11-21").knows(shown(cookie), at: 8017))
    #expect(!later("2026-11-22").knows(shown(cookie), at: 8017))
    // What is kept is not what a device shows.
    let folder = "\(TestOffice.installation.state)/devices"
    let kept = try FileManager.default.subpathsOfDirectory(atPath: folder)
    let texts = kept.compactMap { FileManager.default.contents(atPath: "\(folder)/\($0)") }
    let device = try #require(shown(cookie).split(separator: "=").last)
    #expect(texts.contains(Data("2026-11-20\n".utf8)))
    #expect(kept.allSatisfy { !$0.contains(device) } && texts.allSatisfy { $0.range(of: Data(device.utf8)) == nil })
  }

  @Test func aCodeIsNotUsedUpWhereThereIsNoRoom() throws {
    let pairing = pairing
    var code = ""
    for turn in 0..<40 {
      code = pairing.code()
      _ = try letIn(code, to: pairing, from: "192.168.1.\(turn)")
    }
    code = pairing.code()
    #expect(try pairing.letIn(code, from: "192.168.1.99", at: 8017) == .refused(.full))
    try office.office.forgetDevices()
    #expect(pairing.code() == code)
    _ = try letIn(code, to: pairing, from: "192.168.1.99")
  }

  @Test func twoDesksKeepEachOthersDevices() throws {
    let (one, other) = (pairing, pairing)
    let cookies = try [one, other, one].map { shown(try letIn($0.code(), to: $0)) }
    #expect(cookies.allSatisfy { one.knows($0, at: 8017) && other.knows($0, at: 8017) })
    #expect(one.count == 3 && other.count == 3)
  }

  @Test func allAreSentAwayWhetherADeskIsOpenOrNot() throws {
    let open = pairing
    let cookie = try letIn(open.code(), to: open)
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
