/// What somebody changed in a text, said in a few words.
struct TextChange {
  /// The first line that is different, from 1.
  var line: Int
  /// That line as it was and as it is; empty where it was not there, or is no longer.
  var old: String
  var new: String
  /// How many lines are different, the first included.
  var count: Int

  private static let longest = 48

  /// Compares two texts; nil where they are the same.
  init?(from old: String, to new: String) {
    let (before, after) = (Self.lines(old), Self.lines(new))
    let head = zip(before, after).prefix { $0 == $1 }.count
    let tail = zip(before.dropFirst(head).reversed(), after.dropFirst(head).reversed()).prefix { $0 == $1 }.count
    let (gone, came) = (before.dropFirst(head).dropLast(tail), after.dropFirst(head).dropLast(tail))
    guard !gone.isEmpty || !came.isEmpty else { return nil }
    line = head + 1
    (self.old, self.new) = (gone.first ?? "", came.first ?? "")
    count = max(gone.count, came.count)
  }

  /// The change in a line: `96pt → 90pt`, with the words around it that are needed to see what it is.
  var summary: String {
    let more = count > 1 ? " and \(count - 1) more" : ""
    if old.isEmpty { return "+ \(Self.shortened(Self.trimmed(new)))\(more)" }
    if new.isEmpty { return "– \(Self.shortened(Self.trimmed(old)))\(more)" }
    let (before, after) = (Array(old), Array(new))
    var head = zip(before, after).prefix { $0 == $1 }.count
    var tail = zip(before.dropFirst(head).reversed(), after.dropFirst(head).reversed()).prefix { $0 == $1 }.count
    // To the ends of what stands between commas or braces, so that a property is named with its value.
    while head > 0, !",{[".contains(before[head - 1]) { head -= 1 }
    while tail > 0, !",}]".contains(before[before.count - tail]) { tail -= 1 }
    let (was, now) = (String(before[head..<(before.count - tail)]), String(after[head..<(after.count - tail)]))
    return "\(Self.shortened(Self.trimmed(was))) → \(Self.shortened(Self.trimmed(now)))\(more)"
  }

  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private static func trimmed(_ text: String) -> String {
    let kept = text.drop { $0.isWhitespace }
    return String(kept.reversed().drop { $0.isWhitespace }.reversed())
  }

  private static func shortened(_ text: String) -> String {
    text.count <= longest ? text : text.prefix(longest - 1) + "…"
  }
}
