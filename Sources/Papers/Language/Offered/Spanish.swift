import Bookkeeping

extension OfferedLanguage {
  static let spanish = OfferedLanguage(
    code: "es",
    void: VoidWording(
      stamp: "ANULADO POR SOLIDARIDAD", nothingOwed: "No se debe nada.", notABill: "Esto no es una factura.",
      totalDue: "Total a pagar", issuedBy: "Factura imaginaria de", draft: "BORRADOR", reprint: "Reimpresión",
      takenBack: "REGALO RETIRADO"),
    plurals: PluralRules([.one, .many, .other]) { $0.n == 1 ? .one : $0.isMillions ? .many : .other },
    time: TimeWords(
      hour: ["hora", "horas", "h", "hr", "hrs"], minute: ["minuto", "minutos", "min", "mins"],
      half: ["media", "medias", "medio"], quarter: ["cuarto", "cuartos"],
      fillers: ["por", "la", "una", "un", "de", "cada"]))
}
