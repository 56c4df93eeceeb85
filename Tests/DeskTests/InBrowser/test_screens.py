"""Phones and projectors, right to left, script switched off, and pages that strangers do not reach."""
import re
import socket

from selenium.webdriver.support.ui import Select

from browser import DESKTOP, PHONE
from case import DeskCase
from printer import Printer


def visit(page, desk, number):
    """Every page and every state of the desk, one after the other; says which."""
    for path in ["/plain", "/today", f"/gift/{number}", "/printers"]:
        page.driver.get(desk.address + path)
        page.until(lambda: page.sees("main"), path)
        for element in page.all("summary"):
            element.click()
        yield path
    page.driver.get(desk.address + "/board")
    page.until(lambda: page.sees("#counts"), "the board")
    yield "/board"
    page.open_desk(desk.address)
    yield "/"
    for item in ["Rice", "Ambulance ride, advanced life support"]:
        page.tap(item)
    yield "a gift in hand"
    if page.sees("#fold"):
        page.click("#fold")
        yield "the gift unfolded"
    page.click("#set-aside")
    page.tap("Rice")
    if page.sees("#fold"):
        page.click("#fold")
    yield "a gift set aside"
    page.click("#lines .quantity")
    page.until(lambda: page.sees("#keypad[open]"), "the keypad")
    yield "the keypad"
    page.click('#keypad [data-key="cancel"]')
    page.give()
    yield "what was given"


class Screens(DeskCase):
    def fits(self, size, *options):
        off = Printer()
        off.off()
        desk = self.desk(*options, printers={"counter-by-the-entrance": off}, milestones=not options)
        number = desk.give("Bread, whole wheat", "1234.5", printer="counter-by-the-entrance")["number"]
        page = self.browser
        page.screen(size)
        seen = []
        for state in visit(page, desk, number):
            page.rests()
            self.assertLessEqual(page.run("return document.documentElement.clientWidth"), size[0], state)
            self.assertEqual(page.too_wide(), "", state)
            seen.append(state)
        return seen

    def test_nothing_is_wider_than_a_phone_of_320_pixels(self):
        self.assertIn("the gift unfolded", self.fits(PHONE))

    def test_nothing_is_wider_than_a_desktop_of_1280_pixels(self):
        self.assertNotIn("the gift unfolded", self.fits(DESKTOP))

    def test_nothing_is_wider_than_a_phone_in_arabic(self):
        self.fits(PHONE, "--language", "ar-EG", "--currency", "USD")

    def test_nothing_is_wider_than_a_phone_in_german(self):
        self.fits(PHONE, "--language", "de-DE", "--currency", "USD")

    def test_an_arabic_desk_runs_from_right_to_left(self):
        desk = self.desk("--language", "ar-EG", "--currency", "USD")
        page = self.browser
        page.open_desk(desk.address)
        root = page.find("html")
        self.assertEqual([root.get_attribute("dir"), root.get_attribute("lang")[:2]], ["rtl", "ar"])
        gift, shelf = (page.find(css).rect["x"] for css in (".gift", ".shelf"))
        self.assertLess(gift, shelf, "The gift stands at the left")
        page.tap("Rice")
        page.click('.tile[data-item="Rice"] .badge')
        page.press("2.5\ue007")
        page.reads("#lines .quantity", "٢٫٥")
        number = page.give()
        self.assertEqual(desk.numbers(), [number])
        self.assertEqual(page.run("return getComputedStyle(document.getElementById('given-number')).direction"), "ltr")
        for path in ["/plain", "/today", f"/gift/{number}", "/printers", "/board"]:
            page.driver.get(desk.address + path)
            self.assertEqual(page.run("return document.documentElement.dir"), "rtl", path)
            self.assertEqual(page.too_wide(), "", path)

    def test_what_is_tapped_on_a_phone_is_large_enough(self):
        desk = self.desk()
        page = self.browser
        page.screen(PHONE)
        page.open_desk(desk.address)
        page.tap("Rice")
        page.click("#fold")
        page.rests()
        small = page.run("""
            return [...document.querySelectorAll('button, select, input, a.button')]
              .map(element => [element, element.getBoundingClientRect()])
              .filter(([, box]) => box.width && (box.height < 44 || box.width < 44))
              .map(([element, box]) => `${element.outerHTML.slice(0, 60)} ${box.width} × ${box.height}`);
            """)
        self.assertEqual(small, [])


class Plain(DeskCase):
    def test_without_script_a_form_records_and_prints(self):
        printer = Printer()
        desk = self.desk(printers={"counter": printer})
        page = self.browser
        page.script(is_on=False)
        self.addCleanup(page.script, is_on=True)
        page.driver.get(desk.address + "/")
        page.until(lambda: page.driver.current_url.endswith("/plain"), "that the desk leads to the plain form")
        rows = page.all(".rows")
        for row, item, quantity in zip(rows, ["Rice", "Flour"], ["2", ""]):
            Select(row.find_element("css selector", "select")).select_by_value(item)
            row.find_element("css selector", "input").send_keys(quantity)
        page.find("form .main").click()
        page.until(lambda: "/gift/" in page.driver.current_url, "the gift's page")
        number = page.driver.current_url.rsplit("/", 1)[1]
        self.assertEqual(desk.numbers(), [number])
        self.assertIn("$2.68", page.text(".against"))
        page.until(lambda: desk.jobs() == ["printed"], "that the receipt has come out")
        self.assertEqual(printer.receipts, 1)
        page.driver.back()
        page.find("form .main").click()
        page.until(lambda: "/gift/" in page.driver.current_url, "the gift's page")
        self.assertEqual(desk.numbers(), [number], "Who goes back and sends it again records nothing new")


class Reach(DeskCase):
    def test_without_lan_nobody_is_let_in_from_elsewhere(self):
        desk = self.desk()
        for path in ["/join", "/pair"]:
            self.assertEqual(desk.get(path)[0], 404, path)
        page = self.browser
        page.open_desk(desk.address)
        self.assertEqual(page.all('a[href="/join"], a[href="/pair"]'), [])
        for address in own_addresses():
            with self.assertRaises(OSError, msg=f"The desk listens at {address}"):
                socket.create_connection((address, desk.port), timeout=5)

    def test_with_lan_a_phone_is_let_in_by_a_code_and_gives(self):
        addresses = own_addresses()
        if not addresses:
            self.skipTest("This machine is in no network")
        desk = self.desk(more=["--lan"])
        page, phone = self.browser, self.device(1)
        phone.screen(PHONE)
        phone.driver.get(f"http://{addresses[0]}:{desk.port}/")
        self.assertTrue(phone.driver.current_url.endswith("/pair"), "A phone sees nothing but where the code is typed")
        self.assertEqual(phone.too_wide(), "")
        page.screen(PHONE)
        page.driver.get(f"{desk.address}/join")
        self.assertEqual(page.too_wide(), "")
        code = page.until(lambda: re.search(r"\b\d{6}\b", page.text("main")), "a code")[0]
        phone.find("[name=code]").send_keys(code)
        phone.click("#pair .main")
        phone.until(lambda: phone.all(".tile"), "the desk on the phone")
        phone.tap("Rice")
        number = phone.give()
        self.assertEqual(desk.numbers(), [number])


def own_addresses():
    """This machine's addresses in its networks."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            # Nothing is sent: it is only looked which way it would go.
            probe.connect(("198.51.100.1", 9))
        except OSError:
            return []
        return [probe.getsockname()[0]]
