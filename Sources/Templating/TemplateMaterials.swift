public import Layout

/// What a template asks for besides data, whether or not it is without fault: so that what is missing can be told together
/// with what is wrong.
public struct TemplateMaterials: Sendable {
  /// The fonts, each with the first place that asks for it.
  public let fonts: [(name: String, mark: Mark)]
  /// The pictures' files, with every place that asks for one.
  public let pictures: [(path: String, mark: Mark)]
  /// The texts and addresses that it says by itself, without a placeholder.
  public let texts: [(text: String, mark: Mark)]
}

extension Template {
  /// Reads what a template asks for; its faults are not told.
  ///
  /// - Parameters:
  ///   - text: the content of its template.yaml.
  ///   - file: the path of that file, for the marks.
  ///   - folder: the template's folder, against which pictures are found.
  ///   - elsewhere: where a picture lies that the template's folder does not have; nil where it lies nowhere else.
  /// - Returns: the materials; none where the file is no YAML.
  public static func materials(
    _ text: String, file: String, folder: String, elsewhere: @escaping (String) -> String? = { _ in nil }
  ) -> TemplateMaterials {
    let reading = TemplateReading(file: file, folder: folder, text: text, constants: [:], elsewhere: elsewhere)
    if let root = try? YAMLNode.read(text, file: file) { _ = read(root, [:], nil, reading) }
    let texts = reading.texts.filter { !$0.text.contains(Template.placeholder) }
    return TemplateMaterials(fonts: reading.families, pictures: reading.pictures, texts: texts)
  }
}
