package import Drawing
import Foundation
import Papers
import PrinterDevices
import Synchronization

/// Where the bytes of papers go: into files, into memory, or to a printer.
package protocol Destination: Sendable {
  /// Whether documents go there one after the other, rather than several at a time.
  var takesOneAtATime: Bool { get }
  /// Whether it takes no more, so that nothing more need be made for it.
  var hasFailed: Bool { get }
  /// Whether somebody waits for the paper as it comes out, so that what has come out stays when the rest is stopped.
  var isPrinter: Bool { get }

  /// How many documents, from the first, have come out of a printer for sure.
  var taken: Int { get }

  /// Makes sure that documents can go there, before anything is recorded.
  ///
  /// - Throws: ``Diagnostics`` when they cannot.
  func open() throws(Diagnostics)

  /// Where one document goes.
  ///
  /// - Parameter path: the path that it has, or would have.
  /// - Returns: what takes the document's bytes.
  /// - Throws: ``Diagnostics`` when it cannot be begun.
  func sink(for path: String) throws(Diagnostics) -> any ByteSink

  /// Says that all documents are complete: only now they can be seen.
  ///
  /// - Throws: ``Diagnostics`` when they cannot be brought there; then none is.
  func finish() throws(Diagnostics)

  /// Says that nothing comes of it; whatever was made of it goes.
  func discard()
}

extension Destination {
  package var taken: Int { 0 }
}

/// Files, which appear whole and together or not at all.
package final class FileDestination: Destination {
  package let takesOneAtATime = false
  package let hasFailed = false
  package let isPrinter: Bool
  private let folder: String
  private let overwriting: Overwriting
  private let use: FolderUse
  private let reaching: @Sendable () throws(Diagnostics) -> Void
  private let files = Mutex<AtomicFiles?>(nil)

  /// Names the folder; nothing is made before it is opened.
  ///
  /// - Parameters:
  ///   - folder: the folder.
  ///   - overwriting: which files that are there already are replaced.
  ///   - isPrinter: whether they are gone in a moment, on their way to a queue.
  ///   - reaching: makes sure that there is a way on from there, before anything is made.
  init(
    _ folder: String, _ overwriting: Overwriting, isPrinter: Bool = false,
    reaching: @escaping @Sendable () throws(Diagnostics) -> Void = { () throws(Diagnostics) in }
  ) {
    (self.folder, self.overwriting, self.isPrinter, self.reaching) = (folder, overwriting, isPrinter, reaching)
    use = isPrinter ? .state : .papers
  }

  package func open() throws(Diagnostics) { _ = try opened() }

  private func opened() throws(Diagnostics) -> AtomicFiles {
    if let files = files.withLock({ $0 }) { return files }
    try reaching()
    let new = try AtomicFiles(folder: folder, isFleeting: isPrinter, for: use)
    files.withLock { $0 = new }
    return new
  }

  package func sink(for path: String) throws(Diagnostics) -> any ByteSink {
    let aside = try opened().begin(path)
    do { return try FileSink(path: aside) } catch { throw Diagnostics(.of(error)) }
  }

  package func finish() throws(Diagnostics) { try files.withLock { $0 }?.publish(overwriting) }

  package func discard() { files.withLock { $0 }?.discard() }
}

/// Memory: documents by the names that they would have as files.
package final class MemoryDestination: Destination {
  package let takesOneAtATime = false
  package let hasFailed = false
  package let isPrinter = false
  /// A sink is written by one worker, and read once all are done.
  private struct Kept: @unchecked Sendable { var sinks: [MemorySink] = [] }
  private let kept = Mutex(Kept())

  package init() {}

  /// The documents, in the order in which they were begun.
  package var documents: [(name: String, bytes: [UInt8])] {
    kept.withLock { $0.sinks.map { (URL(fileURLWithPath: $0.name).lastPathComponent, $0.bytes) } }
  }

  package func open() {}

  package func sink(for path: String) -> any ByteSink {
    let sink = MemorySink(name: path)
    let new = Kept(sinks: [sink])
    kept.withLock { $0.sinks += new.sinks }
    return sink
  }

  package func finish() {}
  package func discard() { kept.withLock { $0.sinks = [] } }
}

/// The line to a receipt printer, which takes one paper after the other while the next is drawn.
final class LineDestination: Destination {
  let takesOneAtATime = true
  let isPrinter = true
  let line: PrinterLine
  /// What people call the printer.
  private let name: String

  init(_ line: PrinterLine, of name: String) { (self.line, self.name) = (line, name) }

  var hasFailed: Bool { line.isBroken }
  var taken: Int { line.taken }

  func open() throws(Diagnostics) {
    if let obstacle = line.obstacle { throw Diagnostics(PrinterFact.notPrinted(.anything, on: name, obstacle)) }
  }

  func sink(for path: String) -> any ByteSink { line }
  func finish() {}
  func discard() {}
}
