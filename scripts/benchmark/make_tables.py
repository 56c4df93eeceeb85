"""make_tables.py ROWS FOLDER: a price book and an order file of so many rows each, in the manner of an export."""
import csv, pathlib, sys

rows, folder = int(sys.argv[1]), pathlib.Path(sys.argv[2])
folder.mkdir(parents=True, exist_ok=True)
with open(folder / "prices.csv", "w", newline="") as file:
    table = csv.writer(file)
    table.writerow(["item", "category", "unit", "price", "currency", "source", "checked"])
    for row in range(rows):
        table.writerow([f"Thing number {row}", "tools", "each", f"{row % 900 + 1}.{row % 100:02}", "USD", "City list, 2026", "2026-05"])
with open(folder / "orders.csv", "w", newline="") as file:
    table = csv.writer(file)
    table.writerow(["invoice", "item", "quantity"])
    for row in range(rows):
        table.writerow([row // 12 + 1, f"Thing number {row % 500}", f"{row % 20 + 1}.5"])
