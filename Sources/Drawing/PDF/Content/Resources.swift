/// What a page or a form uses that stands outside of it (ISO 32000-1, 7.8.3): fonts and painted objects, each named by its place in the
/// order in which they are met, so that the names depend on nothing else.
struct Resources: Sendable {
  /// A font, and what its glyphs stand for here.
  struct Font: Sendable {
    var face: FontFace
    var texts = GlyphTexts()
  }

  /// Something that is painted as a whole (8.8).
  enum External: Sendable {
    case form(PaintedForm)
    case code(PaintedCode)
    case picture(PaintedPicture)

    /// What tells one from another within a document.
    var key: ExternalKey {
      switch self {
      case .form(let form): .form(ObjectIdentifier(form.source))
      case .code(let code): .code(code.text)
      case .picture(let picture): .picture(picture.path)
      }
    }
  }

  var fonts: [Font] = []
  var externals: [External] = []
  /// Whether something multiplies with what lies below it.
  var multiplies = false
}

/// What tells one painted object from another within a document.
enum ExternalKey: Hashable, Sendable {
  case form(ObjectIdentifier)
  case code(String)
  case picture(String)
}
