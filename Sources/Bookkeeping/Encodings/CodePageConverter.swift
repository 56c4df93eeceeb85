import Foundation

/// Converts by a code page with glibc's iconv, which is strict: what the page does not have is refused.
enum CodePageConverter {
  /// A text as UTF-8.
  ///
  /// - Parameters:
  ///   - bytes: the text in the code page.
  ///   - page: the code page.
  /// - Returns: nil where the page does not have all of it, or has it only for private use or control.
  static func utf8(_ bytes: [UInt8], from page: CodePage) -> [UInt8]? {
    guard let converter = iconv_open("UTF-8", page.converterName), converter != iconv_t(bitPattern: -1) else {
      return nil
    }
    defer { iconv_close(converter) }
    // No character of these pages is longer in UTF-8 than three times its bytes.
    let capacity = bytes.count * 3 + 16
    var input = bytes
    var isWhole = false
    let text = [UInt8](unsafeUninitializedCapacity: capacity) { output, count in
      input.withUnsafeMutableBytes { input in
        var from = input.baseAddress?.assumingMemoryBound(to: CChar.self)
        var fromLeft = input.count
        var to = UnsafeMutableRawPointer(output.baseAddress)?.assumingMemoryBound(to: CChar.self)
        var toLeft = capacity
        let replaced = iconv(converter, &from, &fromLeft, &to, &toLeft)
        // Letters that wait for an accent come last.
        let flushed = iconv(converter, nil, nil, &to, &toLeft)
        isWhole = replaced == 0 && fromLeft == 0 && flushed == 0
        count = capacity - toLeft
      }
    }
    return isWhole && !hasPrivateOrControl(text) ? text : nil
  }

  /// Whether UTF-8 has a character of the private use area (U+E000 to U+F8FF) or a control character from 80 to 9F.
  private static func hasPrivateOrControl(_ text: [UInt8]) -> Bool {
    var before: UInt8 = 0
    for byte in text {
      switch before {
      case 0xC2 where byte < 0xA0, 0xEE where byte >= 0x80, 0xEF where byte < 0xA4 && byte >= 0x80: return true
      default: before = byte
      }
    }
    return false
  }
}
