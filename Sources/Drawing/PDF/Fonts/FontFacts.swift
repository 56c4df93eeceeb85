internal import CHarfBuzz

/// What a font descriptor says of a face (ISO 32000-1, 9.8), in thousandths of an em.
struct FontFacts {
  /// Its PostScript name, as PDF names fonts.
  var name: String
  var ascent: Int
  var descent: Int
  var capHeight: Int
  /// How far its letters lean to the left, in whole degrees; those that lean to the right have less than 0.
  var italicAngle: Int
  /// Left, bottom, right and top of what holds all its glyphs.
  var box: [Int]

  /// Looks at a face.
  init(_ face: FontFace) {
    let units = face.unitsPerEm
    func metric(_ tag: FontTag) -> Int? {
      var value: hb_position_t = 0
      let found = hb_ot_metrics_get_position(face.font, hb_ot_metrics_tag_t(rawValue: tag.value), &value)
      return found != 0 ? Int(value) * 1000 / units : nil
    }
    name = Self.name(of: face)
    ascent = metric(FontTag("hasc")) ?? 800
    descent = metric(FontTag("hdsc")) ?? -200
    capHeight = metric(FontTag("cpht")) ?? 700
    italicAngle = Int(hb_style_get_value(face.font, HB_STYLE_TAG_SLANT_ANGLE).rounded())
    // `head`: xMin, yMin, xMax and yMax stand from its 36th byte on.
    box = face.withTable(FontTag("head")) { head in
      guard head.count >= 44 else { return [0, -200, 1000, 800] }
      return stride(from: 36, to: 44, by: 2).map { place in
        Int(Int16(bitPattern: UInt16(head[place]) << 8 | UInt16(head[place + 1]))) * 1000 / units
      }
    }
  }

  private static func name(of face: FontFace) -> String {
    let room = 128
    let name = withUnsafeTemporaryAllocation(of: CChar.self, capacity: room) { buffer in
      var size = UInt32(room)
      let id = hb_ot_name_id_t(HB_OT_NAME_ID_POSTSCRIPT_NAME)
      _ = hb_ot_name_get_utf8(face.face, id, nil, &size, buffer.baseAddress)
      return String(decoding: buffer.prefix(Int(size)).lazy.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
    // Letters that every reader takes (OpenType, `name`, 6: at most 63 of ASCII, and no brackets).
    let plain = name.unicodeScalars.filter {
      $0.isASCII && ($0.properties.isAlphabetic || $0 == "-" || $0 == "_" || "0"..."9" ~= $0)
    }
    return plain.isEmpty ? "Font" : String(String.UnicodeScalarView(plain))
  }
}
