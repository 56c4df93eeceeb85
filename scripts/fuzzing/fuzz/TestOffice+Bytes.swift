import Foundation
import OfficeFixtures

extension TestOffice {
  /// The bytes of one of its files; nil where there is none.
  func bytes(_ name: String) -> [UInt8]? { FileManager.default.contents(atPath: path(name)).map { [UInt8]($0) } }

  /// Writes one of its files over.
  func put(_ bytes: [UInt8], _ name: String) {
    let file = URL(fileURLWithPath: path(name))
    try? FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    _ = FileManager.default.createFile(atPath: file.path, contents: Data(bytes))
  }

  /// Takes one of its files away.
  func remove(_ name: String) { try? FileManager.default.removeItem(atPath: path(name)) }
}
