import Ledger

/// What categories are called of which the public ledger shows sums only.
enum SensitiveNames {
  /// Health, in the languages in which price books are written: whoever names it in one means it in all.
  private static let health = [
    "health", "healthcare", "health care", "medical", "medicine", "salud", "sanidad", "médico", "medicina", "santé",
    "soins de santé", "médical", "médecine", "Gesundheit", "Medizin", "صحة", "الصحة", "طب",
  ]

  /// What an office's list stands for.
  ///
  /// - Parameter names: the categories in office.yaml.
  /// - Returns: those and what they are called in other languages.
  static func categories(_ names: Set<String>) -> SensitiveCategories {
    let own = SensitiveCategories(names)
    return SensitiveCategories(health.contains(where: own.contains) ? names.union(health) : names)
  }
}
