public import Ledger

extension Diagnostic {
  /// A fault of the ledger, in words.
  public static func of(_ error: LedgerError) -> Diagnostic {
    func fault(_ kind: Kind, _ path: String?, _ message: String, _ hint: String?) -> Diagnostic {
      Diagnostic(.error, kind, file: path.map(Files.shown), message: message, hint: hint)
    }
    return switch error {
    case .notThere(let path):
      fault(.noInput, path, "there is no ledger here yet", "it begins with: billing-office invoice order.csv")
    case .cannotOpen(let path, let reason):
      fault(.cannotWrite, path, "the ledger cannot be opened: \(reason)", "check that you may write in its folder")
    case .readOnly(let path):
      fault(.cannotWrite, path, "the ledger may only be read", "check that you may write the file and its folder")
    case .locked(let path):
      fault(
        .cannotWrite, path, "another program holds the ledger",
        "wait until it is done, or close it; nothing was recorded")
    case .damaged(let path, let reason):
      fault(
        .data, path, "this is no ledger, or it is damaged: \(reason)",
        "it was left as it is; put a copy in its place, or join one: billing-office ledger merge FILE")
    case .newer(let path):
      fault(.data, path, "a newer version of billing-office has written this ledger", "use that version")
    case .diskFull(let path):
      fault(.cannotWrite, path, "the disk takes no more", "make room; nothing was recorded")
    case .failed(let path, let reason): fault(.cannotWrite, path, "the ledger failed: \(reason)", nil)
    case .badDraft(let reason): fault(.data, nil, "this gift cannot be recorded: \(reason)", nil)
    case .chainIsFull(let chain):
      fault(.data, nil, "chain \(chain) has no number left", "give the desk another letter in office.yaml")
    case .unknownNumber(let number):
      fault(.noInput, nil, "no entry has the number \(number)", "look for it with: billing-office ledger list")
    case .forkedNumber(let number):
      fault(.data, nil, "two entries have the number \(number): its chain has forked", nil)
    case .isReversal(let number): fault(.data, nil, "\(number) is a correction itself, and stays", nil)
    case .alreadyReversed(let number): fault(.data, nil, "\(number) has been taken back already", nil)
    case .unknownLine(let number, let line): fault(.usage, nil, "\(number) has no line \(line)", nil)
    case .overflow: fault(.data, nil, "the sum is too large to be reckoned", nil)
    case .unsound(let path, let findings):
      fault(.data, path, findings.first.map(words) ?? "this ledger is not sound", "nothing was joined")
    }
  }

  /// All that an error tells.
  static func of(all error: LedgerError) -> [Diagnostic] {
    guard case .unsound(let path, let findings) = error else { return [.of(error)] }
    return findings.map { Diagnostic(file: Files.shown(path), message: words($0), hint: "nothing was joined") }
  }

  /// What checking a ledger found, in words.
  ///
  /// - Parameters:
  ///   - finding: what was found.
  ///   - file: the ledger's file.
  /// - Returns: an error, or a warning where nothing is wrong.
  public static func of(_ finding: LedgerFinding, file: String) -> Diagnostic {
    Diagnostic(finding.isFault ? .error : .warning, file: file, message: words(finding))
  }

  private static func words(_ finding: LedgerFinding) -> String {
    switch finding {
    case .unreadable(let line): "line \(line) is no entry as a ledger writes it"
    case .cutOff: "the file ends in the middle of a line"
    case .changed(let number): "\(number) has been changed: it is not what its hash says"
    case .wrongTotal(let number): "\(number) does not come to its own total"
    case .missingBefore(let number): "what stood before \(number) is missing, or was another entry"
    case .twice(let number): "\(number) stands twice"
    case .outOfOrder(let number): "\(number) is out of order"
    case .wrongReversal(let number): "\(number) takes back a gift that is not there, or another sum"
    case .headIsGone(let head):
      "\(head.number) with the hash \(head.hash), which was kept earlier, is not there any more"
    case .forked(let number): "two entries have the number \(number): its chain has forked; both are kept"
    case .reversedTwice(let number): "\(number) was taken back twice; it counts once"
    }
  }
}
