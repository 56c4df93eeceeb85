import Foundation

extension PrintedPapers {
  /// Sends the papers to a printer, one file after the other.
  ///
  /// - Parameters:
  ///   - connection: the way to the printer.
  ///   - remedy: how somebody prints them again, such as `billing-office reprint RIVER-A7K2-000042 --receipt --to …`; nil for
  ///     drafts, which are simply printed again.
  /// - Throws: ``Diagnostics`` when the printer did not take them all. What is recorded stays recorded.
  public func deliver(over connection: PrinterConnection, remedy: String?) throws(Diagnostics) {
    for path in paths {
      guard let data = FileManager.default.contents(atPath: path) else {
        throw Diagnostics([
          Diagnostic(.error, .noInput, file: Files.shown(path), message: "the paper is not here any more", hint: remedy)
        ])
      }
      do { try connection.send([UInt8](data)) } catch {
        let what =
          switch (numbers.first, numbers.last) {
          case (let first?, let last?):
            first == last ? "\(first) is recorded, but" : "\(first) to \(last) are recorded, but"
          default: "the draft is"
          }
        throw Diagnostics([
          Diagnostic(
            .error, .cannotWrite, message: "\(what) not printed on \(connection.target): \(error.words)",
            hint: remedy.map { "when the printer is ready: \($0)" } ?? "when the printer is ready, print it again")
        ])
      }
    }
  }
}
