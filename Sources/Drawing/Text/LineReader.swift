internal import CCairo
internal import CPango

/// Takes glyphs out of one of Pango's lines.
struct LineReader {
  /// The text Pango shaped, as UTF-8 that ends in a zero.
  let text: UnsafePointer<CChar>
  let setting: TypeSetting
  /// Glyphs of bytes from here on are white space at the end of a wrapped line: they take no room, yet they are there for
  /// whoever copies the text or hears it read.
  let inkEnd: Int
  /// Where in the text a character without a glyph stands.
  private(set) var missing: Int?

  init(text: UnsafePointer<CChar>, setting: TypeSetting, inkEnd: Int) {
    self.text = text
    self.setting = setting
    self.inkEnd = inkEnd
  }

  /// Adds the glyphs of a line, from left to right.
  mutating func read(_ line: PangoLayoutLine, into draft: inout GlyphDraft) {
    var next = line.runs
    while let node = next {
      if let data = node.pointee.data {
        read(data.assumingMemoryBound(to: PangoGlyphItem.self), into: &draft)
      }
      next = node.pointee.next
    }
  }

  private mutating func read(_ item: UnsafeMutablePointer<PangoGlyphItem>, into draft: inout GlyphDraft) {
    guard let glyphs = item.pointee.glyphs, let analysis = item.pointee.item?.pointee.analysis,
      let font = analysis.font, let (scaled, instance) = setting.instance(of: font)
    else { return }
    let backward = analysis.level % 2 == 1
    let starts = (glyphs: draft.glyphs.count, clusters: draft.clusters.count, bytes: draft.bytes.count)
    let blank = setting.blank(of: scaled)
    readClusters(item, backward: backward, blank: blank, into: &draft)
    place(glyphs.pointee, of: item, blank: blank, into: &draft)
    guard draft.glyphs.count > starts.glyphs else { return }
    draft.runs.append(
      GlyphShape.Run(
        font: scaled, instance: instance, glyphs: starts.glyphs..<draft.glyphs.count,
        clusters: starts.clusters..<draft.clusters.count,
        bytes: starts.bytes..<draft.bytes.count,
        flags: backward ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : cairo_text_cluster_flags_t(rawValue: 0),
        start: item.pointee.item?.pointee.offset ?? 0, script: analysis.script))
  }

  /// Which bytes each group of glyphs stands for, in the order of the text: that makes the paper's text selectable.
  private mutating func readClusters(
    _ item: UnsafeMutablePointer<PangoGlyphItem>, backward: Bool, blank: UInt?, into draft: inout GlyphDraft
  ) {
    var iter = PangoGlyphItemIter()
    guard let glyphs = item.pointee.glyphs?.pointee.glyphs else { return }
    var more = pango_glyph_item_iter_init_start(&iter, item, text)
    while more != 0 {
      let range =
        backward
        ? Int(iter.end_glyph) + 1..<Int(iter.start_glyph) + 1 : Int(iter.start_glyph)..<Int(iter.end_glyph)
      var drawn: Int32 = 0
      for index in range where shows(glyphs[index].glyph, at: Int(iter.start_index)) { drawn += 1 }
      if drawn == 0, blank != nil, isLostBlank(at: Int(iter.start_index)) { drawn = 1 }
      if drawn > 0 {
        let length = iter.end_index - iter.start_index
        draft.clusters.append(cairo_text_cluster_t(num_bytes: length, num_glyphs: drawn))
        let start = text.advanced(by: Int(iter.start_index))
        draft.bytes.append(contentsOf: UnsafeBufferPointer(start: start, count: Int(length)))
      }
      more = pango_glyph_item_iter_next_cluster(&iter)
    }
  }

  /// Puts glyphs beside one another, from left to right.
  private func place(
    _ glyphs: PangoGlyphString, of item: UnsafeMutablePointer<PangoGlyphItem>, blank: UInt?,
    into draft: inout GlyphDraft
  ) {
    let unit = Double(PANGO_SCALE)
    let offset = Int(item.pointee.item?.pointee.offset ?? 0)
    draft.width += Double(item.pointee.start_x_offset) / unit
    for index in 0..<Int(glyphs.num_glyphs) {
      let info = glyphs.glyphs[index]
      let byte = offset + Int(glyphs.log_clusters[index])
      if info.glyph == Self.empty, let blank, isLostBlank(at: byte) {
        draft.glyphs.append(cairo_glyph_t(index: blank, x: draft.width, y: 0))
      }
      if info.glyph != Self.empty, info.glyph & Self.unknown == 0 {
        let x = draft.width + Double(info.geometry.x_offset) / unit
        let y = Double(info.geometry.y_offset - item.pointee.y_offset) / unit
        draft.glyphs.append(cairo_glyph_t(index: UInt(info.glyph), x: x, y: y))
      }
      if byte < inkEnd, info.glyph & Self.unknown == 0 { draft.width += Double(info.geometry.width) / unit }
    }
    draft.width += Double(item.pointee.end_x_offset) / unit
  }

  /// Whether a blank stands here that Pango took away, since the line is broken at it.
  private func isLostBlank(at byte: Int) -> Bool { byte >= inkEnd && text[byte] == 0x20 }

  private mutating func shows(_ glyph: PangoGlyph, at byte: Int) -> Bool {
    if glyph == Self.empty { return false }
    guard glyph & Self.unknown != 0 else { return true }
    if Unicode.Scalar(glyph & ~Self.unknown)?.isIgnorable != true { missing = min(missing ?? byte, byte) }
    return false
  }

  /// Pango's sign for nothing to draw (`PANGO_GLYPH_EMPTY`).
  private static let empty: PangoGlyph = 0x0FFF_FFFF
  /// Pango's flag for a character that no font has (`PANGO_GLYPH_UNKNOWN_FLAG`); the other bits are its code point.
  private static let unknown: PangoGlyph = 0x1000_0000
}
