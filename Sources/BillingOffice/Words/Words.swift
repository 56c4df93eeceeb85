import Bookkeeping
import Characters
package import Papers

/// A fact in words.
package struct Words: Hashable, Sendable {
  /// What is wrong, in one sentence without a full stop.
  package var message: String
  /// What to do about it, in one sentence; nil where the message says it. It names neither options nor commands: a front end that
  /// has some says it in its own terms.
  package var hint: String?

  package init(_ message: String, _ hint: String? = nil) { (self.message, self.hint) = (message, hint) }
}

/// A fact that can be said. Every fact that reaches a person is one; a test looks.
package protocol WordedFact: Fact {
  /// The fact in words.
  var words: Words { get }
}

extension Diagnostic {
  /// What is so, in words, with which of many papers it is about.
  package var words: Words {
    var words = (fact as? any WordedFact)?.words ?? Words("\(fact)")
    words.message += suffix
    return words
  }

  /// Which of many papers it is about, behind the message.
  package var suffix: String {
    switch context {
    case .firstOn(let name): ", first on \(name)"
    case .onPaper(let name): ", on \(name)"
    case nil: ""
    }
  }

  /// What is wrong, in words.
  package var message: String { words.message }
  /// What to do about it, in words.
  package var hint: String? { words.hint }

  /// `file:line:column: `; nothing where no file is at fault.
  var place: String {
    guard let file else { return "" }
    guard let line else { return "\(file): " }
    if ShownPath.isSheet(file) { return "\(file), \(InputFault.cellName(line: line, column: column)): " }
    return "\(file):\(line)\(column.map { ":\($0)" } ?? ""): "
  }

  /// `file:line:column: error: message` and, on the next line, the hint.
  package func text(_ words: Words) -> String {
    var text = "\(place)\(severity.rawValue): \(words.message)"
    if let hint = words.hint { text += "\n  → \(hint)" }
    // Whatever is quoted from a file or from what was typed: no terminal and no page obeys it.
    return text.harmless
  }
}

extension Diagnostic: CustomStringConvertible {
  /// As text, in words that every front end may show.
  package var description: String { text(words) }
}

extension UnexpectedFact: WordedFact {
  package var words: Words { Words(text) }
}
