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

  /// What a page measures on a phone.
  private struct Phone: Decodable {
    var width: Int
    /// How much of it lies beyond the screen, in pixels.
    var beyond: Int
    /// Where the zero and the stamp end, from the top.
    var zero: Int
    var stamp: Int
    /// What stands before each figure of a gift.
    var labels: [String]
  }

  /// Measures pages on a screen of 360 by 640: in a frame, since a window has a least width.
  private static let measure = """
    import html, json, re, subprocess, sys
    chromium, folder, pages = sys.argv[1], sys.argv[2], sys.argv[3:]
    script = '''<script>addEventListener('load', () => {
      const view = document.querySelector('iframe').contentWindow, page = view.document
      const bottom = name => Math.round(page.querySelector(name)?.getBoundingClientRect().bottom ?? 0)
      document.title = JSON.stringify({
        width: view.innerWidth, beyond: page.documentElement.scrollWidth - view.innerWidth,
        zero: bottom('.against .zero'), stamp: bottom('.against .stamp'),
        labels: [...page.querySelectorAll('.lines td')].map(cell => view.getComputedStyle(cell, '::before').content) })
    })</script>'''
    found = []
    for page in pages:
        frame = f'<iframe src="file://{page}" style="width: 360px; height: 640px; border: 0"></iframe>'
        open(f'{folder}/phone.html', 'w').write(f'<!DOCTYPE html><title></title>{frame}{script}')
        dom = subprocess.run([chromium, '--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars',
            '--allow-file-access-from-files', f'--user-data-dir={folder}/browser', '--dump-dom',
            f'file://{folder}/phone.html'], capture_output=True, text=True).stdout
        found.append(json.loads(html.unescape(re.search('<title>(.*?)</title>', dom, re.S).group(1))))
    print(json.dumps(found))
    """

  /// On a phone nothing lies beyond the screen, each figure has its label before it, and whoever scans a sign sees zero and stamp at
  /// once.
  @Test(arguments: ["en", "de", "ar", "he"]) func pagesFitAPhone(language: String) throws {
    let market = try Market()
    let name = "Childcare, babysitter, one child at the parents' home"
    for _ in 0..<3 { try market.give([(name, "care"), ("Bread, white", "food")]) }
    let site = market.scratch.path("site")
    _ = try market.publish(to: site, language)
    let pages = [
      "I/\(ItemAddress.name(of: name))/index.html", "R/RIVER-A7K2-000001/index.html", "index.html", "gifts/index.html",
      "check/index.html",
    ].map { "\(site)/\($0)" }
    let run = try Python.run(Self.measure, [try Tool.chromium.path, market.scratch.folder.path] + pages)
    let found = try JSONDecoder().decode([Phone].self, from: run.data)
    #expect(found.count == pages.count, "\(run.errors)")
    for (page, phone) in zip(pages, found) { #expect(phone.width == 360 && phone.beyond == 0, "\(page): \(phone)") }
    #expect((1...640).contains(found[0].zero) && (1...640).contains(found[0].stamp), "\(found[0])")
    let words = try Market.words(language)
    let labels = ["quantity", "market_price", "market_amount", "you_owe"].compactMap { words[$0] }
    #expect(found[1].labels.count == 8)
    for (shown, label) in zip(found[1].labels, labels + labels) { #expect(shown.contains("\"\(label)\"")) }
  }
}
