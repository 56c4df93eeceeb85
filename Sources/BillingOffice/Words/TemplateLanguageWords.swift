import Layout
import Papers
import Templating

extension TemplateFault.Fact: WordedFact {
  package var words: Words {
    let (message, hint) = parts
    return Words(message, hint)
  }

  private var parts: (message: String, hint: String?) {
    func nearest(_ name: String, _ known: [String]) -> String? {
      let near = NearestNames.of(name, among: known, cutoff: 0.5)
      return .didYouMean(near.isEmpty ? NearestNames.of(name, among: known) : near)
    }
    switch self {
    case .notYAML(let problem):
      let words = YAMLProblem(problem: problem).words
      return (words.message, words.hint)
    case .refusedCharacter(let scalar):
      return RefusedCharacter(scalar: scalar).parts(at: "here")
    case .unknownKey(let key, let known):
      return ("there is no such key as \"\(key)\"", .didYouMean(NearestNames.of(key, among: known, limit: 1)))
    case .missingKey(let key, let owner): return ("\(owner): needs a key \(key):", "add \(key):")
    case .wrongValue(let key, let found, let expected):
      return ("\(key): cannot be \(found)", "what fits here is \(expected)")
    case .unknownStyle(let name, let known): return ("there is no style \"\(name)\" in styles:", nearest(name, known))
    case .unknownColor(let name, let known): return ("there is no colour \"\(name)\" in colors:", nearest(name, known))
    case .unknownPaper(let name, let known): return ("there is no paper \"\(name)\"", nearest(name, known))
    case .unknownKind(let name, let known): return ("there is no kind of paper \"\(name)\"", nearest(name, known))
    case .unknownPlaceholder(let name, let known): return ("{{\(name)}} names nothing", nearest(name, known))
    case .notAText(let name):
      return ("{{\(name)}} is not a text", "name a text inside it, repeat an element with each:, or choose with if:")
    case .unknownList(let name, let known): return ("there is no list \"\(name)\"", nearest(name, known))
    case .unknownFlag(let name, let known): return ("there is no flag \"\(name)\"", nearest(name, known))
    case .unclosedPlaceholder: return ("this {{ is never closed", "write }} behind the name")
    case .unknownTag(let tag):
      return ("\(tag) is no placeholder", "repeat with each:, choose with if:, and write names as {{name}}")
    case .noElement(let keys, let known):
      let near = keys.first.map { NearestNames.of($0, among: known, limit: 1, cutoff: 0.6) } ?? []
      return (
        "this is no element",
        near.isEmpty ? "an element is one of \(known.joined(separator: ", "))" : .didYouMean(near)
      )
    case .severalElements(let names):
      return ("this is \(String.quotedList(names, last: "and")) at once", "give each a - of its own")
    case .tooDeep(let key, let most):
      return ("\(key): stands within \(most) others, which takes too long to lay out", "take one of them away")
    case .listInItself(let name):
      return ("\(name) is repeated for each entry of \(name) itself", "repeat it once, outside or inside")
    case .pathOutside(let path):
      return ("\(path) is outside the template's folder", "put the picture into the template's art/ folder")
    }
  }
}
