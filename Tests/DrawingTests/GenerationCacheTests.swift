import Testing

@testable import Drawing

@Suite struct GenerationCacheTests {
  @Test func staysBoundedAndKeepsWhatIsUsed() {
    var cache = GenerationCache<Int, Int>(limit: 10)
    cache.insert(-1, for: -1, weight: 1)
    for key in 0..<1000 {
      cache.insert(key, for: key, weight: 1)
      #expect(cache.value(for: -1, weight: 1) == -1)
      #expect(cache.count <= 20)
    }
    #expect(cache.value(for: 999, weight: 1) == 999)
    #expect(cache.value(for: 3, weight: 1) == nil)
  }
}
