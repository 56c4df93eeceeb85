"""An office with a desk in the browser, devices that give there as Templates/desk/desk.js does, and a receipt printer on this machine:
what scripts/kills and scripts/load are made of."""
import collections, http.client, json, os, pathlib, random, secrets, selectors, shutil, signal, socket, sqlite3, subprocess
import tempfile, threading, time

CUT = b"\x1dVB\x00"  # ends a receipt: GS V 66 0
ITEMS = ("Rice", "Flour", "Spaghetti", "Tomatoes", "Lettuce", "Butter", "Bread, white", "Eggs, large", "Milk, whole")


class Office:
    """A new office in a folder of its own, with a printer that is called counter."""

    def __init__(self, program, printer, paper="80mm"):
        self.program = str(pathlib.Path(program).resolve())
        self.root = pathlib.Path(tempfile.mkdtemp(prefix="desk-load-"))
        self.folder = self.root / "office"
        self.run("new", str(self.folder), here=self.root)
        self.run("printer", "add", "counter", "--to", printer.address, "--paper", paper)

    def environment(self):
        return {**os.environ, "XDG_STATE_HOME": str(self.root / "state"), "XDG_CACHE_HOME": str(self.root / "cache")}

    def start(self, *arguments, here=None, errors=subprocess.PIPE):
        return subprocess.Popen(
            [self.program, *arguments], cwd=here or self.folder, env=self.environment(), stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=errors, text=True)

    def run(self, *arguments, here=None, may_fail=False):
        process = self.start(*arguments, here=here)
        output, errors = process.communicate()
        if process.returncode and not may_fail:
            raise SystemExit(f"billing-office {' '.join(arguments)} ended with {process.returncode}: {errors.strip()}")
        return process.returncode, output, errors

    def desk(self, port=0):
        return Desk(self, port)

    def remove(self):
        shutil.rmtree(self.root, ignore_errors=True)


class Desk:
    """A desk that is open."""

    def __init__(self, office, port=0):
        self.port = port
        self.errors = open(office.root / "desk.err", "a")
        self.begun = time.perf_counter()
        self.process = office.start("desk", "--port", str(port), "--no-browser", errors=self.errors)

    def address(self):
        """Waits until it can be reached; None where it ended before."""
        line = self.process.stdout.readline().strip()
        if not line:
            return None
        self.port = int(line.split(":")[2].split("/")[0])
        return line

    def end(self, how=signal.SIGKILL):
        self.process.send_signal(how)
        self.process.wait()
        self.process.stdout.close()
        self.errors.close()

    def memory(self):
        """What of it lies in memory, what of that is its own alone, and its threads and open files; sizes in KiB."""
        folder = pathlib.Path(f"/proc/{self.process.pid}")
        sizes = {}
        for name in ("status", "smaps_rollup"):
            for line in (folder / name).read_text().splitlines():
                key, _, rest = line.partition(":")
                sizes[key] = rest.split()[0] if rest.split() else ""
        return {
            "rss": int(sizes["VmRSS"]), "dirty": int(sizes["Private_Dirty"]), "threads": int(sizes["Threads"]),
            "files": len(list((folder / "fd").iterdir()))}

    def cpu(self):
        """The seconds of processor time that it has used."""
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class Line:
    """A connection to the desk that stays open, as a browser keeps one."""

    def __init__(self, port, seconds=6):
        self.port, self.seconds, self.connection = port, seconds, None

    def ask(self, method, path, body=None):
        """The status and what was answered; 0 where nothing was. A line that the desk has hung up is opened anew, once."""
        headers = {"Content-Type": "application/json", "Origin": f"http://localhost:{self.port}"}
        text = None if body is None else json.dumps(body)
        is_kept = self.connection is not None
        try:
            if self.connection is None:
                self.connection = http.client.HTTPConnection("localhost", self.port, timeout=self.seconds)
            self.connection.request(method, path, text, headers)
            answer = self.connection.getresponse()
            return answer.status, answer.read()
        except http.client.RemoteDisconnected:
            self.close()
            return self.ask(method, path, body) if is_kept else (0, b"")
        except (OSError, http.client.HTTPException):
            self.close()
            return 0, b""

    def post(self, path, body):
        status, answer = self.ask("POST", path, body)
        try:
            return status, json.loads(answer)
        except ValueError:
            return status, None

    def send_and_leave(self, path, body):
        """Sends something and hangs up before the answer, as a device does that loses its network."""
        text = json.dumps(body).encode()
        head = (
            f"POST {path} HTTP/1.1\r\nHost: localhost:{self.port}\r\nOrigin: http://localhost:{self.port}\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(text)}\r\n\r\n").encode()
        try:
            with socket.create_connection(("127.0.0.1", self.port), self.seconds) as call:
                call.sendall(head + text)
        except OSError:
            pass

    def close(self):
        if self.connection:
            self.connection.close()
        self.connection = None


class Gift:
    """A gift on a device: under one id until it is answered."""

    def __init__(self, chance):
        self.id = secrets.token_hex(16)
        items = chance.sample(ITEMS, chance.randint(1, 3))
        self.lines = [{"item": item, "quantity": str(chance.randint(1, 9))} for item in items]
        self.numbers = set()  # what was answered, each time that it was sent

    @property
    def body(self):
        return {"id": self.id, "lines": self.lines, "printer": "counter", "isMeant": False}

    @property
    def content(self):
        return [(line["item"], line["quantity"]) for line in self.lines]


class Device:
    """A device at the counter: what is not acknowledged is kept and sent again, the oldest first, until it is."""

    def __init__(self, port, seed):
        self.line, self.chance = Line(port), random.Random(seed)
        self.made, self.waiting, self.refused = [], collections.deque(), collections.Counter()
        self.times = []  # from sending to the number, of what was answered the first time, in seconds

    def make(self):
        gift = Gift(self.chance)
        self.made.append(gift)
        self.waiting.append(gift)
        return gift

    def send(self, gift):
        """Whether a gift was acknowledged; one that is refused is dropped and counted."""
        begin = time.perf_counter()
        status, answer = self.line.post("/give", gift.body)
        took = time.perf_counter() - begin
        if status == 200 and answer and answer.get("number"):
            if not gift.numbers:
                self.times.append(took)
            gift.numbers.add(answer["number"])
            return True
        if 400 <= status < 500 and status not in (401, 408, 429):
            self.refused[f"{status} {answer and answer.get('faults')}"] += 1
        return False

    def work_off(self):
        """Sends what waits; whether nothing does any more."""
        while self.waiting:
            if not self.send(self.waiting[0]):
                return False
            self.waiting.popleft()
        return True


class Printer:
    """A receipt printer on this machine. It takes one call at a time, needs a while for a receipt, and closes its side after it."""

    def __init__(self, seconds=0.0):
        self.seconds = seconds
        self.receipts = self.pieces = self.calls = 0
        self.first_bytes = []  # when the first byte of each call came
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=32)
        self.address = f"tcp://127.0.0.1:{self.listener.getsockname()[1]}"
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self):
        while True:
            call, _ = self.listener.accept()
            data = bytearray()
            try:
                while piece := call.recv(65536):
                    if not data:
                        self.first_bytes.append(time.perf_counter())
                    data += piece
            except OSError:
                pass
            receipts = data.count(CUT)
            if receipts:
                time.sleep(self.seconds * receipts)
            call.close()
            self.receipts += receipts
            self.calls += 1
            # What was cut off while it came out.
            self.pieces += bool(data) and not data.endswith(CUT)


class Listeners:
    """Pages that listen to what the desk tells: each keeps a line open and reads whatever comes."""

    def __init__(self, port, count):
        self.selector, self.bytes, self.events, self.calls = selectors.DefaultSelector(), 0, 0, []
        for _ in range(count):
            call = socket.create_connection(("127.0.0.1", port))
            call.sendall(f"GET /events HTTP/1.1\r\nHost: localhost:{port}\r\nAccept: text/event-stream\r\n\r\n".encode())
            call.setblocking(False)
            self.selector.register(call, selectors.EVENT_READ)
            self.calls.append(call)
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self):
        while True:
            for key, _ in self.selector.select():
                try:
                    data = key.fileobj.recv(65536)
                except BlockingIOError:
                    continue
                except OSError:
                    data = b""
                if not data:
                    self.selector.unregister(key.fileobj)
                    key.fileobj.close()
                self.bytes += len(data)
                self.events += data.count(b"data: ")
            if not self.selector.get_map():
                return


def waiting_papers(port):
    """How many papers wait for their printers, and how many are left over; None where the desk does not answer."""
    line = Line(port, 30)
    status, answer = line.ask("GET", "/queues.json")
    line.close()
    if status != 200:
        return None
    state = json.loads(answer)
    jobs = [job for queue in state["queues"] for job in queue["jobs"] if job["state"] not in ("printed", "failed")]
    return len(jobs), state["leftovers"]


def faults(office, gifts):
    """What of all gifts that devices have made is wrong in the ledger: a line each. And how many are recorded."""
    told = []
    _, listed, _ = office.run("ledger", "list", "--limit", "10000000")
    recorded = collections.Counter(line.split()[0] for line in listed.splitlines() if "-" in line.split()[0])
    told += [f"number {number} is in the ledger {count} times" for number, count in recorded.items() if count > 1]
    with sqlite3.connect(f"file:{office.folder / 'ledger.sqlite'}?mode=ro", uri=True) as ledger:
        runs = ledger.execute("SELECT print, office, chain, first, last FROM run").fetchall()
        bodies = [json.loads(body) for (body,) in ledger.execute("SELECT body FROM entry")]
    contents = {
        body["number"]: [
            (line["texts"]["item"], line["figures"]["quantity"]) for line in body["lines"]] for body in bodies}
    numbers = collections.defaultdict(list)  # by id
    for name, code, chain, first, last in runs:
        for sequence in range(first, last + 1):
            # Behind the name stands what the gift was made of.
            numbers[name.removeprefix("name:").split(" ")[0]].append(f"{code}-{chain}-{sequence:06d}")
    ids = {gift.id for gift in gifts}
    for gift in gifts:
        found = numbers.get(gift.id, [])
        if not gift.numbers:
            told.append(f"id {gift.id} was never acknowledged")
        if len(gift.numbers) > 1:
            told.append(f"id {gift.id} was acknowledged under {', '.join(sorted(gift.numbers))}")
        if not found:
            told.append(f"id {gift.id} is lost: acknowledged as {', '.join(sorted(gift.numbers)) or 'nothing'}")
        if len(found) > 1:
            told.append(f"id {gift.id} is doubled: {', '.join(found)}")
        for number in gift.numbers - set(found):
            told.append(f"id {gift.id} was acknowledged as {number}, and is in the ledger as {', '.join(found) or 'nothing'}")
        for number in gift.numbers - recorded.keys():
            told.append(f"number {number} of id {gift.id} was acknowledged and is not in the ledger")
        for number in found:
            if contents.get(number) != gift.content:
                told.append(f"number {number} of id {gift.id} holds {contents.get(number)}, not {gift.content}")
    given = collections.Counter(number for gift in gifts for number in gift.numbers)
    told += [f"number {number} was acknowledged for {count} ids" for number, count in given.items() if count > 1]
    told += [f"number {found} is of id {name}, which no device made" for name, found in numbers.items() if name not in ids]
    known = {number for found in numbers.values() for number in found}
    told += [f"number {number} is of no id" for number in recorded if number not in known]
    status, output, errors = office.run("ledger", "verify", may_fail=True)
    if status:
        told.append(f"the ledger does not verify: {(output + errors).strip()}")
    return told, sum(recorded.values())


def machine():
    """How busy the machine is, besides."""
    one, five, _ = pathlib.Path("/proc/loadavg").read_text().split()[:3]
    return f"load of the machine {one} in a minute, {five} in five, {os.cpu_count()} cores"


def part(values, share):
    """A percentile."""
    values = sorted(values)
    return values[min(len(values) - 1, int(len(values) * share))] if values else float("nan")


def end(told, office, most=20):
    """Tells what is wrong, and keeps the office then. The exit code."""
    for line in told[:most]:
        print(f"  FAULT: {line}")
    if len(told) > most:
        print(f"  and {len(told) - most} more")
    if told:
        print(f"  the office is in {office.root}")
        return 1
    office.remove()
    return 0
