import Bookkeeping

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
    },
    time: TimeWords(
      hour: ["ساعة", "ساعات", "ساعه", "الساعة", "س"],
      minute: ["دقيقة", "دقائق", "دقيقه", "دقايق", "الدقيقة", "د"], half: ["نصف"], quarter: ["ربع"],
      others: ["ساعتان": 120, "ساعتين": 120, "دقيقتان": 2, "دقيقتين": 2], fillers: ["لكل", "كل", "في"]))
}
