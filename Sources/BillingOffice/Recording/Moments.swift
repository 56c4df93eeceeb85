import Foundation

/// Moments as the ledger writes them: ISO 8601 in UTC, to the second, such as `2026-11-20T14:03:05Z`.
enum Moments {
  /// A moment as seconds since 1970; nil for what is none.
  static func seconds(_ text: String) -> Int? {
    guard let match = text.wholeMatch(of: /(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)Z/) else { return nil }
    let numbers = [match.1, match.2, match.3, match.4, match.5, match.6].compactMap { Int32($0) }
    var parts = tm()
    (parts.tm_year, parts.tm_mon, parts.tm_mday) = (numbers[0] - 1900, numbers[1] - 1, numbers[2])
    (parts.tm_hour, parts.tm_min, parts.tm_sec) = (numbers[3], numbers[4], numbers[5])
    return timegm(&parts)
  }

  /// The moment so many seconds before another; nil where that is none.
  static func before(_ text: String, by seconds: Int) -> String? {
    guard var moment = Self.seconds(text).map({ $0 - seconds }) else { return nil }
    var parts = tm()
    gmtime_r(&moment, &parts)
    func two(_ number: Int32) -> String { Int(number).padded(to: 2) }
    return "\((Int(parts.tm_year) + 1900).padded(to: 4))-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
      + "T\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))Z"
  }

  /// How many seconds passed from one moment to another; nil where either is none.
  static func seconds(from earlier: String, to later: String) -> Int? {
    guard let from = seconds(earlier), let to = seconds(later) else { return nil }
    return to - from
  }
}
