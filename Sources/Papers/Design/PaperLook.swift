import Layout

/// How papers look, where that differs from what office.yaml says.
package struct PaperLook: Hashable, Sendable {
  /// A template's name or folder; nil for the office's own.
  package var template: String?
  /// A paper's name; nil for the office's own.
  package var paper: String?
  /// A BCP 47 locale, such as `es-MX`; nil for the office's own.
  package var locale: String?
  /// Whether they are laid out as cards, where the template is made for those and no paper is named.
  package var prefersCard = false

  /// Says what differs.
  package init(template: String? = nil, paper: String? = nil, locale: String? = nil) {
    self.template = template
    self.paper = paper
    self.locale = locale
  }

  /// The same on what a format asks for, where nobody has said on which paper: a roll where dots for a receipt printer are made, a card
  /// where pictures to post are.
  package func suiting(_ format: PaperFormat) -> PaperLook {
    guard paper == nil else { return self }
    var look = self
    switch format {
    case .escpos(let dots): look.paper = Paper.usualRoll(dots: dots)
    case .share: look.prefersCard = true
    case .pdf, .png, .svg, .text: break
    }
    return look
  }
}
