import Layout

/// Puts the voids of all signs of a sheet over it in one go: most sheets are alike, and share one. One worker's own.
final class SheetVoids {
  /// The void of one face, and where the face stands.
  struct Piece {
    var void: PageVoid
    var turn: Transform
  }

  private struct Key: Hashable {
    var layer: ObjectIdentifier
    var turn: Transform
  }

  private var kept: [[Key]: (layers: [SharedFrame], frame: SharedFrame)] = [:]
  /// How many are kept at the most.
  private static let limit = 64

  /// Puts them over a sheet.
  func apply(_ pieces: [Piece], to sheet: inout Frame) {
    let layers = pieces.map(\.void.layer.frame)
    let key = zip(pieces, layers).map { Key(layer: ObjectIdentifier($1), turn: $0.turn) }
    let frame = kept[key]?.frame ?? made(pieces, on: sheet.size)
    if kept[key] == nil {
      if kept.count >= Self.limit { kept.removeAll(keepingCapacity: true) }
      // The layers are kept with it, so that no other one can come to have their identity.
      kept[key] = (layers, frame)
    }
    let codes = pieces.flatMap { piece in piece.void.codes.map { piece.turn.bounds(of: $0) } }
    // Signs that say the same say it once for the sheet.
    var spoken: [String] = []
    for piece in pieces where !spoken.contains(piece.void.layer.spoken) { spoken.append(piece.void.layer.spoken) }
    let wording = spoken.joined(separator: " ")
    sheet.add(
      .group(GroupItem(content: frame, transform: Transform(), blend: .multiply, holes: codes, wording: wording)),
      at: .zero)
  }

  private func made(_ pieces: [Piece], on size: Size) -> SharedFrame {
    var frame = Frame(size: size)
    for piece in pieces {
      frame.add(.group(GroupItem(content: piece.void.layer.frame, transform: piece.turn)), at: .zero)
    }
    return SharedFrame(frame)
  }
}
