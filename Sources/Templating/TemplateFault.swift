public import Layout

/// Something wrong in a template, with its place.
public struct TemplateFault: Error, Hashable, Sendable {
  /// Where it stands.
  public var mark: Mark
  /// What is wrong.
  public var fact: Fact

  /// What can be wrong in a template.
  public enum Fact: Hashable, Sendable {
    /// The file is no YAML; the reader's own words.
    case notYAML(String)
    /// A control character, or one that turns text round, stands in the file.
    case refusedCharacter(Unicode.Scalar)
    /// A key that means nothing here.
    case unknownKey(String, known: [String])
    /// A key without which it does not work.
    case missingKey(String, in: String)
    /// A value of another kind than what fits here.
    case wrongValue(key: String, found: String, expected: String)
    /// A style that is not in `styles:`.
    case unknownStyle(String, known: [String])
    /// A colour that is not in `colors:`.
    case unknownColor(String, known: [String])
    /// A paper size that does not exist.
    case unknownPaper(String, known: [String])
    /// A kind of paper that does not exist.
    case unknownKind(String, known: [String])
    /// A placeholder that names nothing.
    case unknownPlaceholder(String, known: [String])
    /// A placeholder that names a list or a group.
    case notAText(String)
    /// A list that does not exist.
    case unknownList(String, known: [String])
    /// A flag that does not exist.
    case unknownFlag(String, known: [String])
    /// `{{` without `}}`.
    case unclosedPlaceholder
    /// A mustache tag other than a placeholder.
    case unknownTag(String)
    /// An entry of a list that is no element: the keys it has, and the elements there are.
    case noElement(keys: [String], known: [String])
    /// An entry of a list that is two elements at once.
    case severalElements([String])
    /// An element within as many others of its kind as are laid out in a moment.
    case tooDeep(String, most: Int)
    /// A list that is gone through for each of its own entries.
    case listInItself(String)
    /// A picture outside the template's folder.
    case pathOutside(String)
  }

  /// Describes a fault.
  public init(mark: Mark, fact: Fact) {
    self.mark = mark
    self.fact = fact
  }
}
