"""What is done at the machine itself: printers are put right with a ruler, and a card is made with which phones find the desk."""
import base64
import contextlib
import re
import sqlite3
import subprocess
import tempfile

from browser import DESKTOP
from case import NO_ANSWER, DeskCase
from printer import Printer
from test_screens import own_addresses


def codes(page, width):
    """What phones read from the codes on the page as it is seen."""
    page.screen((width, 1400))
    with tempfile.NamedTemporaryFile(suffix=".png") as picture:
        picture.write(page.driver.get_screenshot_as_png())
        picture.flush()
        read = subprocess.run(["zbarimg", "--quiet", "--raw", "-Sbinary=0", picture.name], stdout=subprocess.PIPE, text=True)
    return sorted(read.stdout.split("\n")[:-1])


class Ruler(DeskCase):
    def measured(self, *options, values):
        """Types what was measured beside each letter; gives back what the page says then."""
        printer = Printer()
        desk = self.desk(*options, printers={"counter": printer})
        page = self.browser
        page.driver.get(f"{desk.address}/printers")
        page.click('a[href^="/printers/measure"]')
        page.click('button[value="print"]')
        page.until(lambda: printer.receipts == 1, "that the sheet has come out")
        for field, value in zip(page.all(".length input"), values):
            field.send_keys(value)
        page.run("window.isOld = true")
        page.click('button[value="save"]')
        page.until(lambda: page.run("return !window.isOld && document.readyState === 'complete'"), "the answer")
        book = (desk.folder / "printers.yaml").read_text(encoding="utf-8")
        return page, desk, book

    def test_what_was_measured_is_made_good(self):
        page, desk, book = self.measured(values=["11.5", "", "100"])
        page.reads("[role=status]", "-1.5")
        self.assertIn("-1.5", book)
        # The next paper is printed so, without the desk being opened anew.
        page.click('[role=status] button')
        self.assertEqual(page.run("return location.pathname"), "/printers")

    def test_measures_are_typed_in_the_figures_that_people_read(self):
        page, desk, book = self.measured("--language", "ar-EG", "--currency", "USD", values=["١١٫٥", "", "١٠٠"])
        self.assertTrue(page.sees("[role=status]"), "It was understood")
        self.assertIn("-1.5", book)

    def test_what_cannot_be_is_refused_in_the_desks_language(self):
        self.forgiven = ("/printers/measure - Failed to load resource: the server responded with a status of 422",)
        page, desk, book = self.measured("--language", "de-DE", "--currency", "USD", values=["400", "", ""])
        page.reads(".message", "So weit liegt kein Drucker daneben")
        self.assertNotIn("-", book.split("address")[1].split("paper")[0].replace("tcp://", ""))


class Card(DeskCase):
    def card(self, network, password, *options):
        addresses = own_addresses()
        self.assertTrue(addresses, "A machine in no network has nobody to join it")
        desk = self.desk(*options, more=["--lan"])
        page = self.browser
        page.driver.get(f"{desk.address}/join")
        page.until(lambda: page.all("summary") or page.sees("[name=network]"), "where a card is made")
        for element in page.all("summary"):
            element.click()
        page.find("[name=network]").send_keys(network)
        page.find("[name=password]").send_keys(password)
        page.click('form[action="/join/card"] button')
        page.until(lambda: page.sees("article"), "the card")
        return page, f"http://{addresses[0]}:{desk.port}/"

    def test_its_codes_lead_a_phone_into_the_network_and_to_the_desk(self):
        page, address = self.card("Market hall", "bread; and roses")
        self.assertEqual(page.too_wide(), "")
        self.assertIn("stay connected without Internet", page.text("article"))
        self.assertEqual(codes(page, DESKTOP[0]), sorted([address, r"WIFI:T:WPA;P:bread\; and roses;S:Market hall;;"]))
        self.assertIn("bread; and roses", page.text("article"), "Who has no camera types it")

    def test_it_is_one_sheet_of_paper(self):
        page, _ = self.card("Market hall", "bread")
        for width, height in [(8.27, 11.69), (8.5, 11)]:
            paper = page.tell("Page.printToPDF", paperWidth=width, paperHeight=height, preferCSSPageSize=False)["data"]
            pages = re.findall(rb"/Type\s*/Page\b(?!s)", base64.b64decode(paper))
            self.assertEqual(len(pages), 1, f"{width} × {height} in")

    def test_a_network_without_a_password_is_joined_without_one(self):
        page, address = self.card("Market hall", "")
        self.assertIn("WIFI:T:nopass;S:Market hall;;", codes(page, DESKTOP[0]))


class Faults(DeskCase):
    """What goes wrong is said in the desk's language, on the page where it went wrong."""

    forgiven = (*NO_ANSWER, "Failed to load resource: the server responded with a status of")

    def test_a_ledger_that_is_moved_away_is_said_and_gifts_wait(self):
        desk = self.desk("--language", "de-DE", "--currency", "USD")
        desk.give("Rice")
        page = self.browser
        page.open_desk(desk.address)
        (desk.folder / "ledger.sqlite").rename(desk.folder / "elsewhere.sqlite")
        page.driver.get(f"{desk.address}/today")
        page.reads(".message", "Das Kassenbuch ist nicht mehr an seinem Platz")
        page.driver.get(desk.address)
        page.reads("#message", "Das Kassenbuch ist nicht mehr an seinem Platz")
        (desk.folder / "elsewhere.sqlite").rename(desk.folder / "ledger.sqlite")
        # It goes on by itself, and so does what is given just as it is away.
        page.until(lambda: page.all(".tile"), "tiles")
        self.assertEqual(page.text("#message"), "")
        page.tap("Rice")
        (desk.folder / "ledger.sqlite").rename(desk.folder / "elsewhere.sqlite")
        page.click("#give")
        page.until(lambda: page.in_hand() == [] and not page.sees("[aria-busy=true]"), "that the gift is kept")
        (desk.folder / "elsewhere.sqlite").rename(desk.folder / "ledger.sqlite")
        page.given()
        self.assertEqual(len(desk.numbers()), 2)

    def test_who_begins_another_ledger_meanwhile_shares_nothing_with_the_one_that_was_moved(self):
        desk = self.desk()
        kept = desk.give("Rice")["number"]
        (desk.folder / "ledger.sqlite").rename(desk.folder / "elsewhere.sqlite")
        self.assertEqual(desk.get("/today")[0], 422)
        desk.run("give", "flour", "--yes")
        other = desk.numbers()
        self.assertEqual(len(other), 1)
        # What stands in its place is a ledger like any other, and the desk goes on with it.
        here = desk.give("Lettuce")["number"]
        self.assertEqual(sorted(desk.numbers()), sorted(other + [here]))
        self.assertEqual(self.whole(desk.folder / "ledger.sqlite"), "ok")
        desk.kill()
        # The one that was moved is whole, without a log beside it.
        for ending in ["-wal", "-shm"]:
            (desk.folder / f"ledger.sqlite{ending}").unlink(missing_ok=True)
        (desk.folder / "elsewhere.sqlite").replace(desk.folder / "ledger.sqlite")
        self.assertEqual(desk.numbers(), [kept])
        self.assertEqual(self.whole(desk.folder / "ledger.sqlite"), "ok")

    @staticmethod
    def whole(path):
        """What SQLite says of a file as a whole."""
        with contextlib.closing(sqlite3.connect(path)) as ledger:
            return ledger.execute("PRAGMA integrity_check").fetchone()[0]
