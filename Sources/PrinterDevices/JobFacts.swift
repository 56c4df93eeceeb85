/// Why CUPS did not print a job that it had taken, each with what CUPS says of it; nil where it says nothing.
package enum JobFailure: Hashable, Sendable {
  /// CUPS gave it up itself, mostly since a filter or the printer failed.
  case aborted(status: String?)
  /// Somebody cancelled it, at the queue or at the printer.
  case cancelled(status: String?)
}

/// What keeps a job waiting in its queue, which prints it later without anybody's doing.
package enum JobDelay: Hashable, Sendable {
  /// Nothing is the matter: other jobs come first.
  case behindOthers
  /// The queue has been stopped since it was looked at; nil where CUPS gives no reason.
  case stopped(reason: String?)
  /// The printer is not ready.
  case trouble(PrinterTrouble)
}

/// What keeps a printer from printing, by the keywords of RFC 8011, section 5.4.12.
package enum PrinterTrouble: Hashable, Sendable {
  /// `media-empty`.
  case outOfPaper
  /// `media-needed`: another paper than the one that is in it, or more of it.
  case wantsPaper
  /// `media-jam`.
  case paperJam
  /// `cover-open`, or the switch below a cover, `interlock-open`.
  case coverOpen
  /// `door-open`.
  case doorOpen
  /// `input-tray-missing`.
  case trayMissing
  /// `output-area-full`.
  case outputFull
  /// `toner-empty`.
  case outOfToner
  /// `marker-supply-empty`: ink, toner or ribbon.
  case outOfInk
  /// `offline` or `connecting-to-device`.
  case unreachable
  /// `shutdown`.
  case switchedOff
  /// `timed-out`.
  case silent
  /// `paused`.
  case paused
}
