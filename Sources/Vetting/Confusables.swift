/// Characters that pass for an ASCII one, beyond what compatibility decomposition undoes.
///
/// A selection from the confusables of Unicode Technical Standard #39, and letters in black circles and squares.
enum Confusables {
  /// The ASCII character this one passes for.
  static func ascii(for scalar: Unicode.Scalar) -> UInt8? {
    switch scalar.value {
    case 0x1F150...0x1F169: UInt8(truncatingIfNeeded: scalar.value - 0x1F150) + UInt8(ascii: "A")
    case 0x1F170...0x1F189: UInt8(truncatingIfNeeded: scalar.value - 0x1F170) + UInt8(ascii: "A")
    default: table[scalar]
    }
  }

  /// Each line: the characters, and below them what each passes for.
  private static let pairs = [
    // Cyrillic
    ("АВЕЗКМНОРСТУХІЈЅԀԌҮԚԜӀаеорсухіјѕԁԍһҺӏԛԝүгкмтвпԛ", "ABE3KMHOPCTYXIJSDGYQWIaeopcyxijsdghHlqwyrkmtbnq"),
    // Greek
    ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαοριυνκγετχϲϳ", "ABEZHIKMNOPTYXaopiuvkyetxcj"),
    // Armenian
    ("օսհոցՕՏԼ", "ouhngOSL"),
    // Cherokee
    ("ᎪᎠᏢᎥᎬᎢᎳᏴᏞᏚᏃᏟ", "ADPiETWBLSZC"),
    // Lisu
    ("ꓑꓮꓲꓓꓬꓰꓴꓳꓡꓢꓔꓐ", "PAIDYEUOLSTB"),
    // Latin letters with strokes and without dots
    ("ıƖɩǀɑɡđĐðÐøØłŁħŧŦɖɗƊƥƤ", "iIiIagdDdDoOlLhtTddDpP"),
    // Small capitals
    ("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz"),
    // Bars, stops, separators
    ("∣│｜❘。․·٫٬−⁄∕：⠀", "||||....,-//: "),
  ]

  private static let table: [Unicode.Scalar: UInt8] = {
    var table: [Unicode.Scalar: UInt8] = [:]
    for (characters, ascii) in pairs {
      for (scalar, byte) in zip(characters.unicodeScalars, ascii.utf8) { table[scalar] = byte }
    }
    return table
  }()
}
