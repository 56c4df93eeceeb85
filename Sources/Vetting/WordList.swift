/// A list that ages, from a file in `Data/` that is built into the program: nothing is read when it runs.
///
/// A line that begins with `#` is a comment; `[name]` begins a section; every other line that is not blank is content.
struct WordList {
  private var sections: [String: [ArraySlice<UInt8>]] = [:]

  /// Takes a file's bytes.
  init(_ bytes: [UInt8]) {
    var section = ""
    for line in bytes.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
      if line.first == UInt8(ascii: "["), line.last == UInt8(ascii: "]") {
        section = String(decoding: line.dropFirst().dropLast(), as: UTF8.self)
      } else {
        sections[section, default: []].append(line)
      }
    }
  }

  /// The lines of a section; those before the first where none is named.
  func lines(_ section: String = "") -> [String] {
    (sections[section] ?? []).map { String(decoding: $0, as: UTF8.self) }
  }

  /// What blanks and the ends of lines part.
  func words(_ section: String = "") -> [String] { pieces(of: section, between: UInt8(ascii: " ")) }

  /// What commas and the ends of lines part; a blank may stand at either end.
  func phrases(_ section: String) -> [String] { pieces(of: section, between: UInt8(ascii: ",")) }

  private func pieces(of section: String, between separator: UInt8) -> [String] {
    (sections[section] ?? []).flatMap { $0.split(separator: separator).map { String(decoding: $0, as: UTF8.self) } }
  }
}
