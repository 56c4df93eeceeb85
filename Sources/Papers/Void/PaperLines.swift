import Drawing
import Layout

/// The texts of a page as they stand on paper: what is on one line belongs together, whatever cells and elements it comes from.
struct PaperLines {
  private struct Piece {
    var text: String
    var place: Point
    var size: Double
    /// From where to where it goes.
    var width: Double
  }

  /// The texts that stand beside one another, line by line, in the order in which they are read; those that stand alone are left
  /// out.
  let lines: [[String]]
  /// Texts, each with the one that stands next below it: a head and its column, a word and the figure under it.
  let columns: [(above: String, below: String)]
  /// All texts, in the order in which they are read.
  let texts: [String]

  /// How far two baselines of one line may be apart, as a share of the size of the type: cells stand at the top or in the middle.
  private static let slack = 0.4
  /// How far below a text the next one belongs to it, as a multiple of the size of the larger type.
  private static let reach = 4.0

  init(on page: PageLeaves, _ direction: Direction) {
    var pieces = Self.pieces(of: page)
    pieces.sort { ($0.place.y, $0.place.x) < ($1.place.y, $1.place.x) }
    var rows: [[Piece]] = []
    for piece in pieces {
      if let last = rows.last?[0], piece.place.y - last.place.y <= Self.slack(from: last, to: piece) {
        rows[rows.count - 1].append(piece)
      } else {
        rows.append([piece])
      }
    }
    lines = rows.filter { $0.count > 1 }.map { row in
      let sorted = row.sorted { $0.place.x < $1.place.x }.map(\.text)
      return direction == .leftToRight ? sorted : sorted.reversed()
    }
    texts = pieces.map(\.text)
    columns = pieces.indices.compactMap { index in
      let piece = pieces[index]
      let below = pieces[(index + 1)...].first { other in
        other.place.y > piece.place.y + Self.slack * piece.size
          && other.place.x < piece.place.x + max(1, piece.width) && piece.place.x < other.place.x + max(1, other.width)
      }
      guard let below, below.place.y - piece.place.y <= Self.reach * max(piece.size, below.size) else { return nil }
      return (piece.text, below.text)
    }
  }

  /// How far below one baseline another may be that belongs to the same line. What stands under a large figure rather than beside it
  /// does not; words may be a demand, whose amount counts a little below them, too.
  private static func slack(from upper: Piece, to lower: Piece) -> Double {
    let usual = slack * max(upper.size, lower.size)
    return upper.text.contains(where: \.isLetter) ? usual : min(usual, letters * lower.size)
  }
  /// How high letters are, as a share of the size of the type.
  private static let letters = 0.75

  private static func pieces(of page: PageLeaves) -> [Piece] {
    var pieces: [Piece] = []
    for index in page.leaves.indices {
      guard case .item(.text(let line, let style)) = page.leaves[index].what else { continue }
      let text = line.text
      if text.isEmpty { continue }
      let place = page.leaves[index].place
      let factor = place.factor
      pieces.append(
        Piece(
          text: text, place: place.offset, size: (line.typeSize ?? style.size) * factor, width: line.width * factor))
    }
    return pieces
  }
}
