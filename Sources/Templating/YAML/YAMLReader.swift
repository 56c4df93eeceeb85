import Characters
import Layout
internal import Yams

extension YAMLNode {
  /// Reads a YAML file. The only place that knows Yams.
  ///
  /// - Parameters:
  ///   - text: the file's content.
  ///   - file: its path, for the marks.
  /// - Returns: the tree; an empty mapping for an empty file.
  /// - Throws: ``YAMLFault`` when it is no YAML, a key stands twice or is no plain word, it has anchors, it is nested
  ///   without end, or a control character or one that turns text round stands in it.
  public static func read(_ text: String, file: String) throws(YAMLFault) -> YAMLNode {
    let reader = YAMLReader(lines: SourceLines(text, file: file))
    if let refused = text.firstRefused {
      throw YAMLFault(mark: reader.lines.mark(offset: refused.column - 1), .refusedCharacter(refused.scalar))
    }
    do {
      // The encoding is said outright, since Yams would look for it in the environment; what is a number and what a word is not
      // asked of Yams, which compiles its patterns for 3 ms.
      let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
      // The nodes forget their anchors when the parser goes.
      return try withExtendedLifetime(parser) {
        guard let root = try parser.singleRoot() else { return .mapping([], reader.place(nil)) }
        return try reader.convert(root, depth: 0)
      }
    } catch let fault as YAMLFault {
      throw fault
    } catch let error as YamlError {
      throw reader.fault(for: error)
    } catch {
      throw YAMLFault(mark: reader.place(nil), problem: "\(error)")
    }
  }
}

/// Turns Yams's nodes and errors into ours.
private struct YAMLReader {
  let lines: SourceLines
  /// How deep lists and keys may stand in one another.
  private static let deepest = 64

  func place(_ mark: Yams.Mark?) -> Layout.Mark { lines.mark(line: mark?.line ?? 1, scalar: mark?.column ?? 1) }

  func fault(for error: YamlError) -> YAMLFault {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return YAMLFault(mark: place(mark), problem: problem)
    case .duplicatedKeysInMapping(let duplicates, let context):
      let names = duplicates.map { "\"\($0)\"" }.joined(separator: ", ")
      let verb = duplicates.count == 1 ? "stands" : "stand"
      return YAMLFault(mark: place(context.mark), problem: "\(names) \(verb) twice")
    case .reader(let problem, let offset, _, _):
      return YAMLFault(mark: lines.mark(offset: offset ?? 0), problem: problem)
    default: return YAMLFault(mark: place(nil), problem: "\(error)")
    }
  }

  func convert(_ node: Yams.Node, depth: Int) throws(YAMLFault) -> YAMLNode {
    let mark = place(node.mark)
    guard depth <= YAMLReader.deepest else { throw YAMLFault(mark: mark, problem: "this is nested too deeply") }
    // An alias stands for a copy of its anchor, and copies of copies can be more than any memory holds.
    guard node.anchor == nil else { throw YAMLFault(mark: mark, problem: "anchors and aliases are not read") }
    switch node {
    case .scalar(let scalar):
      try check(scalar.string, mark)
      let isEmpty = scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
      return .scalar(isEmpty ? nil : scalar.string, mark)
    case .sequence(let sequence):
      var list: [YAMLNode] = []
      for child in sequence { list.append(try convert(child, depth: depth + 1)) }
      return .sequence(list, mark)
    case .mapping(let mapping):
      var entries: [YAMLNode.Entry] = []
      for (key, value) in mapping { entries.append(try convert(key, value, depth: depth)) }
      return .mapping(entries, mark)
    case .alias: throw YAMLFault(mark: mark, problem: "anchors and aliases are not read")
    }
  }

  /// Looks over a text in which escapes have been resolved.
  private func check(_ text: String, _ mark: Layout.Mark) throws(YAMLFault) {
    if let refused = text.firstRefused { throw YAMLFault(mark: mark, .refusedCharacter(refused.scalar)) }
  }

  private func convert(_ key: Yams.Node, _ value: Yams.Node, depth: Int) throws(YAMLFault) -> YAMLNode.Entry {
    let mark = place(key.mark)
    switch key {
    case .scalar(let name) where name.anchor == nil:
      try check(name.string, mark)
      return YAMLNode.Entry(key: name.string, mark: mark, value: try convert(value, depth: depth + 1))
    case .mapping: throw YAMLFault(mark: mark, problem: "a text that begins with {{ must stand in quotes")
    default: throw YAMLFault(mark: mark, problem: "a key must be a plain word")
    }
  }
}
