"""Tap, give, next: what is given is recorded once, whoever taps how often and wherever."""
import pathlib
import subprocess
import tempfile
import threading

from selenium.webdriver.common.action_chains import ActionChains

from case import DeskCase
from printer import Printer


class Giving(DeskCase):
    def test_what_is_tapped_is_given_numbered_and_printed_once(self):
        printer = Printer()
        desk = self.desk(printers={"counter": printer})
        page = self.browser
        page.open_desk(desk.address)
        self.assertEqual(page.text(".sum .owe dd"), "$0.00")
        self.assertFalse(page.find("#give").is_enabled(), "Nothing can be given while nothing is in hand")
        page.tap("Rice", times=2)
        page.tap("Bread, white")
        page.reads("#market", "$3.97")
        self.assertEqual(page.in_hand(), [["Rice", "2"], ["Bread, white", "1"]])
        self.assertEqual(page.text(".sum .owe dd"), "$0.00", "Whatever the market would have charged, nothing is owed")
        self.assertEqual(page.text("#give"), "Give and print")
        number = page.give()
        self.assertEqual(desk.numbers(), [number])
        self.assertRegex(page.text("#given-seal"), r"^\S{4,}")
        self.assertEqual(page.text("#given-total"), "$3.97")
        self.assertEqual(page.text("#given .owe dd"), "$0.00")
        self.assertIn(number, self.code("#given-code"), "The code leads to this gift")
        page.until(lambda: desk.jobs() == ["printed"], "that the receipt has come out")
        self.assertEqual(printer.receipts, 1)
        page.next()
        self.assertEqual(page.in_hand(), [])
        self.assertIn(number, page.text("#empty"), "What was given last is found again")

    def test_the_market_total_climbs_rather_than_jumps(self):
        desk = self.desk()
        page = self.browser
        page.open_desk(desk.address)
        page.watch_amount("#market")
        page.tap("Rent, one month")
        page.reads("#market", "$1,353.00")
        seen = page.amounts()
        self.assertEqual([value for value in seen if value < 0], [], "It is never less than nothing")
        self.assertEqual(seen, sorted(seen), "It never falls back")
        self.assertGreater(len({value for value in seen if 0 < value < 1353}), 0, seen)

    def test_a_double_tap_on_give_records_one(self):
        printer = Printer()
        desk = self.desk(printers={"counter": printer})
        page = self.browser
        page.open_desk(desk.address)
        page.tap("Rice")
        ActionChains(page.driver).double_click(page.find("#give")).perform()
        number = page.given()
        page.until(lambda: desk.jobs() == ["printed"], "that the receipt has come out")
        self.assertEqual(desk.numbers(), [number])
        self.assertEqual(printer.receipts, 1)

    def test_a_second_tap_that_lands_on_the_next_button_does_not_carry_the_number_away(self):
        desk = self.desk()
        page = self.browser
        page.open_desk(desk.address)
        page.tap("Rice")
        page.run("""
            const given = document.getElementById('given');
            const tap = () => { if (given.open) document.getElementById('next').click(); };
            new MutationObserver(tap).observe(given, { attributes: true });
            """)
        number = page.give()
        page.rests()
        self.assertEqual(page.text("#given-number"), number)
        self.assertEqual(desk.numbers(), [number])

    def test_two_devices_at_once_get_a_number_each(self):
        printer = Printer()
        desk = self.desk(printers={"counter": printer})
        devices = [self.browser, self.device(1)]
        for page, item in zip(devices, ["Rice", "Flour"]):
            page.open_desk(desk.address)
            page.tap(item)
        hands = [threading.Thread(target=page.click, args=("#give",)) for page in devices]
        for hand in hands:
            hand.start()
        for hand in hands:
            hand.join()
        numbers = [page.given() for page in devices]
        self.assertEqual(len(set(numbers)), 2, numbers)
        self.assertEqual(sorted(desk.numbers()), sorted(numbers))
        self.browser.until(lambda: desk.jobs() == ["printed", "printed"], "that both receipts have come out")
        self.assertEqual(printer.receipts, 2)

    def test_two_tabs_hold_one_gift_and_record_it_once(self):
        desk = self.desk()
        page = self.browser
        page.open_desk(desk.address)
        first = page.driver.current_window_handle
        page.tap("Rice")
        page.driver.switch_to.new_window("tab")
        page.open_desk(desk.address)
        second = page.driver.current_window_handle
        self.assertEqual(page.in_hand(), [["Rice", "1"]], "The other tab has the same gift in hand")
        page.tap("Flour")
        page.driver.switch_to.window(first)
        page.until(lambda: page.in_hand() == [["Rice", "1"], ["Flour", "1"]], "that this tab follows the other one")
        number = page.give()
        page.driver.switch_to.window(second)
        page.until(lambda: page.in_hand() == [], "that the gift is in nobody's hand any more")
        self.assertFalse(page.find("#give").is_enabled())
        page.tap("Lettuce")
        other = page.give()
        self.assertEqual(sorted(desk.numbers()), sorted([number, other]))

    def test_a_gift_is_set_aside_and_taken_up_again(self):
        desk = self.desk()
        page = self.browser
        page.open_desk(desk.address)
        page.tap("Rice", times=2)
        page.click("#set-aside")
        self.assertEqual(page.in_hand(), [])
        page.reads("#asides", "Rice")
        page.tap("Flour")
        page.click("#asides .aside")
        self.assertEqual(page.in_hand(), [["Rice", "2"]])
        page.reads("#asides", "Flour")
        page.give()
        page.next()
        page.click("#asides .aside")
        self.assertEqual(page.in_hand(), [["Flour", "1"]])
        page.give()
        self.assertFalse(page.sees("#asides"))
        self.assertEqual(len(desk.numbers()), 2)

    def test_a_gift_taken_back_with_a_reason_counts_no_more(self):
        desk = self.desk()
        kept, wrong = desk.give("Rice", "2")["number"], desk.give("Flour")["number"]
        page = self.browser
        page.driver.get(f"{desk.address}/today")
        page.reads(".figure", "$2.68")
        page.click(f'.entries a[href="/gift/{wrong}"]')
        page.reads("h1", wrong)
        self.assertEqual(page.text(".against .owe dd"), "$0.00")
        page.click("summary")
        self.assertGreater(len(page.all('select[name="reason"] option')), 1)
        page.run("document.querySelector('select[name=\"reason\"]').value = 'wrong-item'")
        page.click('form[action="/reverse"] button')
        page.reads(".waits", "taken back")
        self.assertFalse(page.all('form[action="/reverse"]'), "Nobody takes it back twice")
        page.driver.get(f"{desk.address}/today")
        page.reads(".figure", "$2.14")
        page.reads(".is-back", wrong)
        self.assertNotIn(kept, page.text(".is-back"))
        desk.run("ledger", "verify")

    def test_today_adds_up_what_was_given(self):
        desk = self.desk()
        page = self.browser
        page.driver.get(f"{desk.address}/today")
        page.reads("main", "Nothing")
        for item, quantity in [("Rice", "2"), ("Tutoring", "1.5"), ("Flour", "1")]:
            desk.give(item, quantity)
        page.driver.refresh()
        # 2.14 + 28.91 + 0.54
        page.reads(".figure", "$31.59")
        self.assertEqual(len(page.all(".entries li")), 3)
        self.assertEqual([row.text.split()[0].lower() for row in page.find("table").find_elements("css selector", "tbody th")],
                         ["learning", "food"], "The greatest first")

    def code(self, css):
        """What a telephone reads when it photographs a code."""
        with tempfile.TemporaryDirectory() as folder:
            picture = pathlib.Path(folder, "code.png")
            picture.write_bytes(self.browser.find(css).screenshot_as_png)
            read = ["zbarimg", "--quiet", "--raw", picture]
            return subprocess.run(read, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout
