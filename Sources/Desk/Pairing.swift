import Foundation
import Synchronization

/// Which devices of the same network may give here. A code, shown on the machine itself, is good for two minutes and one device; what a
/// device is given for it is good until the desk is closed.
final class Pairing: Sendable {
  private struct State {
    var code = ""
    var isGoodUntil = ContinuousClock.now
    /// How often each address was wrong with the code that is shown.
    var wrongTries: [String: Int] = [:]
    var devices: Set<String> = []
  }

  private let state = Mutex(State())

  /// How long a code is good.
  private static let lifetime = Duration.seconds(120)
  /// How many wrong codes an address may send while one is shown, and all of them together: whoever guesses has one chance in 10,000
  /// every two minutes, and keeps nobody else out before.
  private static let (mostTries, mostOfAll) = (5, 100)
  /// How many devices there may be.
  private static let mostDevices = 40
  /// What the cookie is called; cookies do not know ports, so no other program here should have one of that name.
  private static let cookie = "billing-office-desk"

  /// How many devices have been let in.
  var count: Int { state.withLock { $0.devices.count } }

  /// The code that is good now: six digits.
  func code() -> String {
    state.withLock { state in
      if state.code.isEmpty || ContinuousClock.now > state.isGoodUntil { Self.renew(&state) }
      return state.code
    }
  }

  private static func renew(_ state: inout State) {
    let digits = String(Int.random(in: 0...999_999))
    state.code = String(repeating: "0", count: 6 - digits.count) + digits
    state.isGoodUntil = ContinuousClock.now + lifetime
    state.wrongTries = [:]
  }

  /// Lets a device in.
  ///
  /// - Parameters:
  ///   - code: what was typed, or came with the address.
  ///   - address: who sends it.
  /// - Returns: the cookie that it is known by; nil where the code is not good.
  func letIn(_ code: String, from address: String) -> String? {
    state.withLock { state in
      let isGood =
        !state.code.isEmpty && ContinuousClock.now <= state.isGoodUntil && code == state.code
        && state.wrongTries[address, default: 0] < Self.mostTries
      guard isGood, state.devices.count < Self.mostDevices else {
        state.wrongTries[address, default: 0] += 1
        if state.wrongTries.values.reduce(0, +) >= Self.mostOfAll { state.code = "" }
        return nil
      }
      // It is used up.
      state.code = ""
      let device = UUID().uuidString
      state.devices.insert(device)
      return "\(Self.cookie)=\(device); HttpOnly; SameSite=Strict; Path=/"
    }
  }

  /// Whether a device was let in.
  ///
  /// - Parameter cookies: what it sent in `Cookie`.
  /// - Returns: whether it shows what it was given then.
  func knows(_ cookies: String?) -> Bool {
    let own = (cookies ?? "").split(separator: ";").map { $0.drop { $0 == " " } }.first {
      $0.hasPrefix("\(Self.cookie)=")
    }
    guard let device = own?.dropFirst(Self.cookie.count + 1) else { return false }
    return state.withLock { $0.devices.contains(String(device)) }
  }

  /// Sends all devices away.
  func forgetAll() {
    state.withLock { state in
      state.devices = []
      state.code = ""
    }
  }
}
