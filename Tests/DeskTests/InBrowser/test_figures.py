"""What the first look at the desk costs. The figures are told; only what would be far off fails."""
import gzip
import statistics
import urllib.request

from case import DeskCase, figures


class Figures(DeskCase):
    def test_the_desk_is_there_at_once(self):
        desk = self.desk()
        page = self.browser
        paints = []
        for _ in range(5):
            page.tell("Network.clearBrowserCache")
            page.open_desk(desk.address)
            paints.append(page.until(lambda: page.run(
                "return performance.getEntriesByName('first-contentful-paint')[0]?.startTime"), "that something is painted"))
        loaded = page.run("""
            return [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
              .map(one => [one.name, one.encodedBodySize]);
            """)
        packed = 0
        for address, size in loaded:
            if size:
                with urllib.request.urlopen(address, timeout=20) as answer:
                    packed += len(gzip.compress(answer.read(), 6))
        sent = sum(size for _, size in loaded)
        figures.append(
            f"First look at /: painted after {statistics.median(paints):.0f} ms (median of {len(paints)}); "
            f"{len(loaded)} answers, {sent:,} bytes sent, {packed:,} with gzip")
        self.assertLess(statistics.median(paints), 5000)
        self.assertLess(packed, 200_000)
