import Foundation

/// Moments as the ledger writes them: ISO 8601 in UTC, to the second, such as `2026-11-20T14:03:05Z`.
enum Moments {
  /// A moment as seconds since 1970; nil for what is none.
  static func seconds(_ text: String) -> Int? {
    // Byte by byte: a regular expression takes half a millisecond to be made ready, and somebody waits for a receipt.
    let pattern = "0000-00-00T00:00:00Z".utf8
    guard text.utf8.count == pattern.count,
      zip(text.utf8, pattern).allSatisfy({ $1 == UInt8(ascii: "0") ? $0 >= $1 && $0 <= UInt8(ascii: "9") : $0 == $1 })
    else { return nil }
    let numbers = text.split(whereSeparator: { !$0.isNumber }).compactMap { Int32($0) }
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
