public import Bookkeeping
import Foundation
public import Ledger

/// Where the ledger of an office is looked at, corrected, joined and passed on.
public struct LedgerDesk: Sendable {
  /// The office's folder.
  public let folder: String
  /// Where the program's own files are.
  public let installation: Installation
  let settings: OfficeSettings
  private let randomness: Randomness

  /// Opens the desk.
  ///
  /// - Throws: ``Diagnostics`` when there is no office, or office.yaml is faulty.
  public init(_ office: Office) throws(Diagnostics) {
    folder = office.folder
    installation = office.installation
    randomness = office.randomness
    let path = "\(office.folder)/\(OfficeFolder.settingsFile)"
    let text: String
    text = try Files.text(path, shown: Files.shown(path))
    let (settings, faults) = OfficeSettingsReader.read(text, file: Files.shown(path))
    guard let settings, faults.isEmpty else { throw Diagnostics(faults) }
    self.settings = settings
  }

  /// The categories that are published as totals only.
  var sensitive: Set<String> { settings.sensitive }
  /// The office's locale.
  var locale: String { settings.locale }

  /// The ledger's file.
  static func path(in office: String) -> String { office + "/ledger.sqlite" }

  /// What a published copy shows.
  public var published: LedgerCopy { .published(sensitive: settings.sensitive) }

  /// The ledger.
  ///
  /// - Parameter access: what is to be done with it.
  /// - Returns: the ledger.
  /// - Throws: ``Diagnostics`` when it is not there or cannot be opened.
  public func open(_ access: Ledger.Access = .readOnly) throws(Diagnostics) -> Ledger {
    if access == .readWrite, !Files.exists(LedgerDesk.path(in: folder)) {
      throw Diagnostics(.of(.notThere(path: LedgerDesk.path(in: folder))))
    }
    return try told { () throws(LedgerError) in try Ledger(path: LedgerDesk.path(in: folder), access: access) }
  }

  /// The ledger, made where it is not there: others are to be joined to it.
  ///
  /// - Returns: the ledger.
  /// - Throws: ``Diagnostics`` when it cannot be opened or made.
  public func openOrMake() throws(Diagnostics) -> Ledger {
    try told { () throws(LedgerError) in try Ledger(path: LedgerDesk.path(in: folder)) }
  }

  /// Runs what may fail, and finds the words for it.
  ///
  /// - Parameter body: what may fail.
  /// - Returns: what it comes to.
  /// - Throws: ``Diagnostics``.
  public func told<T>(_ body: () throws(LedgerError) -> T) throws(Diagnostics) -> T {
    do { return try body() } catch { throw Diagnostics(Diagnostic.of(all: error)) }
  }

  /// A number as somebody typed it.
  ///
  /// - Parameter text: what was typed, in any case.
  /// - Returns: the number.
  /// - Throws: ``Diagnostics`` when it is none.
  public func number(_ text: String) throws(Diagnostics) -> EntryNumber {
    if let number = EntryNumber(text.uppercased()) { return number }
    throw Diagnostics(
      .error, .usage, message: "\"\(text)\" is no number of a paper",
      hint: "it is printed on the paper, and looks like \(settings.code)-A7K2-000042")
  }

  /// Takes a gift back from the sums, by an entry of its own.
  ///
  /// - Parameters:
  ///   - number: the gift's number.
  ///   - reason: why.
  ///   - day: the day, where the office stands.
  ///   - moment: ISO 8601 in UTC, to the second.
  /// - Returns: the new entry.
  /// - Throws: ``Diagnostics`` when there is no such gift, or it was taken back before.
  public func reverse(_ number: EntryNumber, reason: ReversalReason, day: CalendarDay, moment: String)
    throws(Diagnostics) -> LedgerEntry
  {
    let ledger = try open(.readWrite)
    var random = randomness()
    let chain: ChainName
    chain = try ChainKeeper(state: installation.state).chain(
      desk: settings.desk, ledger: LedgerDesk.path(in: folder), using: &random)
    return try told { () throws(LedgerError) in
      try ledger.reverse(
        number, reason: reason, day: day, time: LedgerEntry.Moment(moment), chain: chain, using: &random)
    }
  }

  /// Writes a copy of the ledger: a line an entry where the name ends in `.jsonl`, a table where it ends in `.csv`.
  ///
  /// - Parameters:
  ///   - output: the file.
  ///   - copy: what the copy is for.
  ///   - force: whether a file that is there is replaced.
  /// - Returns: the file's path.
  /// - Throws: ``Diagnostics``; then nothing was written.
  public func export(to output: String, _ copy: LedgerCopy, force: Bool) throws(Diagnostics) -> String {
    let path = Files.absolute(output)
    let isTable = path.lowercased().hasSuffix(".csv")
    guard isTable || path.lowercased().hasSuffix(".jsonl") else {
      throw Diagnostics(
        .error, .usage, message: "\"\(output)\" says neither .jsonl nor .csv",
        hint: "name a file that ends in .jsonl, to join or check it, or in .csv, for a spreadsheet")
    }
    if !force, Files.exists(path) { throw Diagnostics([OutputPlan.alreadyThere(path)]) }
    let ledger = try open()
    let files: AsideFiles
    files = try AsideFiles(folder: URL(fileURLWithPath: path).deletingLastPathComponent().path)
    let aside = files.begin(path)
    do {
      guard FileManager.default.createFile(atPath: aside, contents: nil),
        let handle = FileHandle(forWritingAtPath: aside)
      else { throw Diagnostics(.error, .cannotWrite, file: Files.shown(path), message: "the file cannot be made") }
      let write = { (text: String) in try handle.write(contentsOf: Data(text.utf8)) }
      if isTable { try ledger.exportTable(copy, to: write) } else { try ledger.exportLines(copy, to: write) }
      try handle.close()
      try files.publish(force: force)
    } catch {
      files.discard()
      let fault = (error as? LedgerError).map { Diagnostic.of($0) } ?? error as? Diagnostic
      throw Diagnostics([
        fault ?? Diagnostic(.error, .cannotWrite, file: Files.shown(path), message: "the file cannot be written")
      ])
    }
    return path
  }
}
