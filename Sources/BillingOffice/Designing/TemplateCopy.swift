import Foundation

extension TemplateDesk {
  /// Begins a template of the office's own as a copy of another.
  ///
  /// - Parameters:
  ///   - source: the template to copy, by name or folder.
  ///   - name: what it is to be called; its folder is `Templates/<name>` in the office.
  /// - Returns: the files that were made, in the order of their names.
  /// - Throws: ``Diagnostics`` when there is no office or no such template, the name is taken or cannot be one, or the folder
  ///   cannot be made; nothing is left behind then.
  public func copy(_ source: String, as name: String) throws(Diagnostics) -> [String] {
    let office = try officeFolder()
    try vet(name)
    return try copy(try find(source), to: "\(office)/Templates/\(name)")
  }

  /// The line by which editors find the schema: it stands beside the templates' folders, the program's as well as an office's.
  static let schemaLine = "# yaml-language-server: $schema=../\(schemaFile)"
  static let schemaFile = "template.schema.json"

  private func vet(_ name: String) throws(Diagnostics) {
    let isPlain = name.allSatisfy { $0.isLetter || $0.isNumber || "-_ ".contains($0) }
    guard isPlain, !name.isEmpty, name.count <= 60, name.first != " ", name.first != "-", name.last != " " else {
      throw Diagnostics(
        .error, .usage, message: "\"\(name)\" cannot be the name of a template",
        hint: "use letters, figures, - and _, such as our-invoice")
    }
    guard let taken = try? library.find(name) else { return }
    throw Diagnostics(
      .error, .cannotWrite, file: Files.shown(taken.folder), message: "there is a template \"\(name)\" already",
      hint: "choose a name that is not taken; nothing was changed")
  }

  private func copy(_ source: TemplateLibrary.Found, to folder: String) throws(Diagnostics) -> [String] {
    guard !Files.exists(folder) else {
      throw Diagnostics(
        .error, .cannotWrite, file: Files.shown(folder), message: "there is something here already",
        hint: "choose a name that is not taken; nothing was changed")
    }
    let text = try Files.text(source.file, shown: Files.shown(source.file))
    let files = FileManager.default
    let shelf = URL(fileURLWithPath: folder).deletingLastPathComponent().path
    let made = try Files.make(folder: shelf, hint: "check that you may write in your office's folder")
    // Copied aside first, so that no template is ever seen half-written.
    let aside = "\(shelf)/.\(UUID().uuidString.prefix(8)).part"
    do {
      try files.createDirectory(atPath: aside, withIntermediateDirectories: false)
      for name in try files.contentsOfDirectory(atPath: source.folder) where TemplateDesk.belongs(name) {
        try files.copyItem(atPath: "\(source.folder)/\(name)", toPath: "\(aside)/\(name)")
      }
      try Data(TemplateDesk.withSchemaLine(text).utf8).write(to: URL(fileURLWithPath: aside + "/template.yaml"))
      try files.createDirectory(atPath: aside + "/art", withIntermediateDirectories: true)
      try Data(TemplateDesk.schema.utf8)
        .write(to: URL(fileURLWithPath: "\(shelf)/\(TemplateDesk.schemaFile)"), options: .atomic)
      try files.moveItem(atPath: aside, toPath: folder)
    } catch {
      try? files.removeItem(atPath: aside)
      if !made.isEmpty { try? files.removeItem(atPath: "\(shelf)/\(TemplateDesk.schemaFile)") }
      Files.remove(folders: made)
      throw Diagnostics(
        .error, .cannotWrite, file: Files.shown(folder), message: "the template cannot be copied here",
        hint: "check that you may write in \(Files.shown(shelf)), and the space on the disk")
    }
    let names = (try? files.subpathsOfDirectory(atPath: folder)) ?? []
    return names.filter { !Files.isFolder("\(folder)/\($0)") }.sorted().map { Files.shown("\(folder)/\($0)") }
  }

  /// Whether a file belongs to a template rather than being about it (a picture of how it looks) or hidden.
  private static func belongs(_ name: String) -> Bool {
    ["template.yaml", SampleOrder.file, "art"].contains(name)
  }

  private static func withSchemaLine(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.first?.hasPrefix("# yaml-language-server:") == true { lines.removeFirst() }
    return schemaLine + "\n" + lines.joined(separator: "\n")
  }
}
