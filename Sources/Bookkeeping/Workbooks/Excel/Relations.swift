/// Where the parts are that a part names (ECMA-376-2, 6.5).
final class Relations: XMLReceiver {
  private(set) var all: [String: (kind: Substring, target: String)] = [:]
  private let folder: Substring

  private init(folder: Substring) { self.folder = folder }

  /// Reads what belongs to a part; the file as a whole has the name "".
  static func of(_ part: String, in archive: ZipArchive) throws(InputFault) -> Relations {
    let slash = part.lastIndex(of: "/")
    let folder = slash.map { part[...$0] } ?? ""
    let relations = Relations(folder: folder)
    let own = "\(folder)_rels/\(part[(slash.map { part.index(after: $0) } ?? part.startIndex)...]).rels"
    try XMLPart.read(own, of: archive, relations)
    return relations
  }

  /// A part of a kind, if there is one.
  func part(of kind: String, in archive: ZipArchive) -> String? {
    all.values.first { $0.kind == kind && archive.has($0.target) }?.target
  }

  func begin(_ name: XMLName, _ attributes: XMLAttributes) throws(InputFault) {
    // What lies outside of the file is not looked for.
    guard name == "Relationship", !attributes.says("TargetMode", "External"), let id = attributes["Id"],
      let type = attributes["Type"], let target = attributes["Target"]
    else { return }
    // The two kinds of names differ in what stands before the last word.
    let kind = type[(type.lastIndex(of: "/").map { type.index(after: $0) } ?? type.startIndex)...]
    all[id] = (kind, path(of: target))
  }

  private func path(of target: String) -> String {
    var steps: [Substring] = target.hasPrefix("/") ? [] : folder.split(separator: "/")
    for step in target.split(whereSeparator: { $0 == "/" || $0 == "\\" }) where step != "." {
      if step == ".." { _ = steps.popLast() } else { steps.append(step) }
    }
    return steps.joined(separator: "/")
  }
}
