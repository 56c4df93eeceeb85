"""A stall has its own tiles, and its own sums."""
from case import DeskCase

# What hangs where, as signs.csv says it; bread hangs at two stalls, and counts at neither.
SIGNS = """item,stall
Rice,Kitchen
Flour,Kitchen
"Bread, white",Kitchen
"Bread, white",Bakery
Bicycle repair,Workshop
"""


class Stalls(DeskCase):
    def setUp(self):
        super().setUp()
        self.opened = self.desk()
        self.opened.kill()
        (self.opened.folder / "signs.csv").write_text(SIGNS, encoding="utf-8")
        self.opened.start()
        self.page = self.browser
        self.page.open_desk(self.opened.address)

    def tiles(self):
        """What is offered, each once."""
        return sorted({tile.get_attribute("data-item") for tile in self.page.all("#tiles .tile")})

    def stand_at(self, name):
        self.page.click(f'#chips [data-kind="stall"][value="{name}"]')

    def test_a_stall_offers_what_hangs_there(self):
        names = [chip.text for chip in self.page.all('#chips [data-kind="stall"]')]
        self.assertEqual(names, ["Kitchen", "Bakery", "Workshop"], "In the order of the sign list")
        self.stand_at("Workshop")
        self.assertEqual(self.tiles(), ["Bicycle repair"])
        self.stand_at("Kitchen")
        self.assertEqual(self.tiles(), ["Bread, white", "Flour", "Rice"])
        self.page.click('#chips [data-kind="all"]')
        self.assertGreater(len(self.tiles()), 10)

    def test_a_device_stays_at_its_stall(self):
        self.stand_at("Kitchen")
        self.page.tap("Rice")
        self.page.give()
        self.page.next()
        self.assertEqual(self.tiles(), ["Bread, white", "Flour", "Rice"])
        self.page.open_desk(self.opened.address)
        self.assertEqual(self.tiles(), ["Bread, white", "Flour", "Rice"], "After the page was closed as well")
        # What somebody looks for is found wherever it hangs.
        self.page.find("#search").send_keys("bicycle")
        self.assertEqual(self.tiles(), ["Bicycle repair"])

    def test_the_day_and_the_board_add_up_by_stall(self):
        for item in ["Rice", "Flour", "Bicycle repair", "Bread, white"]:
            self.opened.give(item)
        self.page.driver.get(f"{self.opened.address}/today")
        rows = self.page.run("""
            const table = [...document.querySelectorAll('table')].at(-1);
            return [...table.querySelectorAll('tbody tr')].map(row =>
              [row.querySelector('bdi').textContent, row.querySelector('.end').textContent]);
            """)
        self.assertEqual(sorted(rows), [["Kitchen", "$1.61"], ["Workshop", "$19.40"]])
        self.page.driver.get(f"{self.opened.address}/board")
        self.page.until(lambda: self.page.sees("#counts"), "that the board hears the desk")
        shown = self.page.run("return document.getElementById('by-stall').textContent")
        self.assertIn("Workshop", shown)
        self.assertIn("$1.61", shown)
