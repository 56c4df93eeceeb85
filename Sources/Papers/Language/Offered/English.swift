extension OfferedLanguage {
  static let english = OfferedLanguage(
    code: "en",
    void: VoidWording(
      stamp: "VOID BY SOLIDARITY", nothingOwed: "Nothing is owed.", notABill: "This is not a bill.",
      totalDue: "Total due", issuedBy: "Mock invoice by", draft: "DRAFT", reprint: "Reprint",
      takenBack: "TAKEN BACK"),
    plurals: PluralRules([.one, .other]) { $0.i == 1 && $0.v == 0 ? .one : .other })
}
