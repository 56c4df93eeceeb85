import Drawing
import Layout
import Templating

extension PrintHead {
  /// The head of the usual printer for a paper: 576 dots on 80 mm, 384 on 58 mm, and eight a millimetre on what is wider.
  ///
  /// - Parameters:
  ///   - paper: the paper.
  ///   - dots: how many it really has; nil for the usual.
  init(on paper: Paper, dots: Int?) {
    let usual = ["80mm": 576, "58mm": 384][paper.name] ?? Int(paper.size.width / Length.millimetre) * 8
    self.init(dots: dots ?? usual)
  }
}
