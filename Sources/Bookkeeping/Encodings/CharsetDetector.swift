import Foundation

/// libuchardet, which knows how often letters and pairs of letters stand in many languages. It is opened when the first file comes
/// that is not UTF-8: were it linked, every start of the program would take longer.
///
/// The functions are those of `uchardet/uchardet.h`.
struct CharsetDetector: Sendable {
  private typealias Detector = UnsafeMutableRawPointer

  private let new: @convention(c) () -> Detector?
  private let delete: @convention(c) (Detector) -> Void
  private let handleData: @convention(c) (Detector, UnsafePointer<UInt8>?, Int) -> Int32
  private let dataEnd: @convention(c) (Detector) -> Void
  private let charset: @convention(c) (Detector) -> UnsafePointer<CChar>?

  /// The library; nil where it is not installed.
  static let shared = CharsetDetector()

  private init?() {
    guard let library = dlopen("libuchardet.so.0", RTLD_LAZY | RTLD_LOCAL),
      let new = dlsym(library, "uchardet_new"), let delete = dlsym(library, "uchardet_delete"),
      let handleData = dlsym(library, "uchardet_handle_data"), let dataEnd = dlsym(library, "uchardet_data_end"),
      let charset = dlsym(library, "uchardet_get_charset")
    else { return nil }
    func function<F>(_ pointer: UnsafeMutableRawPointer) -> F { unsafeBitCast(pointer, to: F.self) }
    self.new = function(new)
    self.delete = function(delete)
    self.handleData = function(handleData)
    self.dataEnd = function(dataEnd)
    self.charset = function(charset)
  }

  /// The code page that a text is most likely in; nil where nothing can be said.
  func codePage(of text: [UInt8]) -> CodePage? {
    guard let detector = new() else { return nil }
    defer { delete(detector) }
    guard handleData(detector, text, text.count) == 0 else { return nil }
    dataEnd(detector)
    guard let name = charset(detector).map({ String(cString: $0) }) else { return nil }
    // What it tells as a standard of ISO is a part of these.
    let standards: [String: CodePage] = [
      "ISO-8859-1": .western, "ISO-8859-15": .western, "ISO-8859-2": .central, "ISO-8859-7": .greek,
      "ISO-8859-9": .turkish, "ISO-8859-8": .hebrew, "ISO-8859-6": .arabic, "ISO-8859-13": .baltic,
      "GB18030": .simplifiedChinese, "MAC-CENTRALEUROPE": .central,
    ]
    return standards[name] ?? CodePage(named: name)
  }
}
