"""Receipts come out, and a printer that does not take them holds up nobody."""
from selenium.webdriver.support.ui import Select

from case import DeskCase
from printer import Printer


class Printers(DeskCase):
    def test_a_jammed_printer_prints_when_somebody_tries_again(self):
        printer = Printer()
        printer.is_jammed = True
        desk = self.desk(printers={"counter": printer})
        page = self.browser
        page.open_desk(desk.address)
        page.tap("Rice")
        number = page.give()
        self.assertEqual(desk.numbers(), [number], "It is recorded all the same")
        page.next()
        page.reads("#state", "Not printed yet: 1")
        page.click("#state")
        page.reads('[data-state="trying"]', number)
        # It is tried ever more rarely: after 2, 4, 8 seconds. By then it is the button that prints.
        page.until(lambda: printer.calls >= 3, "that it was tried some times")
        page.reads('[data-state="trying"]', number)
        printer.is_jammed = False
        page.click('button[value="now"]')
        page.until(lambda: printer.receipts == 1, "that it has come out", seconds=5)
        page.reads('[data-state="printed"]', number)
        self.assertEqual(desk.jobs(), ["printed"])
        self.assertEqual(printer.receipts, 1)

    def test_a_printer_that_is_off_prints_by_itself_when_it_is_on_again(self):
        printer = Printer()
        printer.off()
        desk = self.desk(printers={"counter": printer})
        page = self.browser
        page.open_desk(desk.address)
        for item in ["Rice", "Flour"]:
            page.tap(item)
            page.give()
            page.next()
        page.reads("#state", "Not printed yet:")
        printer.on()
        page.reads("#state", "Everything is printed")
        self.assertEqual(printer.receipts, 2)

    def test_a_slow_printer_holds_up_no_gift(self):
        # Some three seconds for a receipt of 84 kB.
        printer = Printer(rate=30_000)
        desk = self.desk(printers={"counter": printer})
        page = self.browser
        page.open_desk(desk.address)
        numbers = []
        for item in ["Rice", "Flour", "Lettuce"]:
            page.tap(item)
            numbers.append(page.give())
            page.next()
        self.assertLess(printer.receipts, 3, "All was given before the last came out")
        self.assertEqual(len(set(numbers)), 3)
        page.reads("#state", "Printing:")
        page.until(lambda: desk.jobs() == ["printed"] * 3, "that all have come out", seconds=60)
        self.assertEqual(printer.receipts, 3)

    def test_one_printer_that_is_off_does_not_hold_up_the_other(self):
        off, on = Printer(), Printer()
        off.off()
        desk = self.desk(printers={"tent": off, "counter": on})
        page = self.browser
        page.open_desk(desk.address)
        for name in ["tent", "counter"]:
            Select(page.find("#printer")).select_by_value(name)
            page.tap("Rice")
            page.give()
            page.next()
        page.until(lambda: on.receipts == 1, "that the other has printed")
        page.reads("#state", "Not printed yet: 1")
        page.reads("#state", "tent")

    def test_what_nobody_wants_printed_any_more_is_let_go(self):
        printer = Printer()
        printer.off()
        desk = self.desk(printers={"counter": printer})
        number = desk.give(printer="counter")["number"]
        page = self.browser
        page.driver.get(f"{desk.address}/printers")
        page.reads('[data-state="trying"]', number)
        page.click('button[value="drop"]')
        page.until(lambda: not page.all(".jobs li"), "that nothing waits")
        page.driver.refresh()
        self.assertFalse(page.sees("#leftovers"))
        self.assertEqual(desk.jobs(), [])

    def test_a_gift_is_printed_again_from_its_page(self):
        printer = Printer()
        desk = self.desk(printers={"counter": printer})
        number = desk.give(printer="counter")["number"]
        page = self.browser
        page.until(lambda: printer.receipts == 1, "that it has come out")
        page.driver.get(f"{desk.address}/gift/{number}")
        page.click('form[action="/print"] button')
        page.until(lambda: printer.receipts == 2, "that it has come out again")
        page.reads("h1", number)
