internal import Foundation
internal import Layout

/// Loads each picture once. One worker's own.
final class Pictures {
  private let setting: TypeSetting
  private var known: [String: LoadedPicture] = [:]
  /// How many pictures are kept; templates use a handful.
  private static let limit = 64

  /// Whether a picture has been loaded; there may be words in it, whose font files nobody holds.
  var mayHaveWords: Bool { !known.isEmpty }

  init(_ setting: TypeSetting) { self.setting = setting }

  /// The picture in a file: SVG or PNG, told apart by the ending of the name; what it really is, is told where it is another.
  func picture(at path: String) throws(ContentError) -> LoadedPicture {
    if let picture = known[path] { return picture }
    let picture = try FontLock.opening { () throws(ContentError) in try load(path) }
    if known.count >= Self.limit { known.removeAll(keepingCapacity: true) }
    known[path] = picture
    return picture
  }

  private static func loaded(_ picture: CellPicture, _ path: String) throws(ContentError) -> LoadedPicture {
    guard let picture = picture.loaded() else { throw .unreadablePicture(path: path, reason: "out of memory") }
    return picture
  }

  private func load(_ path: String) throws(ContentError) -> LoadedPicture {
    let name = path.lowercased()
    // Whoever opens a pipe waits for its other end.
    _ = try StrangersCell.open(path, reads: false)
    let format = PictureFormat(of: path)
    let cell = setting.fonts.cell.flatMap { $0.trusts(path) ? nil : $0 }
    if name.hasSuffix(".png"), format == .png {
      if let cell { return try Self.loaded(try cell.picture(at: path, .png), path) }
      return try LoadedPicture(png: path)
    }
    if name.hasSuffix(".svg"), format == nil {
      if let cell { return try Self.loaded(try cell.picture(at: path, .svg), path) }
      return try LoadedPicture(svg: path, setting: setting)
    }
    guard FileManager.default.fileExists(atPath: path) else { throw .missingPicture(path: path) }
    if let format { throw .unreadablePicture(path: path, reason: "it is a \(format.rawValue) picture") }
    throw .unreadablePicture(path: path, reason: name.hasSuffix(".png") ? "it is no PNG picture" : "not .svg or .png")
  }
}
