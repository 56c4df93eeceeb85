import Ledger
import Papers

extension LedgerError: WordedFact {
  package var words: Words {
    switch self {
    case .notThere:
      Words("there is no ledger here yet", "it begins with the first gift that is recorded")
    case .cannotOpen(_, let reason):
      Words("the ledger cannot be opened: \(reason)", "check that you may write in its folder")
    case .readOnly:
      Words("the ledger may only be read", "check that you may write the file and its folder")
    case .locked:
      Words(
        "another program holds the ledger",
        "wait until it is done, or close it; nothing was recorded")
    case .damaged(_, let reason):
      Words(
        "this is no ledger, or it is damaged: \(reason)",
        "it was left as it is; put a copy in its place, or join one")
    case .foreignParts(_, let parts):
      Words(
        "this ledger holds what the program has not put there: \(parts.joined(separator: ", "))",
        "it may undo what is recorded, so nothing is read or recorded; put a sound copy in its place")
    case .tooLarge:
      Words("this ledger is larger, or takes longer to be read, than a ledger of gifts may")
    case .newer:
      Words("a newer version of billing-office has written this ledger", "use that version")
    case .movedAway:
      Words(
        "the ledger is no longer in its place",
        "put it back where it was; until then nothing is recorded, so that no gift stands in a second one")
    case .diskFull:
      Words("the disk takes no more", "make room; nothing was recorded")
    case .failed(_, let reason): Words("the ledger failed: \(reason)", nil)
    case .badDraft(let reason): Words("this gift cannot be recorded: \(reason)", nil)
    case .chainIsFull(let chain):
      Words("chain \(chain) has no number left", "give the desk another letter in office.yaml")
    case .chainBroken(let chain, _): Words("nothing can be chained to what is there of chain \(chain)", nil)
    case .recordedBefore(let first, _, _): Words("this is recorded already, as \(first)", nil)
    case .unknownNumber(let number):
      Words("no entry has the number \(number)", "look for it in the ledger")
    case .forkedNumber(let number):
      Words("two entries have the number \(number): its chain has forked", nil)
    case .isReversal(let number): Words("\(number) is a correction itself, and stays", nil)
    case .alreadyReversed(let number): Words("\(number) has been taken back already", nil)
    case .unknownLine(let number, let line): Words("\(number) has no line \(line)", nil)
    case .overflow: Words("the sum is too large to be reckoned", nil)
    case .notAgreed(_, let changes):
      Words(
        "joining this would change what is here: \(MergeWords.changes(changes).joined(separator: "; "))",
        "nothing was joined; say so if that is meant, and you know whose file it is")
    case .cannotCopy:
      Words(
        "the ledger cannot be kept here as it is before something is joined to it",
        "make room, and check that you may write in its folder; nothing was joined")
    case .unsound(_, let findings):
      Words(findings.first?.words.message ?? "this ledger is not sound", "nothing was joined")
    }
  }
}

extension LedgerFinding: WordedFact {
  package var words: Words { Words(sentence) }

  private var sentence: String {
    switch self {
    case .unreadable(let line): "line \(line) is no entry as a ledger writes it"
    case .tooLong(let line, let number):
      "\(number.map { "\($0)" } ?? "line \(line)") is longer than an entry may be"
    case .misfiled(let number):
      "\(number) is not filed as what it is: what it is found by says something else"
    case .damagedFile(let reason): "the file is damaged: \(reason)"
    case .badSignature(let number): "what says that \(number) was signed is no signature of it"
    case .otherKey(let number): "\(number) is signed with another key than its chain was before"
    case .unsignedHead(let number): "\(number) is the last entry of a chain that is signed, and is not signed itself"
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
