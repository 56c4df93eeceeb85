/// The words that make a paper void. They are in code, in every language offered, so that no template and no file of words
/// can change them.
struct VoidWording: Hashable, Sendable {
  /// What the stamp says.
  let stamp: String
  /// That nothing is owed.
  let nothingOwed: String
  /// That the paper is no bill.
  let notABill: String
  /// What stands before the zero.
  let totalDue: String
  /// Who mocks: what stands before the office's name.
  let issuedBy: String
  /// What stands for the number of a paper that has none.
  let draft: String
  /// What stands before all that on a paper that is printed again.
  let reprint: String

  /// The words in a language; English where it is not offered.
  static func `in`(_ language: String) -> VoidWording { all[language] ?? english }

  private static let english = VoidWording(
    stamp: "VOID BY SOLIDARITY", nothingOwed: "Nothing is owed.", notABill: "This is not a bill.",
    totalDue: "Total due", issuedBy: "Mock invoice by", draft: "DRAFT", reprint: "Reprint")

  private static let all: [String: VoidWording] = [
    "en": english,
    "es": VoidWording(
      stamp: "ANULADO POR SOLIDARIDAD", nothingOwed: "No se debe nada.", notABill: "Esto no es una factura.",
      totalDue: "Total a pagar", issuedBy: "Factura imaginaria de", draft: "BORRADOR", reprint: "Reimpresión"),
    "fr": VoidWording(
      stamp: "ANNULÉ PAR SOLIDARITÉ", nothingOwed: "Rien n’est dû.", notABill: "Ceci n’est pas une facture.",
      totalDue: "Total dû", issuedBy: "Facture imaginaire de", draft: "BROUILLON", reprint: "Réimpression"),
    "de": VoidWording(
      stamp: "NICHTIG AUS SOLIDARITÄT", nothingOwed: "Es ist nichts zu zahlen.",
      notABill: "Dies ist keine Rechnung.", totalDue: "Gesamtbetrag", issuedBy: "Als-ob-Rechnung von",
      draft: "ENTWURF", reprint: "Nachdruck"),
    "ar": VoidWording(
      stamp: "ملغاة بالتضامن", nothingOwed: "لا شيء مستحق.", notABill: "هذه ليست فاتورة.",
      totalDue: "المجموع المستحق", issuedBy: "فاتورة رمزية من", draft: "مسودة", reprint: "إعادة طباعة"),
  ]
}
