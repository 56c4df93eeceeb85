import ArgumentParser
import BillingOffice
import Foundation

/// The only place that prints and decides on an exit code.
enum Terminal {
  /// Whether somebody is watching the error stream.
  static var isWatched: Bool { isatty(STDERR_FILENO) == 1 }

  /// Whether somebody is there who can be asked.
  static var canAsk: Bool { isWatched && isatty(STDIN_FILENO) == 1 }

  /// Writes a line of the result.
  static func out(_ line: String) { write(line + "\n", to: .standardOutput) }

  /// Writes a line beside the result.
  static func note(_ line: String) { write(line + "\n", to: .standardError) }

  /// Writes a piece of a line beside the result.
  static func piece(_ text: String) { write(text, to: .standardError) }

  /// Tells what is worth a look.
  static func tell(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics { note(CommandWords.text(of: diagnostic)) }
  }

  /// Tells which files were written, and what is worth a look.
  static func tell(_ papers: PrintedPapers, isQuiet: Bool = false) {
    for path in papers.paths { out(Surroundings.shown(path)) }
    if !isQuiet { tell(papers.warnings) }
  }

  /// Runs a command; what goes wrong is told, and becomes the exit code of sysexits.h.
  static func reporting(_ body: () throws -> Void) throws {
    do { try body() } catch let diagnostics as Diagnostics {
      tell(diagnostics.all)
      let count = diagnostics.all.count { $0.severity == .error }
      let isAboutPrinters = diagnostics.all.contains { $0.kind == .notPrinted }
      // What was recorded is written, whatever became of its papers.
      let isRecorded = diagnostics.all.contains {
        if case .withoutPaper? = $0.fact as? RecordFact { true } else { false }
      }
      if count > 1 { note("\(count) faults\(isAboutPrinters || isRecorded ? "" : "; nothing was written").") }
      throw ExitCode(code(of: diagnostics))
    }
  }

  /// The exit code: what the person must mend first. 64 usage, 66 no input, 65 bad data, 73 cannot write, 75 not
  /// printed.
  private static func code(of diagnostics: Diagnostics) -> Int32 {
    if diagnostics.all.contains(where: { $0.kind == .interrupted }) { return 128 + SIGINT }
    let kinds = Set(diagnostics.all.filter { $0.severity == .error }.map(\.kind))
    for (kind, code) in [(Diagnostic.Kind.usage, EX_USAGE), (.noInput, EX_NOINPUT), (.data, EX_DATAERR)]
    where kinds.contains(kind) {
      return code
    }
    return kinds == [.notPrinted] ? EX_TEMPFAIL : EX_CANTCREAT
  }

  private static func write(_ text: String, to handle: FileHandle) {
    // A reader that has gone (`| head`) is no reason to crash.
    try? handle.write(contentsOf: Data(text.utf8))
  }
}
