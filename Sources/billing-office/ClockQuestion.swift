import BillingOffice

/// Asks whether this machine's clock is right, where something speaks against it.
enum ClockQuestion {
  /// Does what is asked for; where only the clock stands in its way and somebody is there to say that it is right, once more.
  ///
  /// - Parameters:
  ///   - request: what is asked for.
  ///   - day: the day that was named; nil where the clock gave it.
  ///   - body: does it.
  /// - Returns: what comes of it.
  /// - Throws: what it throws.
  static func asking<Request: ClockedRequest, Value>(
    _ request: Request, day: String?, _ body: (Request) throws -> Value
  ) throws -> Value {
    var request = request
    request.isDayOfClock = day == nil
    do { return try body(request) } catch let diagnostics as Diagnostics {
      let errors = diagnostics.all.filter { $0.severity == .error }
      guard Terminal.canAsk, let fact = errors.first?.fact as? ClockFact, errors.count == 1 else { throw diagnostics }
      Terminal.piece("\(fact.words.message).\nIs it really \(DayWords.of(fact.day))? [y/N] ")
      let answer = try Terminal.line()?.lowercased().filter { !$0.isWhitespace } ?? ""
      guard ["y", "yes"].contains(answer) else { throw diagnostics }
      request.isDayOfClock = false
      return try body(request)
    }
  }
}
