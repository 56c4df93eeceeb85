/// The words by which a paper would pass for a bill or a receipt, in English, Spanish, French, German and Arabic.
enum ClaimWording {
  /// All of them.
  static let phrases: [Phrase] =
    Phrase.list(
      .receipt, .stamp,
      """
      paid, paidinfull, pagado, pagada, payé, payée, acquitté, acquittée, acquitte, bezahlt, beglichen
      مدفوع, مدفوعة, مسدد
      """)
    + Phrase.list(
      .receipt, .always,
      """
      paid in full, payment received, payment has been received
      payment successful, payment complete, payment confirmed, payment confirmation, thank you for your payment
      invoice paid, invoice is paid, invoice was paid, invoice has been paid, bill paid, bill is paid, bill has been paid
      pago recibido, pagado en su totalidad, pago confirmado, factura pagada, gracias por su pago, totalmente pagado
      paiement reçu, paiement effectué, payé en totalité, facture payée, facture acquittée, facture réglée
      intégralement payé, pour acquit
      Zahlung erhalten, Zahlung eingegangen, Betrag erhalten, Betrag dankend erhalten, vollständig bezahlt
      Rechnung bezahlt, Rechnung beglichen
      تم الدفع, تم السداد, مدفوع بالكامل, فاتورة مدفوعة, تم استلام الدفعة, تم استلام المبلغ
      """)
    + Phrase.list(
      .demand, .stamp,
      """
      unpaid, overdue, past due, impagado, impagada, vencido, vencida, impayé, impayée, unbezahlt, überfällig, ueberfaellig
      Mahnung, Zahlungserinnerung, Inkasso, متأخر
      """)
    + Phrase.list(
      .demand, .always,
      """
      please pay, please remit, remit to, remit payment, payable to, make checks payable, make cheques payable
      payable on receipt, payable upon receipt, payable within
      due on receipt, due upon receipt, due immediately, net 30 days
      is overdue, are overdue, now overdue, overdue invoice, overdue payment, overdue amount, overdue balance
      overdue account, payment overdue, past due amount, past due balance, past due notice, final notice, final demand
      last notice, sent to collections, turned over to collections, collection agency, collections agency
      collections department, late fee applies, pay this amount, pay this invoice, pay this bill, pay immediately
      por favor pague, favor de pagar, sírvase pagar, páguese a, pagar a la orden de, pagadero a, último aviso
      aviso final, pagar antes del, fecha límite de pago, agencia de cobros
      veuillez payer, veuillez régler, merci de régler, merci de payer, payable à, à l'ordre de, à payer avant
      à régler avant, dernier rappel, dernier avis, mise en demeure, échéance de paiement
      bitte zahlen, bitte überweisen, bitte bezahlen, zahlbar an, zahlbar bis, zahlbar innerhalb, fällig am, fällig bis
      sofort fällig, letzte Mahnung, Inkassobüro
      يرجى الدفع, يرجى السداد, الرجاء الدفع, واجب السداد, واجب الدفع, إشعار أخير, متأخر السداد, ادفع الآن
      """)
    + Phrase.list(
      .demand, .opening,
      """
      pay now, pay here, pay today, scan to pay, click to pay, due now, pague ahora, pagar ahora, paga ya
      payez maintenant, payer maintenant, jetzt zahlen, jetzt bezahlen
      """
    )
    + Phrase.list(
      .demand, .amount,
      """
      amount due, total due, balance due, payment due, sum due, amount owed, amount owing, total owed, balance owed
      amount payable, total payable, total to pay, amount to pay, outstanding balance, balance outstanding
      you owe, due now, please transfer, minimum due, now due, outstanding amount
      total a pagar, importe a pagar, monto a pagar, importe adeudado, monto adeudado, saldo pendiente, usted debe
      nos debe, total adeudado, saldo deudor
      total à payer, montant à payer, net à payer, reste à payer, somme due, montant dû, total dû, solde dû, vous devez
      solde à payer
      zu zahlen, zu zahlender Betrag, fälliger Betrag, offener Betrag, Zahlbetrag, Gesamtbetrag fällig, Sie schulden
      Restbetrag, zu überweisen
      المبلغ المستحق, الإجمالي المستحق, المجموع المستحق, الرصيد المستحق, أنت مدين, عليك دفع
      """)
    + Phrase.list(
      .demand, .deadline,
      "due by, due on, due before, due within, payable by, pay before, pay within, vence el, pagar antes de, fällig zum"
    )

  /// Phrases by the hash of their first word.
  static let byFirstWord: [UInt64: [Phrase]] = Dictionary(grouping: phrases) { $0.hashes[0] }

  /// Stamps without the gaps between their words.
  static let stamps: [(skeleton: [UInt8], kind: Finding.Kind)] =
    phrases.filter { $0.rule == .stamp }.map { ($0.skeletons.flatMap { $0 }, $0.kind) }

  /// The same by their hashes.
  static let stampsByHash: [UInt64: Finding.Kind] =
    Dictionary(stamps.map { (Word.hash($0.skeleton), $0.kind) }) { first, _ in first }

  /// Words that leave a stamp standing alone.
  static let fillers = hashes(
    """
    on, by, with, in, full, thank, you, thanks, cash, card, cheque, check, bank, transfer, status, invoice, bill, date
    amount, total, fully, already, now, was, is, usd, eur, gbp, mxn, cad, the, this, all, and, received, stamp
    jan, feb, mar, apr, may, jun, jul, aug, sep, oct, nov, dec, january, february, march, april, june, july, august
    september, october, november, december
    el, la, en, efectivo, gracias, estado, factura, importe, todo, por, le, par, chèque, espèces, merci, état, facture
    montant, tout, am, bar, danke, dank, dankend, rechnung, betrag, vollständig, alles, per, mit, شكرا, الحالة, الفاتورة
    """)

  /// Words for nothing, which make a demand honest.
  static let nothing = hashes(
    """
    nothing, zero, nil, none, nada, cero, ninguno, rien, zéro, aucun, nichts, null, kein, keine, صفر, شيء, لاشيء
    """)

  /// Words that name a day.
  static let days = hashes(
    """
    jan, feb, mar, apr, may, jun, jul, aug, sep, sept, oct, nov, dec, january, february, march, april, june, july
    august, september, october, november, december, monday, tuesday, wednesday, thursday, friday, saturday, sunday
    tomorrow, today, receipt
    """)

  /// Sentences that only sound like a demand.
  static let exempt: [[UInt64]] = Phrase.list(
    .demand, .always, "please pay it forward, please pay attention, please pay nothing, please pay no, please pay zero"
  ).map(\.hashes)

  private static func hashes(_ words: String) -> Set<UInt64> {
    Set(Phrase.list(.demand, .always, words).flatMap(\.hashes))
  }
}
