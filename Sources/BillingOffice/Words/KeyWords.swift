import Characters
import Papers

extension YAMLProblem: WordedFact {
  package var words: Words {
    Words(
      "this is not YAML: \(problem)",
      "look for a missing quote, a missing colon or a tab on this line or the one above")
  }
}

extension RefusedCharacter: WordedFact {
  package var words: Words {
    let (message, hint) = parts(at: "here")
    return Words(message, hint)
  }

  /// Why it is refused, with where it stands.
  func parts(at place: String) -> (message: String, hint: String) {
    let why = scalar.turnsText ? "which turns the text behind it round" : "which nobody sees and programs obey"
    return ("\(scalar.spokenName) stands \(place), \(why)", "take it out, or type the text anew")
  }
}

extension KeyFact: WordedFact {
  package var words: Words {
    switch self {
    case .unknown(let key, let known):
      Words("there is no such key as \"\(key)\"", .didYouMean(NearestNames.of(key, among: known, limit: 1)))
    case .missing(let key, let example): Words("\(key): is missing", "add a line such as \(example)")
    case .notAText(let key, let found, let example):
      Words("\(key): must be a text, not \(found)", "for example \(example)")
    case .notAList(let key, let found, let example):
      Words("\(key): must be a list, not \(found)", "for example \(example)")
    case .notKeys(let found, let example):
      Words("here must be keys and values, not \(found)", "for example \(example)")
    }
  }
}

extension LanguageFact: WordedFact {
  package var words: Words {
    switch self {
    case .unknownLocale(let text):
      Words(
        "there is no language \"\(text)\"", "a locale is a language and a country, such as en-US, es-MX or ar-EG")
    case .extendedLocale(let text, let plain):
      Words(
        "\"\(text)\" would show money in other figures than those of its language",
        "write \(plain): papers show figures as the language and the country have them")
    case .notOffered(let language):
      Words(
        "there are no words in this language yet; the paper is in English",
        "copy en.yaml to \(language).yaml and translate it")
    case .missingWord(let name):
      Words("\(name): is missing; the paper shows it in English", "add a line \(name): …")
    case .missingUnit(let name):
      Words(
        "units: has no \(name); the paper shows it as the price book has it",
        "add a line \(name): { other: … } below units:")
    case .noWords:
      Words("this file must hold names and words", "write a line for each, such as item: Given")
    case .notAText(let key, let found):
      Words("\(key): must be a text, not \(found)", "write the words behind \(key):")
    case .noZero(let text):
      Words("\"\(text)\" is to stand for zero, and names another number", "write 0, or the word for it")
    case .notAWord(let found): Words("here must be a word, not \(found)", "put quotes around it")
    case .notKeys(let found, let example):
      Words("here must be keys and values, not \(found)", "for example \(example)")
    case .namesAreNoList(let found, let unit):
      Words("names: must be a list, not \(found)", "for example names: [\(unit)]")
    case .noPluralForm(let name, let known):
      Words(
        "\"\(name)\" is no plural form of this language",
        "its forms are \(String.quotedList(known, last: "and")); names lists what price books write")
    case .noOtherForm(let unit):
      Words("\(unit): has no word for other", "add other: …, the form that fits where no other does")
    }
  }
}
