import Drawing
import Layout
import Templating

extension Diagnostic {
  /// Why a document cannot be laid out, in words.
  static func of(_ error: LayoutError) -> Diagnostic {
    switch error {
    case .content(let error, let mark): return of(error, at: mark)
    case .overflow(let misfit):
      let (message, hint) = words(for: misfit.reason)
      return Diagnostic(
        file: misfit.mark?.file, line: misfit.mark?.line, column: misfit.mark?.column, message: message, hint: hint)
    }
  }

  /// Why content cannot be printed, in words.
  static func of(_ error: ContentError, at mark: Mark?) -> Diagnostic {
    of(error, file: mark?.file, line: mark?.line, column: mark?.column)
  }

  /// Why content cannot be printed, in words, where the place is known better.
  static func of(_ error: ContentError, file: String?, line: Int?, column: Int?) -> Diagnostic {
    func diagnostic(_ message: String, _ hint: String?) -> Diagnostic {
      Diagnostic(file: file, line: line, column: column, message: message, hint: hint)
    }
    switch error {
    case .missingGlyph(let character, let text, _):
      let code = character.unicodeScalars.map { "U+" + hex($0.value) }.joined(separator: " ")
      return diagnostic(
        "no font here has the character \"\(character)\" (\(code)) of \"\(text)\"",
        "take the character out, or put a font that has it into Fonts/")
    case .missingFont(let family):
      let package = FontPackages.package(of: family).map { "install it with: apt-get install \($0), or " } ?? ""
      return diagnostic("there is no font \"\(family)\"", "\(package)put its file into Fonts/")
    case .missingPicture(let path):
      return diagnostic("there is no picture \(Files.shown(path))", "put it there, or correct the path")
    case .unreadablePicture(let path, let reason):
      return diagnostic("the picture \(Files.shown(path)) cannot be read: \(reason)", "save it again as SVG or PNG")
    case .codeTooLong(let bytes):
      return diagnostic("\(bytes) bytes are too many for a code", "a code holds an address, not a text")
    case .refused(let text, "foreignCode"):
      return diagnostic(
        "a code may lead only to the ledger, not to \"\(text)\"", "use {{code.url}} or {{ledger.url}}")
    case .refused(let text, let rule):
      return diagnostic(refusal(rule, text), "these papers must never pass for a bill or ask for money; take it out")
    }
  }

  private static func hex(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  private static func words(for reason: Misfit.Reason) -> (String, String?) {
    func millimetres(_ points: Double) -> String {
      let tenths = (points / Length.millimetre * 10).rounded() / 10
      return tenths == tenths.rounded() ? "\(Int(tenths)) mm" : "\(tenths) mm"
    }
    switch reason {
    case .tooHigh(let needed, let available):
      return (
        "this needs \(millimetres(needed)) of height and a whole page has \(millimetres(max(0, available)))",
        "make it smaller, or the margins narrower"
      )
    case .tooWide(let needed, let available):
      return (
        "this is \(millimetres(needed)) wide and there are \(millimetres(max(0, available)))",
        "make it narrower, or give it more room"
      )
    case .breaksPage: return ("this asks for a new page where there is none", "take break-before: away")
    case .modulesTooSmall(let module, let least):
      let tenth = { (points: Double) in "\((points / Length.millimetre * 100).rounded() / 100) mm" }
      return (
        "the code's modules would be \(tenth(module)) wide; a phone reads them from \(tenth(least))",
        "make the code larger with size:"
      )
    }
  }

  /// Why something cannot be drawn, in words.
  static func of(_ error: DrawingError) -> Diagnostic {
    switch error {
    case .unreadableFontConfiguration(let path):
      return Diagnostic(
        .error, .noInput, file: Files.shown(path), message: "the fonts' configuration cannot be read",
        hint: "it comes with the program; get it back from there")
    case .noFonts:
      return Diagnostic(
        .error, .noInput, message: "none of the fonts is installed",
        hint: "install them with: apt-get install fonts-inter fonts-bebas-neue fonts-noto-core fonts-noto-cjk")
    case .cannotWrite(let path, let reason):
      return Diagnostic(
        .error, .cannotWrite, file: Files.shown(path), message: "the file cannot be written: \(reason)",
        hint: "check the space on the disk and that you may write there")
    case .cannotDraw(let reason): return Diagnostic(message: "the page cannot be drawn: \(reason)")
    case .alreadyClosed(let path):
      return Diagnostic(.error, .cannotWrite, file: Files.shown(path), message: "the file was closed too early")
    case .content(let error): return of(error, at: nil)
    case .foreignText: return Diagnostic(message: "a text was measured by one worker and drawn by another")
    }
  }

  /// How a template tries to get around the stamp, in words.
  static func of(_ violation: VoidViolation, at mark: Mark) -> Diagnostic {
    let (message, hint): (String, String) =
      switch violation {
      case .tooSmall(let share, let least):
        (
          "the stamp would be \(Int(share * 100)) % of the page's shorter side; it must be at least \(Int(least * 100)) %",
          "make the stamp wider with width:"
        )
      case .offThePage: ("the stamp would stick out of the page", "move it with at:, or turn it less with rotate:")
      case .tooFaint(let contrast):
        (
          "the stamp's ink is too faint: its contrast with paper is \((contrast * 10).rounded() / 10) : 1 and must be 3 : 1",
          "choose a darker color:"
        )
      case .codeOverStamp: ("a code takes away too much of the stamp", "move the stamp with at:, or the code")
      case .codeOverSentence:
        ("a code stands where the page says that nothing is owed", "leave the foot of the page free")
      case .hidden:
        ("the stamp could not be seen on this page", "take away what is dark behind it, or move it with at:")
      case .sentenceHidden:
        ("that nothing is owed could not be read on this page", "take away what is dark at the foot of the page")
      }
    return Diagnostic(file: mark.file, line: mark.line, column: mark.column, message: message, hint: hint)
  }
}
