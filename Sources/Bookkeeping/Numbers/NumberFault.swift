/// Why a cell is not read as a number.
public indirect enum NumberFault: Error, Hashable, Sendable {
  /// It is no number at all.
  case notANumber
  /// A plus or a minus stands at it.
  case signed
  /// A percent sign stands at it.
  case percent
  /// It is written with a power of ten, such as 1e3.
  case exponent
  /// A currency sign or code stands at it; the rest is given as the bare number.
  case currencyMark(String, bare: String)
  /// A currency's sign or code that fits stands at it, and the bare number, which is given, has this fault.
  case marked(bare: String, NumberFault)
  /// It is a formula, of which a table keeps only the result.
  case formula
  /// A spreadsheet wrote there that it could not reckon, such as #VALUE!.
  case errorValue
  /// It is written with the base 16, such as 0x1F.
  case hexadecimal
  /// It is a date: spreadsheets make one of what somebody typed, such as 1-2 or 1.2.
  case date
  /// More than nine digits stand after the decimal sign.
  case tooManyDecimals
  /// Its digits do not fit in 64 bits.
  case tooLarge
  /// Its only sign may be a decimal sign or part thousands, and no other number of the column tells which.
  case ambiguous(decimal: ExactDecimal, grouped: ExactDecimal)
  /// Its decimal sign is not the one by which the column began, on the line given.
  case otherDecimalSign(first: DecimalSign, firstLine: Int)
}

/// What parts the whole units from the rest.
public enum DecimalSign: String, Hashable, Sendable {
  /// As in 1,234.50.
  case point = "."
  /// As in 1.234,50.
  case comma = ","

  /// A sign by what people call it: `comma`, `point`, or the sign itself; nil for anything else.
  public init?(named name: String) {
    switch name.lowercased() {
    case "comma", ",": self = .comma
    case "point", "dot", "period", ".": self = .point
    default: return nil
    }
  }
}
