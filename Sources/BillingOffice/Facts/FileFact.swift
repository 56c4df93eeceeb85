package import Papers

/// What a file is for, so that words can say what to do when it is not there.
package enum FileRole: Hashable, Sendable {
  /// The office's own price book.
  case priceBook
  /// A price book that somebody named.
  case namedPriceBook
  /// An order.
  case order
  /// A sign list.
  case signList
  /// Something that comes with the program.
  case program
  /// Anything else.
  case other
}

/// What is so with a file or a folder that is to be read or made.
package enum FileFact: Fact {
  /// There is no such file.
  case notThere(FileRole)
  /// It is a pipe, at which whoever opens it waits.
  case isPipe
  /// It is a folder.
  case isFolder
  /// It cannot be read.
  case unreadable(path: String)
  /// It is a font that cannot be opened without harm.
  case harmfulFont(reason: String)
  /// There are more fonts in the folder than are opened.
  case tooManyFonts(most: Int)
  /// It has more bytes than are read.
  case tooLarge(most: Int)
  /// It is no UTF-8 text.
  case notUTF8
  /// The name is a link to something that is not there.
  case linkToNothing
  /// What should be a folder above it is a file.
  case insideFile
  /// The folder cannot be made.
  case cannotMakeFolder(FolderUse)
  /// The file cannot be written; the system gave no reason.
  case cannotWrite

  package var kind: Diagnostic.Kind {
    switch self {
    case .notThere, .isFolder, .isPipe, .unreadable: .noInput
    case .notUTF8, .harmfulFont, .tooManyFonts, .tooLarge: .data
    case .linkToNothing, .insideFile, .cannotMakeFolder, .cannotWrite: .cannotWrite
    }
  }
}

/// What a folder is made for, so that words can say what to do when it cannot be.
package enum FolderUse: Hashable, Sendable {
  /// The papers.
  case papers
  /// What this machine keeps of its desks: names of chains, papers on their way to a printer.
  case state
  /// A new office, in this folder.
  case office(parent: String)
  /// The office's own templates.
  case templates
}
