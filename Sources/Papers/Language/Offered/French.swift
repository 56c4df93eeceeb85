import Bookkeeping

extension OfferedLanguage {
  static let french = OfferedLanguage(
    code: "fr",
    void: VoidWording(
      stamp: "ANNULÉ PAR SOLIDARITÉ", nothingOwed: "Rien n’est dû.", notABill: "Ceci n’est pas une facture.",
      totalDue: "Total dû", issuedBy: "Facture imaginaire de", draft: "BROUILLON", reprint: "Réimpression",
      takenBack: "DON RETIRÉ"),
    plurals: PluralRules([.one, .many, .other]) { $0.i <= 1 ? .one : $0.isMillions ? .many : .other },
    time: TimeWords(
      hour: ["heure", "heures", "h"], minute: ["minute", "minutes", "min", "mn"], half: ["demi", "demie", "demis"],
      quarter: ["quart", "quarts"], fillers: ["par", "l", "une", "un", "de", "d"]))
}
