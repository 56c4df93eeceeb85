internal import Foundation
internal import Mustache

/// The templates of the pages, and what all pages know.
struct SitePages {
  private let library: MustacheLibrary
  private let look: SiteLook

  private static let names = ["front", "list", "entry", "item", "check", "missing", "head", "foot", "row"]

  /// Reads the templates in a folder.
  ///
  /// - Throws: ``PublishingError/badTemplate(path:reason:)``.
  init(_ folder: String, _ look: SiteLook) throws(PublishingError) {
    var library = MustacheLibrary()
    for name in Self.names {
      let path = "\(folder)/\(name).html"
      do { try library.register(try String(contentsOfFile: path, encoding: .utf8), named: name) } catch {
        throw .badTemplate(path: path, reason: "\(error)")
      }
    }
    self.library = library
    self.look = look
  }

  /// A page.
  ///
  /// - Parameters:
  ///   - name: the template.
  ///   - title: the page's title.
  ///   - depth: how many folders it stands below the front page, so that its links work from everywhere.
  ///   - data: what only this page knows.
  /// - Returns: the page's HTML.
  func page(_ name: String, title: String, depth: Int, _ data: [String: Any]) -> String {
    var all = data
    all["t"] = look.words
    all["title"] = title
    all["language"] = look.language
    all["direction"] = look.isRightToLeft ? "rtl" : "ltr"
    all["root"] = String(repeating: "../", count: depth)
    return library.render(all, withTemplate: name) ?? ""
  }
}
