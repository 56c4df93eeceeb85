"""compare.py RUNS NAME=COMMAND NAME=COMMAND …: runs the commands in turn, A B C A B C …, after one warm-up, and prints for each
the median CPU seconds, wall seconds and peak memory, and the medians of the first one's ratios to each of the others."""
import os, resource, shlex, statistics, subprocess, sys, time

def run(command):
    start = time.monotonic()
    child = subprocess.Popen(shlex.split(command), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = child.stderr.read()
    _, status, usage = os.wait4(child.pid, 0)
    if status:
        sys.exit(f"{command} failed:\n{errors.decode()}")
    return usage.ru_utime + usage.ru_stime, time.monotonic() - start, usage.ru_maxrss / 1024

def main():
    runs, commands = int(sys.argv[1]), [argument.split("=", 1) for argument in sys.argv[2:]]
    results = {name: [] for name, _ in commands}
    for turn in range(runs + 1):
        for name, command in commands:
            figures = run(command)
            if turn:
                results[name].append(figures)
    for name, figures in results.items():
        cpu, wall, memory = (statistics.median(column) for column in zip(*figures))
        print(f"  {name:<10} {cpu:7.3f} s CPU  {wall:7.3f} s wall  {memory:6.1f} MiB")
    first = commands[0][0]
    for name, _ in commands[1:]:
        cpu, wall = (statistics.median(a[i] / b[i] for a, b in zip(results[first], results[name])) for i in (0, 1))
        print(f"  {first} / {name}: {cpu:.2f} × CPU, {wall:.2f} × wall")

if __name__ == "__main__":
    main()
