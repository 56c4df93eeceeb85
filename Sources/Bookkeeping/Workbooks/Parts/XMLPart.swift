internal import CExpat

/// Takes what stands in an XML part, in the order of the text.
protocol XMLReceiver: AnyObject {
  /// An element begins.
  func begin(_ name: XMLName, _ attributes: XMLAttributes) throws(InputFault)
  /// An element ends.
  func end(_ name: XMLName) throws(InputFault)
  /// Some text, or a piece of it.
  func text(_ bytes: UnsafeRawBufferPointer) throws(InputFault)
}

extension XMLReceiver {
  func end(_ name: XMLName) throws(InputFault) {}
  func text(_ bytes: UnsafeRawBufferPointer) throws(InputFault) {}
}

/// A part of a zip file on its way through expat. Neither a document type nor an entity of its own is taken, and nothing outside
/// of the part is ever looked for.
final class XMLPart {
  private let receiver: any XMLReceiver
  private let parser: XML_Parser
  private let isPrefixed: Bool
  private var fault: InputFault?
  private var depth = 0
  private var fed = 0

  /// Elements stand in each other a dozen deep; expat keeps each that is open.
  private static let deepest = 256
  /// No tag is longer than this: expat looks through an unfinished one again with each piece.
  private static let longestTag = 4 << 20
  private static let pieceSize: Int32 = 1 << 16

  /// Reads a part.
  ///
  /// - Parameters:
  ///   - name: which part.
  ///   - archive: the file it stands in.
  ///   - isPrefixed: whether names are told with their prefixes. In a part whose names are all of one kind the prefix, which some
  ///     programs write and others do not, is nobody's business.
  ///   - receiver: takes what stands in it.
  /// - Throws: the fault, where it is not well formed, or what the receiver throws.
  static func read(
    _ name: String, of archive: ZipArchive, isPrefixed: Bool = false, _ receiver: some XMLReceiver
  ) throws(InputFault) {
    guard let parser = XMLMemory.parser() else { throw .workbook(.damaged) }
    defer { XML_ParserFree(parser) }
    let part = XMLPart(parser, receiver, isPrefixed: isPrefixed)
    try withExtendedLifetime(part) { () throws(InputFault) in try part.read(name, of: archive) }
  }

  private init(_ parser: XML_Parser, _ receiver: some XMLReceiver, isPrefixed: Bool) {
    (self.parser, self.receiver, self.isPrefixed) = (parser, receiver, isPrefixed)
  }

  private func read(_ name: String, of archive: ZipArchive) throws(InputFault) {
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { XMLPart.of($0)?.begin($1, $2) },
      { XMLPart.of($0)?.end($1) })
    XML_SetCharacterDataHandler(parser) { XMLPart.of($0)?.text($1, Int($2)) }
    XML_SetStartDoctypeDeclHandler(parser) { user, _, _, _, _ in
      XMLPart.of(user)?.step { () throws(InputFault) in throw .workbook(.declaresEntities) }
    }
    try archive.read(name) {
      XML_GetBuffer(parser, Self.pieceSize).map { UnsafeMutableRawBufferPointer(start: $0, count: Int(Self.pieceSize)) }
    } take: { count throws(InputFault) in
      let status = XML_ParseBuffer(self.parser, Int32(count), count == 0 ? 1 : 0)
      if let fault = self.fault { throw fault }
      self.fed += count
      guard status == XML_STATUS_OK, self.fed - Int(XML_GetCurrentByteIndex(self.parser)) < Self.longestTag else {
        throw .workbook(.damaged)
      }
      return true
    }
  }

  private static func of(_ pointer: UnsafeMutableRawPointer?) -> XMLPart? {
    pointer.map { Unmanaged<XMLPart>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Goes on while nothing is wrong.
  private func step(_ step: () throws(InputFault) -> Void) {
    guard fault == nil else { return }
    do { try step() } catch {
      fault = error
      XML_StopParser(parser, 0)
    }
  }

  private func begin(_ name: UnsafePointer<CChar>?, _ list: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
    guard let name, let list else { return }
    step { () throws(InputFault) in
      depth += 1
      guard depth <= Self.deepest else { throw .workbook(.damaged) }
      try receiver.begin(XMLName(name, isPrefixed: isPrefixed), XMLAttributes(list: list))
    }
  }

  private func end(_ name: UnsafePointer<CChar>?) {
    guard let name else { return }
    step { () throws(InputFault) in
      depth -= 1
      try receiver.end(XMLName(name, isPrefixed: isPrefixed))
    }
  }

  private func text(_ start: UnsafePointer<CChar>?, _ count: Int) {
    step { () throws(InputFault) in try receiver.text(UnsafeRawBufferPointer(start: start, count: count)) }
  }
}
