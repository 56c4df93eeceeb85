"""desk_load.py MODE [--devices N] [--seconds S] [--gifts N] PROGRAM: see scripts/load."""
import argparse, statistics, sys, threading, time

from desk_office import Device, Line, Listeners, Office, Printer, end, faults, machine, part, waiting_papers

AIM, AIM_FIRST_BYTE = 0.100, 0.012  # seconds
GROWTH = 1.10
WARM = 1000  # gifts


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--mode", choices=["devices", "gifts", "first-byte", "start"], default="devices")
    parser.add_argument("--devices", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--gifts", type=int, default=10_000)
    parser.add_argument("--receipt", type=float, help="how long the printer needs for a receipt, in milliseconds")
    parser.add_argument("program")
    options = parser.parse_args()
    modes = {"devices": devices_at_once, "gifts": one_after_another, "first-byte": first_byte, "start": start}
    sys.exit(modes[options.mode](options))


def opened(options, usual):
    """An office with its printer, and its desk, which is warm: it has given once."""
    printer = Printer((usual if options.receipt is None else options.receipt) / 1000)
    office = Office(options.program, printer)
    desk = office.desk()
    if not desk.address():
        sys.exit(f"The desk does not open: {(office.root / 'desk.err').read_text()}")
    return printer, office, desk


def wait_for_papers(desk, seconds=600):
    """Waits until all is printed; how long that took, or None where it does not come to an end."""
    begin = time.monotonic()
    while time.monotonic() - begin < seconds:
        state = waiting_papers(desk.port)
        if state is not None and state[0] == 0:
            return time.monotonic() - begin
        time.sleep(0.1)
    return None


def milliseconds(times):
    return (f"p50 {part(times, .5) * 1000:.1f}, p90 {part(times, .9) * 1000:.1f}, p99 {part(times, .99) * 1000:.1f}, "
            f"max {max(times, default=float('nan')) * 1000:.1f} ms")


def looked_after(told, office, desk, printer, devices):
    """Adds what is lost or doubled to what is told, once the desk is closed."""
    gifts = [gift for device in devices for gift in device.made]
    for device in devices:
        told += [f"{count} × refused: {what}" for what, count in device.refused.items()]
    desk.end()
    wrong, recorded = faults(office, gifts)
    told += wrong
    if printer.receipts != recorded or printer.pieces:
        told.append(f"{printer.receipts} receipts and {printer.pieces} pieces of some came out for {recorded} gifts")
    return recorded


def devices_at_once(options):
    printer, office, desk = opened(options, 20)
    devices = [Device(desk.port, seed) for seed in range(options.devices)]
    warm = Device(desk.port, 999)
    warm.make()
    told = [] if warm.work_off() else ["the first gift is not recorded"]
    # As every page does, each device listens to what is printing.
    listeners = Listeners(desk.port, min(options.devices, 40))
    wait_for_papers(desk)
    until = time.monotonic() + options.seconds
    late = []

    def work(device):
        # They do not all tap in the same moment.
        due = time.monotonic() + device.chance.uniform(0, 1)
        while due < until:
            time.sleep(max(0, due - time.monotonic()))
            late.append(time.monotonic() - due)
            device.make()
            device.work_off()
            due += 1

    begin, own, its = time.monotonic(), time.process_time(), desk.cpu()
    threads = [threading.Thread(target=work, args=(device,)) for device in devices]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    took = time.monotonic() - begin
    own, its = (time.process_time() - own) / took, (desk.cpu() - its) / took
    waiting = waiting_papers(desk.port)
    drained = wait_for_papers(desk)
    if drained is None:
        told.append("what waits for the printer does not come to an end")
    # What had no answer is sent again.
    for device in devices:
        for _ in range(10):
            if device.work_off():
                break
            time.sleep(1)
    wait_for_papers(desk)
    memory = desk.memory()
    recorded = looked_after(told, office, desk, printer, devices + [warm])
    times = [took for device in devices for took in device.times]
    print(
        f"{options.devices} devices, a gift a second each for {options.seconds:.0f} s, a receipt in {printer.seconds * 1000:.0f} ms: "
        f"{recorded} recorded, {printer.receipts} receipts\n"
        f"  from sending to the number {milliseconds(times)}; aim p99 {AIM * 1000:.0f} ms "
        f"{'reached' if part(times, .99) <= AIM else 'MISSED'}\n"
        f"  {waiting and waiting[0]} receipts were behind in the end, printed {drained or float('nan'):.1f} s later; "
        f"{listeners.events} events, {listeners.bytes / 1e6:.1f} MB to {len(listeners.calls)} pages\n"
        f"  processor: the desk {its:.0%} of a core, the devices {own:.0%} ({'not in the way' if own < .3 else 'IN THE WAY'}), "
        f"whose taps came {part(late, .99) * 1000:.0f} ms late (p99); {machine()}\n"
        f"  memory {memory['rss'] / 1024:.1f} MiB, {memory['dirty'] / 1024:.1f} its own; {memory['files']} open files, "
        f"{memory['threads']} threads")
    return end(told, office)


def one_after_another(options):
    printer, office, desk = opened(options, 0)
    device = Device(desk.port, 1)
    listeners = Listeners(desk.port, 1)
    told, seen = [], {}
    begin, own, its = time.monotonic(), time.process_time(), desk.cpu()
    sending, behind = 0.0, 0
    step = max(1, options.gifts // 10)
    for count in range(1, options.gifts + 1):
        device.make()
        before = time.monotonic()
        for _ in range(10):
            if device.work_off():
                break
            time.sleep(1)
        sending += time.monotonic() - before
        if count % step and count != options.gifts:
            continue
        state = waiting_papers(desk.port)
        behind = max(behind, state[0] if state else 0)
        # Memory is compared in peace: everything is printed, and the log of recent changes is in the ledger's file.
        if wait_for_papers(desk) is None:
            told.append(f"after {count} gifts what waits for the printer does not come to an end")
        time.sleep(2.5)
        seen[count] = desk.memory()
        newest, milli = device.times[-step:], 1000
        print(
            f"  {count:6} gifts: {seen[count]['rss'] / 1024:6.1f} MiB, {seen[count]['dirty'] / 1024:6.1f} its own, "
            f"{seen[count]['files']} open files, {seen[count]['threads']} threads; to the number "
            f"p50 {part(newest, .5) * milli:.1f}, p99 {part(newest, .99) * milli:.1f} ms; "
            f"{state and state[0]} receipts behind", flush=True)
    took = time.monotonic() - begin
    own, its = (time.process_time() - own) / took, (desk.cpu() - its) / took
    recorded = looked_after(told, office, desk, printer, [device])
    first, last = seen[step], seen[max(seen)]
    # A desk takes a few hundred gifts until it has met all letters and filled its caches.
    for key, name in (("rss", "memory"), ("dirty", "memory of its own")):
        if step >= WARM and last[key] > first[key] * GROWTH:
            told.append(f"{name} grew from {first[key]} KiB after {step} gifts to {last[key]} KiB after {max(seen)}")
    if last["files"] > first["files"]:
        told.append(f"open files grew from {first['files']} to {last['files']}")
    print(
        f"{recorded} gifts by one device as fast as it goes ({recorded / sending:.0f} a second), {printer.receipts} receipts, "
        f"{behind} behind at the most\n"
        f"  from sending to the number {milliseconds(device.times)}; memory {last['rss'] / first['rss']:.2f} ×, "
        f"its own {last['dirty'] / first['dirty']:.2f} × that after {step}"
        f"{'' if step >= WARM else ', which is too early to judge'}\n"
        f"  processor: the desk {its:.0%} of a core, the device {own:.0%}; {machine()}")
    opening(office, f"a ledger of {recorded}", 5)
    return end(told, office)


def first_byte(options):
    printer, office, desk = opened(options, 5)
    listeners = Listeners(desk.port, 1)
    device, told, firsts, answers = Device(desk.port, 1), [], [], []
    for turn in range(options.gifts + 5):
        calls = printer.calls
        seen = len(printer.first_bytes)
        device.make()
        begin = time.perf_counter()
        if not device.work_off():
            told.append("a gift is not recorded")
        answered = time.perf_counter()
        deadline = time.monotonic() + 10
        while printer.calls == calls and time.monotonic() < deadline:
            time.sleep(0.001)
        # The first few warm everything up.
        if turn >= 5 and len(printer.first_bytes) > seen:
            firsts.append(printer.first_bytes[seen] - begin)
            answers.append(answered - begin)
        # Nothing else goes on when the next is tapped; at no fixed time after it.
        time.sleep(0.15 + device.chance.uniform(0, 0.1))
    looked_after(told, office, desk, printer, [device])
    median = statistics.median(firsts)
    print(
        f"From the tap to the first byte at the printer, {len(firsts)} gifts: median {median * 1000:.1f} ms, "
        f"p90 {part(firsts, .9) * 1000:.1f}, max {max(firsts) * 1000:.1f}; "
        f"aim {AIM_FIRST_BYTE * 1000:.0f} ms {'reached' if median <= AIM_FIRST_BYTE else 'MISSED'}\n"
        f"  to the number: {milliseconds(answers)}; {machine()}")
    return end(told, office)


def opening(office, what, times=20):
    """Prints how long a desk takes to open."""
    said, answered, pages = [], [], []
    for turn in range(times + 1):
        desk = office.desk()
        desk.address()
        told = time.perf_counter()
        line = Line(desk.port)
        if line.ask("GET", "/")[0] != 200:
            raise SystemExit("The desk does not answer.")
        first = time.perf_counter()
        line.ask("GET", "/catalogue.json")
        if turn:
            said.append(told - desk.begun)
            answered.append(first - desk.begun)
            pages.append(time.perf_counter() - first)
        line.close()
        desk.end()
    print(
        f"From the start of desk on {what} to the first answered request: median {statistics.median(answered) * 1000:.1f} ms "
        f"({min(answered) * 1000:.1f} to {max(answered) * 1000:.1f}, {times} times); its address stands there after "
        f"{statistics.median(said) * 1000:.1f} ms, the catalogue takes {statistics.median(pages) * 1000:.1f} ms more; {machine()}")


def start(options):
    printer, office, desk = opened(options, 0)
    device = Device(desk.port, 1)
    device.make()
    told = [] if device.work_off() else ["the first gift is not recorded"]
    wait_for_papers(desk)
    desk.end()
    opening(office, "a new office")
    return end(told, office)


main()
