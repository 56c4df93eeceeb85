import Bookkeeping

/// Finds the known names that somebody most likely meant.
package enum NearestNames {
  /// The known names nearest to a mistyped one, nearest first.
  ///
  /// Distance is the optimal string alignment distance (insert, delete, replace, swap neighbours), ignoring case, over the
  /// longer length; a known name that contains the typed one, or the other way round, counts as near.
  ///
  /// - Parameters:
  ///   - name: what was typed.
  ///   - known: the names that exist.
  ///   - limit: how many to return at the most.
  ///   - cutoff: the largest distance, as a share of the longer name's length, that still counts as near; 1 returns the
  ///     nearest however far they are.
  /// - Returns: the names, the nearest first.
  package static func of(_ name: String, among known: [String], limit: Int = 3, cutoff: Double = 1) -> [String] {
    let typed = Array(name.lowercased())
    var scored: [(score: Double, name: String)] = []
    var seen: Set<String> = []
    for candidate in known where seen.insert(candidate).inserted {
      let score = score(typed, Array(candidate.lowercased()))
      if score <= cutoff { scored.append((score, candidate)) }
    }
    return scored.sorted { ($0.score, $0.name) < ($1.score, $1.name) }.prefix(limit).map(\.name)
  }

  private static func score(_ typed: [Character], _ candidate: [Character]) -> Double {
    let longer = max(typed.count, candidate.count)
    guard longer > 0 else { return 0 }
    var score = Double(EditDistance.between(typed, candidate)) / Double(longer)
    if typed.count >= 3, String(candidate).contains(String(typed)) || String(typed).contains(String(candidate)) {
      score = min(score, 0.25)
    }
    // A word that is spelled nearly right within a longer name is near too: "haircutt" and "Haircut, women's".
    if candidate.contains(" ") {
      for word in candidate.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) where word.count >= 4 {
        let byWord = Double(EditDistance.between(typed, Array(word))) / Double(max(typed.count, word.count))
        score = min(score, 0.1 + byWord)
      }
    }
    return score
  }
}
