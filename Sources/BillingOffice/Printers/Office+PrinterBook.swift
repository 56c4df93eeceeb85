import Foundation
import Layout
import Templating

extension Office {
  /// The file that says which printers there are, beside office.yaml.
  static let printersFile = "printers.yaml"

  /// The printers of this office; none where it has no printers.yaml.
  ///
  /// - Throws: ``Diagnostics`` with everything that is wrong with the file.
  public func printers() throws(Diagnostics) -> PrinterBook {
    var faults = Faults()
    let book = readPrinters(&faults)
    try faults.check()
    return book ?? PrinterBook()
  }

  /// Reads printers.yaml; nil where there is none.
  func readPrinters(_ faults: inout Faults) -> PrinterBook? {
    let path = "\(folder)/\(Self.printersFile)"
    guard Files.exists(path) else { return nil }
    let file = shown(Self.printersFile)
    guard let text = faults.collect({ () throws(Diagnostics) in try Files.text(path, shown: file) }) else { return nil }
    let (book, wrong) = PrinterBookReader.read(text, file: file)
    faults.add(wrong)
    return book
  }

  /// The printer that somebody named.
  ///
  /// - Parameter name: a name in printers.yaml, or an address: `tcp://HOST:PORT`, or a device's path.
  /// - Returns: the printer.
  /// - Throws: ``Diagnostics`` when there is none of that name, or printers.yaml is faulty.
  public func printer(named name: String) throws(Diagnostics) -> Printer {
    let book = try printers()
    if let printer = book.printer(name) { return printer }
    if let target = PrinterTarget(name) { return Printer(.receipts(target)) }
    if name.contains("/") {
      throw Diagnostics(
        .error, .usage, message: "\"\(name)\" is no address of a receipt printer",
        hint: "it is such as tcp://192.168.1.50:9100 or /dev/usb/lp0")
    }
    let near = NearestNames.of(name, among: book.printers.compactMap(\.name), cutoff: 0.6)
    throw Diagnostics(
      .error, .usage, message: "there is no printer \"\(name)\" in \(Self.printersFile)",
      hint: .didYouMean(near)
        ?? "add it with: billing-office printer add \(name) --to tcp://192.168.1.50, or name an address such as /dev/usb/lp0"
    )
  }

  /// The queue of CUPS that somebody named, as printers.yaml describes it, if it does.
  ///
  /// - Throws: ``Diagnostics`` when printers.yaml is faulty.
  public func printer(queue: String) throws(Diagnostics) -> Printer {
    let known = try printers().printer(queue)
    return known.flatMap { $0.isForReceipts ? nil : $0 } ?? Printer(.queue(queue))
  }

  /// The printer that somebody named by its name, its address or its queue; the usual one where nobody did.
  ///
  /// - Throws: ``Diagnostics`` when there is none, or printers.yaml is faulty.
  public func printer(orUsual name: String?) throws(Diagnostics) -> Printer {
    if let name {
      let isKnown = try printers().printer(name) != nil || PrinterTarget(name) != nil
      return !isKnown && systemQueues().contains(name) ? Printer(.queue(name)) : try printer(named: name)
    }
    if let usual = try printers().usual { return usual }
    throw Diagnostics(
      .error, .usage, message: "this office has no usual printer",
      hint:
        "name one, or add it: billing-office printer add counter --to tcp://192.168.1.50:9100 --paper 80mm --usual")
  }

  /// The queues of the system; none where CUPS is not there.
  public func systemQueues() -> [String] { (try? PrintQueue.all()) ?? [] }

  /// A paper's name as it is usually written.
  ///
  /// - Throws: ``Diagnostics`` when there is none of that name.
  public func paper(named name: String) throws(Diagnostics) -> String {
    if let paper = Paper.named(name) { return paper.name }
    throw Diagnostics(
      .error, .usage, message: "there is no paper \"\(name)\"",
      hint: .didYouMean(NearestNames.of(name, among: Paper.all.map(\.name))))
  }

  /// Writes a printer into printers.yaml; the first one becomes the usual one.
  ///
  /// - Parameters:
  ///   - printer: the printer.
  ///   - name: what it is called.
  /// - Returns: the file's path.
  /// - Throws: ``Diagnostics`` when the name is taken or no name, or the file is faulty or cannot be written.
  public func add(_ printer: Printer, as name: String) throws(Diagnostics) -> String {
    let book = try printers()
    guard name.wholeMatch(of: /[\p{L}\p{N}][\p{L}\p{N} _.-]{0,39}/) != nil else {
      throw Diagnostics(
        .error, .usage, message: "\"\(name)\" is no name for a printer",
        hint: "take letters, figures, - and _, such as: counter")
    }
    guard !book.printers.contains(where: { $0.name == name }) else {
      throw Diagnostics(
        .error, .usage, message: "there is a printer \"\(name)\" already",
        hint: "choose another name, or change it in \(shown(Self.printersFile))")
    }
    var printer = printer
    if book.printers.isEmpty { printer.isUsual = true }
    return try change { $0.add(printer, name: name) }
  }

  /// Changes the text of printers.yaml, whole or not at all.
  func change(_ edit: (inout PrinterBookText) -> Void) throws(Diagnostics) -> String {
    let path = "\(folder)/\(Self.printersFile)"
    var text = PrinterBookText(Files.exists(path) ? try Files.text(path, shown: shown(Self.printersFile)) : "")
    edit(&text)
    let files = try AsideFiles(folder: folder)
    do { try Data(text.text.utf8).write(to: URL(fileURLWithPath: files.begin(path))) } catch {
      files.discard()
      throw Diagnostics(
        .error, .cannotWrite, file: shown(Self.printersFile), message: "the file cannot be written",
        hint: "check that you may write in this folder")
    }
    try files.publish(force: true)
    return path
  }
}
