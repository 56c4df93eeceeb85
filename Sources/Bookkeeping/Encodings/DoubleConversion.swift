/// Texts that were UTF-8 and were taken for a code page and turned into UTF-8 once more: `Café` becomes `CafÃ©`.
enum DoubleConversion {
  /// What was meant by a text; nil where it is as it should be. All in it that is no ASCII must be UTF-8 when it is turned back, as
  /// hardly any text is that was written so.
  static func meant(by text: String) -> String? {
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return nil }
    var (meant, run): ([UInt8], [UInt8]) = ([], [])
    var (plain, doubtful) = (0, 0)
    /// Takes a run of characters that are no ASCII.
    func take() -> Bool {
      guard let first = run.first else { return true }
      guard run.count > 1, String(validating: run, as: UTF8.self) != nil else { return false }
      // Â, Ã, Ð and Ñ stand before no sign, nor does â before €; other capitals with accents might, once.
      switch first {
      case 0xC2, 0xC3, 0xD0, 0xD1: plain += 1
      case 0xE2 where run[1] == 0x80: plain += 1
      case 0xC4...0xDF: doubtful += 1
      default: return false
      }
      meant += run
      run = []
      return true
    }
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        guard take() else { return nil }
        meant.append(UInt8(scalar.value))
      } else {
        guard let byte = bytes[scalar] ?? (scalar.value < 0x100 ? UInt8(scalar.value) : nil) else { return nil }
        run.append(byte)
      }
    }
    guard take(), plain > 0 || doubtful > 1 else { return nil }
    return String(validating: meant, as: UTF8.self)
  }

  /// The bytes that stand for characters in the code page that is mostly taken.
  private static let bytes: [Unicode.Scalar: UInt8] = {
    var bytes: [Unicode.Scalar: UInt8] = [:]
    for byte in UInt8(0x80)...0xFF {
      let text = CodePageConverter.utf8([byte], from: .western).map { String(decoding: $0, as: UTF8.self) }
      if let scalar = text?.unicodeScalars.first { bytes[scalar] = byte }
    }
    return bytes
  }()
}
