/// A map from codes to Unicode (ISO 32000-1, 9.10.3; Adobe Technical Note 5411), by which a text is found, copied and heard.
enum CharacterMap {
  /// How many lines stand in one list at the most (Adobe Technical Note 5014).
  private static let mostLines = 100

  /// The map's text.
  ///
  /// - Parameter codes: codes in their order, each with what it stands for.
  /// - Returns: a CMap file.
  static func bytes(_ codes: [(code: UInt16, text: String)]) -> [UInt8] {
    var out = PDFBytes(
      """
      /CIDInit /ProcSet findresource begin
      12 dict begin
      begincmap
      /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
      /CMapName /Adobe-Identity-UCS def
      /CMapType 2 def
      1 begincodespacerange
      <0000> <FFFF>
      endcodespacerange

      """)
    for start in stride(from: 0, to: codes.count, by: mostLines) {
      let lines = codes[start..<min(start + mostLines, codes.count)]
      out.add(lines.count)
      out.add(" beginbfchar\n")
      for line in lines {
        out.add("<")
        out.add(hex: line.code)
        out.add("> <")
        for unit in line.text.utf16 { out.add(hex: unit) }
        out.add(">\n")
      }
      out.add("endbfchar\n")
    }
    out.add("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
    return out.bytes
  }
}
