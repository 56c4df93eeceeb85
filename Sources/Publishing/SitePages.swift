internal import Foundation
internal import Mustache

/// The templates of the pages, and what all pages know.
struct SitePages {
  private let library: MustacheLibrary
  private let look: SiteLook
  /// The style sheet.
  let style: String
  /// All that was read, so that it can be told whether it is the same as before.
  let texts: [String]

  private static let names = ["front", "list", "entry", "item", "check", "missing", "head", "foot", "row"]

  /// Reads the templates in a folder.
  ///
  /// - Throws: ``PublishingError/badTemplate(path:reason:)``.
  init(_ folder: String, _ look: SiteLook) throws(PublishingError) {
    var library = MustacheLibrary()
    var texts: [String] = []
    for name in Self.names {
      let path = "\(folder)/\(name).html"
      do {
        let text = try String(contentsOfFile: path, encoding: .utf8)
        try library.register(text, named: name)
        texts.append(text)
      } catch { throw .badTemplate(path: path, reason: "\(error)") }
    }
    let path = "\(folder)/style.css"
    do { style = try String(contentsOfFile: path, encoding: .utf8) } catch {
      throw .badTemplate(path: path, reason: "\(error)")
    }
    self.texts = texts + [style]
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
    all["office_name"] = look.office.name.visible
    all["office_place"] = look.office.place.visible
    all["zero"] = look.zero
    all["root"] = String(repeating: "../", count: depth)
    return library.render(all, withTemplate: name) ?? ""
  }
}
