/// The currencies of ISO 4217 (list one, as in force on 1 January 2026) and how many digits their minor unit has.
///
/// Left out, because nobody asks a price in them: funds codes (BOV, CHE, CLF, …), metals, testing codes, and the units
/// of account of banks (XAD, XDR, XSU, XUA). BGN left the list on 1 January 2026.
enum CurrencyCodes {
  /// The digits of the minor unit by code.
  static let digits: [String: Int] = {
    var table: [String: Int] = [:]
    for (digits, codes) in [(0, withoutMinorUnit), (2, hundredths), (3, thousandths)] {
      for code in codes.split(separator: " ") { table[String(code)] = digits }
    }
    return table
  }()

  private static let withoutMinorUnit = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF"

  private static let thousandths = "BHD IQD JOD KWD LYD OMR TND"

  private static let hundredths = """
    AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP CVE \
    CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR \
    KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB \
    PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY \
    TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG
    """
}
