/// What is so with the keys of a file of keys and values, such as office.yaml.
package enum KeyFact: Fact {
  /// A key that means nothing; with those that do.
  case unknown(String, known: [String])
  /// A key that is missing; with a line that would do.
  case missing(String, example: String)
  /// What stands under the key is no text, but what `found` says.
  case notAText(String, found: String, example: String)
  /// What stands under the key is no list.
  case notAList(String, found: String, example: String)
  /// What stands here are no keys and values.
  case notKeys(found: String, example: String)
}
