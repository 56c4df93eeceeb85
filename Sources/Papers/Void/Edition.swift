/// Which of the papers of a gift one is.
package enum Edition: String, Hashable, Sendable {
  /// The first, which bears no mark.
  case first
  /// One that was printed before, which the sentence at its foot says.
  case reprint
  /// One that is printed again though its gift was taken back, which stands across it as well.
  case takenBack

  /// What stands before the sentence at the foot.
  func mark(_ wording: VoidWording) -> String? {
    switch self {
    case .first: nil
    case .reprint: wording.reprint
    case .takenBack: "\(wording.reprint) · \(wording.takenBack)"
    }
  }
}
