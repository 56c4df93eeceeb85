import Testing

@testable import Vetting

@Suite("Claims of payment")
struct ClaimTests {
  @Test(
    "Receipts are refused",
    arguments: [
      "PAID", "Paid", "paid", "*** PAID ***", "PAID!", "Paid: $50", "PAID 2026-05-01", "Status: paid",
      "Paid in cash, thank you",
      "Paid on 5 May 2026", "This bill is PAID by Robin", "PAID IN FULL", "Paid in full", "payment received",
      "PAYMENT RECEIVED", "PAGADO", "Pagado", "La cuenta está PAGADA", "PAYÉ", "Payé", "Payée le 3",
      "facture PAYÉ en 2026",
      "ACQUITTÉ", "Acquittée", "ACQUITTE", "BEZAHLT", "Bezahlt am 3.5.2026", "Betrag dankend erhalten", "مدفوع",
      "مَدْفُوع",
      "مـدفـوع", "تم الدفع", "مدفوع بالكامل",
    ])
  func receipts(text: String) {
    #expect(Vetting.finding(in: text)?.kind == .receipt)
  }

  @Test(
    "Disguises come off",
    arguments: [
      "PaId", "pAiD", "ＰＡＩＤ", "ᴘᴀɪᴅ", "𝐏𝐀𝐈𝐃", "Ⓟⓐⓘⓓ", "🅿🅰🅸🅳", "🅟🅐🅘🅓", "РАID", "ΡΑΙD", "PАІD", "P\u{AD}AID",
      "PA\u{200B}ID",
      "P\u{2060}A\u{FEFF}I\u{200D}D", "P A I D", "P.A.I.D.", "P-A-I-D", "P\nA\nI\nD", "p a i d", "P  A  I  D",
      "P_A_I_D", "P·A·I·D",
      "P​ A​ I​ D", "PA1D", "P41D", "P@ID", "PA!D", "PAlD", "PA|D", "P A 1 D", "PA ID", "P̶A̶I̶D̶", "PÁÍD", "Pàid",
      "PAID\u{FE0F}", "P\u{8}AID", "PAIDINFULL", "P A I D  I N  F U L L", "P%41ID", "\u{202E}DIAP", "B E Z A H L T",
      "PAG4DO",
      "BEZAH1T", "ꓑꓮꓲꓓ", "The bill: ＰＡＩＤ in cash",
    ])
  func disguises(text: String) {
    #expect(Vetting.finding(in: text)?.kind == .receipt)
  }

  @Test(
    "Demands are refused",
    arguments: [
      "PLEASE PAY", "Please pay by Friday", "PAY NOW", "Pay now!", "Hello. Pay now", "AMOUNT DUE: $50",
      "Total due 12.50",
      "TOTAL DUE 0,50 €", "Balance due: USD 1,250.00", "USD50 — amount due USD50", "You owe us $5", "You owe: 1",
      "total due on 2026-05-01: 30", "TOTAL DUE ٥٠", "TOTAL DUE ５０", "T0TAL DUE 50", "Tоtаl due $50",
      "Remit to: the office",
      "Payable to Robin", "Due by 5 May", "due by May 5", "due within 30 days", "OVERDUE", "Overdue",
      "This account is overdue",
      "FINAL NOTICE", "Final notice", "sent to collections", "Payment due in 14 days", "Unpaid",
      "Total a pagar: $300 MXN",
      "Usted debe 300", "Net à payer : 45,00 €", "Vous devez 45 €", "Veuillez payer", "Bitte zahlen Sie",
      "Zu zahlen: 45 €",
      "Letzte Mahnung", "fällig am 3. Mai", "MAHNUNG", "المبلغ المستحق: ٥٠", "يرجى الدفع",
    ])
  func demands(text: String) {
    #expect(Vetting.finding(in: text)?.kind == .demand)
  }

  @Test(
    "Honest texts pass",
    arguments: [
      "", " ", "Flour", "what the worker is paid", "Basis: wage, what the worker is paid", "Nothing is owed",
      "This is not a bill", "Total due 0", "Total due $0.00", "TOTAL DUE 0,00 €", "You owe: 0", "You owe nothing",
      "You owe us nothing. This would have cost $50.", "TOTAL DUE: 0.00 USD", "Amount due: zero",
      "Balance due 0 — worth $120",
      "prepaid phone", "PREPAID PHONE", "Average hourly pay", "unpaid care", "UNPAIDCARE", "Paid leave, one week",
      "Well paid work", "Please pay it forward", "please pay attention", "average pay now and then",
      "Pay what nurses get",
      "Overdue library book", "Due to rain", "VOID BY SOLIDARITY", "Mock invoice",
      "mock invoice by the Elm Street market",
      "Amount due", "TOTAL DUE", "Total a pagar: 0", "Total à payer : 0,00 €", "Zu zahlen: 0,00 €", "المبلغ المستحق: ٠",
      "La paye des ouvriers", "ONS, PAYE RTI statistics", "was der Arbeiter bezahlt bekommt", "trabajo bien pagado",
      "travail non payé", "إجازة مدفوعة الأجر", "A B C D", "1 2 3 4 5", "Notice 2026-10", "Total 120.00", "Raid",
      "Page 3 of 7",
      "Panadería en Mora", "Haircut, women's", "Milk, semi-skimmed, 2 pints", "Здравствуйте, мир", "こんにちは",
      "Eggs 🥚 large", "de l'ordre de 50 €", "Invoice 2026-0012", "No payment is asked for or taken",
    ])
  func honest(text: String) {
    let finding = Vetting.finding(in: text)
    #expect(finding == nil)
  }

  @Test("Every phrase of the wording is found, glance and all")
  func wording() {
    for phrase in ClaimWording.phrases {
      let words = phrase.skeletons.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
      let text = phrase.rule == .amount || phrase.rule == .deadline ? words + " 50" : words
      #expect(Vetting.finding(in: text)?.kind == phrase.kind, "\(text)")
    }
  }

  @Test("The excerpt shows what was meant")
  func excerpt() {
    #expect(Vetting.finding(in: "Robin: ＰＡＩＤ today")?.excerpt == "PAID")
  }
}
