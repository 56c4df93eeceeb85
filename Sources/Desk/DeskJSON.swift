import BillingOffice
import Foundation

/// What pages and desk say to each other.
enum JSONText {
  static func of(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }
}

/// What a page asks to be recorded.
struct AskedGift: Decodable, Sendable {
  struct Line: Decodable, Sendable { var item, quantity: String }
  /// What the page calls it.
  var id: String
  var lines: [Line]
  var printer: String?
  var isMeant: Bool?
  /// The code of the office for which it was taken down; nil where nobody has said.
  var office: String?
}

/// What was recorded.
struct GivenAnswer: Encodable, Sendable {
  struct Line: Encodable, Sendable { var item, quantity, unit, price, amount: String }
  var number, seal, total: String
  var lines: [Line]
  var address, code, printer: String?
  var warnings: [String]

  init(_ gift: RecordedGift, printer: String?, warnings: [String]) {
    (number, seal, total, address) = (gift.number, gift.seal, gift.total, gift.address)
    lines = gift.lines.map {
      Line(item: $0.item, quantity: $0.quantity, unit: $0.unit, price: $0.price, amount: $0.amount)
    }
    code = CodePicture.address(of: gift.code)
    (self.printer, self.warnings) = (printer, warnings)
  }
}

/// Why something was refused.
struct RefusedAnswer: Encodable, Sendable {
  var faults: [String]
  /// Whether it is done all the same where somebody says that it is meant.
  var doubts: Bool
  /// Whether it is another gift than the one that was recorded under its name, and needs one of its own.
  var isOther = false
}

/// What somebody asks of a paper.
struct AskedPrint: Decodable, Sendable {
  var number: String
  var printer: String?
  var action: String?
}

struct CatalogueState: Encodable, Sendable {
  struct Item: Encodable, Sendable {
    var item, label, category, unit, price: String
    var plain: String?
    var step, keys, slug: String
    var stalls: [String]
    var count: Int

    enum CodingKeys: String, CodingKey {
      case item, label, category, unit, price, plain, step, keys, slug, stalls, count
    }

    /// What is not known is said, rather than left out.
    func encode(to encoder: any Encoder) throws {
      var all = encoder.container(keyedBy: CodingKeys.self)
      for (key, text) in [
        (CodingKeys.item, item), (.label, label), (.category, category), (.unit, unit), (.price, price), (.step, step),
        (.keys, keys), (.slug, slug),
      ] {
        try all.encode(text, forKey: key)
      }
      try all.encode(plain, forKey: .plain)
      try all.encode(stalls, forKey: .stalls)
      try all.encode(count, forKey: .count)
    }
  }
  var version, currency: String
  var digits: Int
  var locale, symbol, decimal: String
  var items: [Item]
  var stalls, recent: [String]

  init(_ catalogue: Catalogue, version: String) {
    self.version = version
    (currency, digits, locale) = (catalogue.currency, catalogue.digits, catalogue.locale)
    (symbol, decimal, stalls) = (catalogue.symbol, catalogue.decimalSign, catalogue.stalls)
    items = catalogue.items.map {
      Item(
        item: $0.item, label: $0.label, category: $0.category, unit: $0.unit, price: $0.price, plain: $0.plainPrice,
        step: $0.hasHalves ? "0.5" : "1", keys: $0.keys, slug: $0.slug, stalls: $0.stalls, count: $0.count)
    }
    recent = catalogue.recent
  }
}

struct QueuesState: Encodable, Sendable {
  struct Job: Encodable, Sendable { var number, state, words: String }
  struct Queue: Encodable, Sendable {
    var printer: String
    var jobs: [Job]
  }
  var queues: [Queue]
  var leftovers: Int

  init(_ queues: [PrintQueues.Queue], leftovers: Int, _ pages: DeskPages) {
    self.leftovers = leftovers
    self.queues = queues.map { queue in
      Queue(printer: queue.printer.description, jobs: queue.jobs.map { Job($0, pages) })
    }
  }
}

extension QueuesState.Job {
  /// A paper, in the desk's language.
  init(_ job: PrintQueues.Job, _ pages: DeskPages) {
    number = job.number.description
    switch job.state {
    case .waiting: (state, words) = ("waiting", pages.word("state_waiting"))
    case .printing: (state, words) = ("printing", pages.word("state_printing"))
    case .printed: (state, words) = ("printed", pages.word("state_printed"))
    case .failed(let reason): (state, words) = ("failed", pages.sentence(reason))
    case .trying(let since, let reason):
      (state, words) = ("trying", "\(pages.word("state_trying")) \(since): \(pages.sentence(reason))")
    }
  }
}

struct BoardState: Encodable, Sendable {
  struct Row: Encodable, Sendable {
    var name, value, gifts, share: String

    init(_ row: GroupRow) {
      (name, value, gifts, share) = (row.name, row.value, row.gifts, BoardState.percent(row.share))
    }
  }
  struct PaidFor: Encodable, Sendable { var count, name: String }
  struct Milestone: Encodable, Sendable { var name, amount, left, share, source, checked: String }
  var value, amount, currency, gifts, hours: String
  var categories, stalls: [Row]
  var paidFor: [PaidFor]
  var latest: [String]
  var next, passed: Milestone?

  init(_ board: LiveBoard) {
    (value, amount, currency) = (board.value, board.amount, board.currency)
    (gifts, hours, latest) = (board.gifts, board.hours, board.latest)
    (categories, stalls) = (board.categories.map(Row.init), board.stalls.map(Row.init))
    paidFor = board.paidFor.map { PaidFor(count: $0.count, name: $0.name) }
    (next, passed) = (board.next.map(Self.milestone), board.passed.map(Self.milestone))
  }

  private static func milestone(_ milestone: LiveBoard.Milestone) -> Milestone {
    Milestone(
      name: milestone.name, amount: milestone.amount, left: milestone.left, share: percent(milestone.share),
      source: milestone.source, checked: milestone.checked)
  }

  static func percent(_ share: Double) -> String {
    let tenths = Int((share * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)%"
  }
}

struct DeskState: Encodable, Sendable {
  var version: String
  var board: BoardState
  var queues: QueuesState
}
