import Layout

/// How papers look, where that differs from what office.yaml says.
package struct PaperLook: Hashable, Sendable {
  /// A template's name or folder; nil for the office's own.
  package var template: String?
  /// A paper's name; nil for the office's own.
  package var paper: String?
  /// A BCP 47 locale, such as `es-MX`; nil for the office's own.
  package var locale: String?

  /// Says what differs.
  package init(template: String? = nil, paper: String? = nil, locale: String? = nil) {
    self.template = template
    self.paper = paper
    self.locale = locale
  }

  /// The same on a roll, where dots for a receipt printer are made and nobody has said on which paper.
  package func suiting(_ format: PaperFormat) -> PaperLook {
    guard case .escpos(let dots) = format, paper == nil else { return self }
    return PaperLook(template: template, paper: Paper.usualRoll(dots: dots), locale: locale)
  }
}
