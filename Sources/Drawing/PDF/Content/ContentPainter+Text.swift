internal import Layout

/// Text (ISO 32000-1, 9.4).
extension ContentPainter {
  mutating func draw(_ line: ShapedLine, in color: Color, at origin: Point) throws(DrawingError) {
    guard let line = line.content as? GlyphLine else { throw .foreignText }
    guard !line.shape.glyphs.isEmpty else { return }
    markText()
    stream.beginText()
    stream.fill(with: color)
    let runs = studio.runs(of: line)
    for (index, run) in line.runs.enumerated() {
      let place = place(of: run.instance.face)
      stream.set(ContentStream.Font(resource: place, size: FixedPoint.length(line.size(of: run))))
      stream.embolden(by: FixedPoint.length(run.instance.boldness * line.scale), color)
      if resources.fonts[place].texts.merge(runs[index].texts) {
        write(runs[index], slant: run.instance.slant, at: origin)
      } else {
        // One of its glyphs stands for another text on this page.
        let own = ShownRun(
          run, of: line, studio.widths(of: run.instance.face), after: resources.fonts[place].texts)
        resources.fonts[place].texts = own.texts
        write(own, slant: run.instance.slant, at: origin)
      }
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

extension FontInstance {
  /// How much broader letters are that are made bold, in points at that size, as FreeType makes them (`FT_GlyphSlot_Embolden`); 0 for others.
  var boldness: Double { isEmboldened ? size / 24 : 0 }
}
