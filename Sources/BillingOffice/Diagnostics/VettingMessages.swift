import Vetting

extension Diagnostic {
  /// What may not be printed, in words.
  static func of(_ finding: Finding, file: String, line: Int?, column: Int?) -> Diagnostic {
    Diagnostic(
      file: file, line: line, column: column, message: refusal(finding.kind.rawValue, finding.excerpt),
      hint: "these papers must never pass for a bill or ask for money; take it out")
  }

  /// What was found in what an office gives or is given, in words: a way to pay is refused there as anywhere, while claims
  /// may be what the help is about ("Debt advice (collection letters)"), and the stamp says on every page what is owed.
  static func of(_ finding: Finding, inDataOf file: String, line: Int?, column: Int?) -> Diagnostic {
    guard finding.kind.isClaim else { return of(finding, file: file, line: line, column: column) }
    return Diagnostic(
      .warning, file: file, line: line, column: column, message: refusal(finding.kind.rawValue, finding.excerpt),
      hint: "it is printed all the same, under the stamp; if nothing given is called so, take it out")
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
