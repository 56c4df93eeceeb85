"""read_csv.py FILE: the same rows with Python's csv module, which is written in C and keeps nothing."""
import csv, sys

with open(sys.argv[1], newline="") as file:
    print(sum(1 for _ in csv.reader(file)) - 1)
