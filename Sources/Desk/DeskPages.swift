import BillingOffice
import Foundation
import Mustache

/// The desk's pages, styles, scripts and words, read once: no request leads to a file.
struct DeskPages: Sendable {
  /// A file that browsers fetch.
  struct Asset: Sendable {
    let type: String
    let bytes: [UInt8]
  }

  private let library: MustacheLibrary
  let assets: [String: Asset]
  /// What changes with any of them.
  let version: String
  private let files: Office.DeskFiles

  private static let types = ["css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8"]

  /// Reads them.
  ///
  /// - Throws: ``Diagnostics`` when one is missing or faulty.
  init(_ office: Office) throws(Diagnostics) {
    files = try office.deskFiles()
    var library = MustacheLibrary()
    var assets: [String: Asset] = [:]
    for (name, text) in files.texts {
      let ending = name.split(separator: ".").last.map(String.init) ?? ""
      if ending == "html" {
        do { try library.register(text, named: String(name.dropLast(5))) } catch {
          throw files.fault(in: name, "\(error)")
        }
      } else if let type = Self.types[ending] {
        assets[name] = Asset(type: type, bytes: Array(text.utf8))
      }
    }
    (self.library, self.assets, version) = (library, assets, files.version)
  }

  /// What the numbers of the office begin with.
  var code: String { files.code }

  /// A word of the office's language.
  func word(_ name: String) -> String { files.words[name] ?? "" }

  /// A sentence of the office's language with what stands for names in braces, each of which keeps its own direction (Unicode UAX #9, isolates).
  func sentence(_ name: String, _ values: [String: String]) -> String {
    values.reduce(word(name)) { $0.replacing("{\($1.key)}", with: "\u{2068}\($1.value)\u{2069}") }
  }

  /// What is wrong, in the office's language.
  func sentence(_ fault: DeskFault) -> String {
    let said = sentence(fault.key, fault.values)
    let about = fault.subject.map { "\u{2068}\($0)\u{2069}: " } ?? ""
    return about + said + (fault.detail.map { " \u{2068}(\($0))\u{2069}" } ?? "")
  }

  /// What printers' addresses look like.
  var addressHelp: String {
    sentence("printer_address_help", ["network": "tcp://192.168.1.40:9100", "cable": "/dev/usb/lp0"])
  }

  /// A page.
  ///
  /// - Parameters:
  ///   - name: the page's template.
  ///   - isLocal: whether the browser is on this machine.
  ///   - data: what only this page knows.
  /// - Returns: its HTML.
  func page(_ name: String, isLocal: Bool, _ data: [String: Any] = [:]) -> String {
    var all: [String: Any] = [
      "t": files.words, "language": files.language, "direction": files.isRightToLeft ? "rtl" : "ltr",
      "office": files.office, "code": files.code, "place": files.place, "currency": files.currency,
      "locale": files.locale,
      "version": version, "is_local": isLocal, "zero": files.zero,
    ]
    all.merge(data) { $1 }
    return library.render(all, withTemplate: name) ?? ""
  }
}
