internal import Foundation
public import Layout

/// Writes a page as an SVG picture. A picture is one page: a second one is an error.
///
/// Cairo 1.16 writes the shapes, but knows no blending in SVG and would turn what is stamped over the page into pixels. So what
/// blends and what does not are drawn each for themselves and put one over the other with `mix-blend-mode` (W3C Compositing
/// and Blending Level 1).
public final class SVGWriter: PageWriter {
  private let sink: any ByteSink
  private let metadata: DocumentMetadata
  private let measurer: PangoMeasurer
  private var text: String?

  /// Begins a picture.
  ///
  /// - Parameters:
  ///   - sink: where it goes.
  ///   - metadata: what the picture says about itself.
  ///   - measurer: the measurer that shaped the frame's text.
  public init(to sink: any ByteSink, metadata: DocumentMetadata, measurer: PangoMeasurer) {
    self.sink = sink
    self.metadata = metadata
    self.measurer = measurer
  }

  /// Draws the page.
  ///
  /// - Throws: ``DrawingError``.
  public func add(page frame: Frame, outline: String?) throws(DrawingError) {
    if text != nil { throw .alreadyClosed(path: sink.name) }
    var body = ""
    for (index, layer) in Self.layers(of: frame).enumerated() {
      let shapes = try SVGShapes(layer.frame, measurer: measurer, prefix: "l\(index)-").text
      let blend = layer.blend == .multiply ? " style=\"mix-blend-mode:multiply\"" : ""
      body += "<g\(blend)>\n\(shapes)</g>\n"
    }
    for link in LinkArea.all(in: frame) { body += Self.element(for: link) }
    let (width, height) = ("\(frame.size.width)", "\(frame.size.height)")
    // White paper, which what is stamped over the page multiplies with.
    text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="\(width)pt" \
      height="\(height)pt" viewBox="0 0 \(width) \(height)" xml:lang="\(Self.escaped(metadata.language))" role="img">
      <title>\(Self.escaped(metadata.title))</title>
      <desc>\(Self.escaped(metadata.subject ?? ""))</desc>
      <rect width="100%" height="100%" fill="#fff"/>
      \(body)</svg>

      """
  }

  /// Writes the picture.
  ///
  /// - Throws: ``DrawingError/cannotWrite(path:reason:)``.
  public func finish() throws(DrawingError) {
    guard let text else { throw .alreadyClosed(path: sink.name) }
    try sink.write(Array(text.utf8))
    try sink.finish()
  }

  /// Forgets the picture.
  public func abandon() {
    text = nil
    sink.abandon()
  }

  /// A page as frames that lie one over the other, each blending as a whole.
  private static func layers(of page: Frame) -> [(frame: Frame, blend: GroupItem.Blend)] {
    var layers: [(frame: Frame, blend: GroupItem.Blend)] = []
    for placed in page.items {
      var placed = placed
      var blend = GroupItem.Blend.normal
      if case .group(var group) = placed.item, group.blend == .multiply {
        blend = .multiply
        group.blend = .normal
        placed.item = .group(group)
      }
      if blend == .normal, layers.last?.blend == .normal {
        layers[layers.count - 1].frame.items.append(placed)
      } else {
        layers.append((Frame(size: page.size, items: [placed]), blend))
      }
    }
    return layers
  }

  private static func element(for link: LinkArea) -> String {
    let address = escaped(LinkArea.encoded(link.address))
    let area = link.area
    return """
      <a xlink:href="\(address)" href="\(address)"><rect x="\(area.minX)" y="\(area.minY)" width="\(area.size.width)" \
      height="\(area.size.height)" fill="none" pointer-events="all"/></a>

      """
  }

  private static func escaped(_ text: String) -> String {
    text.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;")
      .replacingOccurrences(of: ">", with: "&gt;").replacingOccurrences(of: "\"", with: "&quot;")
  }
}
