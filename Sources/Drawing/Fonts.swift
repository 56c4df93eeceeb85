internal import CFontconfig
internal import Foundation

/// The fonts that may be used: those a private configuration names, and none of the system's.
///
/// One object serves all workers; each worker makes its own ``PangoMeasurer`` from it.
public final class Fonts: @unchecked Sendable {
  // Sendable: written only in `init`; fontconfig reads one configuration from many threads since 2.10.91 (its release notes).
  let configuration: OpaquePointer
  /// The first name of each family, sorted.
  public let families: [String]
  /// The same without any further folders; nil where there are none.
  public let own: Fonts?
  private let names: Set<String>
  /// Whether some of them are drawn differently for each size (OpenType, `opsz` and `size`).
  let haveOpticalSizes: Bool
  /// Where pictures of strangers are read; nil for here, as the program's own are.
  let cell: StrangersCell?
  /// Fonts of coloured pictures, with what characters they have. They are not used: Cairo 1.16 draws them at their own size, centimetres
  /// high, or not at all.
  private let refused: [(family: String, characters: OpaquePointer)]

  /// Reads a configuration and finds its fonts.
  ///
  /// - Parameters:
  ///   - configuration: path of a fontconfig file; its relative directories start where the file lies.
  ///   - cache: a directory that may be written, in which fontconfig keeps what it learnt about the fonts. With a filled one this
  ///     takes 4 ms, with an empty one 0.1 s or more.
  ///   - folders: further folders of fonts.
  ///   - reserved: families that none of the further folders may bring: what is set in them must look as it is known.
  ///   - cell: where pictures of strangers are read, whose words are set in these fonts; nil for here.
  /// - Throws: ``DrawingError/unreadableFontConfiguration(path:)``, ``DrawingError/noFonts(configuration:)`` or
  ///   ``DrawingError/takenFamily(_:path:)``.
  public init(
    configuration: String, cache: String, folders: [String] = [], reserved: [String] = [], cell: StrangersCell? = nil
  ) throws(DrawingError) {
    own = folders.isEmpty ? nil : try Fonts(configuration: configuration, cache: cache)
    self.cell = cell
    // Asked here, because fontconfig itself would print that it is missing.
    guard FileManager.default.isReadableFile(atPath: configuration), let config = FcConfigCreate() else {
      throw .unreadableFontConfiguration(path: configuration)
    }
    let places = folders.map { "<dir>\(Self.escaped($0))</dir>" }.joined()
    let head = "<fontconfig><cachedir>\(Self.escaped(cache))</cachedir>\(places)</fontconfig>"
    let isBuilt = ErrorStream.silenced {
      FcConfigParseAndLoadFromMemory(config, head, FcTrue) == FcTrue
        && FcConfigParseAndLoad(config, configuration, FcTrue) == FcTrue && FcConfigBuildFonts(config) == FcTrue
    }
    guard isBuilt else {
      FcConfigDestroy(config)
      throw .unreadableFontConfiguration(path: configuration)
    }
    refused = Self.coloured(in: config)
    if !refused.isEmpty {
      _ = ErrorStream.silenced {
        FcConfigParseAndLoadFromMemory(config, Self.withoutColours, FcTrue) == FcTrue
          && FcConfigBuildFonts(config) == FcTrue
      }
    }
    let (first, all) = Self.names(in: config)
    guard !first.isEmpty else {
      FcConfigDestroy(config)
      throw .noFonts(configuration: configuration)
    }
    if let taken = Self.taken(reserved, in: config, from: folders) {
      FcConfigDestroy(config)
      throw .takenFamily(taken.family, path: taken.path)
    }
    // Each font map of Pango starts a thread that loads the current configuration: were it not this one, it would read the
    // system's, for nothing and in 3 ms.
    FcConfigSetCurrent(config)
    self.configuration = config
    families = first.sorted()
    names = Set(all.map { $0.lowercased() })
    haveOpticalSizes = Self.haveOpticalSizes(in: config)
  }

  deinit {
    for font in refused { FcCharSetDestroy(font.characters) }
    FcConfigDestroy(configuration)
  }

  /// The font that would have a character, but is one of coloured pictures, which cannot be used; nil where there is none.
  public func refused(having character: Character) -> String? {
    refused.first { font in
      character.unicodeScalars.contains { FcCharSetHasChar(font.characters, FcChar32($0.value)) == FcTrue }
    }?.family
  }

  private static func haveOpticalSizes(in config: OpaquePointer) -> Bool {
    guard let set = FcConfigGetFonts(config, FcSetSystem), let fonts = set.pointee.fonts else { return false }
    return (0..<Int(set.pointee.nfont)).contains {
      var (range, least, most): (OpaquePointer?, Double, Double) = (nil, 0, 0)
      return FcPatternGetRange(fonts[$0], FC_SIZE, 0, &range) == FcResultMatch
        && FcRangeGetDouble(range, &least, &most) == FcTrue && least < most
    }
  }

  /// The fonts of coloured pictures, and those of dots, which have one size.
  private static func coloured(in config: OpaquePointer) -> [(family: String, characters: OpaquePointer)] {
    guard let set = FcConfigGetFonts(config, FcSetSystem), let fonts = set.pointee.fonts else { return [] }
    return (0..<Int(set.pointee.nfont)).compactMap { index in
      var (isColoured, hasOutlines) = (FcFalse, FcTrue)
      _ = FcPatternGetBool(fonts[index], FC_COLOR, 0, &isColoured)
      _ = FcPatternGetBool(fonts[index], FC_OUTLINE, 0, &hasOutlines)
      var name: UnsafeMutablePointer<FcChar8>?
      var characters: OpaquePointer?
      guard isColoured == FcTrue || hasOutlines == FcFalse,
        FcPatternGetString(fonts[index], FC_FAMILY, 0, &name) == FcResultMatch, let name,
        FcPatternGetCharSet(fonts[index], FC_CHARSET, 0, &characters) == FcResultMatch, let characters,
        let copy = FcCharSetCopy(characters)
      else { return nil }
      return (String(cString: name), copy)
    }
  }

  /// Takes them out of a configuration.
  private static let withoutColours = """
    <fontconfig><selectfont><rejectfont>
    <pattern><patelt name="color"><bool>true</bool></patelt></pattern>
    <pattern><patelt name="outline"><bool>false</bool></patelt></pattern>
    </rejectfont></selectfont></fontconfig>
    """

  /// Whether there is a family of this name; upper and lower case are the same.
  public func has(family: String) -> Bool { names.contains(family.lowercased()) }

  /// The version a family's font file states; nil where there is no such family.
  public func version(of family: String) -> String? {
    guard let set = FcConfigGetFonts(configuration, FcSetSystem), let fonts = set.pointee.fonts else { return nil }
    for index in 0..<Int(set.pointee.nfont) {
      var name: UnsafeMutablePointer<FcChar8>?
      guard FcPatternGetString(fonts[index], FC_FAMILY, 0, &name) == FcResultMatch, let name,
        String(cString: name) == family
      else { continue }
      var number: Int32 = 0
      guard FcPatternGetInteger(fonts[index], FC_FONTVERSION, 0, &number) == FcResultMatch else { return "" }
      // 16 bits before the point and 16 behind it.
      let thousandths = Int((Double(number & 0xFFFF) / 65536 * 1000).rounded())
      return "\(number >> 16)." + String(format: "%03d", thousandths)
    }
    return nil
  }

  /// The first font of some folders that calls itself by the name of one of some families. Fontconfig takes names for the same
  /// that differ in case and blanks alone.
  private static func taken(_ families: [String], in config: OpaquePointer, from folders: [String])
    -> (family: String, path: String)?
  {
    func plain(_ name: String) -> String { name.lowercased().filter { !$0.isWhitespace } }
    let reserved = Dictionary(families.map { (plain($0), $0) }) { first, _ in first }
    guard !folders.isEmpty, !reserved.isEmpty, let set = FcConfigGetFonts(config, FcSetSystem),
      let fonts = set.pointee.fonts
    else { return nil }
    for index in 0..<Int(set.pointee.nfont) {
      var text: UnsafeMutablePointer<FcChar8>?
      guard FcPatternGetString(fonts[index], FC_FILE, 0, &text) == FcResultMatch, let file = text else { continue }
      let path = String(cString: file)
      guard folders.contains(where: { path.hasPrefix($0.hasSuffix("/") ? $0 : $0 + "/") }) else { continue }
      for rank in Int32(0)... {
        guard FcPatternGetString(fonts[index], FC_FAMILY, rank, &text) == FcResultMatch, let name = text else { break }
        if let family = reserved[plain(String(cString: name))] { return (family, path) }
      }
    }
    return nil
  }

  private static func names(in config: OpaquePointer) -> (first: Set<String>, all: Set<String>) {
    var first: Set<String> = []
    var all: Set<String> = []
    guard let set = FcConfigGetFonts(config, FcSetSystem), let fonts = set.pointee.fonts else { return ([], []) }
    for index in 0..<Int(set.pointee.nfont) {
      var name: UnsafeMutablePointer<FcChar8>?
      var rank: Int32 = 0
      while FcPatternGetString(fonts[index], FC_FAMILY, rank, &name) == FcResultMatch, let text = name {
        let family = String(cString: text)
        all.insert(family)
        if rank == 0 { first.insert(family) }
        rank += 1
      }
    }
    return (first, all)
  }

  private static func escaped(_ text: String) -> String {
    var out = ""
    for character in text {
      switch character {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      default: out.append(character)
      }
    }
    return out
  }
}
