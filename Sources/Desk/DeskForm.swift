import Foundation

/// What a form has sent, as browsers write it (WHATWG URL, application/x-www-form-urlencoded).
struct DeskForm: Sendable {
  /// All fields, in their order.
  private(set) var fields: [(name: String, value: String)] = []

  init(_ text: String) {
    for pair in text.split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map { part in
        part.replacing("+", with: " ").removingPercentEncoding ?? ""
      }
      fields.append((parts[0], parts.count > 1 ? parts[1] : ""))
    }
  }

  /// The first field of a name; empty where there is none.
  func first(_ name: String) -> String { fields.first { $0.name == name }?.value ?? "" }

  /// All fields of a name, in their order.
  func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }
}
