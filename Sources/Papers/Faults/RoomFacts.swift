package import Bookkeeping
package import Drawing
package import Layout
package import Ledger
package import Templating
package import Vetting

// What the rooms below throw, as facts. Each keeps its own enum, which knows nothing of the office.

extension InputFault.Fact: Fact {}
extension InputNote.Fact: Fact {}
extension TextExcess: Fact {}
extension SheetNote: Fact {}
extension TemplateFault.Fact: Fact {}
extension YAMLProblem: Fact {}
extension Misfit.Reason: Fact {}
extension ContentError: Fact {}
extension LedgerFinding: Fact {}
extension Finding: Fact {}

extension DrawingError: Fact {
  /// What cannot be written is the disk's fault, and what is missing was to be installed.
  package var kind: Diagnostic.Kind {
    switch self {
    case .unreadableFontConfiguration, .noFonts: .noInput
    case .cannotWrite, .alreadyClosed: .cannotWrite
    case .takenFamily, .cannotDraw, .content, .foreignText: .data
    }
  }
}

extension LedgerError: Fact {
  /// A ledger that is not there is missing input; one that takes nothing cannot be written.
  package var kind: Diagnostic.Kind {
    switch self {
    case .notThere, .unknownNumber: .noInput
    case .cannotOpen, .readOnly, .locked, .movedAway, .diskFull, .failed, .cannotCopy: .cannotWrite
    case .unknownLine, .recordedBefore, .notAgreed: .usage
    case .chainBroken, .damaged, .foreignParts, .tooLarge, .newer, .badDraft, .chainIsFull, .forkedNumber, .isReversal,
      .alreadyReversed,
      .overflow, .unsound:
      .data
    }
  }
}

/// Text that is no YAML, with what the parser says of it.
package struct YAMLProblem: Hashable, Sendable {
  package let problem: String

  package init(problem: String) { self.problem = problem }
}

/// A control character, or one that turns text round, in a file of keys and values.
package struct RefusedCharacter: Fact {
  package let scalar: Unicode.Scalar

  package init(scalar: Unicode.Scalar) { self.scalar = scalar }
}

extension Diagnostic {
  /// What is wrong in a price book, an order or another table.
  package static func of(_ fault: InputFault, file: String) -> Diagnostic {
    Diagnostic(fault.fact, file: file, line: fault.line, column: fault.column)
  }

  /// What was decided while a price book, an order or another table was read.
  package static func of(_ note: InputNote, file: String) -> Diagnostic {
    Diagnostic(note.fact, .warning, file: file, line: note.line)
  }

  /// What is wrong in a template.
  package static func of(_ fault: TemplateFault) -> Diagnostic { Diagnostic(fault.fact, at: fault.mark) }

  /// A file that is no YAML, or holds what no file may.
  package static func of(_ fault: YAMLFault) -> Diagnostic {
    switch fault.fact {
    case .notYAML(let problem): Diagnostic(YAMLProblem(problem: problem), at: fault.mark)
    case .refusedCharacter(let scalar): Diagnostic(RefusedCharacter(scalar: scalar), at: fault.mark)
    }
  }

  /// Why a document cannot be laid out.
  package static func of(_ error: LayoutError) -> Diagnostic {
    switch error {
    case .content(let error, let mark): Diagnostic(error, at: mark)
    case .overflow(let misfit): Diagnostic(misfit.reason, at: misfit.mark)
    }
  }

  /// Why something cannot be drawn; a file that cannot be written is the place itself.
  package static func of(_ error: DrawingError) -> Diagnostic {
    switch error {
    case .content(let error): Diagnostic(error)
    case .unreadableFontConfiguration(let path), .takenFamily(_, let path), .cannotWrite(let path, _),
      .alreadyClosed(let path):
      Diagnostic(error, file: ShownPath.of(path))
    case .noFonts, .cannotDraw, .foreignText: Diagnostic(error)
    }
  }

  /// A fault of the ledger.
  package static func of(_ error: LedgerError) -> Diagnostic {
    switch error {
    case .notThere(let path), .cannotOpen(let path, _), .readOnly(let path), .locked(let path), .damaged(let path, _),
      .foreignParts(let path, _), .tooLarge(let path), .newer(let path), .movedAway(let path), .diskFull(let path),
      .failed(let path, _),
      .unsound(let path, _), .notAgreed(let path, _),
      .cannotCopy(let path):
      Diagnostic(error, file: ShownPath.of(path))
    default: Diagnostic(error)
    }
  }

  /// Something at a place in a file.
  package init(_ fact: any Fact, _ severity: Severity = .error, at mark: Mark?) {
    self.init(fact, severity, file: mark?.file, line: mark?.line, column: mark?.column)
  }
}

extension Reading {
  /// What is wrong, what was decided, and, at the sheet where it is one, what is worth knowing about it.
  ///
  /// - Parameter file: its path as people know it, without a sheet.
  /// - Returns: the notes as warnings, and the faults.
  package func told(of file: String) -> [Diagnostic] {
    let shown = ShownPath.of(file, sheet: sheet)
    return (sheet?.notes ?? []).map { Diagnostic($0, .warning, file: shown) }
      + notes.map { .of($0, file: shown) } + faults.map { .of($0, file: shown) }
  }
}

extension Diagnostics {
  /// All that a fault of the ledger tells: of an unsound one every finding.
  package static func of(all error: LedgerError) -> Diagnostics {
    guard case .unsound(let path, let findings) = error, !findings.isEmpty else { return Diagnostics(.of(error)) }
    return Diagnostics(
      findings.map { Diagnostic(LedgerError.unsound(path: path, [$0]), file: ShownPath.of(path)) })
  }
}
