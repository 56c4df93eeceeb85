/// The addresses of wallets, whole or in groups of four.
enum Wallets {
  /// The first address in a text.
  static func finding(in bytes: [UInt8]) -> Finding? {
    let tokens = bytes.tokens
    for token in tokens where token.count >= 25 && isAddress(bytes[token]) {
      return Finding(.wallet, in: bytes, token)
    }
    return grouped(tokens, in: bytes)
  }

  /// Whether a word is the address of a wallet.
  static func isAddress(_ word: ArraySlice<UInt8>) -> Bool {
    isEthereum(word) || Bech32.isAddress(word) || Base58.isAddress(word) || isMonero(word)
  }

  /// Ethereum: 0x and 40 digits to base 16. The mixed case of EIP-55 is not looked at: few write it.
  private static func isEthereum(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.count == 42, word.first == UInt8(ascii: "0") else { return false }
    return word.dropFirst().first?.lowercase == UInt8(ascii: "x") && word.dropFirst(2).allSatisfy(\.isHexDigit)
  }

  /// Monero: 95 letters and digits of Base58 (106 with a payment id), the first 4 or 8. Its check needs Keccak.
  private static func isMonero(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.count == 95 || word.count == 106 else { return false }
    return (word.first == UInt8(ascii: "4") || word.first == UInt8(ascii: "8")) && Base58.isBase58(word)
  }

  /// An address as hardware wallets show it: groups of four, the last shorter.
  private static func grouped(_ tokens: [Range<Int>], in bytes: [UInt8]) -> Finding? {
    var start = 0
    while start < tokens.count {
      var end = start
      while end < tokens.count, tokens[end].count == 4,
        end == start || bytes.isGroupGap(tokens[end - 1].upperBound..<tokens[end].lowerBound)
      {
        end += 1
      }
      if end - start >= 5 {
        let tail = end < tokens.count && tokens[end].count < 4 ? end + 1 : end
        for first in start..<(end - 4) {
          for last in (first + 5)...max(tail, first + 5) where last <= tail {
            let word = tokens[first..<last].flatMap { bytes[$0] }
            if isAddress(word[...]) {
              return Finding(.wallet, in: bytes, tokens[first].lowerBound..<tokens[last - 1].upperBound)
            }
          }
        }
      }
      start = max(end, start + 1)
    }
    return nil
  }
}
