/// One thing to tell somebody: where, and what. The words for it are found last, in `BillingOffice/Words`.
package struct Diagnostic: Sendable {
  /// How much it matters.
  package enum Severity: String, Hashable, Sendable {
    /// Nothing is written while one of these stands.
    case error
    /// Worth a look; the paper is made all the same.
    case warning
  }

  /// What kind of trouble it is; exit codes follow from it (sysexits.h).
  package enum Kind: Hashable, Sendable {
    /// Something is asked for that does not exist (64).
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

  /// Which of many papers it is about.
  package enum Context: Hashable, Sendable {
    /// The first of several papers on which it is.
    case firstOn(String)
    /// A paper that is not the one somebody would think of.
    case onPaper(String)
  }

  /// How much it matters.
  package var severity: Severity
  /// The file, as the person wrote or would write its path; nil where no file is at fault.
  package var file: String?
  /// The line in the file, from 1; nil where the whole file is meant.
  package var line: Int?
  /// The column in the line, from 1, counted in characters; nil where the whole line is meant.
  package var column: Int?
  /// What is so.
  package var fact: any Fact
  /// Which of many papers it is about; nil where that goes without saying.
  package var context: Context?

  /// What kind of trouble it is: what a line of a file asks for and is not there is wrong in that file.
  package var kind: Kind { line != nil && [.usage, .noInput].contains(fact.kind) ? .data : fact.kind }

  /// Describes a fault.
  package init(
    _ fact: any Fact, _ severity: Severity = .error, file: String? = nil, line: Int? = nil, column: Int? = nil,
    context: Context? = nil
  ) {
    self.fact = fact
    self.severity = severity
    self.file = file
    self.line = line
    self.column = column
    self.context = context
  }
}

extension Diagnostic: Hashable {
  /// Whether both tell the same of the same place.
  package static func == (one: Diagnostic, other: Diagnostic) -> Bool {
    one.severity == other.severity && one.file == other.file && one.line == other.line && one.column == other.column
      && one.context == other.context && AnyHashable(one.fact) == AnyHashable(other.fact)
  }

  /// Puts all of it into a hash.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(file)
    hasher.combine(line)
    hasher.combine(column)
    hasher.combine(AnyHashable(fact))
  }
}

/// Everything that is wrong, told at once: what the office throws.
package struct Diagnostics: Error, Hashable, Sendable {
  /// The faults, in the order in which they are told.
  package var all: [Diagnostic]

  /// Gathers faults.
  package init(_ all: [Diagnostic]) { self.all = all }

  /// One fault alone.
  package init(_ one: Diagnostic) { all = [one] }

  /// One fact alone, at its place.
  package init(_ fact: any Fact, file: String? = nil, line: Int? = nil, column: Int? = nil) {
    all = [Diagnostic(fact, file: file, line: line, column: column)]
  }
}
