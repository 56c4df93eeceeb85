extension OfferedLanguage {
  static let arabic = OfferedLanguage(
    code: "ar",
    void: VoidWording(
      stamp: "ملغاة بالتضامن", nothingOwed: "لا شيء مستحق.", notABill: "هذه ليست فاتورة.",
      totalDue: "المجموع المستحق", issuedBy: "فاتورة رمزية من", draft: "مسودة", reprint: "إعادة طباعة",
      takenBack: "سُحبت الهدية"),
    plurals: PluralRules(PluralCategory.allCases) { number in
      switch number.n {
      case nil: .other
      case 0: .zero
      case 1: .one
      case 2: .two
      case let n? where (3...10).contains(n % 100): .few
      case let n? where (11...99).contains(n % 100): .many
      default: .other
      }
    })
}
