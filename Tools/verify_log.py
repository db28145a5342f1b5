#!/usr/bin/env python3
"""Checks a Doléances journal without Doléances: standard library only, written from docs/journal.md alone.

    python3 verify_log.py [--cle KEY] DUMP [RECEIPT or CHECKPOINT]…
    python3 verify_log.py --cle KEY RECEIPT

KEY is the journal's first, known from elsewhere; of a receipt alone, the one that signed it. Prints the counts, or what the
receipt proves, and exits 0; or the first bad leaf, or the receipt, and a word of that page, and exits 1.
"""
import base64
import hmac
import json
import re
import sys
from collections import Counter, namedtuple
from datetime import date
from functools import cache, reduce
from hashlib import sha256, sha512
from os.path import isfile

# Each text has exactly one writing, and any other is refused.
NAME, NUMBER, BASE64 = r"[!#-*,-[\]-~]{1,200}", r"(?:0|[1-9][0-9]{0,17})", r"[A-Za-z0-9+/]+={0,2}"
KEY = re.compile(rf"({NAME})\+([0-9a-f]{{8}})\+({BASE64})")
NOTE = re.compile(rf"(({NAME})\n({NUMBER})\n({BASE64})\n)\n((?:— {NAME} {BASE64}\n){{1,64}})")
LEAF = re.compile(
    rf"registre-feuille/v1\n({NUMBER})\n(\d{{4}}-\d\d-\d\d)\n(reception|accuse|inscription|message|decision|cloture|"
    rf"reouverture|gel|degel|effacement|cle|reprise)\n(?:-|(\d{{4}})-(\d{{4}}|[1-9]\d{{4,8}}))\n({BASE64})\n"
)
RECEIPT = re.compile(rf"c2sp\.org/tlog-proof@v1\nextra ({BASE64})\nindex ({NUMBER})\n((?:{BASE64}\n)*)\n((?s:.*))")
FORMAT = "c2sp.org/tlog-proof@v1"
Key, Note = namedtuple("Key", "name ident public"), namedtuple("Note", "text origin size root signatures")

class Fault(Exception):
    """What is wrong first: a word of docs/journal.md, and the leaf or the file."""

def check(holds, *fault):
    if not holds:
        raise Fault(*fault) if fault else ValueError

def attempt(word, place, reader, *texts):
    try:
        return reader(*texts)
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        raise Fault(word, place) from error

# Ed25519 (RFC 8032), 27 lines: the field, the order of the group, the curve, and the base point as it is encoded.
P, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D, BASE = -121665 * pow(121666, -1, P) % P, bytes([0x58] + [0x66] * 31)

def add(p, q):  # in extended coordinates
    a, b, c, d = (p[1] - p[0]) * (q[1] - q[0]), (p[1] + p[0]) * (q[1] + q[0]), 2 * p[3] * q[3] % P * D, 2 * p[2] * q[2]
    e, f, g, h = (b - a) % P, (d - c) % P, (d + c) % P, (b + a) % P
    return e * f % P, g * h % P, f * g % P, e * h % P

@cache
def doubles(data, sign):
    """A point or its opposite, times 1, 2, 4, 8…; nothing where no point is encoded so."""
    y, is_odd = int.from_bytes(data, "little") & (1 << 255) - 1, data[31] >> 7
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    root = pow(square, (P + 3) // 8, P)
    x = root if root * root % P == square else root * pow(2, (P - 1) // 4, P) % P
    if y >= P or x * x % P != square or (x == 0 and is_odd):
        return []
    x = (x if x & 1 == is_odd else -x) * sign % P
    return reduce(lambda row, _: [*row, add(row[-1], row[-1])], range(252), [(x, y, 1, x * y % P)])

def is_valid(public, message, signature):
    """Whether S·B = R + h·A, as S·B − h·A = R."""
    r, s, opposite = signature[:32], int.from_bytes(signature[32:], "little"), doubles(public, -1)
    h = int.from_bytes(sha512(r + public + message).digest(), "little") % L
    terms = [point for n, row in ((s, doubles(BASE, 1)), (h, opposite)) for i, point in enumerate(row) if n >> i & 1]
    x, y, z, _ = reduce(add, terms, (0, 1, 1, 0))
    total = (y * pow(z, -1, P) % P | (x * pow(z, -1, P) % P & 1) << 255).to_bytes(32, "little")
    return len(signature) == 64 and s < L and opposite != [] and total == r

def b64(text, length=None):
    data = base64.b64decode(text, validate=True)
    check(base64.b64encode(data).decode() == text and length in (None, len(data)))
    return data

def read_key(text):
    name, ident, data = KEY.fullmatch(text).groups()
    check(b64(data, 33)[0] == 1 and sha256(name.encode() + b"\n" + b64(data)).hexdigest()[:8] == ident)
    return Key(name, bytes.fromhex(ident), b64(data)[1:])

def read_note(note):
    text, origin, size, root, lines = NOTE.fullmatch(note).groups()
    signatures = [(name, b64(data)) for name, data in re.findall(rf"— ({NAME}) ({BASE64})\n", lines)]
    check(all(len(data) > 4 for _, data in signatures))
    return Note(text.encode(), origin, int(size), b64(root, 32), signatures)

def is_signed(note, key):
    own = [data[4:] for name, data in note.signatures if (name, data[:4]) == key[:2]]
    return note.origin == key.name and own and all(is_valid(key.public, note.text, one) for one in own)

def read_leaf(data):
    seq, day, kind, year, ordinal, commitment = LEAF.fullmatch(data.decode("ascii")).groups()
    check((kind == "inscription") == (year is not None) and (year is None or int(year) * int(ordinal)))
    return int(seq), date.fromisoformat(day), kind, year, int(ordinal or 0), b64(commitment, 32)

def read_json(text, *shapes):
    entry = json.loads(text)
    check(json.dumps(entry, ensure_ascii=False, separators=(",", ":")) == text and list(entry) in shapes)
    check(not re.search(r"[\x00-\x09\x0b-\x1f]", "".join(text for text in entry.values() if isinstance(text, str))))
    return entry

def read_opening(entry):
    """Salt and payload; None where both were erased."""
    salt, payload = entry["sel"], entry["contenu"]
    return None if salt is payload is None else (b64(salt, 32), b64(payload))

def tree_hash(*parts):
    """RFC 6962: of one leaf after a zero byte, or of two nodes after a one."""
    return sha256(bytes([len(parts) - 1]) + b"".join(parts)).digest()

def tree_root(edge):
    return reduce(lambda right, left: tree_hash(left, right), reversed(edge)) if edge else sha256().digest()

def path_root(node, index, size, path):
    """The root over so many leaves that the whole path leads to, by RFC 6962's recursive definition."""
    check(index < size and (size > 1) == (len(path) > 0))
    half = 1 << (size - 1).bit_length() - 1 if path else 1
    if path and index < half:
        return tree_hash(path_root(node, index, half, path[:-1]), path[-1])
    return tree_hash(path[-1], path_root(node, index - half, size - half, path[:-1])) if path else node

def read_receipt(text):
    """The leaf, its payload and the checkpoint of a receipt in which they and the path hold together."""
    extra, index, steps, note = RECEIPT.fullmatch(text).groups()
    entry, note, index = read_json(b64(extra).decode(), ["feuille", "sel", "contenu"]), read_note(note), int(index)
    leaf, opening = b64(entry["feuille"]), read_opening(entry)
    check((read_leaf(leaf)[0], read_leaf(leaf)[-1]) == (index, hmac.digest(*opening, "sha256")))
    check(note.root == path_root(tree_hash(leaf), index, note.size, [*map(b64, steps.split())]))
    return read_leaf(leaf), opening[1], note

def read_witness(path):
    """The checkpoint of a note, or of a receipt."""
    text = open(path, "rb").read().decode()
    return read_receipt(text)[-1] if text.startswith(FORMAT) else read_note(text)

def is_receipt(path):
    """Of a file that can be read twice; a pipe is taken for a dump."""
    return isfile(path) and open(path, "rb").read(len(FORMAT)) == FORMAT.encode()

def confirm(path, key):
    """What a receipt proves by itself, to whoever knows the key."""
    (seq, day, kind, *_), payload, note = attempt("temoin", path, lambda: read_receipt(open(path, "rb").read().decode()))
    check(key and is_signed(note, key), "cle", path)
    return f"feuille {seq}, {kind}, {day:%d/%m/%Y} : rien à redire\n{payload.decode(errors='replace')}"

def read_line(line, is_first):
    """The keys of the first line; of another the note, or position, leaf and opening."""
    shapes = [["journal", "organisation", "cles"]] if is_first else [["seq", "feuille", "sel", "contenu"], ["point"]]
    entry = read_json(line[:-1].decode(), *shapes)
    check(line.endswith(b"\n") and entry.get("journal", "doleances/v1") == "doleances/v1")
    check(all(isinstance(entry.get(name, ""), str) for name in ("organisation", "point")))
    if is_first:
        return [read_key(text) for text in [entry["cles"][0], *entry["cles"][1:]]]
    if "point" in entry:
        return (entry["point"],)
    check(type(entry["seq"]) is int and re.fullmatch(NUMBER, str(entry["seq"])))
    return entry["seq"], b64(entry["feuille"]), read_opening(entry)

def some(count, words):
    return f"{count} {words if count < 2 else ' '.join(word + 's' for word in words.split())}"

def audit(path, witnesses, first_key=None):
    """Reads a dump line by line and answers with the counts; the fault of the earliest leaf comes first."""
    size = signed = witnessed = points = met = openings = erased = key = is_changing = 0
    keys, edge, missing, numbers, latest = [], [], [], Counter(), date.min  # edge: roots of the complete subtrees
    pending = sorted(witnesses, key=lambda note: note.size)

    def compare(note, unsigned, differs, since):
        last, signers = max(0, size - 1), keys[key - is_changing : key + 1]
        check(all(is_signed(note, one) for one in signers), unsigned, last)
        check(note.root == tree_root(edge), differs, min(since, last))

    for line in open(path, "rb"):
        entry = attempt("ligne", size, read_line, line, not keys)
        if not keys:
            check(first_key in (None, entry[0]), "cle", 0)
            keys = entry
        elif len(entry) == 1:
            note = attempt("point", size, read_note, *entry)
            check(note.size == size, "place" if note.size > size else "point", size)
            compare(note, "signature", "racine", signed)
            signed, is_changing, points = size, 0, points + 1
        else:
            position, data, opening = entry
            check(not is_changing, "cle", size - 1)
            check(position == size, "place", size)
            seq, day, kind, year, ordinal, commitment = attempt("octets", size, read_leaf, data)
            check(seq == size, "place", size)
            check((latest - day).days <= 1, "date", size)
            numbers.update([year] if year else [])
            check(ordinal == numbers[year], "numero", size)
            check(opening or kind not in ("effacement", "cle", "reprise"), "ouverture", size)
            check(not opening or hmac.digest(*opening, "sha256") == commitment, "engagement", size)
            if kind == "effacement":
                count = attempt(kind, size, lambda payload: json.loads(payload)["nombre"], opening[1])
                check(type(count) is int and 0 <= count <= len(missing) - erased, kind, size)
                erased += count
            if kind == "cle":
                key, is_changing = key + 1, 1
                announced = attempt(kind, size, lambda payload: read_key(json.loads(payload)["vkey"]), opening[1])
                check([announced] == keys[key : key + 1], kind, size)
            missing += [] if opening else [seq]
            openings, latest, node, size = openings + bool(opening), max(latest, day), tree_hash(data), size + 1
            while seq & 1:
                node, seq = tree_hash(edge.pop(), node), seq >> 1
            edge.append(node)
        while pending and pending[0].size == size:
            compare(pending.pop(0), "temoin", "contredit", witnessed)
            signed, witnessed, is_changing, met = size, size, 0, met + 1
    check(keys, "ligne", 0)
    late = [("ouverture", seq) for seq in missing[erased:]] + [("non-signe", signed)] * (signed < size)
    late += [("tronque" if any(is_signed(note, one) for one in keys) else "temoin", size) for note in pending[:1]]
    late += [("cle", size)] * (key + 1 < len(keys))
    check(not late, *min(late, key=lambda fault: fault[1], default=()))
    years = "".join(f"registre {year} : numéros 1 à {last} sans trou\n" for year, last in sorted(numbers.items()))
    many = "s" * (erased > 1)
    return f"""{some(size, "feuille")}, {some(points, "point")} de contrôle, {some(met, "témoin")} : rien à redire
{some(openings, "contenu présent")}, {erased} effacé{many} et expliqué{many}
{years}racine {base64.b64encode(tree_root(edge)).decode()}"""

def main(first="", *others):
    try:
        key = attempt("cle", first, read_key, others[0]) if first == "--cle" else None
        dump, *held = others[1:] if key else (first, *others)
        if not held and is_receipt(dump):
            return print(confirm(dump, key))
        print(audit(dump, [attempt("temoin", path, read_witness, path) for path in held], key))
    except Fault as fault:
        word, place = fault.args
        return print(f"{place if isinstance(place, str) else f'feuille {place}'} : {word}") or 1
    except (OSError, IndexError, ValueError) as error:
        return f"{error}\n\n{__doc__}"

if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
