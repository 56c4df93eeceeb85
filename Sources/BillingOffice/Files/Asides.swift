import Foundation
import Synchronization

/// What this process has begun and has not given its name yet: it goes when the process ends early, and what a process that was
/// killed has left goes when the next one writes there.
package enum Asides {
  private struct State {
    var paths: Set<String> = []
    var folders: Set<String> = []
  }

  private static let state = Mutex(State())
  /// Held while files take their names: between the first and the last of them nobody ends the process.
  private static let naming = Mutex(())

  /// A name for something that is written aside: hidden, and with the process that writes it.
  ///
  /// - Parameter mark: what tells it from others of the process.
  /// - Returns: the name, without a folder.
  static func name(_ mark: String) -> String { ".\(RunningProcess.current.fileName)-\(mark)\(ending)" }

  private static let ending = ".part"

  /// Notes what is begun: a file, or a folder with all that is in it.
  static func begin(_ path: String) { state.withLock { _ = $0.paths.insert(path) } }

  /// Forgets what has its name by now, or is gone.
  static func end(_ path: String) { state.withLock { _ = $0.paths.remove(path) } }

  /// Notes folders that were made for what is begun: with it they go, if they are empty.
  static func begin(folders: [String]) { state.withLock { $0.folders.formUnion(folders) } }

  /// Forgets folders that stay, or are gone.
  static func end(folders: [String]) { state.withLock { $0.folders.subtract(folders) } }

  /// Lets files take their names.
  static func whileNaming<Value>(_ body: () throws(Diagnostics) -> Value) throws(Diagnostics) -> Value {
    let result: Result<Value, Diagnostics> = naming.withLock { _ in
      do throws(Diagnostics) { return .success(try body()) } catch { return .failure(error) }
    }
    return try result.get()
  }

  /// Takes away all that is begun, and ends the process, once no files are about to take their names.
  ///
  /// - Parameter leave: ends the process.
  package static func clear(andThen leave: () -> Void) {
    naming.withLock { _ in
      let begun = state.withLock { $0 }
      for path in begun.paths { try? FileManager.default.removeItem(atPath: path) }
      Files.remove(folders: Array(begun.folders))
      leave()
    }
  }

  /// Takes away what processes that are dead have left in a folder. Whatever has another name stays, and so does what belongs to a
  /// process of another machine, which may be alive.
  ///
  /// - Parameter folder: where something is to be written.
  static func sweep(_ folder: String) {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return }
    for name in names where name.hasPrefix(".") && name.hasSuffix(ending) {
      guard let maker = RunningProcess(fileName: name.dropFirst().dropLast(ending.count)), maker.isDead else {
        continue
      }
      try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")
    }
  }
}
