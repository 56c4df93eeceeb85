import Bookkeeping

extension OfferedLanguage {
  static let hebrew = OfferedLanguage(
    code: "he",
    void: VoidWording(
      stamp: "מבוטלת בסולידריות", nothingOwed: "אין שום חוב.", notABill: "זו אינה חשבונית.",
      totalDue: "סך הכול לתשלום", issuedBy: "חשבונית דמה מאת", draft: "טיוטה", reprint: "הדפסה חוזרת",
      takenBack: "המתנה בוטלה"),
    plurals: PluralRules([.one, .two, .other]) { number in
      if number.i == 1 && number.v == 0 || number.i == 0 && number.v != 0 { return .one }
      return number.i == 2 && number.v == 0 ? .two : .other
    },
    time: TimeWords(
      hour: ["שעה", "שעות", "שע", "השעה"], minute: ["דקה", "דקות", "דק", "הדקה"], half: ["חצי"], quarter: ["רבע"],
      others: ["שעתיים": 120], fillers: ["לכל", "של", "ב", "ל"]))
}
