/// What spreadsheets write into a cell that they could not reckon.
enum ErrorValue {
  /// Whether a text is one of them. Files hold the English ones; what is saved as CSV, and .ods, those of the program's language.
  static func isOne(_ text: String) -> Bool {
    switch text.utf8.first {
    case UInt8(ascii: "#"): all.contains(text)
    // Nearly all that begins so has no colon.
    case UInt8(ascii: "E"), UInt8(ascii: "F"):
      text.utf8.contains(UInt8(ascii: ":")) && text.wholeMatch(of: /(Err|Erreur|Error|Fehler) ?: ?\d{3}/) != nil
    default: false
    }
  }

  private static let all = Set(
    """
    #N/A #VALUE! #REF! #DIV/0! #NUM! #NAME? #NULL! #GETTING_DATA #SPILL! #CALC! #FIELD! #BLOCKED! #CONNECT! #UNKNOWN! #ERROR! #BUSY!
    #NV #WERT! #BEZUG! #ZAHL! #ÜBERLAUF! #VALEUR! #NOMBRE! #NOM? #NUL! #ND #¡VALOR! #¡REF! #¡DIV/0! #¡NUM! #¿NOMBRE? #¡NULO!
    #VALOR! #NÚM! #NOME? #NULO! #N/D #VALORE! #RIF! #NULLO! #WAARDE! #VERW! #DEEL/0! #GETAL! #NAAM? #LEEG! #N/B
    #ARG! #ADR! #DZIEL/0! #LICZBA! #NAZWA? #ZERO! #BRAK #HODNOTA! #ČÍSLO! #NÁZEV? #ODKAZ! #DĚLENÍ_NULOU! #ÉRTÉK! #HIÁNYZIK #HIV!
    #ZÉRÓOSZTÓ! #SZÁM! #NÉV? #NULLA! #VÄRDEFEL! #REFERENS! #DIVISION/0! #OGILTIGT! #NAMN? #SKÄRNING! #SAKNAS! #VERDI! #I/T #NAVN?
    #VÆRDI! #REFERENCE! #NUM.FEJL! #ARVO! #VIITTAUS! #JAKO/0! #LUKU! #NIMI? #TYHJÄ! #PUUTTUU! #DEĞER! #BAŞV! #SAYI! #AD? #YOK #BOŞ!
    #ЗНАЧ! #ССЫЛКА! #ДЕЛ/0! #ЧИСЛО! #ИМЯ? #ПУСТО! #Н/Д
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
