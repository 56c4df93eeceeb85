import Bookkeeping
import Foundation
import Papers

/// Which files that are there already are replaced.
enum Overwriting: Hashable, Sendable {
  /// None.
  case nothing
  /// Drafts that the program has made: each says that it is one.
  case drafts(PaperFormat)
  /// Papers of one kind that the program has made; the title is what those of the kind begin with.
  case papers(PaperFormat, title: String)
  /// All.
  case everything

  /// Whether a file may be replaced.
  ///
  /// - Parameter path: the file, which is there.
  /// - Returns: whether it may.
  func allows(_ path: String) -> Bool {
    switch self {
    case .nothing: false
    case .drafts(let format): OwnMark.isOnDraft(path, format)
    case .papers(let format, let title): OwnMark.isOnPaper(path, format, title)
    case .everything: true
    }
  }
}

/// How the program's own files are told from all others: by what it writes into them, and nobody else does.
private enum OwnMark {
  /// Whether a file is a draft of the program's.
  static func isOnDraft(_ path: String, _ format: PaperFormat) -> Bool {
    guard let bytes = bytes(of: path, format) else { return false }
    return OfferedLanguage.all.contains { marks(format, $0.void).allSatisfy { bytes.range(of: $0) != nil } }
  }

  /// Whether a file is a paper of the program's, of a kind.
  static func isOnPaper(_ path: String, _ format: PaperFormat, _ title: String) -> Bool {
    guard let bytes = bytes(of: path, format) else { return false }
    if format == .text { return OfferedLanguage.all.contains { bytes.range(of: stamp($0.void)) != nil } }
    return (titles(format, "\(title) ") + producer(format)).allSatisfy { bytes.range(of: $0) != nil }
  }

  /// What is in a file; nil where it does not begin as those of a format do.
  private static func bytes(of path: String, _ format: PaperFormat) -> Data? {
    guard !Files.isFolder(path),
      let bytes = try? Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped),
      bytes.starts(with: beginning(of: format))
    else { return nil }
    return bytes
  }

  /// How a file of a format begins, whatever is in it.
  private static func beginning(of format: PaperFormat) -> [UInt8] {
    switch format {
    case .pdf: Array("%PDF-".utf8)
    case .png, .share: [0x89] + Array("PNG".utf8)
    case .svg: Array("<?xml ".utf8)
    case .text: []
    // Dots say nothing; how a job begins does: ESC @, GS v 0.
    case .escpos: [0x1B, 0x40, 0x1D, 0x76, 0x30]
    }
  }

  /// What stands in a draft of a format and a language, all of it.
  private static func marks(_ format: PaperFormat, _ wording: VoidWording) -> [Data] {
    if format == .text { return [Data(" \(wording.draft) · ".utf8), stamp(wording)] }
    return titles(format, "\(InvoiceKind().title) \(wording.draft)")
  }

  /// How a title that begins with some words stands in a file that is no text; nothing where it stands in none.
  private static func titles(_ format: PaperFormat, _ beginning: String) -> [Data] {
    switch format {
    case .pdf:
      // As a document's title is written: UTF-16 in hexadecimal figures.
      let digits = beginning.utf16.map { $0.padded(to: 4, radix: 16) }.joined()
      return [Data("/Title <FEFF\(digits)".utf8)]
    case .png, .share: return [Data("iTXtTitle\0\0\0\0\0\(beginning)".utf8)]
    case .svg: return [Data("<title>\(beginning)".utf8)]
    case .text, .escpos: return []
    }
  }

  /// How a file says that the program has written it, where it does.
  private static func producer(_ format: PaperFormat) -> [Data] {
    format == .pdf ? [Data("/Producer(billing-office)".utf8)] : []
  }

  /// The stamp as it stands in a text.
  private static func stamp(_ wording: VoidWording) -> Data { Data("\n\(wording.stamp.uppercased())\n".utf8) }
}
