/// Numbers with what they count.
package enum Counted {
  /// `1 price`, `2 prices`.
  ///
  /// - Parameters:
  ///   - count: how many.
  ///   - one: what one is called.
  ///   - many: what several are called; nil where that is one with an s.
  /// - Returns: the number and the word that fits it.
  package static func text(_ count: Int, _ one: String, _ many: String? = nil) -> String {
    count == 1 ? "1 \(one)" : "\(count) \(many ?? one + "s")"
  }
}
