/// The text of a template.yaml, parsed once for everything that is asked of it.
public struct TemplateSource: Sendable {
  /// The content of the file.
  let text: String
  /// The path of that file, for the marks.
  let file: String
  /// Its values, or why it is no YAML.
  let root: Result<YAMLNode, YAMLFault>

  /// Parses a text; what is wrong with it is told when the template is read.
  ///
  /// - Parameters:
  ///   - text: the content of a template.yaml.
  ///   - file: the path of that file, as people know it.
  public init(_ text: String, file: String) {
    (self.text, self.file) = (text, file)
    do throws(YAMLFault) { root = .success(try YAMLNode.read(text, file: file)) } catch { root = .failure(error) }
  }
}
