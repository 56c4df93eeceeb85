import Synchronization

/// Sends what happens to every page that listens. Each event is the whole state, so that whoever comes late or misses some is right with
/// the next.
final class EventHub: Sendable {
  private struct State {
    var listeners: [Int: AsyncStream<String>.Continuation] = [:]
    var next = 0
  }

  private let state = Mutex(State())

  /// Whether anybody listens.
  var isHeard: Bool { state.withLock { !$0.listeners.isEmpty } }

  /// How many pages listen at the most; the others ask now and then.
  private static let most = 40

  /// What is sent from now on; of what comes too fast, the newest.
  ///
  /// - Returns: nil where enough listen already.
  func listen() -> AsyncStream<String>? {
    if state.withLock({ $0.listeners.count }) >= Self.most { return nil }
    return AsyncStream(bufferingPolicy: .bufferingNewest(1)) { continuation in
      let own = state.withLock { state in
        state.next += 1
        state.listeners[state.next] = continuation
        return state.next
      }
      continuation.onTermination = { [self] _ in state.withLock { $0.listeners[own] = nil } }
    }
  }

  /// Sends something to all.
  func send(_ text: String) {
    let all = state.withLock { Array($0.listeners.values) }
    for listener in all { listener.yield(text) }
  }

  /// Lets all go.
  func close() {
    let all = state.withLock { state in
      defer { state.listeners = [:] }
      return Array(state.listeners.values)
    }
    for listener in all { listener.finish() }
  }
}
