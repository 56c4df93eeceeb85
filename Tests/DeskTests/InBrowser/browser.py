"""A Chromium with a profile of its own, as one device has it, and what people do in it."""
import tempfile
import time

from selenium import webdriver
from selenium.common.exceptions import ElementClickInterceptedException, StaleElementReferenceException
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By

# How long something may take that happens by itself, in seconds. The machine may be busy.
PATIENCE = 30
DESKTOP, PHONE = (1280, 800), (320, 640)


class Browser:
    def __init__(self):
        options = webdriver.ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        for word in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--no-first-run", "--disable-gpu",
                     "--disable-background-networking", "--disable-component-update", "--disable-sync",
                     f"--window-size={DESKTOP[0]},{DESKTOP[1]}"):
            options.add_argument(word)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.profile = tempfile.TemporaryDirectory(prefix="chromium-", ignore_cleanup_errors=True)
        options.add_argument(f"--user-data-dir={self.profile.name}")
        self.driver = webdriver.Chrome(options=options, service=webdriver.ChromeService("/usr/bin/chromedriver"))
        self.driver.set_script_timeout(60)

    def close(self):
        self.driver.quit()
        self.profile.cleanup()

    def leave(self):
        """Closes all tabs but one, which it empties."""
        first, *others = self.driver.window_handles
        for tab in others:
            self.driver.switch_to.window(tab)
            self.driver.close()
        self.driver.switch_to.window(first)
        self.driver.get("about:blank")

    def reset(self):
        """One empty tab as a desktop has it. Every desk has a port of its own, so nothing that another test kept is seen."""
        self.leave()
        self.screen(DESKTOP)
        self.look(is_dark=False)
        self.console()

    # --- What it is

    def tell(self, command, **values):
        return self.driver.execute_cdp_cmd(command, values)

    def screen(self, size):
        self.tell("Emulation.setDeviceMetricsOverride", width=size[0], height=size[1], deviceScaleFactor=1, mobile=size == PHONE)

    def look(self, is_dark):
        self.tell("Emulation.setEmulatedMedia",
                  features=[{"name": "prefers-color-scheme", "value": "dark" if is_dark else "light"}])

    def script(self, is_on):
        self.tell("Emulation.setScriptExecutionDisabled", value=not is_on)

    def console(self):
        """What the console has said since it was last asked."""
        return [f"{entry['level']}: {entry['message']}" for entry in self.driver.get_log("browser")]

    # --- Seeing

    def run(self, script, *values):
        return self.driver.execute_script(script, *values)

    def all(self, css):
        return self.driver.find_elements(By.CSS_SELECTOR, css)

    def find(self, css):
        """The first that fits and is seen; what fades in is waited for."""
        def seen():
            return next((one for one in self.all(css) if one.is_displayed()), None)
        return self.until(seen, f"something to be seen of {css}", 5)

    def sees(self, css):
        try:
            return any(element.is_displayed() for element in self.all(css))
        except StaleElementReferenceException:
            return False

    def text(self, css):
        """What somebody reads there; nothing where there is nothing to be seen."""
        try:
            return next((element.text for element in self.all(css) if element.is_displayed()), "")
        except StaleElementReferenceException:
            return ""

    def until(self, holds, what, seconds=PATIENCE):
        """Waits until something holds, and gives back what it is."""
        end = time.monotonic() + seconds
        while True:
            value = holds()
            if value:
                return value
            if time.monotonic() > end:
                what = what() if callable(what) else what
                raise AssertionError(f"Not in {seconds} s: {what}; the page is {self.driver.current_url}")
            time.sleep(0.05)

    def reads(self, css, text, seconds=PATIENCE):
        """Waits until something can be read there."""
        self.until(lambda: text in self.text(css), lambda: f"“{text}” in {css}, where “{self.text(css)}” stands", seconds)

    def rests(self):
        """Waits until nothing moves any more: what fades in has other colours meanwhile."""
        self.until(lambda: self.run("return document.getAnimations().every(one => one.playState !== 'running')"), "stillness")

    def watch_amount(self, css):
        """Notes every amount that is shown there from now on. Frames are late, as they are where a browser is busy: the moment
        that a frame is told lies before the tap that made it necessary."""
        self.run("""
            window.amounts = [];
            const element = document.querySelector(arguments[0]), frame = requestAnimationFrame;
            window.requestAnimationFrame = act => frame(now => act(now - 100));
            new MutationObserver(() => amounts.push(Number(element.textContent.replace(/[^-−0-9.]/g, '').replace('−', '-'))))
              .observe(element, { childList: true, characterData: true, subtree: true });
            """, css)

    def amounts(self):
        return self.run("return amounts")

    # --- Doing

    def click(self, css):
        for is_last in (False, False, False, True):
            element = self.find(css)
            self.run("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })", element)
            try:
                return element.click()
            except ElementClickInterceptedException:
                # What comes into sight is laid out only then, and moves what one aims at.
                if is_last:
                    raise

    def press(self, *keys):
        """Keys, one after the other, wherever the focus is."""
        ActionChains(self.driver, duration=0).send_keys(*keys).perform()

    def open_desk(self, address):
        self.driver.get(address + "/")
        self.until(lambda: self.all(".tile"), "tiles")

    def tap(self, item, times=1):
        for _ in range(times):
            self.click(f'.tile[data-item="{item}"] .add')

    def in_hand(self):
        """What is in the gift in hand, and how much."""
        return self.run("""
            return [...document.querySelectorAll('#lines > li')].map(row =>
              [row.querySelector('.name').textContent, row.querySelector('.quantity b').textContent]);
            """)

    def give(self):
        """Gives, and waits until the gift's number is seen."""
        self.click("#give")
        return self.given()

    def given(self, seconds=PATIENCE):
        self.until(lambda: self.sees("#given[open]"), "that something was given", seconds)
        return self.text("#given-number")

    def next(self):
        """Goes on with the next gift. The button waits half a second, so that no double tap carries the number away."""
        def is_closed():
            if self.sees("#given[open]"):
                self.click("#next")
            return not self.sees("#given[open]")
        self.until(is_closed, "the next gift")

    def too_wide(self):
        """How much wider the page is than the screen, and what sticks out; nothing where it fits."""
        return self.run("""
            const page = document.documentElement, width = page.clientWidth;
            if (page.scrollWidth <= width) return '';
            const out = [...document.querySelectorAll('body *')].filter(element => {
              const box = element.getBoundingClientRect();
              return box.width && (box.right > width + 1 || box.left < -1) && !element.closest('.chips, .unseen, .skip, .jump');
            });
            const names = out.slice(0, 5).map(element => element.outerHTML.slice(0, 80));
            return `${page.scrollWidth} px on ${width}: ${names.join(' | ')}`;
            """)
