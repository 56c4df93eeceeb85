/// What the export of a chat puts before a message: the moment, and who sent it. Neither is kept, nor looked at any further.
///
/// As WhatsApp exports chats on iPhones (`[28/11/26, 18:04:11] Ana: 2x bread`) and on Android (`28/11/2026, 18:04 - Ana: 2x bread`),
/// and as Telegram and Signal have them when messages are copied (`Ana, [28.11.26 18:04]`, `[2026-11-28 18:04] Ana: 2x bread`).
enum ChatLine {
  /// The message in a line of a chat.
  ///
  /// - Parameter line: a line, without marks that nobody sees.
  /// - Returns: the message, which is empty for what the chat says itself; nil where it is no line that a chat begins.
  static func message(of line: Substring) -> Substring? {
    if let match = line.prefixMatch(of: bracketed) ?? line.prefixMatch(of: bare) {
      return afterSender(line[match.range.upperBound...])
    }
    if let match = line.wholeMatch(of: copied) { return match.1 ?? "" }
    return nil
  }

  private static func afterSender(_ rest: Substring) -> Substring {
    guard let colon = rest.firstRange(of: ":") else { return "" }
    return rest[colon.upperBound...]
  }

  // A regular expression is no Sendable, and is only read.
  nonisolated(unsafe) private static let bracketed =
    #/\s*\[\d{1,4}[.\/-]\d{1,2}[.\/-]\d{1,4},?\s+\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[AaPp]\.?\s?[Mm]\.?)?\]\s*/#
  nonisolated(unsafe) private static let bare =
    #/\s*\d{1,4}[.\/-]\d{1,2}[.\/-]\d{1,4},?\s+\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[AaPp]\.?\s?[Mm]\.?)?\s+[-–]\s+/#
  nonisolated(unsafe) private static let copied =
    #/[^\[\]]{1,80},\s*\[\d{1,4}[.\/-]\d{1,2}[.\/-]\d{1,4},?\s+(?:at\s+)?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[AaPp][Mm])?\]:?(.*)?/#
}
