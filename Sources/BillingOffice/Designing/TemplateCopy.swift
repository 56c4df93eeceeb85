import Foundation
import Papers

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
    guard !Files.exists(folder) else { throw Diagnostics(OfficeFact.inUse, file: ShownPath.of(folder)) }
    let shelf = URL(fileURLWithPath: folder).deletingLastPathComponent().path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: source.folder)) ?? []
    var contents = Dictionary(
      uniqueKeysWithValues: names.filter(OfficeTemplates.belongs).map {
        ($0, AtomicFolder.Content.copy(of: "\(source.folder)/\($0)"))
      })
    contents["template.yaml"] = .text(OfficeTemplates.withSchemaLine(try Files.text(source.file)))
    if contents["art"] == nil { contents["art"] = .folder }
    try AtomicFolder.fill(
      folder, with: contents, for: .templates, else: TemplateFact.notCopied(shelf: ShownPath.of(shelf)))
    try AtomicFiles.replace("\(shelf)/\(OfficeTemplates.schemaFile)", with: OfficeTemplates.schema, for: .templates)
    let copied = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    return copied.filter { !Files.isFolder("\(folder)/\($0)") }.sorted().map { ShownPath.of("\(folder)/\($0)") }
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
