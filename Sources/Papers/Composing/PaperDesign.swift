package import Drawing
import Layout
import Synchronization
package import Templating

/// Everything that decides how papers look: the office's language, its template on its paper, its fonts.
package struct PaperDesign: Sendable {
  /// Which reading of its files it is: no two have the same.
  package let serial: Int
  /// Which kind of paper it makes.
  package let kind: any PaperKind
  package let settings: OfficeSettings
  package let strings: Strings
  package let template: Template
  package let templateName: String
  package let fonts: Fonts
  /// What items are called.
  package let items: ItemWording
  /// Whether the template came with the program, so that nobody here can be asked to mend it.
  package let isProgramsOwn: Bool
  /// The words that make it void.
  package var wording: VoidWording { .in(LocaleName.language(of: settings.locale)) }
  /// What is worth a look.
  package var warnings: [Diagnostic] { strings.warnings }

  package init(
    kind: any PaperKind, settings: OfficeSettings, strings: Strings, template: Template, templateName: String,
    fonts: Fonts, items: ItemWording? = nil, isProgramsOwn: Bool = false
  ) {
    serial = Self.serials.wrappingAdd(1, ordering: .relaxed).newValue
    self.kind = kind
    self.settings = settings
    self.strings = strings
    self.template = template
    self.templateName = templateName
    self.fonts = fonts
    self.items = items ?? ItemWording(language: LocaleName.language(of: settings.locale))
    self.isProgramsOwn = isProgramsOwn
  }

  private static let serials = Atomic(0)

  /// The families that the void needs.
  package static let voidFamilies = StampArt.displayFamilies + StampArt.textFamilies
}
