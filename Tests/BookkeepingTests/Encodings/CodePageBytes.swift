import Foundation

@testable import Bookkeeping

/// Texts in the encodings of old.
enum CodePageBytes {
  /// A text in a code page; nil where the page does not have all of it.
  static func of(_ text: String, in page: CodePage) -> [UInt8]? {
    guard let converter = iconv_open(page.converterName, "UTF-8"), converter != iconv_t(bitPattern: -1) else {
      return nil
    }
    defer { iconv_close(converter) }
    var input = Array(text.utf8).map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: input.count * 2 + 16)
    var (fromLeft, toLeft) = (input.count, output.count)
    let replaced = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        var (from, to) = (input.baseAddress, output.baseAddress)
        let replaced = iconv(converter, &from, &fromLeft, &to, &toLeft)
        return replaced == 0 ? iconv(converter, nil, nil, &to, &toLeft) : replaced
      }
    }
    guard replaced == 0, fromLeft == 0 else { return nil }
    return output.dropLast(toLeft).map { UInt8(bitPattern: $0) }
  }
}
