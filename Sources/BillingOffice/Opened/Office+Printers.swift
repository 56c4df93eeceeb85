import Foundation
import Papers
import PrinterDevices

extension Office {
  /// The file that says which printers there are, beside office.yaml.
  static let printersFile = "printers.yaml"

  /// Reads printers.yaml; nil where there is none.
  func readPrinters(_ faults: inout Faults) -> PrinterBook? {
    let path = path(Self.printersFile)
    guard Files.exists(path) else { return nil }
    let read = faults.collect { () throws(Diagnostics) in
      try kept.value(path, of: [path]) { () throws(Diagnostics) in
        let (book, wrong) = PrinterBookReader.read(try Files.text(path), file: ShownPath.of(path))
        return Read(value: book, faults: wrong)
      }
    }
    return read?.take(&faults)
  }

  /// The printers of this office; none where it has no printers.yaml.
  ///
  /// - Throws: ``Diagnostics`` with everything that is wrong with the file.
  package func printers() throws(Diagnostics) -> PrinterBook {
    var faults = Faults()
    let book = readPrinters(&faults)
    try faults.check()
    return book ?? PrinterBook()
  }

  /// The printer that somebody named.
  ///
  /// - Parameter name: a name in printers.yaml, or an address: `tcp://HOST:PORT`, or a device's path.
  /// - Returns: the printer.
  /// - Throws: ``Diagnostics`` when there is none of that name, or printers.yaml is faulty.
  package func printer(named name: String) throws(Diagnostics) -> Printer {
    let book = try printers()
    if let printer = book.printer(name) { return printer }
    if let target = PrinterTarget(name) { return Printer(.receipts(target)) }
    if name.contains("/") { throw Diagnostics(PrinterFact.noAddress(name, isInBook: false)) }
    throw Diagnostics(PrinterFact.unknown(name, known: book.printers.compactMap(\.name)))
  }

  /// The queue of CUPS that somebody named, as printers.yaml describes it, if it does.
  ///
  /// - Throws: ``Diagnostics`` when printers.yaml is faulty.
  package func printer(queue: String) throws(Diagnostics) -> Printer {
    guard PrintQueue.isName(queue) else { throw Diagnostics(PrinterFact.noQueueName(queue)) }
    let known = try printers().printer(queue)
    return known.flatMap { $0.isForReceipts ? nil : $0 } ?? Printer(.queue(queue))
  }

  /// The printer that somebody named by its name, its address or its queue; the usual one where nobody did.
  ///
  /// - Throws: ``Diagnostics`` when there is none, or printers.yaml is faulty.
  package func printer(orUsual name: String?) throws(Diagnostics) -> Printer {
    if let name {
      let isKnown = try printers().printer(name) != nil || PrinterTarget(name) != nil
      return !isKnown && systemQueues().contains(name) ? Printer(.queue(name)) : try printer(named: name)
    }
    if let usual = try printers().usual { return usual }
    throw Diagnostics(PrinterFact.noUsual)
  }

  /// The queues of the system; none where CUPS is not there.
  package func systemQueues() -> [String] { (try? PrintQueue.all()) ?? [] }

  /// Writes a printer into printers.yaml; the first one becomes the usual one.
  ///
  /// - Parameters:
  ///   - printer: the printer.
  ///   - name: what it is called.
  /// - Returns: the file's path.
  /// - Throws: ``Diagnostics`` when the name is taken or no name, the paper is none for it, or the file is faulty or cannot be
  ///   written.
  package func add(_ printer: Printer, as name: String) throws(Diagnostics) -> String {
    let book = try printers()
    guard name.wholeMatch(of: /[\p{L}\p{N}][\p{L}\p{N} _.-]{0,39}/) != nil, Printer.mayBeCalled(name) else {
      throw Diagnostics(PrinterFact.badName(name))
    }
    switch printer.way {
    case .queue(let queue) where !PrintQueue.isName(queue): throw Diagnostics(PrinterFact.noQueueName(queue))
    case .receipts(let target):
      // One that is not plugged in just now may well be added; what is there and is none may not.
      if case .noPrinter(let stranger)? = target.obstacle {
        throw Diagnostics(PrinterFact.notPrinted(.anything, on: target.description, .noPrinter(stranger)))
      }
    default: break
    }
    guard !book.printers.contains(where: { $0.name == name }) else {
      throw Diagnostics(PrinterFact.nameTaken(name, book: shown(ofOwn: Self.printersFile)))
    }
    var printer = printer
    if let paper = printer.paper, printer.isForReceipts, !Printer.rolls.contains(paper) {
      throw Diagnostics(PrinterFact.notARoll(paper))
    }
    // What is taken for granted is written down, so that it can be seen and put right.
    printer.paper = printer.paper ?? printer.roll
    if book.printers.isEmpty { printer.isUsual = true }
    return try changePrinters { $0.add(printer, name: name) }
  }

  /// Changes the text of printers.yaml, whole or not at all.
  func changePrinters(_ edit: (inout PrinterBookText) -> Void) throws(Diagnostics) -> String {
    let path = path(Self.printersFile)
    var text = PrinterBookText(Files.exists(path) ? try Files.text(path) : "")
    edit(&text)
    try AtomicFiles.replace(path, with: text.text)
    return path
  }
}
