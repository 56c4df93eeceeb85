import Drawing
import Layout

/// What of a page a printer reaches after its correction: the words of the void stand there, wherever the correction moves a page.
struct PrintableArea {
  /// How far from the paper's edges printers print at the least, in points.
  static let unprinted = 2 * Length.millimetre

  private let correction: PrintCorrection
  private let isRoll: Bool
  /// What a roll's head reaches, from side to side, in points of the paper; nil where there is no head.
  private let head: ClosedRange<Double>?

  /// - Parameters:
  ///   - output: what the page comes out as.
  ///   - width: how wide it is, in points.
  ///   - isRoll: whether it is cut from a roll, as long as its content.
  init(_ output: PageOutput = .vector(.none), width: Double, isRoll: Bool) {
    (correction, self.isRoll) = (output.correction, isRoll)
    if case .dots(let head, _) = output {
      let reach = min(width, Double(head.dots) * 72 / head.density)
      self.head = (width - reach) / 2...(width + reach) / 2
    } else {
      head = nil
    }
  }

  /// How far above a page's end its last words stand.
  ///
  /// - Parameters:
  ///   - usual: how far without any correction, in points.
  ///   - room: the blank at the page's end, in points. Where a correction asks for more than another such, nothing is moved: then the
  ///     page is refused.
  ///   - height: the page's height, in points; nothing is asked of that of a roll.
  /// - Returns: how far, in points; never less than usual.
  func edge(usual: Double, room: Double, height: Double) -> Double {
    if correction == .none { return usual }
    let least = min(Self.unprinted, usual)
    let edge =
      isRoll
      // A roll becomes longer or shorter with what is on it.
      ? (least + correction.y) / correction.down
      : height - (height - least - correction.y) / correction.down
    return edge > usual + room ? usual : max(usual, edge)
  }

  /// Between which places from left to right words stand.
  ///
  /// - Parameters:
  ///   - usual: between which without any correction, in points.
  ///   - width: the page's width, in points.
  /// - Returns: the places, in points; as is usual where a correction leaves too little between them.
  func sides(usual: ClosedRange<Double>, width: Double) -> ClosedRange<Double> {
    if correction == .none { return usual }
    let edge = min(Self.unprinted, usual.lowerBound, width - usual.upperBound)
    let (left, right) = (max(edge, head?.lowerBound ?? 0), min(width - edge, head?.upperBound ?? width))
    let least = max(usual.lowerBound, (left - correction.x) / correction.across)
    let most = min(usual.upperBound, (right - correction.x) / correction.across)
    return most - least < 0.7 * (usual.upperBound - usual.lowerBound) ? usual : least...most
  }
}
