import Foundation
import TestTools
import Testing

/// The contrast of the style sheet's colours (WCAG 2.1), in light and in dark.
@Suite struct ContrastTests {
  private let css: String
  /// The colours by their names, of the light theme and the dark one.
  private let themes: [[String: Double]]

  init() throws {
    css = try String(contentsOfFile: Repository.path("Templates/ledger-site/style.css"), encoding: .utf8)
    themes = css.matches(of: /:root \{ (--[^}]*)\}/).map { match in
      Dictionary(
        uniqueKeysWithValues: match.1.matches(of: /--(\w+): #([0-9a-f]+);/).map {
          (String($0.1), Self.luminance(String($0.2)))
        })
    }
    #expect(themes.count == 2)
  }

  /// The relative luminance of a colour.
  private static func luminance(_ hex: String) -> Double {
    let digits = hex.count == 3 ? hex.flatMap { [$0, $0] } : Array(hex)
    let parts = stride(from: 0, to: 6, by: 2).map { Double(Int(String(digits[$0...$0 + 1]), radix: 16) ?? 0) / 255 }
    let linear = parts.map { $0 <= 0.03928 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }

  private func contrast(_ one: String, _ other: String, in theme: [String: Double]) throws -> Double {
    let (one, other) = (try #require(theme[one]) + 0.05, try #require(theme[other]) + 0.05)
    return max(one, other) / min(one, other)
  }

  /// The name of the colour that a property of a rule has.
  private func color(_ property: String, of selector: String) throws -> String {
    let rule = try #require(css.split(separator: "\n").first { $0.hasPrefix("\(selector) {") }, "\(selector)")
    let value = try #require(
      rule.split(whereSeparator: { "{;}".contains($0) }).first { $0.contains(" \(property):") }, "\(rule)")
    return String(try #require(value.firstMatch(of: /var\(--(\w+)\)/)).1)
  }

  @Test func textStandsOut() throws {
    let strip = (try color("color", of: ".strip"), try color("background", of: ".strip"))
    let pairs = [
      ("ink", "paper"), ("soft", "paper"), ("red", "paper"), ("ink", "wash"), ("soft", "wash"), ("red", "wash"), strip,
    ]
    for theme in themes {
      for (text, behind) in pairs {
        #expect(try contrast(text, behind, in: theme) >= 4.5, "\(text) on \(behind)")
      }
    }
  }

  /// The ring round what has the focus is seen on every ground: the page, what lies on it, and the strip.
  @Test func theFocusIsSeen() throws {
    let ring = try color("outline", of: "a:focus-visible")
    let (stripRing, strip) = (
      try color("outline-color", of: ".strip a:focus-visible"), try color("background", of: ".strip")
    )
    for theme in themes {
      for (ring, ground) in [(ring, "paper"), (ring, "wash"), (stripRing, strip)] {
        #expect(try contrast(ring, ground, in: theme) >= 3, "\(ring) on \(ground)")
      }
    }
  }

  /// The strip is not lost on the page, in the dark either.
  @Test func theStripIsSeen() throws {
    for theme in themes { #expect(try contrast(color("background", of: ".strip"), "paper", in: theme) >= 3) }
  }
}
