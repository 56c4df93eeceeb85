import Testing

@testable import Bookkeeping

@Suite struct TextEncodingTests {
  private static let text = "item;quantity\r\nMenú del día;1,5\r\nÜberzug “neu” – 散髪 😀;2"

  @Test func readsUTF8WithAndWithoutMark() throws {
    #expect(try TextEncoding.utf8(utf8(Self.text)) == utf8(Self.text))
    #expect(try TextEncoding.utf8([0xEF, 0xBB, 0xBF] + utf8(Self.text)) == utf8(Self.text))
  }

  @Test func readsUTF16OfBothOrders() throws {
    let low = Self.text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let high = Self.text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    #expect(try TextEncoding.utf8([0xFF, 0xFE] + low) == utf8(Self.text))
    #expect(try TextEncoding.utf8([0xFE, 0xFF] + high) == utf8(Self.text))
  }

  @Test func takesTheRestForWindows1252() throws {
    let bytes: [UInt8] = utf8("Men") + [0xFA] + utf8(" ") + [0x93, 0x80, 0x94, 0x99, 0x9F, 0x81]
    #expect(String(decoding: try TextEncoding.utf8(bytes), as: UTF8.self) == "Menú “€”™Ÿ\u{81}")
  }

  @Test func refusesBrokenUTF16AndWorkbooks() {
    #expect(throws: TextEncoding.Fault.brokenEncoding) { try TextEncoding.utf8([0xFF, 0xFE, 0x41]) }
    #expect(throws: TextEncoding.Fault.brokenEncoding) { try TextEncoding.utf8([0xFF, 0xFE, 0x00, 0xD8]) }
    #expect(throws: TextEncoding.Fault.workbook) { try TextEncoding.utf8([0x50, 0x4B, 0x03, 0x04, 0x14]) }
    #expect(throws: TextEncoding.Fault.workbook) { try TextEncoding.utf8([0xD0, 0xCF, 0x11, 0xE0, 0xA1]) }
  }
}
