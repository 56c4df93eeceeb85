extension BookText {
  /// How to make a template of one's own, before all tables.
  static let beginning = """
    # Templates: how papers look

    No Swift is needed here: a template is a folder with three things in it.

    | | |
    | --- | --- |
    | `template.yaml` | how the paper looks |
    | `sample.yaml` | an order nobody made, with which the template is shown; without it, the invoice's is used |
    | `art/` | its pictures, SVG or PNG |

    ## Make your own in five minutes

    1. In your office's folder: `billing-office template new our-invoice --from invoice`. You get `Templates/our-invoice`.
    2. `billing-office preview our-invoice --watch` draws it to `output/preview-our-invoice.png`, as a draft. Leave it running, and
       the picture open: most viewers show a file anew when it changes.
    3. Open `Templates/our-invoice/template.yaml`. Change `ink: "#141414"` to `ink: "#003b6f"` and save. The picture changes, and a
       line says what did, or what is wrong. What does not fit is outlined with `--outline`.
    4. Change what you like: sizes in `styles:`, widths in `columns:`, where the stamp stands in `stamp:`. Pictures go into
       `art/`, and `- { picture: art/mark.svg, height: 12mm }` shows one.
    5. `billing-office template check our-invoice` tells every fault with its line and column, and the nearest name that exists.
    6. `billing-office invoice order.csv --template our-invoice` prints with it. To use it always, write it into `office.yaml`:

       ```yaml
       templates:
         invoice: our-invoice
       ```

    An editor can complete and check while you type: in VS Code, install the extension *YAML* (by Red Hat). The first line of
    `template.yaml` tells it where the words are.

    `billing-office template list` names the templates that are there. The stamp, the zero and the sentence that nothing is owed
    are no part of any template: the program paints them over every page, and refuses a page on which they could not be seen.
    """

  /// How the page came to be, after all tables.
  static let end = """
    ## How this page is made

    `scripts/document-templates` makes it, its pictures and `template.schema.json` from the tables from which the program reads
    templates (`Sources/Templating`). To change a word of it, change the tables and run the script; a test compares.
    """
}
