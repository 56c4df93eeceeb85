import Bookkeeping
import Drawing
import Papers

/// What the program needs, what of it is here, and how to get the rest.
package struct HealthReport: Sendable {
  /// One thing that is needed, or comes in handy.
  package struct Finding: Sendable {
    /// What it is.
    package enum Kind: String, Sendable {
      /// Linked into the program.
      case library
      /// Without it papers cannot be set.
      case font
      /// Looks at papers or prints them; the program works without.
      case tool
      /// Parts long words on signs; the program works without.
      case dictionary
    }

    /// What it is.
    package var kind: Kind
    /// What it is called.
    package var name: String
    /// Its version, or where it is; nil when it is not here.
    package var version: String?
    /// The Debian package that brings it.
    package var package: String
    /// What it is for.
    package var purpose: String
  }

  /// Everything that was looked for.
  package var findings: [Finding]
  /// What is wrong besides: the fonts' configuration, the templates.
  package var faults: [Diagnostic]

  /// Whether papers can be made.
  package var isSound: Bool {
    faults.isEmpty && !findings.contains { [.library, .font].contains($0.kind) && $0.version == nil }
  }

  /// The packages of what is not here, each once.
  package var missingPackages: [String] {
    var packages: [String] = []
    for finding in findings where finding.version == nil && !packages.contains(finding.package) {
      packages.append(finding.package)
    }
    return packages
  }

  /// Looks for everything.
  ///
  /// - Parameters:
  ///   - installation: where the program's own files are.
  ///   - findTool: the path of a program that people can call; nil where there is none.
  package init(_ installation: Installation, findTool: (String) -> String?) {
    let packages = [
      "libcairo2", "libpango-1.0-0", "libharfbuzz-subset0", "zlib1g", "libfontconfig1", "libqrencode4", "librsvg2-2",
    ]
    findings = zip(Libraries.versions, packages).map {
      Finding(kind: .library, name: $0.name, version: $0.version, package: $1, purpose: "draws the papers")
    }
    findings.append(
      Finding(
        kind: .library, name: "libzip", version: Workbooks.libraryVersion, package: "libzip4",
        purpose: "opens workbooks"))
    faults = []
    var fonts: Fonts?
    do { fonts = try Fonts(configuration: installation.fontConfiguration, cache: installation.cache) } catch {
      // That there is none at all is told font by font.
      if case .noFonts = error {} else { faults.append(.of(error)) }
    }
    findings += FontPackages.all.map { family, package in
      Finding(
        kind: .font, name: family, version: fonts?.version(of: family), package: package, purpose: "sets the papers")
    }
    findings += HealthReport.tools.map { name, package, purpose in
      Finding(kind: .tool, name: name, version: findTool(name), package: package, purpose: purpose)
    }
    findings += HealthReport.dictionaries.map { locale, package in
      Finding(
        kind: .dictionary, name: "hyphens \(locale)",
        version: Hyphenator.hasDictionary(for: locale, in: installation.dictionaries) ? installation.dictionaries : nil,
        package: package, purpose: "parts long words on signs")
    }
    if !Files.exists(installation.templates + "/invoice/template.yaml") {
      faults.append(Diagnostic(OfficeFact.noProgramTemplates, file: ShownPath.of(installation.templates)))
    }
  }

  private static let dictionaries = [
    ("en-US", "hyphen-en-us"), ("es", "hyphen-es"), ("fr", "hyphen-fr"), ("de", "hyphen-de"),
  ]

  private static let tools = [
    ("lp", "cups-client", "prints papers"), ("pdftoppm", "poppler-utils", "shows papers as pictures"),
    ("qpdf", "qpdf", "checks PDF files"), ("zbarimg", "zbar-tools", "reads codes"),
  ]
}
