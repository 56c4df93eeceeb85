/// What workbooks are read with.
public enum Workbooks {
  /// The version of libzip; nil where it is not installed, and no workbook can be read or written.
  public static var libraryVersion: String? { ZipLibrary.version }
}

/// A file of a spreadsheet program, of whichever kind.
enum Workbook {
  /// Whether bytes begin as those files do that are no text: zip archives, and what Office wrote before 2007.
  static func isOne(_ beginning: [UInt8]) -> Bool {
    isZip(beginning) || beginning.starts(with: compound)
  }

  private static func isZip(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
  }

  /// How many bytes tell.
  static let tellingSize = 4

  private static let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]

  /// Reads a sheet as the text of a table.
  ///
  /// - Parameters:
  ///   - file: any file.
  ///   - asked: the sheet's name; nil for the first that is visible.
  /// - Returns: the sheet; nil where the file is no workbook, but text.
  /// - Throws: the fault, where it is one that cannot be read.
  static func sheet(of file: ByteSource, asked: String?) throws(InputFault) -> WorkbookSheet? {
    guard isOne(try file.bytes(0..<min(file.count, tellingSize))) else {
      if let asked { throw .workbook(.noSheetsInText(sheet: asked)) }
      return nil
    }
    guard file.count <= WorkbookBounds.packed else { throw .workbook(.tooLarge(.packed)) }
    let bytes = try file.bytes(0..<file.count)
    guard isZip(bytes) else { throw .workbook(ofCompound(bytes)) }
    let archive = try ZipArchive(bytes)
    switch try WorkbookKind.of(archive) {
    case .excel: return try ExcelWorkbook.read(archive, sheet: asked)
    case .openDocument: return try OpenDocumentWorkbook.read(archive, sheet: asked)
    case .other(let fault): throw .workbook(fault)
    }
  }

  /// A workbook with a password is packed into the older format, where streams are named in UTF-16, every 128 bytes at the most.
  private static func ofCompound(_ bytes: [UInt8]) -> WorkbookFault {
    func has(_ name: String) -> Bool {
      let wanted = name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      return stride(from: 0, to: bytes.count, by: 128).contains { bytes[$0...].starts(with: wanted) }
    }
    if has("EncryptedPackage") { return .encrypted }
    if has("WordDocument") { return .notAWorkbook(.text) }
    if has("PowerPoint Document") { return .notAWorkbook(.slides) }
    return .oldExcel
  }
}

/// What a zip archive is.
enum WorkbookKind {
  case excel
  case openDocument
  case other(WorkbookFault)

  /// Looks at the names in an archive.
  static func of(_ archive: ZipArchive) throws(InputFault) -> WorkbookKind {
    if archive.has("mimetype"), archive.has("content.xml") { return try ofOpenDocument(archive) }
    let names = archive.names
    func has(_ beginning: String) -> Bool { names.contains { $0.hasPrefix(beginning) } }
    if archive.has("index.zip") || names.contains(where: { $0.hasSuffix(".iwa") }) { return .other(.numbers) }
    if archive.has("xl/workbook.bin") { return .other(.binaryExcel) }
    if archive.has("word/document.xml") { return .other(.notAWorkbook(.text)) }
    if archive.has("ppt/presentation.xml") { return .other(.notAWorkbook(.slides)) }
    if archive.has("[content_types].xml"), has("xl/") || archive.has("_rels/.rels") { return .excel }
    // Whatever was cut off in the middle had names before.
    return .other(names.isEmpty ? .damaged : .notAWorkbook(.archive))
  }

  private static func ofOpenDocument(_ archive: ZipArchive) throws(InputFault) -> WorkbookKind {
    let manifest = Manifest()
    if archive.has("META-INF/manifest.xml") {
      try XMLPart.read("META-INF/manifest.xml", of: archive, isPrefixed: true, manifest)
    }
    if manifest.isEncrypted { return .other(.encrypted) }
    let type = String(decoding: try archive.beginning(of: "mimetype", count: 128), as: UTF8.self).collapsed
    let family = "application/vnd.oasis.opendocument."
    guard type.hasPrefix(family) else { return .other(.notAWorkbook(.archive)) }
    let name = type.dropFirst(family.count)
    if name.hasPrefix("spreadsheet") { return .openDocument }
    return .other(.notAWorkbook(name.hasPrefix("text") ? .text : name.hasPrefix("presentation") ? .slides : .other))
  }

  /// `META-INF/manifest.xml`, which says of each part whether it is encrypted.
  private final class Manifest: XMLReceiver {
    var isEncrypted = false

    func begin(_ name: XMLName, _ attributes: XMLAttributes) throws(InputFault) {
      if name == "manifest:encryption-data" || name == "manifest:encrypted-package" { isEncrypted = true }
    }
  }
}
