import Bookkeeping
import Foundation
import Ledger
import TestTools
import Testing

/// The site in a real browser (Debian's Chromium), from a web server at `/` and at `/some/where/`, and from the disk.
@Suite(.slow) struct BrowserTests {
  /// What the browser made of a page.
  private struct Page: Decodable {
    var address: String
    var title: String
    var great: [String]
    var broken: [String]
    var links: Int
    var console: [String]
  }

  /// Serves a folder, opens pages in Chromium with `--dump-dom`, looks at what became of them, and asks for every link.
  private static let look = """
    import functools, html, http.server, json, os, re, subprocess, sys, threading, urllib.parse, urllib.request
    root, chromium, profile, pages = sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4:]
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_): pass
    server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), functools.partial(Quiet, directory=root))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    base = f'http://127.0.0.1:{server.server_port}/'
    found = []
    for page in pages:
        address = page if page.startswith('file:') else base + page
        run = subprocess.run([chromium, '--headless', '--no-sandbox', '--disable-gpu', '--enable-logging=stderr',
            '--window-size=390,844', f'--user-data-dir={profile}', '--dump-dom', address], capture_output=True, text=True)
        dom = run.stdout
        text = lambda pattern: [html.unescape(re.sub('<[^>]*>', '', match)).strip() for match in re.findall(pattern, dom, re.S)]
        broken, links = [], 0
        for link in re.findall(r'(?:href|src)="([^"]*)"', dom):
            target = urllib.parse.urljoin(address, html.unescape(link))
            if link.startswith('#') or link.startswith('https://'): continue
            links += 1
            try: urllib.request.urlopen(target).read()
            except Exception as error: broken.append(f'{link}: {error}')
        found.append(dict(address=page, title=''.join(text(r'<title>(.*?)</title>')), great=text(r'<p class="great">(.*?)</p>'),
            broken=broken, links=links, console=[line for line in run.stderr.splitlines() if 'CONSOLE' in line]))
    print(json.dumps(found))
    """

  @Test func everyPageWorksFromEverywhere() throws {
    let market = try Market()
    for _ in 0..<120 { try market.give("Bread", "food", currency: "USD") }
    try market.give("خبز", "food", currency: "EUR")
    let totals = try market.ledger.totals(by: .none)
    let pages = [
      "index.html", "gifts/index.html", "gifts/1.html", "R/RIVER-A7K2-000001/index.html",
      "R/RIVER-A7K2-000121/index.html", "I/BREAD/index.html", "check/index.html", "404.html",
    ]
    for place in ["", "some/where/"] { _ = try market.publish(to: market.scratch.path("www/\(place)site")) }
    let root = market.scratch.path("www")
    let addresses =
      pages.flatMap { ["site/\($0)", "some/where/site/\($0)"] }
      + ["index.html", "R/RIVER-A7K2-000001/index.html"].map {
        "file://\(root)/site/\($0)"
      }
    let run = try Python.run(Self.look, [root, try Tool.chromium.path, market.scratch.path("browser")] + addresses)
    let found = try JSONDecoder().decode([Page].self, from: run.data)
    #expect(found.count == addresses.count, "\(run.errors)")
    for page in found {
      #expect(!page.title.isEmpty && page.broken.isEmpty && page.console.isEmpty, "\(page)")
      #expect(page.links > 3, "\(page.address)")
      if page.address.hasSuffix("site/index.html") {
        #expect(page.great == totals.map { "\($0.value.currency) \($0.value.decimal)" }, "\(page.address)")
      }
    }
  }

  /// The colours of text on what is behind it, in light and in dark, have the contrast that WCAG 2.1 asks at level AA: 4.5 : 1.
  @Test func textStandsOut() throws {
    let css = try String(contentsOfFile: Repository.path("Templates/ledger-site/style.css"), encoding: .utf8)
    let themes = css.matches(of: /:root \{ (--[^}]*)\}/).map { match in
      Dictionary(
        uniqueKeysWithValues: match.1.matches(of: /--(\w+): #([0-9a-f]+);/).map {
          (String($0.1), luminance(String($0.2)))
        })
    }
    #expect(themes.count == 2)
    for theme in themes {
      for (text, behind) in [
        ("ink", "paper"), ("soft", "paper"), ("red", "paper"), ("ink", "wash"), ("soft", "wash"), ("red", "wash"),
      ] {
        let (one, other) = (try #require(theme[text]) + 0.05, try #require(theme[behind]) + 0.05)
        #expect(max(one, other) / min(one, other) >= 4.5, "\(text) on \(behind)")
      }
    }
  }

  /// The relative luminance of a colour (WCAG 2.1).
  private func luminance(_ hex: String) -> Double {
    let digits = hex.count == 3 ? hex.flatMap { [$0, $0] } : Array(hex)
    let parts = stride(from: 0, to: 6, by: 2).map { Double(Int(String(digits[$0...$0 + 1]), radix: 16) ?? 0) / 255 }
    let linear = parts.map { $0 <= 0.03928 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }
}
