import LayoutFakes
import Layout

/// Type of 10 points on lines of 10 points: a letter is 5 wide and 10 high.
let plain = TextStyle(families: ["Fake"], size: 10, lineHeight: 1)
/// Type of 20 points on lines of 20 points: a letter is 10 wide and 20 high.
let large = TextStyle(families: ["Fake"], size: 20, lineHeight: 1)

/// A named block of a fixed size that does not break.
func block(_ name: String, _ width: Double, _ height: Double) -> Picture {
  Picture(path: name, width: width, height: height)
}

/// A text in plain type.
func text(_ text: String, _ alignment: TextAlignment = .start) -> Text {
  Text(text, style: plain, alignment: alignment)
}

/// `count` lines of one letter each: a, b, c …
func lines(_ count: Int) -> Text {
  let letters = "abcdefghijklmnopqrstuvwxyz".prefix(count).map(String.init)
  return text(letters.joined(separator: "\n"))
}

func context(_ direction: Direction = .leftToRight, decimalSign: Character = ".") -> LayoutContext {
  LayoutContext(measurer: FakeMeasurer(), direction: direction, decimalSign: decimalSign)
}

extension Element {
  /// Places the element on a fresh page of exactly this width.
  func placed(_ width: Double, _ height: Double, _ context: LayoutContext = context()) throws -> Fragment {
    try layout(in: Constraints(width: .exact(width), height: height, isFreshPage: true), context)
  }

  /// Places the element below something else.
  func placedBelow(_ width: Double, _ height: Double, _ context: LayoutContext = context()) throws -> Fragment {
    try layout(in: Constraints(width: .exact(width), height: height), context)
  }

  /// What is seen on each page of this size, without margins.
  func pages(_ width: Double, _ height: Double, _ context: LayoutContext = context()) throws -> [[Seen]] {
    let master = PageMaster(size: Size(width, height), margins: .zero)
    return try Paginator.pages(of: self, on: master, context).map(\.seen)
  }
}

extension Fragment {
  /// The frame, if this fragment is whole.
  var whole: Frame? {
    if case .whole(let frame) = self { frame } else { nil }
  }

  /// The frame and the rest, if this fragment is a part.
  var part: (frame: Frame, rest: any Element)? {
    if case .part(let frame, let rest) = self { (frame, rest) } else { nil }
  }

  /// Why nothing was placed.
  var misfit: Misfit? {
    if case .none(let misfit) = self { misfit } else { nil }
  }
}
