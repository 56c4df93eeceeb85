import Papers
import Templating

extension Office {
  /// The words of pages for browsers in a language; those that it lacks in English.
  ///
  /// - Parameters:
  ///   - pages: the pages' folder among the templates, which has a folder of `words`.
  ///   - language: the BCP 47 language, without a country.
  /// - Returns: the words, by the names that the pages use.
  /// - Throws: ``Diagnostics`` when they cannot be read.
  func wordList(of pages: String, _ language: String) throws(Diagnostics) -> [String: String] {
    let paths = ["en", language].map { "\(installation.templates)/\(pages)/words/\($0).yaml" }
    return try kept.value("words of \(pages) \(language)", of: paths) { () throws(Diagnostics) in
      var words: [String: String] = [:]
      for path in paths where Files.exists(path) {
        let root: YAMLNode
        do { root = try YAMLNode.read(try Files.text(path), file: ShownPath.of(path)) } catch let fault as YAMLFault {
          throw Diagnostics(.of(fault))
        } catch { throw (error as? Diagnostics) ?? Diagnostics(UnexpectedFact("\(error)")) }
        guard case .mapping(let entries, _) = root else { continue }
        for entry in entries {
          if case .scalar(let text?, _) = entry.value { words[entry.key] = text }
        }
      }
      return words
    }
  }
}
