public import Ledger

/// Why a site cannot be published.
public enum PublishingError: Error, Hashable, Sendable {
  /// The folder holds files that are no site of ours.
  case foreignFolder(path: String)
  /// Where the site, a page of it or a folder of pages is to be there is a link, which could lead anywhere.
  case link(path: String)
  /// Somebody else published into the folder for so many seconds, and still does.
  case busy(path: String, seconds: Double)
  /// A page's template is not there or cannot be read.
  case badTemplate(path: String, reason: String)
  /// A page cannot be written.
  case cannotWrite(path: String, reason: String)
  /// The ledger cannot be read.
  case ledger(LedgerError)
}

/// What publishing did.
public struct PublishedSite: Hashable, Sendable {
  /// How many files are new or different.
  public var written = 0
  /// How many stayed as they were.
  public var kept = 0
  /// How many are no longer needed, and were removed.
  public var removed = 0
  /// What the folder's list of files names and no site of ours has: it was left alone.
  public var strangers: [String] = []
}
