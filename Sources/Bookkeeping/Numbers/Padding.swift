extension BinaryInteger {
  /// The number with zeros before it until it has so many digits.
  package func padded(to length: Int, radix: Int = 10) -> String {
    let digits = String(self, radix: radix, uppercase: true)
    return String(repeating: "0", count: Swift.max(0, length - digits.count)) + digits
  }
}
