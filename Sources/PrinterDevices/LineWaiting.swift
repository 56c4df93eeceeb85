/// How long a line waits for a printer that another desk has, and who hears of it.
///
/// Most receipt printers take one call at a time: they refuse the second, or let it hang until the first is over.
package struct LineWaiting: Sendable {
  /// What is waited for.
  package enum Reason: Hashable, Sendable {
    /// Another desk of this machine is printing on it.
    case otherDesk
    /// The system says that another program has the device.
    case deviceInUse
    /// It is there, and takes no call: another machine's desk may be printing, or it is just starting.
    case refusing
    /// It takes the call, and nothing that is sent: another machine's desk may be printing, or it is out of paper.
    case takingNothing
  }

  /// Where somebody else is known to print, in seconds.
  package var known: Double
  /// Where that may be, in seconds.
  package var possible: Double
  /// Told once what is waited for, and for how many seconds at the most.
  package var begins: @Sendable (Reason, Double) -> Void
  /// Asked ten times a second, and before whatever is sent, whether somebody has told to stop: then nothing is waited for any longer,
  /// and what is coming out gets but a moment to come to its end.
  package var isOver: @Sendable () -> Bool

  package init(
    known: Double = 60, possible: Double = 15, begins: @escaping @Sendable (Reason, Double) -> Void = { _, _ in },
    isOver: @escaping @Sendable () -> Bool = { false }
  ) {
    (self.known, self.possible, self.begins, self.isOver) = (known, possible, begins, isOver)
  }

  /// Not at all.
  package static let none = LineWaiting(known: 0, possible: 0)

  /// How long a document that is coming out may still take after that, in seconds.
  static let parting = 5.0
  /// How long a printer may take nothing after that, in seconds: as long as a cut, or a moment to cool.
  static let partingPatience = 1.0

  /// How long, for a reason.
  func patience(_ reason: Reason) -> Double {
    switch reason {
    case .otherDesk, .deviceInUse: known
    case .refusing, .takingNothing: possible
    }
  }
}
