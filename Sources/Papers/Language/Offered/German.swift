extension OfferedLanguage {
  static let german = OfferedLanguage(
    code: "de",
    void: VoidWording(
      stamp: "NICHTIG AUS SOLIDARITÄT", nothingOwed: "Es ist nichts zu zahlen.",
      notABill: "Dies ist keine Rechnung.", totalDue: "Gesamtbetrag", issuedBy: "Als-ob-Rechnung von",
      draft: "ENTWURF", reprint: "Nachdruck",
      takenBack: "ZURÜCKGENOMMEN"),
    plurals: PluralRules([.one, .other]) { $0.i == 1 && $0.v == 0 ? .one : .other })
}
