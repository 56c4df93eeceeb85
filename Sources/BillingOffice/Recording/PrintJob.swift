import Crypto
import Foundation
import Papers

/// How papers are to be made, as the outbox keeps it until that is done.
struct PrintJob: Codable, Hashable, Sendable {
  /// The files that are to be written; nil where a printer takes the papers.
  var files: OutputWish?
  /// The printer's name in printers.yaml, or else its address; nil where it is a queue that is not in there.
  var printer: String?
  /// The queue of CUPS that is not in printers.yaml.
  var queue: String?
  /// Which kind of paper.
  var kind: String
  var paper: String?
  var template: String?
  /// The sheet on which several are printed, to be cut.
  var sheet: String?
  /// The dots of a printer that is not in printers.yaml.
  var dots: Int?
  /// What shows that somebody asked for it on this machine; nil where it was asked for elsewhere.
  var mark: String?

  /// The job of gifts that are sent to a printer.
  ///
  /// - Parameters:
  ///   - request: the gifts, with the paper and the sheet that the printer has for them.
  ///   - printer: the printer.
  init(_ request: GiftRequest, on printer: Printer) {
    switch printer.way {
    case .queue(let name) where printer.name == nil: queue = name
    default: self.printer = printer.name ?? printer.address
    }
    kind = request.kind.name
    (paper, template) = (request.look.paper, request.look.template)
    sheet = request.sheet
    dots = printer.name == nil ? printer.dots : nil
  }

  /// The job of gifts whose papers are files.
  ///
  /// - Parameter request: the gifts.
  init(files request: GiftRequest) {
    var wish = request.output
    wish.path = wish.path.map(Files.absolute)
    files = wish
    kind = request.kind.name
    (paper, template) = (request.look.paper, request.look.template)
    sheet = request.sheet
  }

  init?(_ text: String) {
    guard let job = try? JSONDecoder().decode(PrintJob.self, from: Data(text.utf8)) else { return nil }
    self = job
  }

  /// The job as this machine asks for it.
  func marked(_ machine: MachineKey) -> PrintJob {
    var job = self
    job.mark = machine.mark(of: unmarked)
    return job
  }

  /// Whether somebody asked for it on this machine, and nobody has changed it since.
  func isOf(_ machine: MachineKey) -> Bool { mark.map { machine.isMark($0, of: unmarked) } ?? false }

  /// What of it a machine does that was not asked itself: no path is followed, neither that of a file nor that of a template.
  var withoutPaths: PrintJob {
    var job = self
    if job.template?.contains("/") == true { job.template = nil }
    job.files = files.map { OutputWish(format: $0.format, isSplit: true) }
    return job
  }

  private var unmarked: String {
    var job = self
    job.mark = nil
    return job.text
  }

  /// As text.
  var text: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }
}
