import Bookkeeping

extension OfferedLanguage {
  static let german = OfferedLanguage(
    code: "de",
    void: VoidWording(
      stamp: "NICHTIG AUS SOLIDARITÄT", nothingOwed: "Es ist nichts zu zahlen.",
      notABill: "Dies ist keine Rechnung.", totalDue: "Gesamtbetrag", issuedBy: "Als-ob-Rechnung von",
      draft: "ENTWURF", reprint: "Nachdruck",
      takenBack: "ZURÜCKGENOMMEN"),
    plurals: PluralRules([.one, .other]) { $0.i == 1 && $0.v == 0 ? .one : .other },
    time: TimeWords(
      hour: ["Stunde", "Stunden", "Std", "Stdn", "h", "Zeitstunde", "Zeitstunden", "Arbeitsstunde", "Arbeitsstunden"],
      minute: ["Minute", "Minuten", "Min"], half: ["halbe", "halben", "halb"], quarter: ["viertel"],
      others: [
        "Halbstunde": 30, "Halbstunden": 30, "Viertelstunde": 15, "Viertelstunden": 15, "Dreiviertelstunde": 45,
        "Dreiviertelstunden": 45,
      ],
      fillers: ["pro", "je", "eine", "einer", "die"]))
}
