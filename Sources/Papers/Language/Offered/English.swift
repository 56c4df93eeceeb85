import Bookkeeping

extension OfferedLanguage {
  static let english = OfferedLanguage(
    code: "en",
    void: VoidWording(
      stamp: "VOID BY SOLIDARITY", nothingOwed: "Nothing is owed.", notABill: "This is not a bill.",
      totalDue: "Total due", issuedBy: "Mock invoice by", draft: "DRAFT", reprint: "Reprint",
      takenBack: "TAKEN BACK"),
    plurals: PluralRules([.one, .other]) { $0.i == 1 && $0.v == 0 ? .one : .other },
    time: TimeWords(
      hour: ["hour", "hours", "hr", "hrs", "h", "manhour", "manhours"], minute: ["minute", "minutes", "min", "mins"],
      half: ["half"], quarter: ["quarter"], fillers: ["per", "a", "an", "of", "each"]))
}
