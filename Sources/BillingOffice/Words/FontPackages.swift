/// Which of Debian's packages bring which fonts; Fonts/fonts.conf names all families.
package enum FontPackages {
  /// A family of each script the papers are set in, with its package.
  package static let all: [(family: String, package: String)] = [
    ("Inter", "fonts-inter"), ("Bebas Neue", "fonts-bebas-neue"), ("Noto Sans", "fonts-noto-core"),
    ("Noto Sans Arabic", "fonts-noto-core"), ("Noto Sans Hebrew", "fonts-noto-core"),
    ("Noto Sans Devanagari", "fonts-noto-core"), ("Noto Sans Thai", "fonts-noto-core"),
    ("Noto Sans CJK JP", "fonts-noto-cjk"), ("Reggae One", "fonts-reggae"), ("EB Garamond", "fonts-ebgaramond"),
    ("Courier Prime", "fonts-courier-prime"),
  ]

  /// The packages, each once.
  package static var names: [String] {
    all.map(\.package).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The package of a family; nil for one that a designer brought.
  package static func package(of family: String) -> String? { all.first { $0.family == family }?.package }
}
