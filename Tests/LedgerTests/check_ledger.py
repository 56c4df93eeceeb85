# Checks a ledger as SPECIFICATION.md says, with nothing but Python. Prints how many entries there are and the last of each chain.
import hashlib, json, sys


def netstring_list(domain, texts):
    parts = [domain.encode() + b"\n"]
    for text in texts:
        data = text.encode()
        parts.append(str(len(data)).encode() + b":" + data + b",")
    return b"".join(parts)


def netstrings(domain, texts):
    return hashlib.sha256(netstring_list(domain, texts)).hexdigest()


def commitment(name, group):
    for hidden in ("withheld", "unpublished"):
        if hidden in group:
            return group[hidden]
    return netstrings("billing-office ledger " + name + " 1", list(group.values()))


# Ed25519 as RFC 8032 has it, 5.1: points of the curve in extended coordinates (x, y, z, x * y / z).
PRIME, ORDER = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
CURVE = -121665 * pow(121666, -1, PRIME) % PRIME


def add(one, other):
    (x1, y1, z1, t1), (x2, y2, z2, t2) = one, other
    a, b, c, d = (y1 - x1) * (y2 - x2), (y1 + x1) * (y2 + x2), 2 * t1 * t2 * CURVE, 2 * z1 * z2
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % PRIME, g * h % PRIME, f * g % PRIME, e * h % PRIME


def times(factor, point):
    product = (0, 1, 1, 0)
    for bit in bin(factor)[2:]:
        product = add(product, product)
        if bit == "1":
            product = add(product, point)
    return product


def point(data):
    number = int.from_bytes(data, "little")
    y, sign = number & (1 << 255) - 1, number >> 255
    square = (y * y - 1) * pow(CURVE * y * y + 1, -1, PRIME) % PRIME
    x = pow(square, (PRIME + 3) // 8, PRIME)
    if x * x % PRIME != square:
        x = x * pow(2, (PRIME - 1) // 4, PRIME) % PRIME
    assert y < PRIME and x * x % PRIME == square and (x or not sign), "no point of the curve"
    x = PRIME - x if x & 1 != sign else x
    return x, y, 1, x * y % PRIME


BASE = point(bytes.fromhex("58" + "66" * 31))


def is_signed(key, text, signature):
    key, signature = bytes.fromhex(key), bytes.fromhex(signature)
    scalar = int.from_bytes(signature[32:], "little")
    challenge = int.from_bytes(hashlib.sha512(signature[:32] + key + text).digest(), "little") % ORDER
    left, right = times(scalar, BASE), add(point(signature[:32]), times(challenge, point(key)))
    # The same point, however far it is stretched.
    return scalar < ORDER and all((left[i] * right[2] - right[i] * left[2]) % PRIME == 0 for i in (0, 1))


heads, keys, last, count = {}, {}, {}, 0
for text in open(sys.argv[1], newline="\n", encoding="utf-8"):
    entry = json.loads(text)
    # The line stands behind what it signs.
    if "signed" in entry:
        chain = entry["signed"][:-7]
        assert heads[chain] == (int(entry["signed"][-6:]), entry["hash"]), entry["signed"]
        assert keys.setdefault(chain, entry["key"]) == entry["key"], entry["signed"] + " is signed with another key"
        text = netstring_list("billing-office ledger head 2", [entry["signed"], entry["hash"]])
        assert is_signed(entry["key"], text, entry["signature"]), entry["signed"] + " is not signed"
        last[chain] = heads[chain]
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
for chain in keys:
    assert last[chain] == heads[chain], chain + " is not signed to its end"
print(count, "entries")
for chain, (sequence, hash) in sorted(heads.items()):
    print("%s-%06d %s" % (chain, sequence, hash))
