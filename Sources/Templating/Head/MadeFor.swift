public import Layout

extension Template {
  /// The papers that a template is made for: the one that `page:` names, those under `papers:`, and the sheets that are nearly as
  /// large as one of these.
  ///
  /// - Parameters:
  ///   - text: the content of its template.yaml.
  ///   - file: the path of that file.
  /// - Returns: the papers, the large ones first; none where the file is no YAML.
  public static func papers(_ text: String, file: String) -> [Paper] {
    guard let root = try? YAMLNode.read(text, file: file) else { return [] }
    var known: [Paper] = []
    if case .scalar(let size?, _)? = root["page"]?["size"] { known += Paper.named(size).map { [$0] } ?? [] }
    if case .mapping(let entries, _)? = root["papers"] { known += entries.compactMap { Paper.named($0.key) } }
    return Paper.all.filter { Paper.suiting($0, among: known) != nil }
  }
}
