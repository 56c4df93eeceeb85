"""make_signs.py COUNT DIR: a price book of so many items, each with a name and a price of its own, and the same for the peers."""
import csv, json, os, random, sys

NAMES = ["Childcare", "Bicycle repair", "Haircut and beard trim", "Spanish tutoring for beginners", "Loaf of sourdough bread",
         "Computer help at home, remote or in person", "Eggs", "Sewing and mending of winter coats", "Massage",
         "Moving van, half a day, with two strong neighbours"]
STALLS = ["Care", "Repair", "Learning", "Kitchen"]

def main():
    count, folder = int(sys.argv[1]), sys.argv[2]
    os.makedirs(folder, exist_ok=True)
    chance = random.Random(7)
    signs = []
    for number in range(count):
        price = chance.randint(100, 99999)
        signs.append({"item": f"{NAMES[number % len(NAMES)]} {number + 1}", "price": f"{price // 100}.{price % 100:02d}",
                      "shown": f"${price / 100:,.2f}", "stall": STALLS[number * len(STALLS) // count],
                      "url": f"HTTPS://LEDGER.EXAMPLE.ORG/I/{number + 1}"})
    with open(f"{folder}/prices.csv", "w", newline="") as file:
        table = csv.writer(file)
        table.writerow(["item", "category", "unit", "price", "currency", "source", "checked"])
        for sign in signs:
            table.writerow([sign["item"], sign["stall"], "hour", sign["price"], "USD",
                            "City Market Office, https://prices.example.org/list", "2026-05"])
    with open(f"{folder}/signs.tsv", "w") as file:
        for sign in signs:
            file.write("\t".join([sign["item"].upper(), sign["shown"], sign["stall"], sign["url"]]) + "\n")
    with open(f"{folder}/signs.json", "w") as file:
        json.dump(signs, file)

if __name__ == "__main__":
    main()
