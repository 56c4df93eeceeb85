internal import Layout

/// A page as it is written: made by any worker, appended by one. Nothing in it depends on the pages before it.
struct PaintedPage: Sendable {
  /// Width and height in points.
  var size: Size
  /// Its content stream, compressed.
  var content: [UInt8]
  var resources: Resources
  var links: [PaintedLink]
  var structure: [StructureNode]
}

/// A link of a page (ISO 32000-1, 12.5.6.5).
struct PaintedLink: Sendable {
  /// Where it is, from the page's top left corner in points.
  var area: Rect
  /// What it opens, encoded.
  var address: String
  /// The element of the page's structure that it belongs to; nil without a structure.
  var node: Int?
}

/// A frame that is painted on many pages, as a form (8.10): its origin is the frame's top left corner.
final class PaintedForm: Sendable {
  /// What was painted, which is kept so that no other comes to have its identity.
  let source: SharedFrame
  /// What holds all its ink, in points; y grows downwards.
  let bounds: Rect
  /// Whether it meets what is below as a whole (11.4).
  let isGroup: Bool
  let content: [UInt8]
  let resources: Resources
  /// Its links, from its own top left corner.
  let links: [PaintedLink]

  init(
    source: SharedFrame, bounds: Rect, isGroup: Bool, content: [UInt8], resources: Resources, links: [PaintedLink]
  ) {
    (self.source, self.bounds, self.isGroup) = (source, bounds, isGroup)
    (self.content, self.resources, self.links) = (content, resources, links)
  }
}

extension PaintedForm {
  /// What a form is, whoever has painted it: two workers' forms of one frame are the same.
  struct Key: Hashable {
    let form: PaintedForm

    static func == (a: Key, b: Key) -> Bool {
      let (one, other) = (a.form, b.form)
      guard one !== other else { return true }
      return one.content == other.content && one.bounds == other.bounds && one.isGroup == other.isGroup
        && one.resources == other.resources
    }

    func hash(into hasher: inout Hasher) { hasher.combine(form.content) }
  }
}

extension Resources: Equatable {
  /// Whether all that is used is the same, whoever has noted it.
  static func == (a: Resources, b: Resources) -> Bool {
    a.multiplies == b.multiplies && a.fonts.count == b.fonts.count && a.externals.count == b.externals.count
      && zip(a.fonts, b.fonts).allSatisfy { $0.face.key == $1.face.key && $0.texts == $1.texts }
      && zip(a.externals, b.externals).allSatisfy { one, other in
        switch (one, other) {
        case (.form(let one), .form(let other)): PaintedForm.Key(form: one) == PaintedForm.Key(form: other)
        default: one.key == other.key
        }
      }
  }
}
