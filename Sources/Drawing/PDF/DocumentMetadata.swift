/// What a document says about itself.
public struct DocumentMetadata: Hashable, Sendable {
  /// Shown in the window's title bar.
  public var title: String
  /// Who issued it; never a person.
  public var author: String?
  /// What it is about.
  public var subject: String?
  /// The language of its text, as a BCP 47 tag.
  public var language: String
  /// When it was made, as ISO 8601 text, for example "2026-11-20T09:30:00Z". The library reads no clock.
  public var created: String

  /// Describes a document.
  public init(title: String, author: String? = nil, subject: String? = nil, language: String, created: String) {
    self.title = title
    self.author = author
    self.subject = subject
    self.language = language
    self.created = created
  }
}
