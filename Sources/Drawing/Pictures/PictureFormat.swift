internal import Foundation

/// What a picture's file holds, by its first bytes: phones and messengers give pictures names that do not say it.
enum PictureFormat: String {
  case png = "PNG"
  case jpeg = "JPEG"
  case gif = "GIF"
  case webP = "WebP"
  case heic = "HEIC"
  case bmp = "BMP"
  case tiff = "TIFF"
  case pdf = "PDF"

  /// What a file begins with; where a `.` stands there may be anything.
  private static let beginnings: [(PictureFormat, String)] = [
    (.png, "\u{89}PNG\r\n\u{1A}\n"), (.jpeg, "\u{FF}\u{D8}\u{FF}"), (.gif, "GIF8"), (.webP, "RIFF....WEBP"),
    (.heic, "....ftyphei"), (.heic, "....ftypmif1"), (.bmp, "BM"), (.tiff, "II*\0"),
    (.tiff, "MM\0*"), (.pdf, "%PDF-"),
  ]

  /// Looks at a file; nil for what is none of these, such as SVG, and where there is none.
  init?(of path: String) {
    guard let file = FileHandle(forReadingAtPath: path), let head = try? file.read(upToCount: 16) else { return nil }
    let bytes = [UInt8](head)
    let found = Self.beginnings.first { _, beginning in
      let wanted = beginning.unicodeScalars.map { UInt8($0.value) }
      return bytes.count >= wanted.count && zip(bytes, wanted).allSatisfy { $1 == UInt8(ascii: ".") || $0 == $1 }
    }
    guard let found else { return nil }
    self = found.0
  }
}
