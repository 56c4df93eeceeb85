"""first_byte.py RUNS FLOOR-COMMAND COMMAND: runs both in turn, after one warm-up. COMMAND prints on a receipt printer at PORT, a
listener of this script; what is measured is the time from the start of its process to the first byte at the printer, with which
the first band arrives, and to the last, beside the floor's whole cold start. Prints the medians and the median of the ratios."""
import shlex, socket, statistics, subprocess, sys, threading, time

def arrivals(listener, command):
    arrived = []
    def serve():
        call, _ = listener.accept()
        call.recv(1)
        arrived.append(time.monotonic())
        while call.recv(65536):
            arrived.append(time.monotonic())
        call.close()
    printer = threading.Thread(target=serve, daemon=True)
    printer.start()
    start = time.monotonic()
    subprocess.run(shlex.split(command), check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    printer.join(10)
    return arrived[0] - start, arrived[-1] - start

def whole(command):
    start = time.monotonic()
    subprocess.run(shlex.split(command), check=True, stdout=subprocess.DEVNULL)
    return time.monotonic() - start

def main():
    runs, floor, command = int(sys.argv[1]), sys.argv[2], sys.argv[3]
    with socket.create_server(("127.0.0.1", 0)) as listener:
        command = command.replace("PORT", str(listener.getsockname()[1]))
        ours, last, theirs = [], [], []
        for turn in range(runs + 1):
            (first, end), start = arrivals(listener, command), whole(floor)
            if turn:
                ours.append(first)
                last.append(end)
                theirs.append(start)
    ratio = statistics.median(a / b for a, b in zip(ours, theirs))
    print(f"  first byte {statistics.median(ours) * 1000:6.1f} ms ({min(ours) * 1000:.1f} to {max(ours) * 1000:.1f})")
    print(f"  last byte  {statistics.median(last) * 1000:6.1f} ms")
    print(f"  floor      {statistics.median(theirs) * 1000:6.1f} ms, its whole cold start")
    print(f"  first byte / floor: {ratio:.2f} ×")

if __name__ == "__main__":
    main()
