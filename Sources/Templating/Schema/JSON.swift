/// A piece of a JSON document, whose keys keep their order.
indirect enum JSON: Hashable, Sendable {
  case text(String)
  case whole(Int)
  case number(Double)
  case flag(Bool)
  case list([JSON])
  case record([Field])

  /// A key with its value.
  struct Field: Hashable, Sendable {
    var key: String
    var value: JSON
  }

  /// The value under a key; nil where this is no record or has no such key.
  subscript(key: String) -> JSON? {
    guard case .record(let fields) = self else { return nil }
    return fields.first { $0.key == key }?.value
  }

  /// This record with more keys behind its own.
  func adding(_ more: JSON) -> JSON {
    guard case .record(let own) = self, case .record(let others) = more else { return self }
    return .record(own + others)
  }

  /// The document as text: what fits on a line stands on one.
  var written: String { written(indent: "", room: JSON.width) + "\n" }

  private static let width = 120

  private func written(indent: String, room: Int) -> String {
    let line = line
    guard line.count > room else { return line }
    let inner = indent + "  "
    let parts: [String]
    let brackets: (String, String)
    switch self {
    case .list(let values):
      parts = values.map { $0.written(indent: inner, room: JSON.width - inner.count - 1) }
      brackets = ("[", "]")
    case .record(let fields):
      parts = fields.map { field in
        let key = "\(JSON.quoted(field.key)): "
        return key + field.value.written(indent: inner, room: JSON.width - inner.count - key.count - 1)
      }
      brackets = ("{", "}")
    default: return line
    }
    return brackets.0 + "\n" + parts.map { inner + $0 }.joined(separator: ",\n") + "\n" + indent + brackets.1
  }

  /// All on one line.
  private var line: String {
    switch self {
    case .text(let text): return JSON.quoted(text)
    case .whole(let number): return String(number)
    case .number(let number): return number == number.rounded() ? String(Int(number)) : String(number)
    case .flag(let flag): return String(flag)
    case .list(let values): return "[" + values.map(\.line).joined(separator: ", ") + "]"
    case .record(let fields):
      if fields.isEmpty { return "{}" }
      return "{ " + fields.map { "\(JSON.quoted($0.key)): \($0.value.line)" }.joined(separator: ", ") + " }"
    }
  }

  private static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\t": out += "\\t"
      case "\u{0}"..."\u{1F}":
        let hex = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  init(stringLiteral value: String) { self = .text(value) }
  init(integerLiteral value: Int) { self = .whole(value) }
  init(floatLiteral value: Double) { self = .number(value) }
  init(booleanLiteral value: Bool) { self = .flag(value) }
  init(arrayLiteral elements: JSON...) { self = .list(elements) }
  init(dictionaryLiteral elements: (String, JSON)...) {
    self = .record(elements.map { Field(key: $0.0, value: $0.1) })
  }
}
