import Bookkeeping
import Foundation

/// Which invoices go into which file.
struct OutputPlan {
  /// One file to be written.
  struct File {
    /// Its final path.
    var path: String
    /// The invoices in it, as positions in the batch.
    var invoices: Range<Int>
  }

  /// The folder that all of them go into.
  var folder: String
  var files: [File]
  var format = PaperFormat.pdf
  /// Whether the person named the file, so that its name does not depend on the papers' numbers.
  var isNamed = false

  /// Whether the invoices are too many for one document.
  var isInVolumes: Bool { files.count > 1 && files.contains { $0.invoices.count > 1 } }

  /// How many invoices go into one document at the most: a printer's memory, and ours, has an end.
  static let volumeSize = OrderFile.partSize

  /// How many sheets go into one document at the most: what a printer takes paper for.
  static let ream = 500

  /// Decides on the files.
  ///
  /// - Parameters:
  ///   - output: where the person wants them: a folder, or a file with the format's ending; nil for the usual folder.
  ///   - usual: the office's own folder for papers.
  ///   - format: what they are written as.
  ///   - isSplit: whether every invoice has a file of its own.
  ///   - numbers: the invoices' numbers.
  ///   - keys: what the order calls each invoice; none where the order is faulty, and only the folder can be judged.
  ///   - order: the order's path, after which drafts are called.
  /// - Returns: the files.
  /// - Throws: a ``Diagnostic`` when one file is asked for and there would be several.
  static func make(
    output: String?, usual: String, format: PaperFormat = .pdf, isSplit: Bool, numbers: Numbering, keys: [String?],
    order: String
  ) throws(Diagnostics) -> OutputPlan {
    let isApart = isSplit || !format.holdsManyPages
    let ending = "." + format.fileExtension
    if let output, output.lowercased().hasSuffix(ending), !Files.isFolder(output) {
      if isApart, keys.count > 1 {
        throw Diagnostics(
          .error, .usage,
          message: isSplit
            ? "--split makes a file for each invoice, and --output names one file"
            : "pictures are made for each invoice, and --output names one file",
          hint: "name a folder with --output DIR")
      }
      let path = Files.absolute(output)
      let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
      return OutputPlan(folder: folder, files: volumes(of: keys.count, path, ending), format: format, isNamed: true)
    }
    let folder = output.map(Files.absolute) ?? usual
    let stem = URL(fileURLWithPath: order).deletingPathExtension().lastPathComponent
    if isApart || keys.count <= 1 {
      var taken: Set<String> = []
      let files = keys.indices.map { index -> File in
        var name = numbers[index]?.description ?? "\(stem)-draft"
        if numbers[index] == nil {
          if keys.count > 1 { name = "\(stem)-\(plain(keys[index] ?? "\(index + 1)"))-draft" }
          // Two keys can come to the same plain name; the second is told apart by its place.
          if !taken.insert(name.lowercased()).inserted { name += "-\(index + 1)" }
        }
        return File(path: "\(folder)/\(name)\(ending)", invoices: index..<(index + 1))
      }
      return OutputPlan(folder: folder, files: files, format: format)
    }
    var name = "\(stem)-draft"
    if case .numbered(let all) = numbers, let first = all.first, let last = all.last { name = "\(first)-to-\(last)" }
    return OutputPlan(
      folder: folder, files: volumes(of: keys.count, "\(folder)/\(name)\(ending)", ending), format: format)
  }

  /// One file.
  ///
  /// - Parameters:
  ///   - output: the file that was named; nil for the usual one.
  ///   - usual: the usual file's path without an ending.
  ///   - format: what it is written as.
  /// - Returns: the file.
  /// - Throws: a ``Diagnostic`` when the name has another ending than the format.
  static func single(output: String?, usual: String, format: PaperFormat) throws(Diagnostics) -> OutputPlan {
    let ending = format.fileExtension
    let path = output.map(Files.absolute) ?? "\(usual).\(ending)"
    let url = URL(fileURLWithPath: path)
    guard path.lowercased().hasSuffix(".\(ending)") else {
      throw Diagnostics(
        .error, .usage, message: "\"\(output ?? path)\" is no name for a file in the format \(ending)",
        hint: "name a file that ends in .\(ending), such as --output \(url.lastPathComponent).\(ending)")
    }
    return OutputPlan(
      folder: url.deletingLastPathComponent().path, files: [File(path: path, invoices: 0..<1)], format: format,
      isNamed: true)
  }

  /// The same files where each holds one paper of many sheets: volumes are as large as the pieces that a batch is read in.
  var holdingOneEach: OutputPlan {
    var plan = self
    for index in plan.files.indices { plan.files[index].invoices = index..<index + 1 }
    return plan
  }

  /// The files of sheets that are cut or hung up.
  ///
  /// - Parameters:
  ///   - output: where the person wants them: a folder, or a file with the format's ending; nil for the usual folder.
  ///   - usual: the office's own folder for papers.
  ///   - stem: what the files are called.
  ///   - parts: the sheets of each file, with what it is called behind the stem; one without a name for all in one.
  ///   - format: what they are written as.
  /// - Returns: the files.
  /// - Throws: a ``Diagnostic`` when one file is asked for and there would be several.
  static func sheets(
    output: String?, usual: String, stem: String, parts: [(name: String?, sheets: Range<Int>)], format: PaperFormat
  ) throws(Diagnostics) -> OutputPlan {
    let ending = "." + format.fileExtension
    let parts =
      format.holdsManyPages
      ? parts
      : parts.flatMap { part in
        part.sheets.map { sheet in
          let place = part.sheets.count > 1 ? ["\(sheet - part.sheets.lowerBound + 1)"] : []
          return (name: ([part.name].compactMap { $0 } + place).joined(separator: "-"), sheets: sheet..<sheet + 1)
        }
      }
    if let output, output.lowercased().hasSuffix(ending), !Files.isFolder(output) {
      guard parts.count == 1, let part = parts.first else {
        throw Diagnostics(
          .error, .usage, message: "there are \(parts.count) files to write, and --output names one",
          hint: "name a folder with --output DIR")
      }
      let path = Files.absolute(output)
      let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
      return OutputPlan(
        folder: folder, files: volumes(of: part.sheets.count, path, ending, size: ream), format: format, isNamed: true)
    }
    let folder = output.map(Files.absolute) ?? usual
    var taken: Set<String> = []
    let files = parts.enumerated().flatMap { index, part in
      var name = ([stem] + [part.name].compactMap { $0 }.filter { !$0.isEmpty }.map(plain)).joined(separator: "-")
      if !taken.insert(name.lowercased()).inserted { name += "-\(index + 1)" }
      return volumes(of: part.sheets.count, "\(folder)/\(name)\(ending)", ending, size: ream).map { file in
        let start = part.sheets.lowerBound
        return File(path: file.path, invoices: file.invoices.lowerBound + start..<file.invoices.upperBound + start)
      }
    }
    return OutputPlan(folder: folder, files: files, format: format, isNamed: true)
  }

  /// One document, or several where the invoices are too many for one: `tonight-001-of-012.pdf`.
  private static func volumes(of count: Int, _ path: String, _ ending: String, size volumeSize: Int = volumeSize)
    -> [File]
  {
    guard count > volumeSize else { return [File(path: path, invoices: 0..<count)] }
    let volumes = (count + volumeSize - 1) / volumeSize
    let digits = max(3, String(volumes).count)
    func padded(_ number: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: digits - text.count) + text
    }
    return (0..<volumes).map { index in
      let place = "-\(padded(index + 1))-of-\(padded(volumes))"
      return File(
        path: path.dropLast(ending.count) + place + path.suffix(ending.count),
        invoices: index * volumeSize..<min(count, (index + 1) * volumeSize))
    }
  }

  /// The name of a page's picture: the file's own where the paper has one page, else with `-1`, `-2` … before its ending.
  func path(of file: File, page: Int, count: Int) -> String {
    guard count > 1 else { return file.path }
    let ending = format.fileExtension.count + 1
    return file.path.dropLast(ending) + "-\(page)" + file.path.suffix(ending)
  }

  /// A key as part of a file's name: letters, figures and `-`.
  private static func plain(_ key: String) -> String {
    let parts = key.split(whereSeparator: { !$0.isLetter && !$0.isNumber })
    return parts.isEmpty ? "x" : String(parts.joined(separator: "-").prefix(60))
  }

  /// Every file that is there already and would be overwritten, and every folder that cannot be one.
  ///
  /// - Parameters:
  ///   - force: whether files may be overwritten.
  ///   - areNumbered: whether the papers have their numbers yet; where not, only names that do not depend on them are looked at.
  /// - Returns: what is in the way.
  func obstacles(force: Bool, areNumbered: Bool = true) -> [Diagnostic] {
    var faults = OutputPlan.obstacle(folder: folder).map { [$0] } ?? []
    guard areNumbered || isNamed else { return faults }
    for file in files {
      if Files.isFolder(file.path) {
        faults.append(
          Diagnostic(
            .error, .cannotWrite, file: Files.shown(file.path), message: "there is a folder of this name",
            hint: "choose another place with --output"))
      } else if !force, Files.exists(file.path) {
        faults.append(OutputPlan.alreadyThere(file.path))
      }
    }
    return faults
  }

  /// A file that would be overwritten.
  static func alreadyThere(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, .cannotWrite, file: Files.shown(path), message: "this file is there already",
      hint: "keep it and choose another place with --output, or overwrite it with --force")
  }

  private static func obstacle(folder: String) -> Diagnostic? {
    // The nearest folder that exists is the one that must let us in.
    var existing = URL(fileURLWithPath: folder)
    while !Files.exists(existing.path), existing.path != "/" { existing.deleteLastPathComponent() }
    guard Files.isFolder(existing.path) else {
      return Diagnostic(
        .error, .cannotWrite, file: Files.shown(existing.path), message: "this is a file, not a folder",
        hint: "name a folder, or a file ending in .pdf, .png or .svg, with --output")
    }
    guard FileManager.default.isWritableFile(atPath: existing.path) else {
      return Diagnostic(
        .error, .cannotWrite, file: Files.shown(existing.path), message: "you may not write in this folder",
        hint: "choose another one with --output DIR")
    }
    return nil
  }
}
