/// The fonts of a document (ISO 32000-1, 9.7): each face is embedded once, at the end, with the glyphs that its pages have used.
final class EmbeddedFonts {
  /// A face, and how pages speak of it.
  private final class Embedded {
    let face: FontFace
    /// The CIDFont, which all of its maps share.
    let descendant: ObjectNumber
    /// A map from its codes to Unicode, and the font with that map. A second one is there only where a glyph stands for one text on
    /// one page and for another on another.
    var maps: [(texts: GlyphTexts, font: ObjectNumber)] = []

    init(_ face: FontFace, descendant: ObjectNumber) { (self.face, self.descendant) = (face, descendant) }
  }

  /// How many faces are known by their identity.
  private static let mostQuick = 1024

  private let file: ObjectFile
  private var all: [Embedded] = []
  private var places: [FontFace.Key: Int] = [:]
  /// The same by the faces that have been met, which are kept, so that no other comes to have their identity.
  private var quick: [ObjectIdentifier: (face: FontFace, embedded: Embedded)] = [:]

  init(_ file: ObjectFile) { self.file = file }

  /// The number of a font as a page uses it.
  func number(of font: Resources.Font) -> ObjectNumber {
    let embedded = embedded(font.face)
    for index in embedded.maps.indices where embedded.maps[index].texts.merge(font.texts) {
      return embedded.maps[index].font
    }
    embedded.maps.append((font.texts, file.reserve()))
    return embedded.maps[embedded.maps.count - 1].font
  }

  private func embedded(_ face: FontFace) -> Embedded {
    if let known = quick[ObjectIdentifier(face)] { return known.embedded }
    if quick.count >= Self.mostQuick { quick.removeAll(keepingCapacity: true) }
    let place = places[face.key] ?? all.count
    if place == all.count {
      all.append(Embedded(face, descendant: file.reserve()))
      places[face.key] = place
    }
    quick[ObjectIdentifier(face)] = (face, all[place])
    return all[place]
  }

  /// Writes all fonts.
  ///
  /// - Throws: ``DrawingError``.
  func finish() throws(DrawingError) {
    for embedded in all { try write(embedded) }
  }

  private func write(_ embedded: Embedded) throws(DrawingError) {
    let (face, widths) = (embedded.face, GlyphWidths(embedded.face))
    var used: Set<UInt16> = []
    for map in embedded.maps { map.texts.forEachGlyph { used.insert($0) } }
    let glyphs = used.sorted()
    let program = try FontProgram(face, glyphs: glyphs)
    let facts = FontFacts(face)
    let name = Self.tag(of: face, glyphs) + "+" + facts.name
    let stream = try write(program)
    let descriptor = try file.add(Self.descriptor(facts, name, program, stream))
    var map: ObjectNumber?
    if case .trueType(let places) = program.kind { map = try file.add(PDFBytes(), stream: places) }
    try file.write(embedded.descendant, Self.descendant(name, map, descriptor, widths, glyphs))
    for map in embedded.maps {
      let codes = map.texts.all.map { (code: widths.code(of: $0.glyph), text: $0.text) }.sorted { $0.code < $1.code }
      let unicode = try file.add(PDFBytes(), stream: CharacterMap.bytes(codes))
      var font = PDFBytes("<</Type/Font/Subtype/Type0/BaseFont")
      font.add(name: name)
      font.add("/Encoding/Identity-H/DescendantFonts[")
      font.add(embedded.descendant)
      font.add("]/ToUnicode ")
      font.add(unicode)
      font.add(">>")
      try file.write(map.font, font)
    }
  }

  private func write(_ program: FontProgram) throws(DrawingError) -> ObjectNumber {
    var dictionary = PDFBytes()
    switch program.kind {
    case .trueType:
      dictionary.add("/Length1 ")
      dictionary.add(program.bytes.count)
    case .compact: dictionary.add("/Subtype/CIDFontType0C")
    }
    return try file.add(dictionary, stream: program.bytes)
  }

  private static func descriptor(_ facts: FontFacts, _ name: String, _ program: FontProgram, _ stream: ObjectNumber)
    -> PDFBytes
  {
    var out = PDFBytes("<</Type/FontDescriptor/FontName")
    out.add(name: name)
    // Symbolic: its codes are none of a standard set (9.8.2).
    out.add("/Flags 4/FontBBox[")
    out.add(syntax: facts.box.map(String.init).joined(separator: " "))
    out.add(syntax: "]/ItalicAngle \(facts.italicAngle)/Ascent \(facts.ascent)/Descent \(facts.descent)")
    // No font says how broad its stems are; 80 is what readers take for a text's.
    out.add(syntax: "/CapHeight \(facts.capHeight)/StemV 80")
    if case .trueType = program.kind { out.add("/FontFile2 ") } else { out.add("/FontFile3 ") }
    out.add(stream)
    out.add(">>")
    return out
  }

  private static func descendant(
    _ name: String, _ map: ObjectNumber?, _ descriptor: ObjectNumber, _ widths: GlyphWidths, _ glyphs: [UInt16]
  ) -> PDFBytes {
    var out = PDFBytes("<</Type/Font/Subtype")
    if let map {
      out.add("/CIDFontType2/CIDToGIDMap ")
      out.add(map)
    } else {
      out.add("/CIDFontType0")
    }
    out.add("/BaseFont")
    out.add(name: name)
    out.add("/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor ")
    out.add(descriptor)
    out.add("/DW 0/W[")
    let coded = glyphs.map { (code: Int(widths.code(of: $0)), width: widths.millionths(of: $0)) }.sorted {
      $0.code < $1.code
    }
    var next = -1
    for glyph in coded {
      // Codes that follow one another share a list (9.7.4.3).
      if glyph.code != next { out.add(syntax: next < 0 ? "\(glyph.code)[" : "]\(glyph.code)[") } else { out.add(" ") }
      out.add(glyph.width, decimals: 3)
      next = glyph.code + 1
    }
    out.add(next < 0 ? "]>>" : "]]>>")
    return out
  }

  /// Six letters that tell this part of a font from others (9.6.4), from what is in it.
  private static func tag(of face: FontFace, _ glyphs: [UInt16]) -> String {
    // FNV-1a of 64 bits.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func mix(_ value: UInt64) { hash = (hash ^ value) &* 0x100_0000_01B3 }
    for glyph in glyphs { mix(UInt64(glyph)) }
    for coordinate in face.key.coordinates { mix(UInt64(coordinate.bitPattern)) }
    mix(UInt64(bitPattern: Int64(face.key.index)))
    var letters = ""
    for _ in 0..<6 {
      letters.unicodeScalars.append(Unicode.Scalar(UInt8(0x41 + hash % 26)))
      hash /= 26
    }
    return letters
  }
}
