# Checks a ledger as SPECIFICATION.md says, with nothing but Python. Prints how many entries there are and the last of each chain.
import hashlib, json, sys


def netstrings(domain, texts):
    parts = [domain.encode() + b"\n"]
    for text in texts:
        data = text.encode()
        parts.append(str(len(data)).encode() + b":" + data + b",")
    return hashlib.sha256(b"".join(parts)).hexdigest()


def commitment(name, group):
    for hidden in ("withheld", "unpublished"):
        if hidden in group:
            return group[hidden]
    return netstrings("billing-office ledger " + name + " 1", list(group.values()))


heads, count = {}, 0
for text in open(sys.argv[1], newline="\n", encoding="utf-8"):
    entry = json.loads(text)
    # What Ed25519 says is for a program that has it; the line stands behind what it signs.
    if "signed" in entry:
        assert heads[entry["signed"][:-7]] == (int(entry["signed"][-6:]), entry["hash"]), entry["signed"]
        continue
    # A closed entry shows nothing but its place in the chain.
    if entry["kind"] != "closed":
        texts = [entry["number"], entry["kind"]]
        texts += [entry.get(key, "") for key in ("reverses", "reversed_hash", "reason")]
        texts += [entry[key] for key in ("day", "desk", "language", "currency", "total", "hours")]
        texts += [commitment("office", entry["office"]), commitment("time", entry["time"]), str(len(entry["lines"]))]
        for line in entry["lines"]:
            texts += [line["amount"], commitment("texts", line["texts"]), commitment("figures", line["figures"])]
        texts.append(entry["previous"])
        assert netstrings("billing-office ledger entry 1", texts) == entry["hash"], entry["number"] + " was changed"
    chain, sequence = entry["number"][:-7], int(entry["number"][-6:])
    before = heads.get(chain, (0, ""))
    assert (sequence, entry["previous"]) == (before[0] + 1, before[1]), entry["number"] + " is out of place"
    if entry["kind"] == "gift":
        assert sum(int(line["amount"]) for line in entry["lines"]) == int(entry["total"]), entry["number"]
    heads[chain] = (sequence, entry["hash"])
    count += 1
print(count, "entries")
for chain, (sequence, hash) in sorted(heads.items()):
    print("%s-%06d %s" % (chain, sequence, hash))
