"""desk_kills.py COUNT PROGRAM: see scripts/kills."""
import random, sys, threading, time

from desk_office import Device, Office, Printer, end, faults, machine

DEVICES = 4
ROUND = 100  # kills, after which what was not printed is made up for, as between two queues


class Pace:
    """What devices look at: whether to make new gifts, and whether to go on at all."""

    is_making = is_going = True


def device_at_work(device, pace):
    chance = device.chance
    while pace.is_going:
        # Somebody is at the counter more often than not; while the desk is away, a few gifts are kept, not hundreds.
        if pace.is_making and len(device.waiting) < 6 and chance.random() < 0.8:
            gift = device.make()
            if chance.random() < 0.05:
                device.line.send_and_leave("/give", gift.body)
        device.work_off()
        # Some other tab may have sent it, too.
        if device.made and chance.random() < 0.05:
            known = chance.choice(device.made[-50:])
            if known not in device.waiting:
                device.send(known)
        time.sleep(chance.uniform(0, 0.06))


def work_off(office):
    """Whether the papers that are missing can be made."""
    for _ in range(20):
        status, output, errors = office.run("reprint", "--unprinted", may_fail=True)
        if status == 0 and errors.startswith("Nothing is missing"):
            return None
    return f"the outbox is not worked off: {status} {(output + errors).strip()[:500]}"


def main():
    wanted, program = int(sys.argv[1]), sys.argv[2]
    printer = Printer(0.002)
    office = Office(program, printer)
    desk = office.desk()
    if not desk.address():
        sys.exit(f"The desk does not open: {(office.root / 'desk.err').read_text()}")
    port = desk.port
    usual = opened(office, port, desk)
    pace, chance, told = Pace(), random.Random(20261120), []
    devices = [Device(port, seed) for seed in range(DEVICES)]
    threads = [threading.Thread(target=device_at_work, args=(device, pace), daemon=True) for device in devices]
    began = time.monotonic()
    for thread in threads:
        thread.start()
    killed = {"opening": 0, "open": 0}
    for kill in range(1, wanted + 1):
        desk = office.desk(port)
        time.sleep(chance.uniform(0, usual) if chance.random() < 0.15 else usual + chance.uniform(0, 0.4))
        if desk.process.poll() is not None:
            told.append(f"kill {kill}: the desk ended by itself with {desk.process.returncode}")
        desk.process.kill()
        # What it had said by then still stands in the pipe.
        killed["open" if desk.address() else "opening"] += 1
        desk.end()
        if kill % ROUND == 0:
            if fault := work_off(office):
                told.append(f"kill {kill}: {fault}")
            print(f"  {kill} kills, {sum(len(device.made) for device in devices)} gifts", file=sys.stderr, flush=True)
        if len(told) > 20:
            break
    took = time.monotonic() - began
    # The desk stays open now: what waits on the devices arrives.
    desk = office.desk(port)
    if not desk.address():
        told.append(f"the desk does not open: {(office.root / 'desk.err').read_text()[-500:]}")
    pace.is_making = False
    deadline = time.monotonic() + 60
    while any(device.waiting for device in devices) and time.monotonic() < deadline:
        time.sleep(0.1)
    pace.is_going = False
    for thread in threads:
        thread.join()
    gifts = [gift for device in devices for gift in device.made]
    # Whatever is sent once more keeps its number.
    for gift in gifts:
        if not devices[0].send(gift):
            told.append(f"id {gift.id} is not answered when it is sent once more")
    desk.end()
    if fault := work_off(office):
        told.append(fault)
    for device in devices:
        told += [f"{count} × refused: {what}" for what, count in device.refused.items()]
    wrong, recorded = faults(office, gifts)
    told += wrong
    # A gift has its receipt; one that was coming out when the desk was killed may have come out, and comes once more.
    if not recorded <= printer.receipts <= recorded + wanted:
        told.append(f"{printer.receipts} receipts came out for {recorded} gifts and {wanted} kills")
    print(
        f"{killed['opening'] + killed['open']} kills ({killed['opening']} while the desk opened) under {DEVICES} devices "
        f"in {took:.0f} s: {len(gifts)} gifts made, {recorded} recorded, {sum(len(gift.numbers) > 0 for gift in gifts)} acknowledged, "
        f"{printer.receipts} receipts ({printer.receipts - recorded} once more, {printer.pieces} cut off); "
        f"{len(told)} faults; {machine()}")
    sys.exit(end(told, office))


def opened(office, port, desk):
    """How long the desk takes to open, in seconds; leaves none open."""
    desk.end()
    times = []
    for _ in range(5):
        begin = time.monotonic()
        desk = office.desk(port)
        desk.address()
        times.append(time.monotonic() - begin)
        desk.end()
    return sorted(times)[2]


main()
