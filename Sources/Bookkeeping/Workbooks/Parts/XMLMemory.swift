internal import CExpat
internal import Foundation
internal import Synchronization

/// The memory of expat, which keeps every name that it meets: a part of nothing but different names must not fill a machine.
enum XMLMemory {
  /// How many bytes all parts that are being read take together. A part of a workbook needs far less than one of them.
  static let most = 128 << 20

  private static let used = Atomic<Int>(0)

  /// A new parser whose memory is counted; nil where there is none left.
  static func parser() -> XML_Parser? {
    var suite = XML_Memory_Handling_Suite(
      malloc_fcn: { XMLMemory.counted(instead: nil, size: $0) },
      realloc_fcn: { XMLMemory.counted(instead: $0, size: $1) },
      free_fcn: {
        XMLMemory.used.subtract(malloc_usable_size($0), ordering: .relaxed)
        free($0)
      })
    return XML_ParserCreate_MM(nil, &suite, nil)
  }

  private static func counted(instead old: UnsafeMutableRawPointer?, size: Int) -> UnsafeMutableRawPointer? {
    guard size <= most, used.load(ordering: .relaxed) + size <= most else { return nil }
    let before = malloc_usable_size(old)
    guard let new = realloc(old, size) else { return nil }
    used.add(malloc_usable_size(new) - before, ordering: .relaxed)
    return new
  }
}
