/// What is wrong in a file that is being read. The first thousand faults are kept; the others are counted, so that a file which is
/// no table at all costs no more memory than its own size.
struct FaultList: Sendable {
  /// The faults that are kept, in the order in which they were found.
  private(set) var kept: [InputFault] = []
  /// How many more there are.
  private(set) var others = 0

  /// How many are kept.
  static let most = 1000

  init(_ faults: [InputFault] = []) {
    for fault in faults { append(fault) }
  }

  /// Whether there is none.
  var isEmpty: Bool { kept.isEmpty }

  /// All that can be told: those that are kept, and last how many others there are.
  var all: [InputFault] { others == 0 ? kept : kept + [InputFault(.others(count: others))] }

  /// Takes one more.
  mutating func append(_ fault: InputFault) {
    if case .others(let count) = fault.fact {
      others += count
    } else if kept.count < Self.most {
      kept.append(fault)
    } else {
      others += 1
    }
  }

  static func += (list: inout FaultList, faults: [InputFault]) {
    for fault in faults { list.append(fault) }
  }

  static func += (list: inout FaultList, more: FaultList) { list += more.all }

  /// Forgets some of those that are kept.
  mutating func removeAll(where isGone: (InputFault) -> Bool) { kept.removeAll(where: isGone) }

  /// The same without some of those that are kept.
  func filter(_ stays: (InputFault) -> Bool) -> FaultList {
    var list = self
    list.kept = kept.filter(stays)
    return list
  }
}
