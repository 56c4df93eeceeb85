import Templating

/// Finds the text on account of which a document does not fit.
enum Culprit {
  /// How many texts are tried, the longest first: each is laid out once more.
  private static let most = 16

  /// The one text without which a document fits.
  ///
  /// - Parameters:
  ///   - values: what its template receives.
  ///   - fits: lays a document out.
  /// - Returns: the text; nil where leaving out one alone is not enough.
  static func text(in values: [String: TemplateData], _ fits: ([String: TemplateData]) -> Bool) -> String? {
    var all: [String] = []
    for value in values.values { gather(value, &all) }
    let longest = Set(all).sorted { ($1.count, $0) < ($0.count, $1) }.prefix(most)
    return longest.first { text in fits(values.mapValues { without(text, $0) }) }
  }

  private static func gather(_ value: TemplateData, _ all: inout [String]) {
    switch value {
    case .text(let text), .foreign(let text, _): all.append(text)
    case .list(let values): for value in values { gather(value, &all) }
    case .record(let fields): for value in fields.values { gather(value, &all) }
    case .flag, .indexed: break
    }
  }

  private static func without(_ text: String, _ value: TemplateData) -> TemplateData {
    switch value {
    case .text(text), .foreign(text, _): .text("x")
    case .list(let values): .list(values.map { without(text, $0) })
    case .record(let fields): .record(fields.mapValues { without(text, $0) })
    default: value
    }
  }
}
