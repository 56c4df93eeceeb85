"""Every page can be used by everybody: axe finds nothing serious, by day and by night, in both directions of writing."""
import importlib.util
import json
import pathlib

from axe_selenium_python import Axe

from case import DeskCase
from desk import Desk
from printer import Printer

# The rules that come with axe-selenium-python for this Python are of 2018; these are newer.
RULES = str(pathlib.Path(importlib.util.find_spec("axe_playwright_python").submodule_search_locations[0], "axe.min.js"))
# What is in order need not be told in full, which is quicker.
OPTIONS = json.dumps({"resultTypes": ["violations"]})


class English(DeskCase):
    options = ()

    @classmethod
    def setUpClass(cls):
        cls.off = Printer()
        cls.off.off()
        cls.opened = Desk(*cls.options, printers={"counter": cls.off}, milestones=True)
        cls.number = cls.opened.give("Bread, white", "2", printer="counter")["number"]
        cls.opened.give("Tutoring", "1.5")

    @classmethod
    def tearDownClass(cls):
        cls.opened.close()

    def look(self, path=None):
        """Looks at a page, or at what is in the browser now, by day and by night."""
        page = self.browser
        if path:
            page.driver.get(self.opened.address + path)
            page.until(lambda: page.sees("main"), path)
            for element in page.all("summary"):
                element.click()
        axe = Axe(page.driver, RULES)
        axe.inject()
        for is_dark in (False, True):
            page.look(is_dark)
            page.rests()
            found = [fault for fault in axe.run(None, OPTIONS)["violations"] if fault["impact"] in ("serious", "critical")]
            told = [
                f"{fault['id']}: {node['html'][:120]} {node['failureSummary']}" for fault in found for node in fault["nodes"][:3]]
            self.assertEqual(told, [], "by night" if is_dark else "by day")

    def test_the_desk(self):
        self.browser.open_desk(self.opened.address)
        self.look()

    def test_a_gift_in_hand(self):
        page = self.browser
        page.open_desk(self.opened.address)
        page.tap("Rice")
        page.click("#set-aside")
        page.tap("Flour")
        self.look()
        page.click("#clear")

    def test_the_keypad(self):
        page = self.browser
        page.open_desk(self.opened.address)
        page.tap("Rice")
        page.click("#lines .quantity")
        self.look()

    def test_what_was_given(self):
        page = self.browser
        page.open_desk(self.opened.address)
        page.tap("Rice")
        page.give()
        self.look()

    def test_the_plain_form(self):
        self.look("/plain")

    def test_today(self):
        self.look("/today")

    def test_a_gift(self):
        self.look(f"/gift/{self.number}")

    def test_the_printers(self):
        self.browser.until(lambda: "trying" in self.opened.jobs(), "that something waits")
        self.look("/printers")

    def test_the_board(self):
        self.browser.driver.get(self.opened.address + "/board")
        self.browser.until(lambda: self.browser.sees("#counts"), "that the board hears the desk")
        self.look()


class Arabic(English):
    options = ("--language", "ar-EG", "--currency", "USD")
