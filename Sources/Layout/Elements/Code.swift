/// A QR code with its quiet zone of four modules on every side (ISO/IEC 18004). Clickable when it holds a web address. It
/// stands where a line of text starts.
public struct Code: Element {
  /// The least width of a module that a phone held in the hand reads, in points: 0.4 mm.
  public static let leastModule = 0.4 * Length.millimetre
  /// The quiet zone's width in modules (ISO/IEC 18004).
  public static let quietModules = 4

  /// What it says.
  public var text: String
  /// Width and height of the code itself in points; the quiet zone comes on top.
  public var side: Double

  /// Makes a code.
  public init(_ text: String, side: Double) {
    self.text = text
    self.side = side
  }

  /// Places the code whole or not at all; refuses one whose modules would be too small to scan.
  public func layout(in space: Constraints, _ context: LayoutContext) throws(LayoutError) -> Fragment {
    let modules: Int
    do { modules = try context.measurer.modules(ofCode: text) } catch { throw .content(error, nil) }
    let module = side / Double(modules)
    guard module >= Code.leastModule - 0.0001 else {
      return .none(Misfit(.modulesTooSmall(module: module, least: Code.leastModule)))
    }
    let quiet = module * Double(Code.quietModules)
    let full = side + 2 * quiet
    guard space.fits(width: full) else {
      return .none(Misfit(.tooWide(needed: full, available: space.width.limit)))
    }
    guard space.fits(height: full) else { return .none(Misfit(.tooHigh(needed: full, available: space.height))) }
    var frame = Frame(size: Size(space.frameWidth(around: full), full))
    if context.hasRoles { frame.role = .figure }
    let origin = Point(context.direction.startOrigin(of: full, in: frame.size.width), 0)
    frame.add(.code(CodeItem(text: text, side: full, quietZone: quiet)), at: origin)
    // Capitals make a smaller code, and scheme and host mean the same in them.
    if text.prefix(8).lowercased() == "https://" { frame.add(.link(address: text, size: Size(full, full)), at: origin) }
    return .whole(frame)
  }
}
