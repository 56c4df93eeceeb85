"""steps.py NAME=COMMAND NAME=COMMAND …: runs the commands one after the other, and prints what each took: CPU and wall seconds, and
the peak of its memory."""
import shlex, sys

from compare import run

for argument in sys.argv[1:]:
    name, command = argument.split("=", 1)
    cpu, wall, memory = run(command)
    print(f"  {name:<20} {cpu:7.2f} s CPU  {wall:7.2f} s wall  {memory:6.1f} MiB")
