/// How far two texts are apart.
package enum EditDistance {
  /// The optimal string alignment distance: how many letters are too many, missing, wrong, or swapped with their neighbour.
  package static func between(_ a: [Character], _ b: [Character]) -> Int {
    var before: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      row.reserveCapacity(b.count + 1)
      for j in b.indices {
        let cost = a[i] == b[j] ? 0 : 1
        var best = min(last[j + 1] + 1, row[j] + 1, last[j] + cost)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, before[j - 1] + 1) }
        row.append(best)
      }
      before = last
      last = row
    }
    return last[b.count]
  }
}
