import Testing

@testable import Bookkeeping

@Suite struct NumberEvidenceTests {
  private func read(_ cells: String...) -> [Result<ExactDecimal, NumberFault>] {
    var evidence = NumberEvidence()
    for (index, cell) in cells.enumerated() { evidence.append(cell, line: index + 2) }
    return cells.map { evidence.value(of: WrittenNumber($0)) }
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

  @Test func oneOddCellDoesNotTurnAColumn() {
    let ambiguous = NumberFault.ambiguous(decimal: decimal(1250, 3), grouped: decimal(1250))
    #expect(read("1.250", "3.700", "2.100", "3,20").first == .failure(ambiguous))
    #expect(read("1.250", "3.700", "1.234,50").first == .success(decimal(1250)))
    // Of quantities even one is doubted, until one shows how thousands are written.
    var evidence = NumberEvidence(.quantities)
    for (line, text) in ["1,5", "1.250"].enumerated() { evidence.append(text, line: line + 2) }
    #expect(evidence.value(of: WrittenNumber("1.250")) == .failure(ambiguous))
    #expect(evidence.value(of: WrittenNumber("1,250")) == .success(decimal(1250, 3)))
    #expect(evidence.note(of: .quantity) == nil)
    evidence.append("2.000,5", line: 4)
    #expect(evidence.value(of: WrittenNumber("1.250")) == .success(decimal(1250)))
    #expect(
      evidence.note(of: .quantity)
        == InputNote(line: 3, .decimalSign(.quantity, .comma, text: "1.250", value: decimal(1250))))
  }

  @Test func whatSomebodySaidTells() {
    for (asked, value) in [(DecimalSign.comma, decimal(1234)), (.point, decimal(1234, 3))] {
      var evidence = NumberEvidence(.quantities, asked: asked)
      evidence.append("1.234", line: 2)
      #expect(evidence.value(of: WrittenNumber("1.234")) == .success(value))
      #expect(evidence.note(of: .quantity) == nil)
    }
    // Not against what the column itself shows.
    var evidence = NumberEvidence(asked: .comma)
    evidence.append("26.24", line: 2)
    evidence.append("1.234", line: 3)
    #expect(
      evidence.value(of: WrittenNumber("1.234"))
        == .failure(.ambiguous(decimal: decimal(1234, 3), grouped: decimal(1234))))
    // What most of a column shows was not meant: it was said of another table.
    evidence.append("7.50", line: 4)
    #expect(evidence.value(of: WrittenNumber("1.234")) == .success(decimal(1234, 3)))
  }

  @Test func aSignOfSheetsTellsNothing() {
    #expect(read("2٫125", "1,250").last == .failure(.ambiguous(decimal: decimal(1250, 3), grouped: decimal(1250))))
  }
}
