internal import CExpat
internal import Foundation

/// The words in an SVG picture, which are on the paper like all others, so that whoever lays it out can ask what they say.
enum PictureTexts {
  /// How many letters are read at most; no picture on a paper has as many.
  private static let most = 100_000
  /// Pictures may stand within pictures, as data; librsvg reads these, too.
  private static let deepest = 4

  /// What is gathered while a file is gone through.
  private final class Gathered {
    var texts: [String] = []
    var count = 0
    /// The `text` element that is open, as it was read by now; nil outside of one.
    var open: String?
    var depth = 0
    var within: [[UInt8]] = []

    func close() {
      let words = (open ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if !words.isEmpty { texts.append(words) }
      open = nil
    }
  }

  /// The texts of a picture, in the order of the file, those of pictures within it last.
  ///
  /// - Parameter bytes: the file; where it is none that can be read, what stands before its fault.
  /// - Returns: the words of each `text` element in one line, without what only parts them.
  static func texts(in bytes: [UInt8]) -> [String] { texts(in: bytes, depth: 0) }

  private static func texts(in bytes: [UInt8], depth: Int) -> [String] {
    guard let parser = XML_ParserCreate(nil) else { return [] }
    defer { XML_ParserFree(parser) }
    let gathered = Gathered()
    XML_SetUserData(parser, Unmanaged.passUnretained(gathered).toOpaque())
    XML_SetElementHandler(
      parser,
      { data, name, attributes in
        guard let data, let name else { return }
        PictureTexts.begin(PictureTexts.gathered(data), PictureTexts.local(name), attributes)
      },
      { data, name in
        guard let data, let name else { return }
        let gathered = PictureTexts.gathered(data)
        guard PictureTexts.local(name) == "text", gathered.open != nil else { return }
        gathered.depth -= 1
        if gathered.depth == 0 { gathered.close() }
      })
    XML_SetCharacterDataHandler(parser) { data, characters, count in
      guard let data, let characters else { return }
      let gathered = PictureTexts.gathered(data)
      guard gathered.open != nil, gathered.count < PictureTexts.most else { return }
      gathered.count += Int(count)
      let bytes = UnsafeRawBufferPointer(start: characters, count: Int(count))
      gathered.open?.append(String(decoding: bytes, as: UTF8.self))
    }
    _ = bytes.withUnsafeBytes { buffer in
      XML_Parse(parser, buffer.bindMemory(to: CChar.self).baseAddress, Int32(clamping: buffer.count), 1)
    }
    if gathered.open != nil { gathered.close() }
    guard depth < deepest else { return gathered.texts }
    return gathered.within.reduce(gathered.texts) { $0 + texts(in: $1, depth: depth + 1) }
  }

  private static func begin(
    _ gathered: Gathered, _ name: String, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) {
    if name == "text" {
      gathered.depth += 1
      if gathered.open == nil { gathered.open = "" }
    }
    guard name == "image" || name == "feImage" else { return }
    var place = 0
    while let key = attributes?[place], let value = attributes?[place + 1] {
      if local(key) == "href", let picture = picture(in: String(cString: value)) { gathered.within.append(picture) }
      place += 2
    }
  }

  /// The picture that an address holds as data (RFC 2397), where it is SVG.
  private static func picture(in address: String) -> [UInt8]? {
    let head = address.prefix(64).lowercased()
    guard head.hasPrefix("data:"), let comma = address.firstIndex(of: ",") else { return nil }
    let kind = address[..<comma].lowercased()
    guard !kind.hasPrefix("data:image/png"), !kind.hasPrefix("data:image/jpeg") else { return nil }
    let content = String(address[address.index(after: comma)...]).removingPercentEncoding ?? ""
    guard kind.hasSuffix(";base64") else { return Array(content.utf8) }
    return Data(base64Encoded: content, options: .ignoreUnknownCharacters).map(Array.init)
  }

  private static func gathered(_ data: UnsafeMutableRawPointer) -> Gathered {
    Unmanaged<Gathered>.fromOpaque(data).takeUnretainedValue()
  }

  /// A name without its prefix.
  private static func local(_ name: UnsafePointer<CChar>) -> String {
    let whole = String(cString: name)
    return whole.split(separator: ":").last.map(String.init) ?? whole
  }
}
