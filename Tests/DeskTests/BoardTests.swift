import Foundation
import OfficeFixtures
import TestTools
import Testing

/// The board on a screen is right at once, and again with every gift.
@Suite(.waiting, .serialized) struct BoardTests {
  private static let milestones = """
    name,amount,currency,source,checked
    A day of work,3.00,USD,"A statistics office, https://example.org",2026
    A week of work,15.00,USD,"A statistics office, https://example.org",2026-05
    """

  /// The last whole event of a stream.
  private static func board(_ stream: String) -> [String: Any] {
    let events = stream.components(separatedBy: "data: ").dropFirst().compactMap { event in
      (try? JSONSerialization.jsonObject(with: Data(event.prefix { $0 != "\n" }.utf8))) as? [String: Any]
    }
    return events.last?["board"] as? [String: Any] ?? [:]
  }

  @Test func everyEventIsTheWholeState() async throws {
    let desk = try OpenDesk(["milestones.csv": Self.milestones])
    let request = "GET /events HTTP/1.1\r\nHost: localhost:\(desk.port)\r\n\r\n"
    let giving = Task {
      try await Task.sleep(for: .milliseconds(300))
      return try desk.give("Rice", "4").status
    }
    let stream = try desk.browser.send(request) { Self.board($0)["value"] as? String == "$4.28" }
    #expect(try await giving.value == 200)
    let board = Self.board(stream)
    #expect(board["gifts"] as? String == "1")
    #expect(board["latest"] as? [String] == ["Rice"])
    #expect((board["passed"] as? [String: Any])?["name"] as? String == "A day of work")
    let next = try #require(board["next"] as? [String: Any])
    #expect(next["name"] as? String == "A week of work")
    #expect(next["left"] as? String == "$10.72")
    // Nothing says when.
    #expect(!Self.board(stream).description.contains(/[0-9]:[0-9]{2}/))
  }

  @Test func fromRecordingToScreenItTakesNoTime() async throws {
    let desk = try OpenDesk()
    let request = "GET /events HTTP/1.1\r\nHost: localhost:\(desk.port)\r\n\r\n"
    let given = Task {
      try await Task.sleep(for: .milliseconds(300))
      _ = try desk.give("Rice", "4")
      return ContinuousClock.now
    }
    _ = try desk.browser.send(request) { Self.board($0)["value"] as? String == "$4.28" }
    let seen = ContinuousClock.now
    // 200 ms are promised on a machine that does nothing else; this one runs other tests.
    #expect(seen - (try await given.value) < .seconds(10))
  }
}
