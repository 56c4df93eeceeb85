import LayoutFakes
import Layout
import Testing

@testable import Templating

@Suite struct BlueprintTests {
  private let scope = Scope([:])
  private let one = Blueprint.fixed(Spacer(Size(1, 1)), leaves: 1)
  private let two = Blueprint.fixed(Spacer(Size(2, 2)), leaves: 2)

  private func bound(_ count: Int) -> Blueprint {
    .bound { _ in (0..<count).map { Spacer(Size(Double($0), 0)) } }
  }

  private func isFixed(_ blueprint: Blueprint, leaves: Int) -> Bool {
    if case .fixed(_, leaves) = blueprint { true } else { false }
  }

  @Test func oneElementOfSeveralIsAStack() {
    #expect(bound(0).element(in: scope) == nil)
    #expect(bound(1).element(in: scope) is Spacer)
    #expect((bound(3).element(in: scope) as? Stack)?.children.count == 3)
    #expect(one.element(in: scope) is Spacer)
  }

  @Test func sharesWhatIsTheSameOnEveryDocument() {
    #expect(one.shared.element(in: scope) is Shared)
    #expect(isFixed(two.shared, leaves: 1))
    #expect(bound(1).shared.element(in: scope) is Spacer)
    // A blank is not worth it, and what a column aligns is seen by its table.
    #expect(Blueprint.fixed(Spacer(.zero), leaves: 0).shared.element(in: scope) is Spacer)
    let figure = Text("1.5", style: StyleSheet().textStyle(striking: nil), alignment: .decimal)
    #expect(Blueprint.fixed(Located(figure, at: mark(1, 1)), leaves: 1).shared.element(in: scope) is Located)
  }

  @Test func wrapsEveryElement() {
    #expect(bound(2).wrapped { KeepTogether($0) }.elements(in: scope).allSatisfy { $0 is KeepTogether })
    #expect(isFixed(two.wrapped { KeepTogether($0) }, leaves: 2))
  }

  @Test func isFixedWhereAllPartsAre() {
    let make: @Sendable ([[any Element]]) -> any Element = { Stack($0.flatMap { $0 }) }
    #expect(isFixed(.combined([one, two], make), leaves: 3))
    #expect(isFixed(.combined([], make), leaves: 0))
    let mixed = Blueprint.combined([one, bound(2), two], make)
    let children = (mixed.element(in: scope) as? Stack)?.children ?? []
    #expect(children.count == 4)
    #expect(children.last is Shared)
    #expect(children.first is Shared)
    #expect(children[1] is Spacer)
  }
}
