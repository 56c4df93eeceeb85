/// What is so with the files that are to be written.
package enum OutputFact: Fact {
  /// A file for each receipt, and several receipts on a sheet, are asked for at once.
  case splitOnSheets
  /// A file for each invoice is asked for, and one file is named.
  case splitIntoOneFile
  /// A picture for each page is made, and one file is named.
  case picturesIntoOneFile
  /// There are several files to write, and one is named.
  case severalIntoOneFile(count: Int)
  /// The name does not end as the format does.
  case wrongEnding(name: String, format: String)
  /// The kind of paper has no plain text.
  case noPlainText(kind: String)
  /// The kind of paper is not made for receipt printers.
  case noDots(kind: String)
  /// A file of this name is there already.
  case alreadyThere
  /// A file of this name has come while others were written.
  case appearedMeanwhile
  /// A folder has the name.
  case isFolder
  /// What should be a folder is a file.
  case isFile
  /// Nobody may write in the folder.
  case mayNotWrite
  /// The file's bytes could not be brought to the disk.
  case notOnDisk
  /// The file cannot be given its name.
  case notNamed
  /// The file's name, or that of its folder, is too long for the disk.
  case nameTooLong
  /// The name is a link to something that is not there.
  case linkToNothing
  /// It was stopped before anything was written.
  case interrupted
  /// It was stopped while papers came out.
  case stopped

  package var kind: Diagnostic.Kind {
    switch self {
    case .splitOnSheets, .splitIntoOneFile, .picturesIntoOneFile, .severalIntoOneFile, .wrongEnding, .noPlainText,
      .noDots:
      .usage
    case .interrupted, .stopped: .interrupted
    default: .cannotWrite
    }
  }
}
