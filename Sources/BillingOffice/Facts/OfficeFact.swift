import Bookkeeping
package import Papers

/// What is so with an office, its settings and its templates.
package enum OfficeFact: Fact {
  /// The folder that was named has no office.yaml.
  case noOfficeIn(String)
  /// Neither here nor above is an office.yaml.
  case noOfficeHere
  /// The starter office does not lie with the program.
  case noStarter
  /// The starter office cannot be copied.
  case starterNotCopied
  /// There is something in the folder already.
  case inUse
  /// The program's templates are not there.
  case noProgramTemplates
  /// office.yaml holds no keys, but what `found` says.
  case noSettings(found: String)
  /// A code that no number can begin with; with one that would do.
  case badCode(String, example: String)
  /// A decimal sign that is neither a comma nor a point.
  case unknownDecimalSign(String)
  /// The sensitive categories are no list.
  case sensitiveIsNoList(found: String)
  /// No currency of ISO 4217 has this code.
  case unknownCurrency(String)
  /// `ledger:` is missing.
  case noLedger
  /// `ledger:` holds no keys.
  case ledgerIsNoMapping(found: String)
  /// A new office cannot speak a language; with those that are offered.
  case unofferedLanguage(String, offered: [String])
  /// office.yaml still says what the starter office says, under these keys.
  case placeholders([Placeholder])
  /// The ledger's address cannot be one.
  case badAddress(AddressProblem)
  /// A file is no table, so that no clean copy can be made of it.
  case noTable
  /// `templates:` holds no keys.
  case templatesAreNoMapping(found: String)

  package var kind: Diagnostic.Kind {
    switch self {
    case .noOfficeIn, .noOfficeHere, .noStarter, .noProgramTemplates: .noInput
    case .starterNotCopied, .inUse: .cannotWrite
    default: .data
    }
  }
}

/// Something that stands in the starter office until an office has its own.
package enum Placeholder: Hashable, Sendable {
  /// Its name.
  case name(String)
  /// What the numbers of its papers begin with.
  case code(String)
  /// Where its ledger is.
  case ledger(String)
}

/// What is so with templates.
package enum TemplateFact: Fact {
  /// The folder holds no template.yaml.
  case noneIn(String)
  /// No template is called so; with those that are here.
  case unknown(String, known: [String])
  /// The template makes another kind of paper than is wanted; both with an article.
  case otherKind(String, wanted: String)
  /// No kind of paper is called so; with those that are.
  case unknownKind(String, known: [String])
  /// A name that no template can have.
  case badName(String)
  /// There is a template of the name already.
  case nameTaken(String)
  /// The template cannot be copied; with the folder of templates.
  case notCopied(shelf: String)
  /// A preview's name that is no picture's.
  case noPicture(String)
  /// A sample without an order.
  case sampleIsEmpty

  package var kind: Diagnostic.Kind {
    switch self {
    case .noneIn, .unknown: .noInput
    case .otherKind, .unknownKind, .badName, .noPicture: .usage
    case .nameTaken, .notCopied: .cannotWrite
    case .sampleIsEmpty: .data
    }
  }
}
