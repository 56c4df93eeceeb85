/// What was read, and everything that is wrong with it.
///
/// The value is as good as the faults leave it, so that a further step can look for further faults; nothing may be issued
/// from it while there is a fault.
public struct Reading<Value> {
  /// What could be read.
  public var value: Value
  /// What is wrong, in the order of the lines.
  public var faults: [InputFault]
  /// What was decided while it was read and is no fault, for whoever knows better.
  public var notes: [InputNote]
  /// The sheet that was read; nil for a file that was text. The line of a fault is then its row, the column its column.
  public var sheet: ReadSheet?

  /// A value, its faults, which are put in the order of their lines, its notes, and the sheet that it stood on.
  public init(_ value: Value, faults: [InputFault] = [], notes: [InputNote] = [], sheet: ReadSheet? = nil) {
    self.value = value
    self.sheet = sheet
    self.faults = faults.sorted { $0.place < $1.place }
    self.notes = notes
  }
}

extension Reading: Sendable where Value: Sendable {}
extension Reading: Equatable where Value: Equatable {}
extension Reading: Hashable where Value: Hashable {}
