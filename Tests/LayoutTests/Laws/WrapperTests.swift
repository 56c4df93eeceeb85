import Foundation
import LayoutFakes
import Testing

@testable import Layout

/// What is asked of an element is asked of a wrapper around it, too: it must answer as the element does.
@Suite struct WrapperTests {
  private static let mark = Mark(file: "template.yaml", line: 3, column: 5)
  private static var context: LayoutContext { LayoutContext(measurer: FakeMeasurer()) }

  /// An answer that a wrapper gives for itself, since it is what the wrapper is for.
  enum Answer: CaseIterable {
    case place, keepsWithNext, fillsHeight, alignsOnDecimalSign, widthAfterDecimalSign, aligned, largestFactor
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var own: Set<Answer> = []
    var wrap: @Sendable (any Element) -> any Element
    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "Box") { Box($0) },
    Case(name: "BreakBefore") { BreakBefore($0) },
    Case(name: "Columns", own: [.alignsOnDecimalSign, .largestFactor]) { Columns($0, count: 1, gap: 0) },
    Case(name: "Directed") { Directed($0, .rightToLeft) },
    Case(name: "Fit", own: [.alignsOnDecimalSign, .largestFactor]) { Fit($0) },
    Case(name: "Headed", own: [.alignsOnDecimalSign, .aligned, .largestFactor]) {
      Headed($0, head: Spacer(Size(0, 1)))
    },
    Case(name: "KeepTogether") { KeepTogether($0) },
    Case(name: "KeepWithNext", own: [.keepsWithNext]) { KeepWithNext($0) },
    Case(name: "Link") { Link($0, to: "https://example.org") },
    Case(name: "Located", own: [.place]) { Located($0, at: Mark(file: "outer", line: 1, column: 1)) },
    Case(name: "Shared") { Shared($0) },
  ]

  /// Elements each of which has something to answer, and one that has nothing.
  private static let elements: [any Element] = [
    Located(Rule(thickness: 1, color: .black), at: mark),
    KeepWithNext(Text("Heading", style: .plain)),
    Spacer(filling: 3),
    Text("12.50 €", style: .plain, alignment: .decimal),
    Text("As large as the space allows", style: .plain),
    Rule(thickness: 1, color: .black),
  ]

  private static func answer(_ answer: Answer, of element: any Element) throws -> String {
    var trial = context
    (trial.isTrial, trial.wordBreaks) = (true, .never)
    let space = Constraints(width: .exact(200), height: 60, isFreshPage: true)
    // As wide as the content, so that no direction moves it.
    let hugging = Constraints(width: .atMost(200), height: 60, isFreshPage: true)
    switch answer {
    case .place: return "\(String(describing: element.place))"
    case .keepsWithNext: return "\(element.keepsWithNext)"
    case .fillsHeight: return "\(element.fillsHeight)"
    case .alignsOnDecimalSign: return "\(element.alignsOnDecimalSign)"
    case .widthAfterDecimalSign: return "\(try element.widthAfterDecimalSign(context))"
    case .aligned:
      guard case .whole(let frame) = try element.aligned(tail: 50).layout(in: hugging, context) else { return "none" }
      return "\(frame.seen.filter { !$0.name.hasPrefix("→") })"
    case .largestFactor: return "\(String(describing: try element.largestFactor(in: space, upTo: 9, trial)))"
    }
  }

  @Test(arguments: cases) func aWrapperAnswersAsWhatItWraps(_ wrapper: Case) throws {
    for element in Self.elements {
      for answer in Answer.allCases where !wrapper.own.contains(answer) {
        let (outer, inner) = (try Self.answer(answer, of: wrapper.wrap(element)), try Self.answer(answer, of: element))
        #expect(outer == inner, "\(answer), \(element)")
      }
    }
  }

  /// Were no element to answer otherwise than the rest, nothing would be proved.
  @Test(arguments: Answer.allCases) func everyAnswerIsGiven(_ answer: Answer) throws {
    let answers = try Self.elements.map { try Self.answer(answer, of: $0) }
    #expect(Set(answers).count > 1)
  }

  @Test func aBoxFitsWhatThePaddingLeaves() throws {
    let text = Text("As large as the space allows", style: .plain)
    var trial = Self.context
    (trial.isTrial, trial.wordBreaks) = (true, .never)
    let (outer, inner) = (
      Constraints(width: .exact(220), height: 100), Constraints(width: .exact(200), height: 60)
    )
    let box = Box(text, padding: Insets(top: 30, end: 15, bottom: 10, start: 5))
    #expect(try box.largestFactor(in: outer, upTo: 9, trial) == text.largestFactor(in: inner, upTo: 9, trial))
  }

  /// Whoever adds a wrapper adds it to the cases.
  @Test func everyWrapperIsTried() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Sources/Layout/Elements")
    let files = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    var wrappers: Set<String> = []
    for file in files where file.hasSuffix(".swift") {
      let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
      for type in text.matches(of: #/(?m)^(?:public |package )?struct (\w+)[^{]*Element\b[^{]*\{(?s:.*?)\n\}/#)
      where type.0.contains(#/\n  (?:public |package )?(?:internal\(set\) )?(?:var|let) content: any Element\b/#) {
        wrappers.insert(String(type.1))
      }
    }
    #expect(wrappers == Set(Self.cases.map(\.name)))
  }
}

extension TextStyle {
  fileprivate static let plain = TextStyle(families: ["Plain"], size: 10)
}
