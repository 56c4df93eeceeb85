/// Numbers that mean an account only by the label beside them.
enum LabelledNumbers {
  /// What a label may stand before.
  enum Number: String, Sendable, CaseIterable {
    /// A United States bank's number (ABA), nine digits with a check digit.
    case routing
    /// A British bank's number, six digits in pairs or together.
    case sortCode = "sort code"
    /// An account's number of six digits or more.
    case account
    /// A telephone number, a mail address or a handle of a paying service.
    case handle
  }

  /// The labels and their numbers.
  static let labels: [(number: Number, hashes: [UInt64], skeletons: [[UInt8]])] = {
    let list = WordList(PackageResources.labels_txt)
    return Number.allCases.flatMap { number in
      ClaimPhrase.list(.demand, .always, list.phrases(number.rawValue)).map { (number, $0.hashes, $0.skeletons) }
    }
  }()

  /// The first labelled number in a text.
  static func finding(in bytes: [UInt8], _ words: [Word]) -> Finding? {
    for index in words.indices {
      for label in byFirstWord[words[index].hash] ?? []
      where words[index...].prefix(label.hashes.count).map(\.hash) == label.hashes {
        let end = words[index + label.hashes.count - 1].place.upperBound
        let place = words[index].place.lowerBound..<end
        if let kind = kind(of: label.number, beside: place, in: bytes) {
          return Finding(kind, in: bytes, place.lowerBound..<min(end + 30, bytes.count))
        }
      }
    }
    return nil
  }

  private static func kind(of number: Number, beside place: Range<Int>, in bytes: [UInt8]) -> Finding.Kind? {
    let after = Array(bytes[place.upperBound...].prefix(40))
    switch number {
    case .routing:
      let around = Array(bytes[max(0, place.lowerBound - 40)..<place.lowerBound]) + [0x3B] + after
      return numbers(in: around).contains(where: isRouting) ? .bankAccount : nil
    case .sortCode:
      return numbers(in: after).contains { $0.count == 6 || $0.count == 14 } ? .bankAccount : nil
    case .account:
      return numbers(in: after).contains { $0.count >= 6 } ? .bankAccount : nil
    case .handle:
      let hasHandle = zip(after, after.dropFirst()).contains { mark, next in
        (mark == UInt8(ascii: "@") || mark == UInt8(ascii: "$")) && next.isLetter
      }
      return hasHandle || numbers(in: after).contains { (9...15).contains($0.count) } ? .paymentLink : nil
    }
  }

  /// The American Bankers Association's check: weights 3, 7, 1, the sum ends in 0; the first two digits name a district.
  static func isRouting(_ digits: [Int]) -> Bool {
    guard digits.count == 9 else { return false }
    let district = digits[0] * 10 + digits[1]
    let isDistrict = [0...12, 21...32, 61...72, 80...80].contains { $0.contains(district) }
    let sum = zip(digits, 0...).reduce(0) { $0 + $1.0 * [3, 7, 1][$1.1 % 3] }
    return isDistrict && sum.isMultiple(of: 10) && digits.contains { $0 > 0 }
  }

  /// Groups of digits, each alone and all that belong together.
  private static func numbers(in bytes: [UInt8]) -> [[Int]] {
    DigitRun.all(in: bytes).flatMap { run in run.groups.map(\.digits) + [run.groups.flatMap(\.digits)] }
  }

  private static let byFirstWord = Dictionary(grouping: labels) { $0.hashes[0] }
}
