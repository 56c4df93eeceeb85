#!/usr/bin/env python3
"""Writes the inputs from which fuzzing begins: the repository's own files, and what the program makes of them.

    seeds.py PROGRAM FOLDER
"""
import hashlib
import os
import pathlib
import subprocess
import sys
import tempfile

root = pathlib.Path(__file__).resolve().parents[2]
program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
templates = root / "Templates"

PRINTERS = b"""counter:
  kind: escpos
  address: tcp://192.168.0.20:9100
  paper: 80mm
  dots: 576
  usual: true
pocket: { kind: escpos, address: /dev/usb/lp0, paper: 58mm, codes: image }
office: { kind: cups, queue: Laser_1, correction: { x: 1mm, y: -0.5mm, width: 100.2% } }
"""
NAMES = [
    "bicycle repair 2 eggs large", "1.5h childcare", "2x bread, white", "\u0627\u0644\u062e\u0628\u0632 3", "rice 1\u00bd and 3 flour",
    "DE89 3704 0044 0532 0130 00", "4111 1111 1111 1111", "PAID in full", "p\u00e5id \u202etxet", "https://paypal.me/x", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa",
    "\u6563\u9aea\u3001\u7537\u6027 x2", "debt advice (collection letters)",
]
ENCODINGS = ["utf-8-sig", "utf-16", "cp1252", "iso8859_15"]


def write(part, content):
    place = folder / part
    place.mkdir(parents=True, exist_ok=True)
    (place / hashlib.sha256(content).hexdigest()[:16]).write_bytes(content)


def head(table):
    return b"".join(table.splitlines(keepends=True)[:7])


def run(*words, **named):
    return subprocess.run([program, *words], check=True, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, **named).stdout


tables = sorted((templates / "office").glob("*.csv"))
for table in tables:
    # A few rows are enough for the ways in which they are written, and are gone through in a moment.
    short = head(table.read_bytes())
    write("tables", short)
    write("tables", short.replace(b",", b";"))
    write("tables", short.replace(b",", b"\t"))
    for encoding in ENCODINGS:
        write("tables", short.decode().encode(encoding, "replace"))
write("settings", (templates / "office/office.yaml").read_bytes())
write("printers", PRINTERS)
for template in sorted(templates.glob("*/template.yaml")):
    write("template", template.read_bytes())
for name in NAMES:
    write("names", name.encode())
for row in (root / "Tests/VettingTests/Data/items.tsv").read_bytes().splitlines()[::10]:
    write("names", row)

for picture in sorted(templates.rglob("*.svg")):
    write("pictures", picture.read_bytes())
    with tempfile.TemporaryDirectory() as cache, open(picture, "rb") as content:
        cell = [program, "---cell", "svg", str(root / "Fonts/fonts.conf"), cache]
        write("pictures", subprocess.run(cell, check=True, stdin=content, stdout=subprocess.PIPE).stdout)

with tempfile.TemporaryDirectory() as home:
    os.environ["XDG_STATE_HOME"] = home + "/state"
    office = home + "/office"
    run("new", office, "--name", "Commons", "--code", "CPB", cwd=home)
    for words in (["childcare", "2"], ["bicycle", "repair"], ["rice", "3", "eggs", "large", "2"]):
        run("give", *words, "--yes", "--output", office + "/output/", "--office", office, cwd=home)
    # A table as a workbook, whose parts are packed; and the ledger's lines, published and in full.
    run("ledger", "export", home + "/ledger.ods", "--office", office)
    write("tables", pathlib.Path(home, "ledger.ods").read_bytes())
    for options in ([], ["--full"]):
        run("ledger", "export", home + "/ledger.jsonl", "--force", *options, "--office", office)
        write("ledger", pathlib.Path(home, "ledger.jsonl").read_bytes())

line = ["order.csv", "prices.csv", "office.yaml", "../receipt/template.yaml", "../strings/en.yaml", "names.csv"]
whole = [(templates / "office" / name).resolve().read_bytes() for name in line]
whole[0] = b"item,quantity\nChildcare,3\nBread,2\n"
whole[1] = head(whole[1]) + b"Childcare,care,hour,20,USD,Care.com,2026-05\nBread,food,loaf,3.50,USD,BLS,2026-05\n"
whole[5] = head(whole[5])
write("line", b"\1".join(whole))
for index in range(len(whole)):
    write("line", b"\1".join(part if place == index else b"" for place, part in enumerate(whole)))
