/// What is so with a language or its words.
package enum LanguageFact: Fact {
  /// Nobody speaks a language of this name.
  case unknownLocale(String)
  /// A locale with extensions, such as `en-US-u-nu-thai`, which would show money in other figures; and what it is without them.
  case extendedLocale(String, plain: String)
  /// There are no words in it yet, so that the paper is in English.
  case notOffered(language: String)
  /// A word is missing, and stands in English.
  case missingWord(String)
  /// A unit is missing, and stands as the price book has it.
  case missingUnit(String)
  /// A file of words that holds none.
  case noWords
  /// What stands under the key is no text, but what `found` says.
  case notAText(key: String, found: String)
  /// What is to stand for zero names another number.
  case noZero(String)
  /// What stands here is no word.
  case notAWord(found: String)
  /// What stands here are no keys and values.
  case notKeys(found: String, example: String)
  /// The names of a unit are no list.
  case namesAreNoList(found: String, unit: String)
  /// No plural form of the language is called so.
  case noPluralForm(String, known: [String])
  /// A unit without the form that fits where no other does.
  case noOtherForm(unit: String)

  package var kind: Diagnostic.Kind {
    switch self {
    case .unknownLocale, .extendedLocale: .usage
    default: .data
    }
  }
}
