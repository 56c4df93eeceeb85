internal import Layout

/// Text (ISO 32000-1, 9.4).
extension ContentPainter {
  mutating func draw(_ line: ShapedLine, in color: Color, at origin: Point) throws(DrawingError) {
    guard let line = line.content as? GlyphLine else { throw .foreignText }
    guard !line.shape.glyphs.isEmpty else { return }
    let shown = studio.runs(of: line)
    if structure == nil || shown.count == 1 {
      for index in shown.indices { draw(line.runs[index], shown[index], of: line, in: color, at: origin) }
    } else {
      for index in line.order { draw(line.runs[index], shown[index], of: line, in: color, at: origin) }
    }
  }

  private mutating func draw(
    _ run: GlyphLine.Run, _ shown: ShownRun, of line: GlyphLine, in color: Color, at origin: Point
  ) {
    markText(of: run.script)
    stream.beginText()
    stream.fill(with: color)
    let place = place(of: run.instance.face)
    stream.set(ContentStream.Font(resource: place, size: FixedPoint.length(line.size(of: run))))
    stream.embolden(by: FixedPoint.length(run.instance.boldness * line.scale), color)
    if resources.fonts[place].texts.merge(shown.texts) {
      write(shown, slant: run.instance.slant, at: origin)
    } else {
      // One of its glyphs stands for another text on this page.
      let own = ShownRun(run, of: line, studio.widths(of: run.instance.face), after: resources.fonts[place].texts)
      resources.fonts[place].texts = own.texts
      write(own, slant: run.instance.slant, at: origin)
    }
  }

  private mutating func write(_ run: ShownRun, slant: Double, at origin: Point) {
    for step in run.steps {
      switch step {
      case .move(let left, let down):
        stream.move(toX: x(origin.x + left), y: y(origin.y + down), slant: FixedPoint.factor(slant))
      case .syntax(let range): stream.out.add(run.syntax[range])
      }
    }
  }
}

extension GlyphLine {
  /// The places of its runs in the order of the text, in which they are heard; they stand from left to right.
  fileprivate var order: [Int] {
    runs.indices.sorted { runs[$0].start < runs[$1].start }
  }
}

extension FontInstance {
  /// How much broader letters are that are made bold, in points at that size, as FreeType makes them (`FT_GlyphSlot_Embolden`); 0 for others.
  var boldness: Double { isEmboldened ? size / 24 : 0 }
}
