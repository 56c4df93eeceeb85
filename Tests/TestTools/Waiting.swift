import Dispatch
package import Testing

/// What waits for something outside of this process rather than working, such as a printer that is stuck, waits on a thread of its
/// own: those on which tests run are as many as the machine has cores, and go on with others meanwhile.
package struct Waiting: SuiteTrait, TestTrait, TestScoping {
  package var isRecursive: Bool { true }

  package func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    try await withTaskExecutorPreference(OwnThreads.shared) { try await function() }
  }
}

extension Trait where Self == Waiting {
  /// Waits more than it works.
  package static var waiting: Self { Waiting() }
}

/// Runs each job on a thread that need not be shared.
private final class OwnThreads: TaskExecutor {
  static let shared = OwnThreads()
  private let queue = DispatchQueue(label: "waiting tests", attributes: .concurrent)

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
