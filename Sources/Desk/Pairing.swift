import BillingOffice
import Foundation
import Synchronization

/// Which devices of the same network may give here. A code, shown on the machine itself, is good for two minutes and one device; what a
/// device is given for it is good until the end of the next day, or until it is sent away.
final class Pairing: Sendable {
  private struct State {
    var code = ""
    var isGoodUntil = ContinuousClock.now
    /// How often each address was wrong with the code that is shown.
    var wrongTries: [String: Int] = [:]
  }

  private let state = Mutex(State())
  private let office: Office
  private let day: @Sendable () -> CalendarDay

  /// How long a code is good.
  private static let lifetime = Duration.seconds(120)
  /// How many wrong codes an address may send while one is shown, and all of them together: whoever guesses has one chance in 10,000
  /// every two minutes, and keeps nobody else out before.
  private static let (mostTries, mostOfAll) = (5, 100)
  /// How many devices there may be.
  private static let mostDevices = 40
  /// How long browsers keep what they are given, in seconds.
  private static let memory = 2 * 24 * 60 * 60

  init(_ office: Office, day: @escaping @Sendable () -> CalendarDay) { (self.office, self.day) = (office, day) }

  /// How many devices have been let in.
  var count: Int { office.devicesCount(on: day()) }

  /// The code that is good now: six digits.
  func code() -> String {
    state.withLock { state in
      // One that many guessed at is not followed by another before its time is over.
      let isUsedUp = state.code.isEmpty && state.wrongTries.values.reduce(0, +) < Self.mostOfAll
      if isUsedUp || ContinuousClock.now > state.isGoodUntil { Self.renew(&state) }
      return state.code
    }
  }

  private static func renew(_ state: inout State) {
    let digits = String(Int.random(in: 0...999_999))
    state.code = String(repeating: "0", count: 6 - digits.count) + digits
    state.isGoodUntil = ContinuousClock.now + lifetime
    state.wrongTries = [:]
  }

  /// What the cookie is called. Cookies do not know ports, so two desks on a machine have one of their own each.
  private static func cookie(_ port: Int) -> String { "billing-office-desk-\(port)" }

  /// What becomes of a device that wants to be let in.
  enum Outcome: Hashable {
    /// It is, and is known by this cookie.
    case letIn(cookie: String)
    case refused(Refusal)
  }

  /// Why it is not.
  enum Refusal: Hashable {
    /// The code is not good, or no longer.
    case wrongCode
    /// There are as many devices as there may be. The code is not used up by that.
    case full
  }

  /// Lets a device in.
  ///
  /// - Parameters:
  ///   - code: what was typed, or came with the address.
  ///   - address: who sends it.
  ///   - port: the port that it came to.
  /// - Returns: what becomes of it.
  /// - Throws: ``Diagnostics`` when it cannot be kept.
  func letIn(_ code: String, from address: String, at port: Int) throws(Diagnostics) -> Outcome {
    let isFull = count >= Self.mostDevices
    let isGood = state.withLock { state in
      let isGood =
        !state.code.isEmpty && ContinuousClock.now <= state.isGoodUntil && code == state.code
        && state.wrongTries[address, default: 0] < Self.mostTries
      // It is used up, or was wrong.
      if isGood { if !isFull { state.code = "" } } else { state.wrongTries[address, default: 0] += 1 }
      if state.wrongTries.values.reduce(0, +) >= Self.mostOfAll { state.code = "" }
      return isGood
    }
    guard isGood else { return .refused(.wrongCode) }
    if isFull { return .refused(.full) }
    let device = DeskRoutes.newName()
    try office.letIn(device, on: day())
    return .letIn(
      cookie: "\(Self.cookie(port))=\(device); HttpOnly; SameSite=Strict; Path=/; Max-Age=\(Self.memory)")
  }

  /// Whether a device was let in.
  ///
  /// - Parameters:
  ///   - cookies: what it sent in `Cookie`.
  ///   - port: the port that it came to.
  /// - Returns: whether it shows what it was given then.
  func knows(_ cookies: String?, at port: Int) -> Bool {
    let name = "\(Self.cookie(port))="
    let own = (cookies ?? "").split(separator: ";").map { $0.drop { $0 == " " } }.first { $0.hasPrefix(name) }
    return own.map { office.isLetIn(String($0.dropFirst(name.count)), on: day()) } ?? false
  }

  /// Sends all devices away.
  ///
  /// - Throws: ``Diagnostics`` when that cannot be kept.
  func forgetAll() throws(Diagnostics) {
    state.withLock { $0.code = "" }
    try office.forgetDevices()
  }
}
