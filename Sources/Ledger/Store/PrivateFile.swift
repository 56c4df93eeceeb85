internal import Foundation

/// Files that hold more than is published: the program makes them for their owner alone.
package enum PrivateFile {
  /// Makes an empty file that only its owner may read and write; whoever owns the folder with him may as well, where the folder is
  /// one that a group writes in.
  ///
  /// - Parameter path: the file.
  /// - Returns: false where it cannot be made, or something is there already.
  package static func make(_ path: String) -> Bool {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { return false }
    defer { close(file) }
    let mode = mode(beside: path)
    if mode != 0o600 { fchmod(file, mode) }
    return true
  }

  /// Takes a file away.
  package static func remove(_ path: String) { unlink(path) }

  /// Who may read and write a file of the program's: its owner, and in a folder that a group may write in that group.
  package static func mode(beside path: String) -> UInt32 {
    var about = stat()
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    guard stat(folder, &about) == 0, about.st_mode & S_IWGRP != 0, about.st_mode & S_IWOTH == 0 else { return 0o600 }
    return 0o660
  }
}
