/// The values that can be seen from one place in a template: its own, and those around it.
final class Scope: Sendable {
  let values: [String: TemplateData]
  let parent: Scope?

  init(_ values: [String: TemplateData], parent: Scope? = nil) {
    self.values = values
    self.parent = parent
  }

  /// The value at a path that was found when the template was read; nil when the data has not the promised shape.
  func value(at path: ScopePath) -> TemplateData? {
    var scope = self
    for _ in 0..<path.up {
      guard let parent = scope.parent else { return nil }
      scope = parent
    }
    var value = scope.values[path.first]
    for name in path.rest {
      guard case .record(let fields)? = value else { return nil }
      value = fields[name]
    }
    return value
  }

  /// The entries of a list; none where there is no list.
  func list(at path: ScopePath) -> [TemplateData] {
    guard case .list(let entries)? = value(at: path) else { return [] }
    return entries
  }

  /// The scope inside an entry of a list.
  func entering(_ entry: TemplateData) -> Scope {
    guard case .record(let values) = entry else { return Scope([:], parent: self) }
    return Scope(values, parent: self)
  }
}

/// Where a value is, from where it is used: how many scopes further out, and the names to follow from there.
struct ScopePath: Hashable, Sendable {
  var up: Int
  var first: String
  var rest: [String]
}

/// The names that can be seen from one place in a template while it is read.
struct ScopeShape {
  /// From the innermost scope outwards.
  private var levels: [DataShape]
  /// Whether these are all the names; not so inside a list that does not exist, where no name can be called wrong.
  private(set) var isComplete = true

  /// The outermost names; nil when they are not known.
  init(_ root: DataShape?) {
    levels = [root ?? .record([])]
    isComplete = root != nil
  }

  /// The names seen inside a record of this shape; nil when its names are not known.
  func entering(_ shape: DataShape?) -> ScopeShape {
    var inner = self
    inner.levels.insert(shape ?? .record([]), at: 0)
    if shape == nil { inner.isComplete = false }
    return inner
  }

  /// These names, and one more among the outermost.
  func adding(_ field: (name: String, shape: DataShape)) -> ScopeShape {
    var wider = self
    if case .record(let fields)? = levels.last { wider.levels[levels.count - 1] = .record(fields + [field]) }
    return wider
  }

  /// Finds a dotted name, the innermost first.
  func find(_ name: String) -> (path: ScopePath, shape: DataShape)? {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    for (up, level) in levels.enumerated() {
      guard var shape = level[parts[0]] else { continue }
      for part in parts.dropFirst() {
        guard let next = shape[part] else { return nil }
        shape = next
      }
      return (ScopePath(up: up, first: parts[0], rest: Array(parts.dropFirst())), shape)
    }
    return nil
  }

  /// How many scopes there are.
  var depth: Int { levels.count }

  /// Whether a path leads to the outermost names.
  func isOutermost(_ path: ScopePath) -> Bool { path.up == levels.count - 1 }

  /// Every dotted name that leads to a text.
  var texts: [String] { levels.flatMap(\.paths) }

  /// Every dotted name of a flag.
  var flags: [String] { paths { if case .flag = $0 { true } else { false } } }

  /// Every dotted name of a list.
  var lists: [String] { paths { if case .list = $0 { true } else { false } } }

  /// Every dotted name of what a table can carry over.
  var indexed: [String] { paths { if case .indexed = $0 { true } else { false } } }

  private func paths(to isWanted: (DataShape) -> Bool) -> [String] { levels.flatMap { $0.paths(to: isWanted) } }
}
