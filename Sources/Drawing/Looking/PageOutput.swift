/// What a page comes out as, so that it can be looked at as whoever gets it will see it.
public enum PageOutput: Hashable, Sendable {
  /// Shapes of any size, as in PDF and SVG, moved and stretched for a printer.
  case vector(PrintCorrection)
  /// Pixels, so many an inch.
  case pixels(dpi: Double)
  /// The dots of a receipt printer's head.
  case dots(PrintHead, PrintCorrection)

  /// What makes good how the printer is off.
  public var correction: PrintCorrection {
    switch self {
    case .vector(let correction), .dots(_, let correction): correction
    case .pixels: .none
    }
  }

  /// How long a pixel or a dot is, in points; nil where shapes have any size.
  public var dot: Double? {
    switch self {
    case .vector: nil
    case .pixels(let dpi): 72 / dpi
    case .dots(let head, _): 72 / head.density
    }
  }
}
