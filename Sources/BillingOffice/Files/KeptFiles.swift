import Foundation
import Papers
import Synchronization

/// What was read from files, each kept until one of its files changes: whoever asks twice gets the same without anything being
/// opened.
final class KeptFiles: Sendable {
  /// Which file a path leads to (stat(2)); that of nothing where nothing is there.
  struct Identity: Hashable, Sendable {
    private var device: UInt64 = 0
    private var inode: UInt64 = 0

    init(_ path: String) {
      var about = stat()
      if stat(path, &about) == 0 { self = Identity(about) }
    }

    fileprivate init(_ about: stat) { (device, inode) = (UInt64(about.st_dev), UInt64(about.st_ino)) }
    fileprivate init() {}
  }

  /// What tells that a file is the one that was read: which it is, its size and its last change.
  struct Stamp: Hashable, Sendable {
    private var file = Identity()
    private var size: Int64 = -1
    private var seconds = 0
    private var nanoseconds = 0

    /// The stamp of a path; that of nothing where nothing is there.
    init(_ path: String) {
      var about = stat()
      guard stat(path, &about) == 0 else { return }
      (file, size) = (Identity(about), Int64(about.st_size))
      (seconds, nanoseconds) = (about.st_mtim.tv_sec, about.st_mtim.tv_nsec)
    }
  }

  private struct Kept {
    var stamps: [Stamp]
    var value: any Sendable
    var lastUse: Int
  }

  private struct State {
    var kept: [String: Kept] = [:]
    var uses = 0
  }

  private let state = Mutex(State())
  /// How many values are kept at the most; an office has a few dozen.
  private static let limit = 128

  /// A value that is read from files.
  ///
  /// - Parameters:
  ///   - key: what it is: the same key always means the same files, read in the same way.
  ///   - files: the files on which it depends; one that is not there counts, too.
  ///   - read: reads it. What it throws is not kept.
  /// - Returns: the value, which may have been read before.
  /// - Throws: what reading it throws.
  func value<Value: Sendable>(
    _ key: String, of files: [String], read: () throws(Diagnostics) -> Value
  ) throws(Diagnostics) -> Value {
    // The stamps are taken before the files are read: a change in between is noticed the next time.
    let stamps = files.map(Stamp.init)
    let known = state.withLock { state -> Value? in
      guard let kept = state.kept[key], kept.stamps == stamps else { return nil }
      state.uses += 1
      state.kept[key]?.lastUse = state.uses
      return kept.value as? Value
    }
    if let known { return known }
    let value = try read()
    state.withLock { state in
      state.uses += 1
      if state.kept.count >= Self.limit, let oldest = state.kept.min(by: { $0.value.lastUse < $1.value.lastUse })?.key {
        state.kept[oldest] = nil
      }
      state.kept[key] = Kept(stamps: stamps, value: value, lastUse: state.uses)
    }
    return value
  }
}
