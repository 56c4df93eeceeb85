import Testing

@testable import Bookkeeping

@Suite struct NamePartsTests {
  @Test(arguments: [
    ("Rice", "ice", false), ("Haircut, men's", "men", true), ("Haircut, women's", "men", false),
    ("Haircut, women's", "S", false), ("Haircut, women's", "hair", false), ("Haircut, women's", "haircut", true),
    ("Bread, whole wheat", "Whole  W", false), ("Bread, whole wheat", "Whole  Wheat", true),
    ("Bread, whole wheat", "wheat", true), ("Fish and chips (takeaway)", "(TAKE", false),
    ("Fish and chips (takeaway)", "(TAKEAWAY", true), ("Milk, 2 pints", "2", true),
    ("散髪、男性", "髪", true), ("ตัดผมชาย", "ผม", true), ("Ｔシャツ", "シャツ", true), ("Détartrage", "tartrage", false),
    ("Cambio de pastillas", "PASTI", false), ("Cambio de pastillas", "PASTILLA", true), ("Music teacher", "tea", false),
    ("Eggs, large", "egg", true), ("Rice", "rice pudding", false), ("서울 버스", "버스", true),
    ("서울버스", "버스", false),
  ])
  func areWholeWords(name: String, part: String, fits: Bool) {
    #expect(NameParts(name).contain(NameParts.typed(part)) == fits)
  }

  @Test func needALetter() {
    #expect(NameParts.typed(" ,.- ").isEmpty)
  }
}
