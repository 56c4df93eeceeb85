import TestTools
import Testing

@testable import Bookkeeping

@Suite struct TextSourceTests {
  private static let text = "item;quantity\r\nMenú del día;1,5\r\nÜberzug “neu” – 散髪 😀;2"

  private func read(_ bytes: [UInt8], _ hints: ReadingHints = ReadingHints()) throws -> String {
    let text = try TextSource(ByteSource(bytes), hints)
    return String(decoding: try text.source.bytes(text.start..<text.source.count), as: UTF8.self)
  }

  private func fault(_ bytes: [UInt8]) -> InputFault? {
    do {
      _ = try TextSource(ByteSource(bytes))
      return nil
    } catch { return error }
  }

  @Test func readsUTF8WithAndWithoutMarks() throws {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    for bytes in [utf8(Self.text), mark + utf8(Self.text), mark + mark + utf8(Self.text)] {
      #expect(try read(bytes) == Self.text)
    }
    #expect(try TextSource(ByteSource(utf8(Self.text))).notes.isEmpty)
  }

  @Test func readsUTF16OfBothOrdersWithAndWithoutMarks() throws {
    let low = Self.text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let high = Self.text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    for bytes in [[0xFF, 0xFE] + low, [0xFE, 0xFF] + high, low, high] { #expect(try read(bytes) == Self.text) }
    let chinese = "品名,数量\n面包,3\n理发,12\n"
    #expect(try read(chinese.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) == chinese)
  }

  @Test func refusesWhatIsNoText() {
    #expect(fault([0xFF, 0xFE, 0x41])?.fact == .brokenEncoding)
    #expect(fault([0xFF, 0xFE, 0x00, 0xD8])?.fact == .brokenEncoding)
    #expect(fault([0x50, 0x4B, 0x03, 0x04, 0x14])?.fact == .workbook(.damaged))
    #expect(fault([0xD0, 0xCF, 0x11, 0xE0, 0xA1])?.fact == .workbook(.oldExcel))
    #expect(fault([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A])?.fact == .noText)
    #expect(fault(utf8("%PDF-1.7\n%âãÏÓ"))?.fact == .noText)
    #expect(fault([0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x10])?.fact == .noText)
    var random = SplitMix64(seed: 1)
    #expect(fault((0..<5000).map { _ in UInt8(random.number(0...255)) })?.fact == .noText)
    #expect(fault([1, 0, 0, 0, 7, 0, 0, 0, 3, 0, 9, 0, 0, 5])?.fact == .noText)
  }

  @Test(
    arguments: [
      ([0x92], 4, 10), ([0xC0, 0xAF], 4, 10), ([0xED, 0xA0, 0x80], 4, 10), ([0xF5, 0x80], 4, 10), ([0xC3], 4, 10),
    ] as [([UInt8], Int, Int)])
  func aStrayByteIsToldWhereItStands(stray: [UInt8], line: Int, column: Int) {
    let before = utf8("item,source\r\nCafé moulu,Enquête\r\nPâté,Enquête\r\nd’épeaut")
    let told = fault(before + stray + utf8("re,Survey\r\n"))
    #expect(told == InputFault(line: line, column: column - 1, .strayByte(stray[0])))
  }

  @Test(arguments: [[0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xE0, 0x80, 0xAF], [0xF0, 0x80, 0x80, 0xAF]] as [[UInt8]])
  func brokenUTF8IsNoCodePage(broken: [UInt8]) {
    let told = fault(utf8("item,price\nRice,1\nBr") + broken + utf8("ead,2\n"))
    #expect(told == InputFault(line: 3, column: 3, .strayByte(broken[0])))
  }
}
