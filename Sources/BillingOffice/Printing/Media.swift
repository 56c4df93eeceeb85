import Layout

extension Size {
  /// The size as CUPS names it, such as `A4`, whichever way it is turned, or `Custom.80x200mm`.
  var media: String {
    let (short, long) = (min(width, height), max(width, height))
    let known = Paper.all.first { abs($0.size.width - short) < 1 && abs($0.size.height - long) < 1 }
    return known?.name ?? "Custom.\(Length.millimetres(width))x\(Length.millimetres(height))mm"
  }
}
