extension String {
  /// The text with the digits 0 to 9 for those of other scripts, such as ٣ for 3, which keyboards type where people read them.
  var inLatinDigits: String {
    String(
      map { character in
        guard let value = character.wholeNumberValue, (0...9).contains(value) else { return character }
        return Character("\(value)")
      })
  }
}
