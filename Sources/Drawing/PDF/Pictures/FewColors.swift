/// Pixels by their places in a palette (ISO 32000-1, 8.6.6.3).
struct FewColors {
  /// Red, green and blue of each colour, in the order in which they are met.
  private(set) var palette: [UInt8] = []
  /// How many bits a place has: 1, 2, 4 or 8.
  private(set) var bits = 8
  /// Row by row, each from a whole byte on.
  private(set) var samples: [UInt8] = []

  /// - Parameters:
  ///   - colors: red, green and blue of each pixel; nil comes of more than 256 colours.
  ///   - width: how many pixels are in a row.
  init?(_ colors: [UInt8], width: Int) {
    guard width > 0 else { return nil }
    var places: [UInt32: UInt8] = [:]
    var last: (color: UInt32, place: UInt8)?
    var indices: [UInt8] = []
    indices.reserveCapacity(colors.count / 3)
    for start in stride(from: 0, to: colors.count, by: 3) {
      let color = UInt32(colors[start]) << 16 | UInt32(colors[start + 1]) << 8 | UInt32(colors[start + 2])
      if let last, last.color == color {
        indices.append(last.place)
        continue
      }
      if places[color] == nil {
        guard places.count < 256 else { return nil }
        places[color] = UInt8(places.count)
        palette += colors[start..<start + 3]
      }
      guard let place = places[color] else { return nil }
      last = (color, place)
      indices.append(place)
    }
    bits = places.count <= 2 ? 1 : places.count <= 4 ? 2 : places.count <= 16 ? 4 : 8
    samples = bits == 8 ? indices : Self.packed(indices, width: width, bits: bits)
  }

  private static func packed(_ indices: [UInt8], width: Int, bits: Int) -> [UInt8] {
    let row = (width * bits + 7) / 8
    var out = [UInt8](repeating: 0, count: indices.count / width * row)
    for (index, place) in indices.enumerated() {
      let column = index % width * bits
      out[index / width * row + column / 8] |= place << UInt8(8 - bits - column % 8)
    }
    return out
  }
}
