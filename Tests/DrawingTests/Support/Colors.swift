/// Whether two colours are the same but for rounding.
func isNear(_ a: [UInt8], _ b: [UInt8], within slack: Int = 2) -> Bool {
  zip(a, b).allSatisfy { abs(Int($0) - Int($1)) <= slack }
}
