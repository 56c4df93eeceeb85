package import Layout
import Vetting

/// The words in a template's pictures, which are on the paper like all others.
package enum PictureWords {
  /// Lets the words in a picture pass, each text by itself and all together, since nobody knows what stands beside what.
  ///
  /// - Parameter texts: the words of a picture; no data excuses what they claim.
  /// - Throws: `ContentError/refused` when they may not be printed.
  package static func vet(_ texts: [String]) throws(ContentError) {
    for text in texts {
      if let finding = Vetting.finding(in: text) { throw .refused(text: text, because: finding.kind.rawValue) }
    }
    // The figures of a scale, one behind the other, may well be a card's by its check digit.
    if let finding = Vetting.finding(in: texts.joined(separator: " ")), finding.kind != .card {
      throw .refused(text: finding.excerpt, because: finding.kind.rawValue)
    }
  }
}
