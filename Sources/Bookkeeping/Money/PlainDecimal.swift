extension ExactDecimal {
  /// Reads a number as ``plainDescription`` writes it, such as `1.830`; nil for anything else.
  public init?(plain text: String) {
    let digits = text.hasPrefix("-") ? text.dropFirst() : Substring(text)
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count),
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let mantissa = Int64((text.hasPrefix("-") ? "-" : "") + parts.joined())
    else { return nil }
    self.init(mantissa: mantissa, scale: parts.count > 1 ? parts[1].utf8.count : 0)
    guard plainDescription == text else { return nil }
  }

  /// The exact sum of two numbers.
  ///
  /// - Throws: `MoneyError.overflow` where it does not fit.
  public func adding(_ other: ExactDecimal) throws(MoneyError) -> ExactDecimal {
    let scale = max(self.scale, other.scale)
    var sum: Int64 = 0
    for number in [self, other] {
      var mantissa = number.mantissa
      for _ in number.scale..<scale {
        let (tens, overflow) = mantissa.multipliedReportingOverflow(by: 10)
        guard !overflow else { throw .overflow }
        mantissa = tens
      }
      let (total, overflow) = sum.addingReportingOverflow(mantissa)
      guard !overflow else { throw .overflow }
      sum = total
    }
    guard let result = ExactDecimal(mantissa: sum, scale: scale) else { throw .overflow }
    return result
  }
}
