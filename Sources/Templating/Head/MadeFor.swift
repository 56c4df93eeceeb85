public import Layout

extension TemplateSource {
  /// The papers that a template is made for: the one that `page:` names, those under `papers:`, and the sheets that are nearly as
  /// large as one of these.
  /// The large ones come first; there are none where the file is no YAML.
  public var papers: [Paper] {
    guard let root = try? root.get() else { return [] }
    var known: [Paper] = []
    if case .scalar(let size?, _)? = root["page"]?["size"] { known += Paper.named(size).map { [$0] } ?? [] }
    if case .mapping(let entries, _)? = root["papers"] { known += entries.compactMap { Paper.named($0.key) } }
    return Paper.all.filter { Paper.suiting($0, among: known) != nil }
  }
}
