import Foundation

/// A QR code as a picture that a page shows.
enum CodePicture {
  /// How wide the blank round a code is, in modules (ISO/IEC 18004).
  private static let quietZone = 4

  /// The picture's address, which holds the whole picture.
  ///
  /// - Parameter modules: the code's modules, row by row, a dark one as true.
  /// - Returns: a `data:` address; nil where there is no code.
  static func address(of modules: [[Bool]]) -> String? {
    guard !modules.isEmpty else { return nil }
    var path = ""
    for (y, row) in modules.enumerated() {
      var x = 0
      while x < row.count {
        let start = x
        while x < row.count, row[x] { x += 1 }
        if x > start { path += "M\(start + quietZone) \(y + quietZone)h\(x - start)v1H\(start + quietZone)z" }
        x += 1
      }
    }
    let side = modules.count + 2 * quietZone
    let svg =
      "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 \(side) \(side)' shape-rendering='crispEdges'>"
      + "<path fill='#fff' d='M0 0h\(side)v\(side)H0z'/><path d='\(path)'/></svg>"
    return "data:image/svg+xml;base64,\(Data(svg.utf8).base64EncodedString())"
  }
}
