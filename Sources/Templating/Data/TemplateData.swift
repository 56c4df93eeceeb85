/// What a template is filled with. Templates know nothing of money or ledgers: everything crosses as text, ready to be shown.
public enum TemplateData: Sendable {
  /// A text, as it is to be printed.
  case text(String)
  /// The same in another language than the document's, which is given as a BCP 47 tag.
  case foreign(String, language: String)
  /// Yes or no, for `if:` and `unless:`.
  case flag(Bool)
  /// Several of a kind, for `each:`.
  case list([TemplateData])
  /// Named values.
  case record([String: TemplateData])
  /// A record for every position in a list, made when it is asked for (the subtotal above a row).
  case indexed(@Sendable (Int) -> [String: TemplateData])
}

/// What a kind of paper offers its templates: the names, and what each is. Placeholders are checked against it before any
/// data is there.
public indirect enum DataShape: Sendable {
  /// A text; with what it says.
  case text(String)
  /// Yes or no; with what it tells.
  case flag(String)
  /// A list; with what it holds, and the shape of one of them.
  case list(String, of: DataShape)
  /// Named values, in the order in which they are documented.
  case record([(name: String, shape: DataShape)])
  /// A record for every position in a list; with what it tells.
  case indexed(String, of: DataShape)

  /// The shape under a name; nil where there is none.
  public subscript(name: String) -> DataShape? {
    guard case .record(let fields) = self else { return nil }
    return fields.first { $0.name == name }?.shape
  }

  /// The names in it.
  public var names: [String] {
    guard case .record(let fields) = self else { return [] }
    return fields.map(\.name)
  }

  /// Every path to a text, such as `office.name`.
  public var paths: [String] {
    paths { if case .text = $0 { true } else { false } }
  }

  /// Every path to something of a certain shape, outside of lists.
  func paths(to isWanted: (DataShape) -> Bool) -> [String] {
    guard case .record(let fields) = self else { return [] }
    return fields.flatMap { name, shape in
      (isWanted(shape) ? [name] : []) + shape.paths(to: isWanted).map { "\(name).\($0)" }
    }
  }
}
