/// The names of those who carry money.
enum PaymentHosts {
  /// By the hash of a host's name read backwards: what its path must begin with to be a payment link.
  static let paths: [UInt64: [UInt8]] = {
    var paths: [UInt64: [UInt8]] = [:]
    for host in hosts.split(whereSeparator: \.isWhitespace) {
      let name = host.prefix { $0 != "/" }
      var hash = FNV()
      for byte in name.utf8.reversed() { hash.add(byte) }
      paths[hash.value] = Array(host.dropFirst(name.count).utf8)
    }
    return paths
  }()

  /// Hosts, each with everything under it; one with a path only under that path.
  private static let hosts = """
    paypal.com paypal.me paypal.de paypal.fr paypal.es venmo.com cash.app cash.me zellepay.com
    buy.stripe.com checkout.stripe.com pay.stripe.com donate.stripe.com invoice.stripe.com book.stripe.com
    square.link checkout.square.site squareup.com/pay pay.google.com pay.amazon.com/pay
    ko-fi.com buymeacoffee.com coff.ee patreon.com gofundme.com gofund.me donorbox.org donorbox.com
    opencollective.com liberapay.com givebutter.com fundly.com chuffed.org justgiving.com gogetfunding.com
    wise.com/pay revolut.me monzo.me monzo.com/pay starlingbank.com/pay settleup.starlingbank.com
    twint.ch go.twint.ch bizum.es swish.nu getswish.se mobilepay.dk mobilepay.fi vipps.no qr.vipps.no tikkie.me
    betaalverzoek.rabobank.nl payconiq.com paylib.fr wero-wallet.eu lydia-app.com lydia.me leetchi.com
    lepotcommun.fr helloasso.com betterplace.me pot.lydia.me sumup.link pay.sumup.com mollie.com/payscreen
    mpago.la mpago.li link.mercadopago.com.mx mercadopago.com mercadopago.com.mx mercadopago.com.ar
    clip.mx conekta.com/pay oxxopay.com picpay.me nubank.com.br/pagar razorpay.me rzp.io pages.razorpay.com paytm.me
    p.paytm.me phon.pe bharatpe.in mpesa.com flutterwave.com/pay paystack.com/pay interac.ca/pay
    coinbase.com/pay commerce.coinbase.com bitpay.com strike.me btcpay.com opennode.com getalby.com
    klarna.com/pay pay.klarna.com afterpay.com alipay.com qr.alipay.com wxpay.com payoneer.com skrill.com
    """

  /// Schemes that mean money wherever they stand (payto: RFC 8905).
  static let schemes: Set<String> = [
    "bitcoin", "bitcoincash", "ethereum", "litecoin", "dogecoin", "monero", "zcash", "solana", "cardano", "lightning",
    "lnurlp", "lnurlw", "upi", "payto",
  ]

  /// Schemes that are words of their own too, and mean money only before `//`.
  static let appSchemes: Set<String> = [
    "paypal", "venmo", "cashapp", "cashme", "gpay", "tez", "phonepe", "paytmmp", "swish", "bizum", "twint", "pix",
    "dash", "tron", "mobilepay", "vipps", "revolut", "alipay", "alipays", "zelle",
  ]

  /// What stands behind the @ of a UPI name.
  static let bankHandles: Set<String> = [
    "upi", "ybl", "ibl", "axl", "okaxis", "okicici", "oksbi", "okhdfcbank", "paytm", "ptyes", "ptaxis", "pthdfc",
    "ptsbi", "apl", "yapl", "rapl", "axisb", "axisbank", "icici", "hdfcbank", "sbi", "kotak", "kotak811", "indus",
    "idfcbank", "idfcfirst", "federal", "fbl", "yesbank", "yespay", "waicici", "wahdfcbank", "waaxis", "wasbi",
    "jupiteraxis", "airtel", "freecharge", "ikwik", "barodampay", "mahb", "pnb", "unionbank", "cnrb", "naviaxis",
    "tapicici", "goaxb", "pingpay", "postbank", "aubank", "abfspay", "superyes", "shriramhdfcbank", "timecosmos",
  ]
}
