import Bookkeeping
import Foundation
import Papers

/// Which files that are there already are replaced.
enum Overwriting: Hashable, Sendable {
  /// None.
  case nothing
  /// Drafts that the program has made: each says that it is one.
  case drafts(PaperFormat)
  /// All.
  case everything

  /// Whether a file may be replaced.
  ///
  /// - Parameter path: the file, which is there.
  /// - Returns: whether it may.
  func allows(_ path: String) -> Bool {
    switch self {
    case .nothing: false
    case .drafts(let format): DraftMark.isOnFile(path, format)
    case .everything: true
    }
  }
}

/// How drafts are told from all other files: by what the program writes into them, and into nothing else.
private enum DraftMark {
  /// Whether a file is a draft of the program's.
  static func isOnFile(_ path: String, _ format: PaperFormat) -> Bool {
    guard !Files.isFolder(path),
      let bytes = try? Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
    else { return false }
    guard bytes.starts(with: beginning(of: format)) else { return false }
    return OfferedLanguage.all.contains { marks(format, $0.void).allSatisfy { bytes.range(of: $0) != nil } }
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
    let title = "\(InvoiceKind().title) \(wording.draft)"
    switch format {
    case .pdf:
      // As a document's title is written: UTF-16 in hexadecimal figures.
      let digits = title.utf16.map { $0.padded(to: 4, radix: 16) }.joined()
      return [Data("/Title <FEFF\(digits)".utf8)]
    case .png, .share: return [Data("iTXtTitle\0\0\0\0\0\(title)".utf8)]
    case .svg: return [Data("<title>\(title)".utf8)]
    case .text: return [Data(" \(wording.draft) · ".utf8), Data("\n\(wording.stamp.uppercased())\n".utf8)]
    case .escpos: return []
    }
  }
}
