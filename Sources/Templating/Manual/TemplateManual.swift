import Layout

/// The template language, to be written down: from the tables from which templates are read.
public enum TemplateManual {
  /// A key, with what it does and what fits there.
  public struct Key: Hashable, Sendable {
    /// What it is called.
    public let name: String
    /// What it does, in one sentence.
    public let summary: String
    /// What fits as its value.
    public let expected: String
    /// Whether it must be there.
    public let isRequired: Bool
  }

  /// An element.
  public struct Element: Hashable, Sendable {
    /// Its key.
    public let name: String
    /// What it is, in one sentence.
    public let summary: String
    /// What fits as its value.
    public let expected: String
    /// A content that shows it: a list of elements, as YAML.
    public let example: String
    /// The keys beside it, or for a table those within it.
    public let keys: [Key]
  }

  /// The keys in the head of a template and those within them, by what they stand in.
  public static var head: [(owner: String, keys: [Key])] {
    [
      ("", keys(Template.properties)), ("page", keys(PageReader.pageProperties)),
      ("papers", keys(PageReader.paperProperties)), ("styles", keys(StylesReader.properties)),
      ("stamp", keys(StampReader.properties)),
    ]
  }

  /// The elements.
  public static var elements: [Element] {
    Vocabulary.elements.map { spec in
      let within = spec.name == TableNode.spec.name ? TableNode.properties : []
      return Element(
        name: spec.name, summary: spec.summary, expected: spec.value, example: spec.example,
        keys: keys(spec.properties + within))
    }
  }

  /// The keys that every element understands.
  public static var common: [Key] { keys(Common.properties) }
  /// The keys of an element that stands in a row.
  public static var inRow: [Key] { keys([RowNode.width]) }
  /// The keys of a table's column.
  public static var column: [Key] { keys(TableColumn.properties) }
  /// The keys of a cell in a row that carries a subtotal.
  public static var cell: [Key] { keys([TableCell.span]) }
  /// The names of the papers.
  public static var papers: [String] { Paper.all.map(\.name) }

  private static func keys(_ properties: [any AnyProperty]) -> [Key] {
    properties.map { Key(name: $0.name, summary: $0.summary, expected: $0.expected, isRequired: $0.isRequired) }
  }
}
