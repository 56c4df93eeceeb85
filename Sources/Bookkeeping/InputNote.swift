/// Something that was decided while a file was read: it is no fault, and worth a line all the same.
public struct InputNote: Hashable, Sendable {
  /// The line of the file, from 1; nil where the whole file is meant.
  public var line: Int?
  /// What was decided.
  public var fact: Fact

  /// Describes a decision.
  public init(line: Int? = nil, _ fact: Fact) {
    self.line = line
    self.fact = fact
  }

  /// What can be worth a line, with what is needed to say so.
  public enum Fact: Hashable, Sendable {
    /// The file is not UTF-8 and was read by a code page, by which its first word with such a letter reads so.
    case codePage(CodePage, word: String)
    /// The header stands below other lines, on this one.
    case headerFound(line: Int)
    /// There is no header; the columns told by what stands in them what they are, in this order.
    case noHeader([InputColumn])
    /// Numbers that could be read in two ways were read by the decimal sign of the others in their column; the first of them,
    /// and how it was read.
    case decimalSign(InputColumn, DecimalSign, text: String, value: ExactDecimal)
    /// Dates that could be read in two ways were read with the day or the month first; the first of them, and how it was read.
    case dayOrder(DayOrder, text: String, date: CheckedDate)
    /// The file does not say when its prices were looked up; it was taken from what its sources say, for so many rows; the first
    /// of these sources, and its date.
    case checkedInSources(count: Int, first: String, date: CheckedDate)
    /// Items have no category, and there are categories of which this office publishes sums only; so many, and the first of them.
    case withoutCategory(count: Int, items: [String])
  }
}
