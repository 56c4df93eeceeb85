"""What all tests in the browser share."""
import atexit
import os
import pathlib
import unittest

from browser import Browser
from desk import Desk
from wire import Wire

# Pictures of what was seen when a test failed.
PICTURES = pathlib.Path(os.environ.get("BROWSE_PICTURES", "."))

# Browsers take long to start, so the tests use the same ones.
browsers = []
# After so many faults the other tests are left out.
MOST_FAULTS = 12
# What the console says of a desk that does not answer.
NO_ANSWER = ("net::ERR_",)
# What was measured, told when all is over.
figures = []


def browser(place=0):
    """A device: the first, or another one."""
    while len(browsers) <= place:
        browsers.append(Browser())
        atexit.register(browsers[-1].close)
    return browsers[place]


@atexit.register
def tell_figures():
    for line in figures:
        print(line, flush=True)


class DeskCase(unittest.TestCase):
    """A test at a desk. The console of every browser that it uses stays empty, except for what `forgiven` names."""

    longMessage = True
    # What the console may say all the same, such as NO_ANSWER where the desk is killed.
    forgiven = ()

    def __str__(self):
        return f"{type(self).__name__}: {self._testMethodName.removeprefix('test_').replace('_', ' ')}"

    def shortDescription(self):
        # One line for each test.
        return None

    def run(self, result=None):
        self.result = result
        self.faults_before = self.faults()
        super().run(result)
        if self.faults() >= MOST_FAULTS and not result.shouldStop:
            figures.append(f"Stopped after {self.faults()} faults: what comes after them would be waited for in vain.")
            result.stop()
        return result

    def faults(self):
        return len(self.result.failures) + len(self.result.errors)

    def setUp(self):
        self.used = []
        self.browser = self.device(0)

    def tearDown(self):
        if self.faults() > self.faults_before:
            PICTURES.mkdir(parents=True, exist_ok=True)
            for place, one in enumerate(self.used):
                one.driver.save_screenshot(str(PICTURES / f"{self.id()}-{place}.png"))
        said = [line for one in self.used for line in one.console()]
        # Before the desk closes, so that nobody asks one that is gone.
        for one in self.used:
            one.leave()
        self.assertEqual([line for line in said if not any(words in line for words in self.forgiven)], [], "The console")

    def device(self, place):
        """A browser with one empty tab."""
        one = browser(place)
        one.reset()
        self.used.append(one)
        return one

    def desk(self, *options, **named):
        one = Desk(*options, **named)
        self.addCleanup(one.close)
        return one

    def wire(self, desk):
        one = Wire(desk)
        self.addCleanup(one.close)
        return one
