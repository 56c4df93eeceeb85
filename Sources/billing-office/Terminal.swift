import ArgumentParser
import BillingOffice
import Foundation

/// The only place that prints and decides on an exit code.
enum Terminal {
  /// Whether somebody is watching the error stream.
  static var isWatched: Bool { isatty(STDERR_FILENO) == 1 }

  /// Whether somebody is there who can be asked.
  static var canAsk: Bool { isWatched && isatty(STDIN_FILENO) == 1 }

  /// Asks whether something is meant, where somebody can be asked.
  ///
  /// - Parameters:
  ///   - question: what would be done, as a question.
  ///   - option: what says so without being asked.
  /// - Throws: `Diagnostics` where nobody can be asked, and an exit code where the answer is no.
  static func ask(_ question: String, option: String) throws {
    guard canAsk else { throw Diagnostics(CommandFact.notAsked(question, option: option)) }
    piece("\(question) [y/N] ")
    let answer = try line()?.trimmingCharacters(in: .whitespaces).lowercased() ?? ""
    if ["y", "yes"].contains(answer) { return }
    note("Nothing was done.")
    throw ExitCode.failure
  }

  /// Reads what somebody types at a question.
  ///
  /// - Returns: the line; nil where there is none any more.
  /// - Throws: an exit code where somebody stops the program instead.
  static func line() throws -> String? {
    var typed = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    while poll(&typed, 1, 100) <= 0 {
      guard Interruption.isWanted else { continue }
      note("\nNothing was done.")
      throw ExitCode(128 + SIGINT)
    }
    return readLine()
  }

  /// Asks for a text.
  ///
  /// - Parameter question: what is asked.
  /// - Returns: the answer, without blanks around it.
  /// - Throws: an exit code where nobody answers any more.
  static func answer(to question: String) throws -> String {
    piece("\(question) ")
    if let answer = try line() { return answer.trimmingCharacters(in: .whitespaces) }
    note("\nNothing was done.")
    throw ExitCode.failure
  }

  /// Writes a line of the result. Whatever a terminal would obey in it is named instead.
  static func out(_ line: String) { write(ShownText.harmless(line) + "\n", to: .standardOutput) }

  /// Writes a line beside the result, in the same way.
  static func note(_ line: String) { write(ShownText.harmless(line) + "\n", to: .standardError) }

  /// Writes a piece of a line beside the result, in the same way.
  static func piece(_ text: String) { write(ShownText.harmless(text), to: .standardError) }

  /// Writes the line that is being written anew, where a terminal obeys that.
  static func rewrite(_ text: String) { write("\r" + ShownText.harmless(text) + "\u{1B}[K", to: .standardError) }

  /// Tells what is worth a look: the first of many, and how many others there are.
  static func tell(_ diagnostics: [Diagnostic]) {
    for line in lines(of: diagnostics) { note(line) }
  }

  private static func lines(of diagnostics: [Diagnostic]) -> [String] {
    let first = FirstDiagnostics(diagnostics)
    return first.shown.map(CommandWords.text) + (first.remainder.map { [$0] } ?? [])
  }

  /// Tells which files were written, and what is worth a look.
  static func tell(_ papers: PrintedPapers, isQuiet: Bool = false) {
    for path in papers.paths { out(Surroundings.shown(path)) }
    if !isQuiet { tell(papers.warnings) }
  }

  /// Runs a command; what goes wrong is told, and becomes the exit code of sysexits.h.
  static func reporting(_ body: () throws -> Void) throws {
    do { try body() } catch let diagnostics as Diagnostics {
      for line in lines(of: diagnostics) { note(line) }
      throw ExitCode(code(of: diagnostics))
    }
  }

  /// What is said of what went wrong: the first of many faults, how many others there are, and how many errors.
  static func lines(of diagnostics: Diagnostics) -> [String] {
    let count = FirstDiagnostics(diagnostics.all).errors
    guard count > 1 else { return lines(of: diagnostics.all) }
    let isAboutPrinters = diagnostics.all.contains { $0.kind == .notPrinted }
    // What was recorded is written, whatever became of its papers.
    let isRecorded = diagnostics.all.contains {
      if case .withoutPaper? = $0.fact as? RecordFact { true } else { false }
    }
    return lines(of: diagnostics.all) + [
      "\(count) faults\(isAboutPrinters || isRecorded ? "" : "; nothing was written")."
    ]
  }

  /// The same, of what may be a slip of the hand: on a terminal somebody is asked, and elsewhere it is refused.
  static func confirming(_ isMeant: Bool, _ body: (_ isMeant: Bool) throws -> Void) throws {
    try reporting {
      do { try body(isMeant) } catch let doubts as Diagnostics where doubts.areDoubts && canAsk {
        for doubt in doubts.all where doubt.severity == .error { note(CommandWords.words(of: doubt).message) }
        try ask("Is that meant?", option: "--yes")
        try body(true)
      }
    }
  }

  /// The exit code: what the person must mend first. 64 usage, 66 no input, 65 bad data, 73 cannot write, 75 not
  /// printed.
  static func code(of diagnostics: Diagnostics) -> Int32 {
    if diagnostics.all.contains(where: { $0.kind == .interrupted }) { return 128 + SIGINT }
    let kinds = Set(diagnostics.all.filter { $0.severity == .error }.map(\.kind))
    for (kind, code) in [(Diagnostic.Kind.usage, EX_USAGE), (.noInput, EX_NOINPUT), (.data, EX_DATAERR)]
    where kinds.contains(kind) {
      return code
    }
    return kinds == [.notPrinted] ? EX_TEMPFAIL : EX_CANTCREAT
  }

  /// Ends the program with what the parser of arguments has to say, which may quote whatever was typed.
  static func leave(_ message: String, _ code: ExitCode) -> Never {
    if !message.isEmpty {
      if code.isSuccess { out(message) } else { note(message) }
    }
    Foundation.exit(code.rawValue)
  }

  private static func write(_ text: String, to handle: FileHandle) {
    // A reader that has gone (`| head`) is no reason to crash.
    try? handle.write(contentsOf: Data(text.utf8))
  }
}
