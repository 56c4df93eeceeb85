import Testing

@testable import Bookkeeping

@Suite struct NumberColumnTests {
  private func read(_ cells: String...) -> [Result<ExactDecimal, NumberFault>] {
    var column = NumberColumn()
    for (index, cell) in cells.enumerated() { column.append(cell, line: index + 2) }
    return cells.indices.map { column.value(at: $0) }
  }

  @Test func plainNumbersTellWhatTheOthersMean() {
    #expect(
      read("0.544", "1.830", "26.24") == [
        .success(decimal(544, 3)), .success(decimal(1830, 3)), .success(decimal(2624, 2)),
      ])
    #expect(read("1.830", "26,24") == [.success(decimal(1830)), .success(decimal(2624, 2))])
    #expect(read("1,830", "26.24") == [.success(decimal(1830)), .success(decimal(2624, 2))])
    #expect(read("1,830", "1.234.567") == [.success(decimal(1830, 3)), .success(decimal(1_234_567))])
  }

  @Test func withoutEvidenceNothingIsGuessed() {
    let ambiguous = NumberFault.ambiguous(decimal: decimal(1234, 3), grouped: decimal(1234))
    #expect(read("1.234", "7", "1 000") == [.failure(ambiguous), .success(decimal(7)), .success(decimal(1000))])
    #expect(read("1,234", "abc") == [.failure(ambiguous), .failure(.notANumber)])
  }

  @Test func withContradictoryEvidenceNeither() {
    let ambiguous = NumberFault.ambiguous(decimal: decimal(1234, 3), grouped: decimal(1234))
    let other = NumberFault.otherDecimalSign(first: .point, firstLine: 2)
    #expect(
      read("26.24", "3,50", "1.234", "4.5") == [
        .success(decimal(2624, 2)), .failure(other), .failure(ambiguous), .success(decimal(45, 1)),
      ])
  }
}
