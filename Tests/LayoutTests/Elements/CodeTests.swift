import LayoutFakes
import Testing

@testable import Layout

struct CodeTests {
  @Test func theQuietZoneOfFourModulesComesOnTop() throws {
    let frame = try #require(try Code("text", side: 50).placed(100, 100).whole)
    #expect(frame.size == Size(100, 66))
    #expect(frame.seen == [Seen("text", 0, 0, 66, 66)])
    guard case .code(let code) = frame.leaves.first?.item else { throw Unexpected() }
    #expect(code == CodeItem(text: "text", side: 66, quietZone: 8))
  }

  @Test func itIsMirrored() throws {
    let frame = try #require(try Code("https://a.org", side: 50).placed(100, 100, context(.rightToLeft)).whole)
    #expect(frame.seen == [Seen("https://a.org", 34, 0, 66, 66), Seen("→https://a.org", 34, 0, 66, 66)])
  }

  @Test func anAddressInCapitalsOpensToo() throws {
    #expect(try Code("HTTPS://A.ORG/1", side: 50).placed(100, 100).whole?.seen("→HTTPS://A.ORG/1").count == 1)
    #expect(try Code("http://a.org", side: 50).placed(100, 100).whole?.seen.count == 1)
  }

  @Test func modulesThatNoPhoneReadsAreRefused() throws {
    let misfit = Misfit(.modulesTooSmall(module: 1, least: Code.leastModule))
    #expect(try Code("text", side: 25).placed(100, 100).misfit == misfit)
    #expect(abs(Code.leastModule - 1.1339) < 0.0001)
  }

  @Test func theLeastModuleItselfPasses() throws {
    // Ten millimetres: 25 modules of exactly 0.4 mm, however the division rounds.
    #expect(try Code("text", side: 10 * Length.millimetre).placed(100, 100).whole != nil)
  }

  @Test func itIsNeverCut() throws {
    #expect(try Code("text", side: 50).placed(65, 100).misfit == Misfit(.tooWide(needed: 66, available: 65)))
    #expect(try Code("text", side: 50).placed(100, 65).misfit == Misfit(.tooHigh(needed: 66, available: 65)))
  }

  @Test func tooLongATextIsAnError() {
    let text = String(repeating: "a", count: 2332)
    #expect(throws: LayoutError.content(.codeTooLong(bytes: 2332), nil)) { try Code(text, side: 500).placed(900, 900) }
  }
}

struct Unexpected: Error {}
