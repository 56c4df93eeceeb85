"""An office of its own and its desk, open in a process as people open one."""
import json
import os
import pathlib
import re
import subprocess
import tempfile
import urllib.error
import urllib.request
import uuid

PROGRAM = os.environ["BILLING_OFFICE_PROGRAM"]
NUMBER = re.compile(r"[A-Z0-9]+-[A-Z][0-9A-Z]{3}-\d{6}")

# What people look for with and without the accent.
MORE_PRICES = 'Crème fraîche,food,lb,3.25,USD,"A market, https://example.org",2026,price,sour cream\n'
# The first is passed with one bread, the second with a meal.
MILESTONES = """name,amount,currency,source,checked
A bus ticket,2.50,USD,"A transport company, https://example.org",2026
A day of meals,68.00,USD,"An office of statistics, https://example.org",2026-05
A month of rent,1353.00,USD,"An office of statistics, https://example.org",2026-05
"""


class Desk:
    """`options` go to `billing-office new`, `printers` are loopback printers by name, `more` options of the desk."""

    def __init__(self, *options, printers=None, milestones=False, more=()):
        self.root = tempfile.TemporaryDirectory(prefix="desk-")
        self.folder = pathlib.Path(self.root.name, "office")
        self.process, self.port, self.more = None, 0, more
        self.run("new", str(self.folder), "--name", "Riverside Commons", "--code", "RIVER", *options, here=self.root.name)
        with open(self.folder / "prices.csv", "a", encoding="utf-8") as prices:
            prices.write(MORE_PRICES)
        # The tests say themselves what is passed when.
        (self.folder / "milestones.csv").unlink(missing_ok=True)
        if milestones:
            (self.folder / "milestones.csv").write_text(MILESTONES, encoding="utf-8")
        if printers:
            book = [f"{name}:\n  kind: escpos\n  address: {one.address}\n  paper: 80mm\n" for name, one in printers.items()]
            (self.folder / "printers.yaml").write_text("".join(book), encoding="utf-8")
        self.start()

    @property
    def address(self):
        return f"http://localhost:{self.port}"

    def environment(self):
        return {**os.environ, "XDG_STATE_HOME": str(pathlib.Path(self.root.name, "state")), "SWIFT_BACKTRACE": "enable=no"}

    def run(self, *words, here=None):
        """Does something with the office from a terminal, as another process; gives back what it says."""
        done = subprocess.run(
            [PROGRAM, *words], cwd=here or self.folder, env=self.environment(), stdin=subprocess.DEVNULL, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        if done.returncode:
            raise RuntimeError(f"{' '.join(words)}: {done.returncode} {done.stderr}")
        return done.stdout

    def start(self):
        """Opens it, on the same port as before where it was open before."""
        self.process = subprocess.Popen(
            [PROGRAM, "desk", "--no-browser", "--port", str(self.port), *self.more], cwd=self.folder, env=self.environment(),
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        address = re.search(r"http://localhost:(\d+)/", self.process.stdout.readline())
        if not address:
            raise RuntimeError(f"The desk did not open: {self.process.stderr.read()}")
        self.port = int(address[1])

    def kill(self):
        """Kills it, as a machine does that loses its power."""
        self.process.kill()
        self.process.communicate()

    def close(self):
        if self.process:
            self.kill()
        self.root.cleanup()

    def numbers(self):
        """The numbers of all gifts in the ledger, as a process of its own reads them there."""
        if not (self.folder / "ledger.sqlite").exists():
            return []
        return NUMBER.findall(self.run("ledger", "list", "--limit", "1000"))

    # --- As another device

    def get(self, path):
        """What a path answers: its status and its text."""
        try:
            with urllib.request.urlopen(self.address + path, timeout=20) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    def give(self, item="Rice", quantity="1", printer=None):
        """Gives something as another device does; gives back the answer."""
        gift = {"id": uuid.uuid4().hex, "lines": [{"item": item, "quantity": quantity}], "printer": printer, "isMeant": True}
        head = {"Content-Type": "application/json", "Origin": self.address}
        request = urllib.request.Request(self.address + "/give", json.dumps(gift).encode(), head)
        with urllib.request.urlopen(request, timeout=20) as answer:
            return json.load(answer)

    def jobs(self):
        """What waits at the printers and what has come out: a state for each paper."""
        return [job["state"] for queue in json.loads(self.get("/queues.json")[1])["queues"] for job in queue["jobs"]]
