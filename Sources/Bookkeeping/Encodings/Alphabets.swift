/// The letters by which texts of a language are known, besides those from a to z. Languages stand here that papers are offered in,
/// and those that their neighbours write.
enum Alphabets {
  /// By language, in small letters.
  static let letters: [String: Set<Unicode.Scalar>] = table.mapValues { Set($0.unicodeScalars) }

  /// The letters of all languages here.
  static let all: Set<Unicode.Scalar> = letters.values.reduce(into: []) { $0.formUnion($1) }

  /// The letters of some languages; of those that papers are offered in where none is known.
  static func letters(of languages: [String]) -> Set<Unicode.Scalar> {
    let known = languages.compactMap { letters[$0] }
    return (known.isEmpty ? ["en", "de", "es", "fr"].compactMap { letters[$0] } : known).reduce(into: []) {
      $0.formUnion($1)
    }
  }

  private static let arabic = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي"

  private static let table = [
    // English borrows from its neighbours.
    "en": "àâäçèéêëíîïñóôöùúûüœæá", "de": "äöüßéèàêç", "es": "áéíñóúüç", "fr": "àâæçèéêëîïôùûüÿœñ",
    "it": "àèéìîòóù", "pt": "àáâãçéêíóôõúü", "ca": "àçèéíïòóúü", "nl": "áéëïóöüè", "da": "æøåé", "nb": "æøåéòô",
    "sv": "åäöé", "fi": "åäö", "is": "áðéíóúýþæö", "ga": "áéíóú",
    "pl": "ąćęłńóśźż", "cs": "áčďéěíňóřšťúůýž", "sk": "áäčďéíĺľňóôŕšťúýž", "hu": "áéíóöőúüű", "ro": "ăâîşţșț",
    "hr": "čćđšž", "sl": "čšž", "sq": "çë",
    "lt": "ąčęėįšųūž", "lv": "āčēģīķļņšūž", "et": "äõöüšž", "tr": "çğıiöşüâî",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя", "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "bg": "абвгдежзийклмнопрстуфхцчшщъьюя", "sr": "абвгдђежзијклљмнњопрстћуфхцчџш",
    "el": "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ", "he": "אבגדהוזחטיךכלםמןנסעףפץצקרשת",
    "ar": arabic, "fa": arabic + "پچژگک", "ur": arabic + "پچژگکٹڈڑےں",
  ]

  /// The syllables that stand most often in Korean texts; of 2350 that a code page has they are nearly nine in ten.
  static let commonSyllables: Set<Unicode.Scalar> = Set(
    """
    이다는에의가을하고지를도로사아한은시어기리자나라대해인그서일정부보전수있원상제들장주스여과거구으만우동조마게장무선
    비오신공성화유경년모소물세면안국미진산생바트방내치관계발분용것말연식술위회았었했개적입실체행업교양저영문명와더때없까
    니내데름드람르러레되두등또려력란래른례류림매맥먹며목밀밥배백번법변별본불빵빛살새색석설속손쌀알야약언열예외요운월음응의
    임작잔잡재절점접족종중즈직질집차찬참채처천청초촌추출충친코콩크타터토통투특티파판패퍼페편평포표품프피필학할함합항향허현
    형호혼홍활후훈휴희흰힘감강건검격견결계곡골과광구군권귀규근글금급길김꽃꿀난남날낮너노녹논농높누눈능닭담당닐단달덕돈돌
    떡란럭량육울파추치당근버섯늘간된참깨커피차설탕소고돼상우빨래돌봄수리머발깎책옷신발운전
    """.unicodeScalars.filter { $0.value >= 0xAC00 })
}
