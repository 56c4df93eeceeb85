import LayoutFakes
import Layout
import Testing

@testable import Templating

/// A kind of paper with something of everything.
enum Note {
  static let shape = DataShape.record([
    ("t", .record([("hello", .text("A word.")), ("of", .text("A word."))])),
    (
      "office",
      .record([
        ("name", .text("Its name.")),
        ("place", .record([("city", .text("A city.")), ("is_port", .flag("By the sea."))])),
        ("rooms", .list("Its rooms.", of: .record([("door", .text("A number."))]))),
      ])
    ),
    ("title", .text("A title.")),
    ("is_new", .flag("Whether it is new.")),
    (
      "lines",
      .list(
        "Some lines.",
        of: .record([
          ("title", .text("A line's own title.")), ("price", .text("A price.")), ("is_wage", .flag("Whether.")),
          ("marks", .list("Some marks.", of: .record([("mark", .text("A mark."))]))),
        ]))
    ),
    ("sums", .indexed("Sums above a row.", of: .record([("sum", .text("A sum."))]))),
  ])

  static let constants: [String: TemplateData] = [
    "t": .record(["hello": .text("Hello"), "of": .text("of")]),
    "office": .record(["name": .text("Riverside"), "place": .record(["city": .text("Leeds")])]),
  ]

  static func line(_ title: String, _ price: String, isWage: Bool = false, marks: [String] = []) -> TemplateData {
    .record([
      "title": .text(title), "price": .text(price), "is_wage": .flag(isWage),
      "marks": .list(marks.map { .record(["mark": .text($0)]) }),
    ])
  }

  static func data(
    title: String = "Title", isNew: Bool = true,
    lines: [TemplateData] = [line("Rice", "1.07"), line("Salt", "10.5", isWage: true)]
  ) -> [String: TemplateData] {
    [
      "title": .text(title), "is_new": .flag(isNew), "lines": .list(lines),
      "office": .record([
        "name": .text("not this one"), "place": .record(["is_port": .flag(true)]),
        "rooms": .list([.record(["door": .text("1a")]), .record(["door": .text("1b")])]),
      ]), "sums": .indexed { ["sum": .text("sum \($0)")] },
    ]
  }

  /// Content above a plain head: type of 10 points on lines of 10 points, on a sheet of 200 by 100 without margins. The first
  /// line of the content is line 2 of the file.
  static func sheet(_ content: String, page: String = "{ size: [200pt, 100pt], margin: 0 }") -> String {
    """
    content:
    \(content)
    kind: note
    page: \(page)
    colors: { ink: "#102030", red: "#f00" }
    styles:
      body: { font-family: Fake, font-size: 10pt, line-height: 1 }
      large: { font-size: 20pt }
    """
  }
}

/// Reads a template for a note.
func read(_ text: String, paper: Paper? = nil) -> (template: Template?, faults: [TemplateFault]) {
  Template.read(
    TemplateSource(text, file: "t.yaml"), folder: "T", kinds: ["note": Note.shape], constants: Note.constants,
    paper: paper)
}

/// A fault in the file that ``read(_:paper:)`` reads.
func fault(_ line: Int, _ column: Int, _ fact: TemplateFault.Fact) -> TemplateFault {
  TemplateFault(mark: mark(line, column), fact: fact)
}

func mark(_ line: Int, _ column: Int) -> Mark { Mark(file: "t.yaml", line: line, column: column) }

/// What is wrong with a content; its first line is line 2.
func faults(_ content: String) -> [TemplateFault] { read(Note.sheet(content)).faults }

struct Unreadable: Error, CustomStringConvertible {
  var description: String
}

/// A template that must be right.
func template(_ text: String, paper: Paper? = nil) throws -> Template {
  let (template, faults) = read(text, paper: paper)
  guard let template, faults.isEmpty else { throw Unreadable(description: "\(faults)") }
  return template
}

extension Element {
  /// What is inside of what shares an element and knows its place.
  var bare: any Element {
    if let shared = self as? Shared { return shared.content.bare }
    return (self as? Located)?.content ?? self
  }
}

/// What a content is made into.
func element(_ content: String, _ data: [String: TemplateData] = Note.data()) throws -> any Element {
  try template(Note.sheet(content)).document(for: data).content.bare
}

/// The elements that a content's list is made into.
func elements(_ content: String, _ data: [String: TemplateData] = Note.data()) throws -> [any Element] {
  let stack = try #require(try template(Note.sheet(content)).document(for: data).content as? Stack)
  return stack.children.map(\.bare)
}

func context() -> LayoutContext { LayoutContext(measurer: FakeMeasurer()) }

/// The pages of a template.
func pages(_ template: Template, _ data: [String: TemplateData] = Note.data(), _ context: LayoutContext = context())
  throws -> [Frame]
{
  let (content, master) = template.document(for: data)
  return try Paginator.pages(of: content, on: master, context)
}

/// What is seen on the only page of a content.
func seen(_ content: String, _ data: [String: TemplateData] = Note.data()) throws -> [Seen] {
  try pages(try template(Note.sheet(content)), data).flatMap(\.seen)
}

/// The texts on each page of a content.
func texts(_ content: String, _ data: [String: TemplateData] = Note.data()) throws -> [[String]] {
  try pages(try template(Note.sheet(content)), data).map(\.texts)
}
