import Papers
import Vetting

extension Finding: WordedFact {
  package var words: Words {
    Words(
      Finding.refusal(kind.rawValue, excerpt), "these papers must never pass for a bill or ask for money; take it out")
  }

  /// Why a text is refused.
  static func refusal(_ rule: String, _ text: String) -> String {
    let verdict =
      switch Finding.Kind(rawValue: rule) {
      case .bankAccount: "reads as the number of a bank account"
      case .card: "reads as the number of a payment card"
      case .wallet: "reads as the address of a wallet"
      case .paymentLink: "is a way to send money"
      case .paymentCode: "is what a payment code says"
      case .receipt: "says that something was paid"
      case .demand: "asks for money"
      case nil: "may not be printed"
      }
    return "\"\(text)\" \(verdict)"
  }
}

extension ClaimInData: WordedFact {
  package var words: Words {
    Words(
      finding.words.message, "it is printed all the same, under the stamp; if nothing given is called so, take it out")
  }
}
