import Bookkeeping
import Foundation
import Papers

/// Which papers go into which file. It is made once, before anything is recorded: what a file is called after its papers'
/// numbers is known once they are.
struct OutputPlan: Sendable {
  /// One file to be written.
  struct File: Sendable {
    /// What it is called.
    var name: Name
    /// The papers in it, as positions in the batch.
    var papers: Range<Int>
  }

  /// What a file is called, without its folder.
  enum Name: Sendable {
    /// So, with its ending.
    case fixed(String)
    /// After the numbers of its gifts; a draft until they have any. Behind it, which of its papers it is, and of how many
    /// volumes.
    case numbered(gifts: Range<Int>, draft: String, behind: String)
  }

  /// The folder that all of them go into.
  var folder: String
  var files: [File]
  var format = PaperFormat.pdf

  /// How many papers go into one document at the most: a printer's memory, and ours, has an end.
  static let volumeSize = OrderFile.partSize

  /// How many sheets go into one document at the most: what a printer takes paper for.
  static let ream = 500

  private var ending: String { "." + format.fileExtension }

  /// Decides on the files.
  ///
  /// - Parameters:
  ///   - naming: what they are called.
  ///   - wish: where the person wants them, and as what.
  ///   - usual: the office's own folder for papers.
  /// - Returns: the plan, which holds before there are numbers.
  /// - Throws: ``Diagnostics`` when one file is asked for and there would be several.
  static func make(_ naming: FileNaming, _ wish: OutputWish, usual: String) throws(Diagnostics) -> OutputPlan {
    let ending = "." + wish.format.fileExtension
    // A name with the format's ending is a file; everything else is a folder.
    let named = wish.path.flatMap { path in
      path.lowercased().hasSuffix(ending) && !Files.isFolder(path) ? Files.absolute(path) : nil
    }
    var plan = OutputPlan(folder: wish.path.map(Files.absolute) ?? usual, files: [], format: wish.format)
    if let named { plan.folder = URL(fileURLWithPath: named).deletingLastPathComponent().path }
    let file = named.map { URL(fileURLWithPath: $0).lastPathComponent }
    switch naming {
    case .gifts(let keys, let order, let behind, let areOnSheets):
      plan.files = try plan.gifts(
        keys, order, behind, isSplit: wish.isSplit, areOnSheets: areOnSheets, into: file)
      // Volumes are as large as the pieces that a batch is read in, each of which becomes one paper of many sheets.
      if areOnSheets {
        for index in plan.files.indices { plan.files[index].papers = index..<index + 1 }
      }
    case .single(let stem):
      if let path = wish.path, named == nil {
        throw Diagnostics(OutputFact.wrongEnding(name: path, format: wish.format.fileExtension))
      }
      plan.files = [File(name: .fixed(file ?? stem + ending), papers: 0..<1)]
    case .sheets(let stem, let parts):
      plan.files = try plan.sheets(stem, parts, into: file)
    }
    return plan
  }

  private func gifts(
    _ keys: [String?], _ order: String, _ behind: String, isSplit: Bool, areOnSheets: Bool, into file: String?
  ) throws(Diagnostics) -> [File] {
    // What shares sheets cannot be parted; each sheet is a picture of its own.
    let isApart = !areOnSheets && (isSplit || !format.holdsManyPages)
    if let file {
      if isApart, keys.count > 1 {
        throw Diagnostics(isSplit ? OutputFact.splitIntoOneFile : .picturesIntoOneFile)
      }
      return volumes(of: keys.count, size: Self.volumeSize).map { papers, place in
        File(name: .fixed(file.dropLast(ending.count) + place + file.suffix(ending.count)), papers: papers)
      }
    }
    let stem = URL(fileURLWithPath: order).deletingPathExtension().lastPathComponent
    if isApart || keys.count <= 1 {
      var taken: Set<String> = []
      return keys.indices.map { index in
        let key = keys.count > 1 ? "-\(Self.plain(keys[index] ?? "\(index + 1)"))" : ""
        var draft = Self.shortened(stem, "\(key)-draft")
        // Two keys can come to the same plain name; the second is told apart by its place.
        if !taken.insert(draft.lowercased()).inserted { draft += "-\(index + 1)" }
        let papers = index..<index + 1
        return File(name: .numbered(gifts: papers, draft: draft, behind: behind), papers: papers)
      }
    }
    return volumes(of: keys.count, size: Self.volumeSize).map { papers, place in
      File(
        name: .numbered(gifts: 0..<keys.count, draft: Self.shortened(stem, "-draft"), behind: behind + place),
        papers: papers)
    }
  }

  private func sheets(_ stem: String, _ parts: [(name: String?, sheets: Range<Int>)], into file: String?)
    throws(Diagnostics) -> [File]
  {
    let parts =
      format.holdsManyPages
      ? parts
      : parts.flatMap { part in
        part.sheets.map { sheet in
          let place = part.sheets.count > 1 ? ["\(sheet - part.sheets.lowerBound + 1)"] : []
          return (name: ([part.name].compactMap { $0 } + place).joined(separator: "-"), sheets: sheet..<sheet + 1)
        }
      }
    if file != nil, parts.count != 1 { throw Diagnostics(OutputFact.severalIntoOneFile(count: parts.count)) }
    var taken: Set<String> = []
    return parts.enumerated().flatMap { index, part -> [File] in
      var name =
        file.map { String($0.dropLast(ending.count)) }
        ?? ([stem] + [part.name].compactMap { $0 }.filter { !$0.isEmpty }.map(Self.plain)).joined(separator: "-")
      if !taken.insert(name.lowercased()).inserted { name += "-\(index + 1)" }
      let behind = file.map { String($0.suffix(ending.count)) } ?? ending
      return volumes(of: part.sheets.count, size: Self.ream).map { papers, place in
        let start = part.sheets.lowerBound
        return File(
          name: .fixed(name + place + behind), papers: papers.lowerBound + start..<papers.upperBound + start)
      }
    }
  }

  /// One document, or several where the papers are too many for one: `tonight-001-of-012.pdf`.
  private func volumes(of count: Int, size: Int) -> [(papers: Range<Int>, place: String)] {
    guard count > size else { return [(0..<count, "")] }
    let volumes = (count + size - 1) / size
    let digits = max(3, String(volumes).count)
    return (0..<volumes).map { index in
      let place = "-\((index + 1).padded(to: digits))-of-\(volumes.padded(to: digits))"
      return (index * size..<min(count, (index + 1) * size), place)
    }
  }

  /// The path of a file, once its papers have their numbers.
  func path(of file: File, _ numbers: Numbering) -> String {
    switch file.name {
    case .fixed(let name): return "\(folder)/\(name)"
    case .numbered(let gifts, let draft, let behind):
      var name = draft
      if let first = gifts.first.flatMap({ numbers[$0] }), let last = gifts.last.flatMap({ numbers[$0] }) {
        name = gifts.count == 1 ? "\(first)" : "\(first)-to-\(last)"
      }
      return "\(folder)/\(name)\(behind)\(ending)"
    }
  }

  /// The path of a page's picture: the file's own where the paper has one page, else with `-1`, `-2` … before its ending.
  func path(of file: String, page: Int, count: Int) -> String {
    guard count > 1 else { return file }
    return file.dropLast(ending.count) + "-\(page)" + file.suffix(ending.count)
  }

  /// A name of our own making, so short that a file can have it whatever comes behind: a place, the number of a page, an ending.
  ///
  /// - Parameters:
  ///   - stem: what may lose its end, such as an order's name.
  ///   - rest: what stays.
  /// - Returns: the name.
  private static func shortened(_ stem: String, _ rest: String) -> String {
    var stem = stem
    while !stem.isEmpty, stem.utf8.count + rest.utf8.count > Files.longestName - mostBehind { stem.removeLast() }
    return stem + rest
  }

  /// How many bytes come behind a name at the most: `-123456`, `-0001-of-0100`, `-100`, `.escpos`.
  private static let mostBehind = 40
  /// How many bytes a key has in a name at the most.
  private static let mostOfKey = 120

  /// A key as part of a file's name: letters, figures and `-`.
  private static func plain(_ key: String) -> String {
    let parts = key.split(whereSeparator: { !$0.isLetter && !$0.isNumber })
    var plain = String(parts.joined(separator: "-").prefix(60))
    while plain.utf8.count > mostOfKey { plain.removeLast() }
    return plain.isEmpty ? "x" : plain
  }

  // MARK: - What is in the way

  /// Whether its files are drafts under the names that the program gives them.
  ///
  /// - Parameter numbers: the papers' numbers; nil where they are still to come.
  /// - Returns: whether they are.
  func areDrafts(_ numbers: Numbering?) -> Bool {
    files.allSatisfy { file in
      guard case .numbered(let gifts, _, _) = file.name, let numbers else { return false }
      return gifts.first.flatMap { numbers[$0] } == nil
    }
  }

  /// Every file that is there already and would be overwritten, and every folder that cannot be one.
  ///
  /// - Parameters:
  ///   - overwriting: which files that are there may be replaced.
  ///   - numbers: the papers' numbers; nil where they are still to come, so that only names that do not depend on them are
  ///     looked at.
  /// - Returns: a fault for each.
  func obstacles(_ overwriting: Overwriting, _ numbers: Numbering?) -> [Diagnostic] {
    var faults = obstacle().map { [$0] } ?? []
    for file in files {
      if case .numbered = file.name, numbers == nil { continue }
      let path = path(of: file, numbers ?? .drafts)
      if Files.isTooLong(path) {
        faults.append(Diagnostic(OutputFact.nameTooLong, file: ShownPath.of(path)))
      } else if overwriting != .everything, Files.isDangling(path) {
        faults.append(Diagnostic(OutputFact.linkToNothing, file: ShownPath.of(path)))
      } else if Files.isFolder(path) {
        faults.append(Diagnostic(OutputFact.isFolder, file: ShownPath.of(path)))
      } else if Files.exists(path), !overwriting.allows(path) {
        faults.append(Diagnostic(OutputFact.alreadyThere, file: ShownPath.of(path)))
      }
    }
    return faults
  }

  private func obstacle() -> Diagnostic? {
    // The nearest folder that exists is the one that must let us in.
    if Files.isTooLong(folder) { return Diagnostic(OutputFact.nameTooLong, file: ShownPath.of(folder)) }
    var existing = URL(fileURLWithPath: folder)
    while !Files.exists(existing.path), existing.path != "/" {
      if Files.isDangling(existing.path) {
        return Diagnostic(OutputFact.linkToNothing, file: ShownPath.of(existing.path))
      }
      existing.deleteLastPathComponent()
    }
    let shown = ShownPath.of(existing.path)
    guard Files.isFolder(existing.path) else { return Diagnostic(OutputFact.isFile, file: shown) }
    guard FileManager.default.isWritableFile(atPath: existing.path) else {
      return Diagnostic(OutputFact.mayNotWrite, file: shown)
    }
    return nil
  }
}
