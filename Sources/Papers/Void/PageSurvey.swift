import Layout

/// What of a page must be vetted or told, and its codes, which the void leaves out.
struct PageSurvey {
  /// What its codes lie within, with their quiet zones.
  var codes: [Rect] = []
  /// The addresses that open when something on the page is clicked.
  var links: [String] = []
  /// What does not fit and is outlined.
  var misfits: [Misfit] = []
}
