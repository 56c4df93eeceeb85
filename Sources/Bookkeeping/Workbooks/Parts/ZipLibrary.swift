internal import Foundation

/// libzip, opened when the first workbook is met: were it linked, every start of the program would take 2.5 ms longer.
///
/// The functions are those of `zip.h`, declared here so that nothing but the library itself is needed; they are the same in
/// libzip.so.4 (1.7) and libzip.so.5 (1.9 and later).
struct ZipLibrary: Sendable {
  typealias Archive = OpaquePointer
  typealias Source = OpaquePointer
  typealias Part = OpaquePointer
  typealias Raw = UnsafeMutableRawPointer

  /// `zip_source_buffer_create`: bytes, how many, whether they are freed, what went wrong
  typealias SourceOfBytes = @convention(c) (UnsafeRawPointer?, UInt64, Int32, Raw?) -> Source?
  /// `zip_source_free`
  typealias FreeSource = @convention(c) (Source) -> Void
  /// `zip_open_from_source`
  typealias Open = @convention(c) (Source, Int32, Raw?) -> Archive?
  /// `zip_discard`
  typealias Discard = @convention(c) (Archive) -> Void
  /// `zip_get_num_entries`
  typealias Count = @convention(c) (Archive, UInt32) -> Int64
  /// `zip_stat_index`
  typealias Stat = @convention(c) (Archive, UInt64, UInt32, Raw) -> Int32
  /// `zip_fopen_index`
  typealias OpenPart = @convention(c) (Archive, UInt64, UInt32) -> Part?
  /// `zip_fread`
  typealias Read = @convention(c) (Part, Raw, UInt64) -> Int64
  /// `zip_fclose`
  typealias ClosePart = @convention(c) (Part) -> Int32

  let sourceOfBytes: SourceOfBytes
  let freeSource: FreeSource
  let open: Open
  let discard: Discard
  let count: Count
  let stat: Stat
  let openPart: OpenPart
  let read: Read
  let closePart: ClosePart

  /// Such as `1.7.3`; nil where it is not installed.
  static var version: String? {
    guard let version: @convention(c) () -> UnsafePointer<CChar>? = function("zip_libzip_version") else { return nil }
    return version().map { String(cString: $0) }
  }

  /// The library; nil where it is not installed.
  static let shared = ZipLibrary()

  /// A function of the library by its name in `zip.h`; nil where there is no library.
  static func function<F>(_ name: String) -> F? {
    // A library that is open already is only counted once more.
    guard let library = dlopen("libzip.so.4", RTLD_LAZY | RTLD_LOCAL) ?? dlopen("libzip.so.5", RTLD_LAZY | RTLD_LOCAL),
      let symbol = dlsym(library, name)
    else { return nil }
    return unsafeBitCast(symbol, to: F.self)
  }

  private init?() {
    guard let sourceOfBytes: SourceOfBytes = Self.function("zip_source_buffer_create"),
      let freeSource: FreeSource = Self.function("zip_source_free"),
      let open: Open = Self.function("zip_open_from_source"),
      let discard: Discard = Self.function("zip_discard"),
      let count: Count = Self.function("zip_get_num_entries"),
      let stat: Stat = Self.function("zip_stat_index"),
      let openPart: OpenPart = Self.function("zip_fopen_index"),
      let read: Read = Self.function("zip_fread"),
      let closePart: ClosePart = Self.function("zip_fclose")
    else { return nil }
    self.sourceOfBytes = sourceOfBytes
    self.freeSource = freeSource
    self.open = open
    self.discard = discard
    self.count = count
    self.stat = stat
    self.openPart = openPart
    self.read = read
    self.closePart = closePart
  }

  /// What `zip_stat_index` tells: the members of `zip_stat_t` that matter here, which lie at these bytes of its 64.
  struct About {
    var name: String
    var packed: Int
    var isEncrypted: Bool

    init?(_ library: ZipLibrary, _ archive: Archive, _ index: Int) {
      var found: About?
      withUnsafeTemporaryAllocation(byteCount: 64, alignment: 8) { bytes in
        guard let start = bytes.baseAddress else { return }
        start.initializeMemory(as: UInt8.self, repeating: 0, count: 64)
        guard library.stat(archive, UInt64(index), 0, start) == 0,
          let name = start.load(fromByteOffset: 8, as: UnsafePointer<CChar>?.self)
        else { return }
        found = About(
          name: String(cString: name), packed: Int(clamping: start.load(fromByteOffset: 32, as: UInt64.self)),
          isEncrypted: start.load(fromByteOffset: 54, as: UInt16.self) != 0)
      }
      guard let found else { return nil }
      self = found
    }

    private init(name: String, packed: Int, isEncrypted: Bool) {
      (self.name, self.packed, self.isEncrypted) = (name, packed, isEncrypted)
    }
  }
}
