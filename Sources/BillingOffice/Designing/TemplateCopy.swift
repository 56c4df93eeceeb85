import Foundation
package import Papers

extension OfficeTemplates {
  /// Begins a template of the office's own as a copy of another.
  ///
  /// - Parameters:
  ///   - source: the template to copy, by name or folder.
  ///   - name: what it is to be called; its folder is `Templates/<name>` in the office.
  /// - Returns: the files that were made, in the order of their names.
  /// - Throws: ``Diagnostics`` when there is no office or no such template, the name is taken or cannot be one, or the folder
  ///   cannot be made; nothing is left behind then.
  package func copy(_ source: String, as name: String) throws(Diagnostics) -> [String] {
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
      throw Diagnostics(TemplateFact.badName(name))
    }
    guard let taken = try? library.find(name) else { return }
    throw Diagnostics(TemplateFact.nameTaken(name), file: ShownPath.of(taken.folder))
  }

  private func copy(_ source: TemplateLibrary.Found, to folder: String) throws(Diagnostics) -> [String] {
    guard !Files.exists(folder) else {
      throw Diagnostics(OfficeFact.inUse, file: ShownPath.of(folder))
    }
    let text = try Files.text(source.file)
    let files = FileManager.default
    let shelf = URL(fileURLWithPath: folder).deletingLastPathComponent().path
    let made = try Files.make(folder: shelf, for: .templates)
    // Copied aside first, so that no template is ever seen half-written.
    let aside = "\(shelf)/.\(UUID().uuidString.prefix(8)).part"
    do {
      try files.createDirectory(atPath: aside, withIntermediateDirectories: false)
      for name in try files.contentsOfDirectory(atPath: source.folder) where OfficeTemplates.belongs(name) {
        try files.copyItem(atPath: "\(source.folder)/\(name)", toPath: "\(aside)/\(name)")
      }
      try Data(OfficeTemplates.withSchemaLine(text).utf8).write(to: URL(fileURLWithPath: aside + "/template.yaml"))
      try files.createDirectory(atPath: aside + "/art", withIntermediateDirectories: true)
      try Data(OfficeTemplates.schema.utf8)
        .write(to: URL(fileURLWithPath: "\(shelf)/\(OfficeTemplates.schemaFile)"), options: .atomic)
      try files.moveItem(atPath: aside, toPath: folder)
    } catch {
      try? files.removeItem(atPath: aside)
      if !made.isEmpty { try? files.removeItem(atPath: "\(shelf)/\(OfficeTemplates.schemaFile)") }
      Files.remove(folders: made)
      throw Diagnostics(TemplateFact.notCopied(shelf: ShownPath.of(shelf)), file: ShownPath.of(folder))
    }
    let names = (try? files.subpathsOfDirectory(atPath: folder)) ?? []
    return names.filter { !Files.isFolder("\(folder)/\($0)") }.sorted().map { ShownPath.of("\(folder)/\($0)") }
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
