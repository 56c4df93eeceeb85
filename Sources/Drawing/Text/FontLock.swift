internal import CCairo
internal import Foundation

/// Keeps workers from closing one another's font files.
///
/// Cairo 1.16 keeps at most ten font files open for a whole process. To open one more it closes any that nobody holds, and it
/// looks whether somebody does without locking (`_has_unlocked_face` in cairo-ft-font.c): a thread that is about to draw with
/// that file then reads freed memory. So files are opened one thread at a time, and what a worker has opened it holds until it
/// ends: nothing that is drawn with is ever closed.
enum FontLock {
  // Recursive: a page that is drawn under the lock may load a picture, which takes it again.
  private static let lock = NSRecursiveLock()

  /// Does what may open a font file.
  static func opening<T, E: Error>(_ body: () throws(E) -> T) throws(E) -> T {
    lock.lock()
    defer { lock.unlock() }
    return try body()
  }
}

/// The font files that a worker holds open.
final class HeldFaces {
  private var held: [UnsafeMutableRawPointer: OpaquePointer] = [:]

  deinit {
    FontLock.opening {
      for font in held.values {
        cairo_ft_scaled_font_unlock_face(font)
        cairo_scaled_font_destroy(font)
      }
    }
  }

  /// Holds the file of a font open. Call it under ``FontLock``.
  func hold(_ font: OpaquePointer) {
    guard let face = cairo_ft_scaled_font_lock_face(font) else { return }
    let key = UnsafeMutableRawPointer(face)
    if held[key] == nil {
      held[key] = cairo_scaled_font_reference(font)
    } else {
      cairo_ft_scaled_font_unlock_face(font)
    }
  }
}
