"""Whatever is lost between a tap and its answer, the gift is recorded once, and its number is seen."""
from case import NO_ANSWER, DeskCase
from printer import Printer


class Losses(DeskCase):
    def test_a_page_reloaded_in_the_middle_of_sending_records_one(self):
        printer = Printer()
        desk = self.desk(printers={"counter": printer})
        wire = self.wire(desk)
        page = self.browser
        page.open_desk(wire.address)
        page.tap("Rice")
        wire.lose_answer()
        page.click("#give")
        self.assertTrue(wire.is_done.wait(20), "The gift has reached the desk")
        self.assertFalse(page.sees("#given[open]"), "Nobody has heard of it yet")
        page.driver.refresh()
        number = page.given()
        self.assertEqual(desk.numbers(), [number])
        page.until(lambda: desk.jobs() == ["printed"], "that the receipt has come out")
        self.assertEqual(printer.receipts, 1)


class Kills(DeskCase):
    """Here the desk is killed, so the console may say that it did not answer."""

    forgiven = NO_ANSWER

    def test_a_desk_killed_between_recording_and_answering_records_one(self):
        printer = Printer()
        # Off, so that nothing comes out before the desk is killed.
        printer.off()
        desk = self.desk(printers={"counter": printer})
        wire = self.wire(desk)
        page = self.browser
        page.open_desk(wire.address)
        page.tap("Rice")
        wire.kill_before_answer()
        page.click("#give")
        self.assertTrue(wire.is_done.wait(20), "The desk was killed")
        page.reads("#state", "Waiting to be sent: 1")
        page.reads("#message", "The gift is kept here")
        self.assertEqual(page.in_hand(), [], "Somebody can go on with the next gift")
        recorded = desk.numbers()
        self.assertEqual(len(recorded), 1, "It was killed after recording")
        desk.start()
        self.assertEqual(page.given(), recorded[0], "What waited has gone out by itself, and is the same gift")
        self.assertEqual(desk.numbers(), recorded)
        page.next()
        self.assertNotIn("Waiting to be sent", page.text("#state"))
        # What had not been printed when the desk was killed is offered, and comes out once.
        printer.on()
        page.driver.get(f"{wire.address}/printers")
        page.reads("#leftovers", recorded[0])
        page.click('#leftovers button[value="print"]')
        page.until(lambda: desk.jobs() == ["printed"], "that the receipt has come out")
        self.assertEqual(printer.receipts, 1)
        desk.run("ledger", "verify")

    def kept(self):
        """A desk that was killed, and a page that keeps a gift for it."""
        desk = self.desk()
        page = self.browser
        page.open_desk(desk.address)
        page.tap("Rice")
        desk.kill()
        page.click("#give")
        page.reads("#state", "Waiting to be sent: 1")
        return desk, page

    def test_a_gift_that_waits_outlives_its_tab(self):
        desk, page = self.kept()
        tab = page.driver.current_window_handle
        page.driver.switch_to.new_window("tab")
        new = page.driver.current_window_handle
        page.driver.switch_to.window(tab)
        page.driver.close()
        page.driver.switch_to.window(new)
        self.assertEqual(desk.numbers(), [])
        desk.start()
        page.open_desk(desk.address)
        page.reads("#state", "Waiting to be sent: 1")
        # Another tab may still be at it, which is waited for first.
        number = page.given(seconds=60)
        self.assertEqual(desk.numbers(), [number])

    def test_gifts_made_while_the_desk_is_away_are_all_recorded(self):
        desk = self.desk()
        page = self.browser
        page.open_desk(desk.address)
        desk.kill()
        for item in ["Rice", "Flour", "Lettuce"]:
            page.tap(item)
            page.click("#give")
            page.until(lambda: page.in_hand() == [] and not page.sees("[aria-busy=true]"), "that the gift is kept")
        page.reads("#state", "Waiting to be sent: 3")
        desk.start()
        page.until(lambda: len(desk.numbers()) == 3, "that all three are recorded", seconds=60)
        page.until(lambda: "Waiting" not in page.text("#state"), "that nothing waits any more")
        self.assertEqual(len(set(desk.numbers())), 3)

    def test_a_gift_that_waits_goes_out_on_any_page(self):
        desk, page = self.kept()
        desk.start()
        page.driver.get(f"{desk.address}/today")
        page.until(lambda: len(desk.numbers()) == 1, "that it has gone out from there")

    def test_its_number_is_seen_while_another_gift_is_in_hand(self):
        desk, page = self.kept()
        page.tap("Flour")
        desk.start()
        page.reads("#message", "Recorded now:")
        self.assertIn(desk.numbers()[0], page.text("#message"))
        self.assertEqual(page.in_hand(), [["Flour", "1"]])
        self.assertFalse(page.sees("#given[open]"))
