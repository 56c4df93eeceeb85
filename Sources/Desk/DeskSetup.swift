package import BillingOffice

/// How a desk is opened.
package struct DeskSetup: Sendable {
  /// The port; 0 for any that is free.
  package var port: Int
  /// The printer that is offered first, by its name in printers.yaml; nil for the usual one.
  package var printer: String?
  /// The addresses of this machine in its network, by which phones and tablets reach the desk; none where it is on this machine alone.
  package var addresses: [String]
  /// The moment, ISO 8601 in UTC to the second.
  package var moment: @Sendable () -> String
  /// The day, where the office stands.
  package var day: @Sendable () -> CalendarDay
  /// The time of day, as people read it.
  package var time: @Sendable () -> String

  /// Says how.
  package init(
    port: Int, printer: String? = nil, addresses: [String] = [], moment: @escaping @Sendable () -> String,
    day: @escaping @Sendable () -> CalendarDay, time: @escaping @Sendable () -> String
  ) {
    (self.port, self.printer, self.addresses) = (port, printer, addresses)
    (self.moment, self.day, self.time) = (moment, day, time)
  }
}
