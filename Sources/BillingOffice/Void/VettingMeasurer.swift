import Drawing
import Layout
import Vetting

/// Stands before the measurer, so that nothing comes to be printed that has not been vetted: every text of every page passes
/// here, whether a template, a file of words or data wrote it, and every code.
final class VettingMeasurer: ContentMeasurer {
  /// What draws the vetted texts.
  let measurer: PangoMeasurer
  private let ledger: String
  private var cleared: Set<String> = []

  /// - Parameters:
  ///   - measurer: what measures the texts that pass.
  ///   - ledger: the base address to which every code must lead.
  init(_ measurer: PangoMeasurer, ledger: String) {
    self.measurer = measurer
    self.ledger = ledger
  }

  func shape(_ text: String, style: TextStyle, scale: Double, direction: Direction, width: Double?) throws(ContentError)
    -> ShapedText
  {
    try vet(text)
    return try measurer.shape(text, style: style, scale: scale, direction: direction, width: width)
  }

  /// Lets a text pass, or an address that opens on a click.
  ///
  /// - Parameter text: what is to be on paper.
  /// - Throws: `ContentError/refused` when it may not be.
  func vet(_ text: String) throws(ContentError) {
    if cleared.contains(text) { return }
    if let finding = Vetting.finding(in: text) { throw .refused(text: text, because: finding.kind.rawValue) }
    if cleared.count >= 8192 { cleared.removeAll(keepingCapacity: true) }
    cleared.insert(text)
  }

  func size(ofPicture path: String) throws(ContentError) -> Size { try measurer.size(ofPicture: path) }

  func modules(ofCode text: String) throws(ContentError) -> Int {
    let leadsHome = [ledger, LedgerAddress.coded(ledger)].contains { text == $0 || text.hasPrefix($0 + "/") }
    guard leadsHome else { throw .refused(text: text, because: "foreignCode") }
    return try measurer.modules(ofCode: text)
  }
}
