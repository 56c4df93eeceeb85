import Papers
import Templating

/// The words of `Templates/README.md`.
struct BookText {
  /// How to make a template of one's own, and how the page came to be: prose of its own files, around all tables.
  let beginning: String
  let end: String
  /// What every paper knows, then what each kind knows besides.
  let common: [TemplateField]
  let fields: [(kind: any PaperKind, fields: [TemplateField])]
  let pageFields: [TemplateField]

  /// All of it, as Markdown.
  var text: String {
    ([beginning, BookText.file] + BookText.headTables + [BookText.elements] + BookText.elementChapters
      + [BookText.commonKeys, fieldChapter, end]).joined(separator: "\n\n") + "\n"
  }

  // MARK: - The file

  private static let file = """
    ## The file

    `template.yaml` has a head (paper, colours, styles) and three places for elements: `header`, `content` and `footer`.
    Lengths have a unit: `mm`, `cm`, `in` or `pt`. Texts may hold placeholders: `{{number}}`. Write quotes around a text that
    begins with `{{`, and around colours such as `"#c8102e"`.
    """

  private static var headTables: [String] {
    TemplateManual.head.map { owner, keys in
      owner.isEmpty ? table(keys) : "### `\(owner):`\n\n\(introduction[owner] ?? "")\n\n\(table(keys))"
    }
  }

  private static let introduction = [
    "page": "The sheet for which the template is made.",
    "papers": """
    What differs on other papers, such as `A5: { margin: 10mm, scale: 0.8 }`. A sheet that is not named takes what is \
    said of one that is nearly as large. The paper of `page:`, those named here and those nearly as large are the papers that the \
    template is made for; with nothing to change, write `Legal: {}`. The program's own templates are offered on no others. The papers are \
    \(TemplateManual.papers.map { "`\($0)`" }.joined(separator: ", ")).
    """,
    "styles": """
    Styles by name, such as `title: { font-size: 40pt }`. All begin with `body`. The same keys stand beside a `text:` and \
    in the columns of a table.
    """,
    "stamp": "That the stamp is there, and what it says, is not the template's to decide; where it stands is.",
  ]

  // MARK: - The elements

  private static let elements = """
    ## The elements

    An element is a key such as `text:` with the keys that fit beside it. A bare text is a `text:`. The examples stand on a
    sheet with this head:

    ```yaml
    \(Specimen.head)
    ```
    """

  private static var elementChapters: [String] {
    TemplateManual.elements.map { element in
      """
      ### `\(element.name):`

      \(element.summary) Its value is \(escaped(element.expected)).

      ```yaml
      \(element.example)
      ```

      <img src="\(TemplateBook.pictures)/\(element.name).png" width="\(Specimen.shownWidth)" \
      alt="The example above, printed">
      """ + keys(of: element)
    }
  }

  private static func keys(of element: TemplateManual.Element) -> String {
    if element.name == "text" {
      // The keys of styles stand in full above.
      let own = element.keys.filter { key in !styleKeys.contains(key.name) }
      return "\n\n\(table(own))\n\nAnd every key of `styles:` but `extends`."
    }
    let columns =
      element.name == "table"
      ? """


      **Each of its `columns`** has these keys, and every key of `styles:` but `extends`:

      \(table(TemplateManual.column.filter { !styleKeys.contains($0.name) }))

      **A cell** of `carried-forward` or `brought-forward` is an element, with one more key:

      \(table(TemplateManual.cell))
      """ : ""
    return (element.keys.isEmpty ? "" : "\n\n\(table(element.keys))") + columns
  }

  private static let styleKeys = Set(TemplateManual.head.first { $0.owner == "styles" }?.keys.map(\.name) ?? [])

  private static var commonKeys: String {
    """
    ### Keys of every element

    \(table(TemplateManual.common))

    An element in a `row:` has one more:

    \(table(TemplateManual.inRow))
    """
  }

  // MARK: - The fields

  private var fieldChapter: String {
    """
    ## What every paper knows

    These are the names that placeholders, `each:`, `if:`, `unless:` and `running:` may use. Names behind a list's are known
    inside of it. The `t.` are words in your office's language.

    \(BookText.table(common))

    In `header:` and `footer:` there are also:

    \(BookText.table(pageFields))

    \(fields.map { "### What \($0.kind.spoken) knows besides\n\n\(BookText.table($0.fields))" }.joined(separator: "\n\n"))
    """
  }

  // MARK: - Tables

  private static func table(_ keys: [TemplateManual.Key]) -> String {
    let rows = keys.map { key in
      "| `\(key.name)` | \(escaped(key.summary))\(key.isRequired ? " Needed." : "") | \(escaped(key.expected)) |"
    }
    return (["| key | what it does | what fits |", "| --- | --- | --- |"] + rows).joined(separator: "\n")
  }

  private static func table(_ fields: [TemplateField]) -> String {
    let rows = fields.map { field in
      let place = field.within.map { "`\($0)` › " }.joined()
      return "| \(place)`\(field.path)` | \(field.mark) | \(escaped(field.summary)) |"
    }
    return (["| name | | what it is |", "| --- | --- | --- |"] + rows).joined(separator: "\n")
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("|", with: "\\|").replacing("<", with: "&lt;")
  }
}
