/// One thing to tell the person at the keyboard: where, what is wrong, and what to do about it.
///
/// Its printed form is `file:line:column: error: message`, then the hint on a line of its own.
public struct Diagnostic: Hashable, Sendable {
  /// How much it matters.
  public enum Severity: String, Hashable, Sendable {
    /// Nothing is written while one of these stands.
    case error
    /// Worth a look; the paper is made all the same.
    case warning
  }

  /// What kind of trouble it is; the exit code follows from it (sysexits.h).
  public enum Kind: Hashable, Sendable {
    /// The command line asks for something that does not exist (64).
    case usage
    /// A file's content is wrong (65).
    case data
    /// A file is not there or cannot be read (66).
    case noInput
    /// The result cannot be written (73).
    case cannotWrite
    /// It is recorded, and the printer did not take it; it can be printed later (75).
    case notPrinted
    /// Somebody stopped the program (130).
    case interrupted
  }

  /// How much it matters.
  public var severity: Severity
  /// What kind of trouble it is.
  public var kind: Kind
  /// The file, as the person wrote or would write its path; nil where no file is at fault.
  public var file: String?
  /// The line in the file, from 1; nil where the whole file is meant.
  public var line: Int?
  /// The column in the line, from 1, counted in characters; nil where the whole line is meant.
  public var column: Int?
  /// What is wrong, in one sentence without a full stop.
  public var message: String
  /// What to do about it, in one sentence; nil where the message says it.
  public var hint: String?

  /// Describes a fault.
  public init(
    _ severity: Severity = .error, _ kind: Kind = .data, file: String? = nil, line: Int? = nil, column: Int? = nil,
    message: String, hint: String? = nil
  ) {
    self.severity = severity
    self.kind = kind
    self.file = file
    self.line = line
    self.column = column
    self.message = message
    self.hint = hint
  }
}

extension Diagnostic: CustomStringConvertible {
  /// `file:line:column: error: message` and, on the next line, the hint.
  public var description: String {
    var place = ""
    if let file {
      place = file
      if let line {
        place += ":\(line)"
        if let column { place += ":\(column)" }
      }
      place += ": "
    }
    var text = "\(place)\(severity.rawValue): \(message)"
    if let hint { text += "\n  → \(hint)" }
    return text
  }
}

extension Diagnostic {
  /// Somebody stopped the program, which puts everything back as it was.
  static let interrupted = Diagnostic(.error, .interrupted, message: "interrupted; nothing was written")
  /// Somebody stopped the program while it printed.
  static let stopped = Diagnostic(.error, .interrupted, message: "interrupted")
}

/// Everything that is wrong, told at once: what the office throws.
public struct Diagnostics: Error, Hashable, Sendable {
  /// The faults, in the order in which they are told.
  public var all: [Diagnostic]

  /// Gathers faults.
  public init(_ all: [Diagnostic]) { self.all = all }

  /// One fault alone.
  public init(_ one: Diagnostic) { all = [one] }

  /// One fault alone, in words.
  public init(
    _ severity: Diagnostic.Severity = .error, _ kind: Diagnostic.Kind = .data, file: String? = nil, line: Int? = nil,
    column: Int? = nil, message: String, hint: String? = nil
  ) {
    all = [Diagnostic(severity, kind, file: file, line: line, column: column, message: message, hint: hint)]
  }

  /// The same of another place: data, wherever it was that somebody else had found it wrong.
  func placed(file: String?, line: Int?, column: Int?) -> Diagnostics {
    Diagnostics(
      all.map { Diagnostic(file: file, line: line, column: column, message: $0.message, hint: $0.hint) })
  }
}
