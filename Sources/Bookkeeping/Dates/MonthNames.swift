/// What months are called, whole and short, in the languages that papers are offered in and two of their neighbours.
enum MonthNames {
  /// The names of each month, as ``NameKey/plain(of:)`` has them once they are looked up.
  private static let table: [[String]] = [
    [
      "January", "Jan", "Januar", "Jänner", "janvier", "janv", "enero", "ene", "يناير", "جانفي", "كانون الثاني",
      "gennaio", "gen", "janeiro",
    ],
    [
      "February", "Feb", "Februar", "février", "févr", "fév", "febrero", "فبراير", "فيفري", "شباط", "febbraio",
      "fevereiro",
    ],
    ["March", "Mar", "März", "Mrz", "Mär", "mars", "marzo", "مارس", "آذار", "março"],
    ["April", "Apr", "avril", "avr", "abril", "abr", "أبريل", "إبريل", "أفريل", "نيسان", "aprile"],
    ["May", "Mai", "mayo", "مايو", "ماي", "أيار", "maggio", "mag", "maio"],
    ["June", "Jun", "Juni", "juin", "junio", "يونيو", "جوان", "حزيران", "giugno", "giu", "junho"],
    ["July", "Jul", "Juli", "juillet", "juil", "julio", "يوليو", "جويلية", "تموز", "luglio", "lug", "julho"],
    ["August", "Aug", "août", "agosto", "ago", "أغسطس", "أوت", "آب"],
    [
      "September", "Sep", "Sept", "septembre", "septiembre", "setiembre", "set", "سبتمبر", "أيلول", "settembre",
      "setembro",
    ],
    [
      "October", "Oct", "Oktober", "Okt", "octobre", "octubre", "أكتوبر", "تشرين الأول", "ottobre", "ott", "outubro",
      "out",
    ],
    ["November", "Nov", "novembre", "noviembre", "نوفمبر", "تشرين الثاني", "novembro"],
    [
      "December", "Dec", "Dezember", "Dez", "décembre", "déc", "diciembre", "dic", "ديسمبر", "كانون الأول", "dicembre",
      "dezembro",
    ],
  ]

  private static let months: [String: Int] = {
    var months: [String: Int] = [:]
    for (index, names) in table.enumerated() {
      for name in names { months[NameKey.plain(of: name)] = index + 1 }
    }
    return months
  }()

  /// The number of a month by its name as ``NameKey/plain(of:)`` has it; nil where no month is called so.
  static func month(_ name: String) -> Int? { months[name] }
}
