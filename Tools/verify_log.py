#!/usr/bin/env python3
"""Checks a Doléances journal without Doléances: standard library only, written from docs/journal.md alone.

Exits 0 and prints the counts, or 1 naming the first bad leaf.
"""

import argparse
import base64
import glob
import hmac
import json
import re
import sys
from collections import Counter, namedtuple
from contextlib import contextmanager
from datetime import date
from functools import cache, reduce
from hashlib import sha256, sha512
from itertools import accumulate
from pathlib import Path

WORDS = {
    "ligne": "ligne du journal illisible",
    "place": "feuille manquante ou déplacée",
    "octets": "ce n’est pas une feuille",
    "date": "datée de plus d’un jour avant une feuille antérieure",
    "numero": "le numéro ne suit pas le dernier de son année",
    "engagement": "le contenu n’est pas celui qui a été scellé",
    "ouverture": "contenu absent sans effacement qui l’explique",
    "effacement": "effacement illisible, ou plus d’effacements déclarés que de contenus absents",
    "cle": "changement de clé non annoncé ou non signé par les deux clés",
    "point": "point de contrôle illisible ou mal placé",
    "signature": "point de contrôle mal signé",
    "racine": "les feuilles à partir d’ici ne sont plus celles qui ont été signées",
    "contredit": "les feuilles à partir d’ici contredisent un témoin",
    "temoin": "témoin illisible, contradictoire ou d’un autre journal",
    "tronque": "le journal s’arrête avant un témoin",
    "non-signe": "feuilles qu’aucun point de contrôle ne couvre",
}
KINDS = "reception accuse inscription message decision cloture reouverture gel degel effacement cle reprise".split()
# Each text has exactly one writing, and any other is refused.
NAME, NUMBER, BASE64 = r"[!#-*,-[\]-~]{1,200}", r"(?:0|[1-9][0-9]{0,17})", r"[A-Za-z0-9+/]+={0,2}"
KEY = re.compile(rf"({NAME})\+([0-9a-f]{{8}})\+({BASE64})")
NOTE = re.compile(rf"(({NAME})\n({NUMBER})\n({BASE64})\n)\n((?:— {NAME} {BASE64}\n){{1,64}})")
LEAF = re.compile(
    rf"registre-feuille/v1\n({NUMBER})\n([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})\n({'|'.join(KINDS)})\n"
    rf"(?:-|([0-9]{{4}})-([0-9]{{4}}|[1-9][0-9]{{4,8}}))\n({BASE64})\n"
)
RECEIPT = re.compile(rf"c2sp\.org/tlog-proof@v1\nextra ({BASE64})\nindex ({NUMBER})\n((?:{BASE64}\n)*)\n((?s:.*))")
Key, Note = namedtuple("Key", "name ident public"), namedtuple("Note", "text origin size root signatures")
Leaf = namedtuple("Leaf", "seq day kind year ordinal commitment")
P, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D, BASE = -121665 * pow(121666, -1, P) % P, bytes([0x58] + [0x66] * 31)


class Fault(Exception):
    """What is wrong first: a word of WORDS, and the leaf."""


def check(holds, word, seq):
    if not holds:
        raise Fault(word, seq)


@contextmanager
def unreadable_is(word, seq):
    try:
        yield
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        raise Fault(word, seq) from error


def must(value):
    if not value:
        raise ValueError("not in the form that docs/journal.md describes")
    return value


def add(p, q):  # Ed25519 (RFC 8032), in extended coordinates
    a, b, c, d = (p[1] - p[0]) * (q[1] - q[0]), (p[1] + p[0]) * (q[1] + q[0]), 2 * p[3] * q[3] % P * D, 2 * p[2] * q[2]
    e, f, g, h = (b - a) % P, (d - c) % P, (d + c) % P, (b + a) % P
    return e * f % P, g * h % P, f * g % P, e * h % P


@cache
def multiples(data, sign):
    """For each hexadecimal digit of a scalar, 0 to 15 times the encoded point or its opposite at that digit's place."""
    y, is_odd = int.from_bytes(data, "little") & (1 << 255) - 1, data[31] >> 7
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    root = pow(square, (P + 3) // 8, P)
    x = root if root * root % P == square else root * pow(2, (P - 1) // 4, P) % P
    must(y < P and x * x % P == square and (x or not is_odd))
    x = x * sign if x & 1 == is_odd else -x * sign
    table, point = [], (x % P, y, 1, x * y % P)
    for _ in range(64):
        table.append(list(accumulate([point] * 15, add, initial=(0, 1, 1, 0))))
        point = add(table[-1][15], point)
    return table


def is_valid(public, message, signature):
    """Whether S·B = R + h·A, as S·B − h·A = R."""
    scalar, terms = int.from_bytes(signature[32:], "little"), []
    digest = int.from_bytes(sha512(signature[:32] + public + message).digest(), "little") % L
    try:
        must(len(signature) == 64 and scalar < L)
        for factor, table in (scalar, multiples(BASE, 1)), (digest, multiples(public, -1)):
            terms += (row[factor >> 4 * place & 15] for place, row in enumerate(table))
    except ValueError:
        return False
    x, y, z, _ = reduce(add, terms)
    inverse = pow(z, -1, P)
    return (y * inverse % P | (x * inverse % P & 1) << 255).to_bytes(32, "little") == signature[:32]


def b64(text, length=None):
    data = base64.b64decode(text, validate=True)
    must(base64.b64encode(data).decode() == text and length in (None, len(data)))
    return data


def read_key(text):
    name, ident, data = must(KEY.fullmatch(text)).groups()
    must(b64(data, 33)[0] == 1 and sha256(name.encode() + b"\n" + b64(data)).hexdigest()[:8] == ident)
    return Key(name, bytes.fromhex(ident), b64(data)[1:])


def read_note(note):
    text, origin, size, root, lines = must(NOTE.fullmatch(note)).groups()
    signatures = [(line.split(" ")[1], b64(line.split(" ")[2])) for line in lines[:-1].split("\n")]
    must(all(len(data) > 4 for _, data in signatures))
    return Note(text.encode(), origin, int(size), b64(root, 32), signatures)


def is_signed(note, key):
    own = [data[4:] for name, data in note.signatures if (name, data[:4]) == key[:2]]
    return note.origin == key.name and own and all(is_valid(key.public, note.text, one) for one in own)


def read_leaf(data):
    seq, day, kind, year, ordinal, commitment = must(LEAF.fullmatch(data.decode("ascii"))).groups()
    must((kind == "inscription") == (year is not None) and (year is None or int(year) * int(ordinal)))
    return Leaf(int(seq), date.fromisoformat(day), kind, year, int(ordinal or 0), b64(commitment, 32))


def read_json(text, *shapes):
    entry = json.loads(text)
    must(json.dumps(entry, ensure_ascii=False, separators=(",", ":")) == text and list(entry) in shapes)
    must(not re.search(r"[\x00-\x09\x0b-\x1f]", "".join(text for text in entry.values() if isinstance(text, str))))
    return entry


def read_opening(entry):
    """Salt and payload; None where both were erased."""
    both = entry["sel"], entry["contenu"]
    return None if both == (None, None) else (b64(both[0], 32), b64(both[1]))


def tree_hash(*parts):
    """RFC 6962: of one leaf after a zero byte, or of two nodes after a one."""
    return sha256(bytes([len(parts) - 1]) + b"".join(parts)).digest()


def path_root(node, index, size, path):
    """The root over so many leaves that the whole path leads to, by RFC 6962's recursive definition."""
    must(index < size and (size > 1) == (len(path) > 0))
    half = 1 << (size - 1).bit_length() - 1 if path else 0
    if not path:
        return node
    if index < half:
        return tree_hash(path_root(node, index, half, path[:-1]), path[-1])
    return tree_hash(path[-1], path_root(node, index - half, size - half, path[:-1]))


def read_witness(path):
    """The checkpoint of a note, or of a receipt whose leaf, opening and path hold together."""
    with unreadable_is("temoin", 0):
        text = Path(path).read_bytes().decode()
        if not text.startswith("c2sp.org/tlog-proof@v1"):
            return read_note(text)
        extra, index, steps, note = must(RECEIPT.fullmatch(text)).groups()
        entry, note, index = read_json(b64(extra).decode(), ["feuille", "sel", "contenu"]), read_note(note), int(index)
        leaf, opening = read_leaf(b64(entry["feuille"])), read_opening(entry)
        must(leaf.seq == index and leaf.commitment == hmac.digest(*opening, "sha256"))
        must(note.root == path_root(tree_hash(b64(entry["feuille"])), index, note.size, [*map(b64, steps.split())]))
        return note


class Audit:
    """What is known after so many leaves; `edge` has the roots of the complete subtrees, the largest first."""

    def __init__(self, keys, witnesses):
        self.keys, self.key, self.is_changing, self.latest = keys, 0, False, date.min
        self.size, self.edge, self.signed, self.witnessed, self.points, self.met = 0, [], 0, 0, 0, 0
        self.missing, self.erased, self.openings, self.numbers, self.kinds = [], 0, 0, Counter(), Counter()
        self.pending = sorted(witnesses, key=lambda note: note.size)
        self.meet_witnesses()

    def root(self):
        return reduce(lambda right, left: tree_hash(left, right), reversed(self.edge)) if self.edge else sha256().digest()

    def compare(self, note, unsigned, differs, since):
        last = max(0, self.size - 1)
        signers = self.keys[self.key - self.is_changing : self.key + 1]
        check(all(is_signed(note, key) for key in signers), unsigned, last)
        check(note.root == self.root(), differs, min(since, last))
        self.signed, self.is_changing = self.size, False

    def meet_witnesses(self):
        while self.pending and self.pending[0].size == self.size:
            self.compare(self.pending.pop(0), "temoin", "contredit", self.witnessed)
            self.witnessed, self.met = self.size, self.met + 1

    def add_point(self, text):
        with unreadable_is("point", self.size):
            note = read_note(text)
        check(note.size <= self.size, "place", self.size)
        check(note.size == self.size, "point", self.size)
        self.compare(note, "signature", "racine", self.signed)
        self.points += 1

    def add_leaf(self, position, data, opening):
        seq = self.size
        check(not self.is_changing, "cle", seq - 1)
        check(position == seq, "place", seq)
        with unreadable_is("octets", seq):
            leaf = read_leaf(data)
        check(leaf.seq == seq, "place", seq)
        check((self.latest - leaf.day).days <= 1, "date", seq)
        if leaf.year:
            self.numbers[leaf.year] += 1
            check(leaf.ordinal == self.numbers[leaf.year], "numero", seq)
        self.latest, self.size = max(self.latest, leaf.day), seq + 1
        self.kinds[leaf.kind] += 1
        self.check_opening(seq, leaf, opening)
        node = tree_hash(data)
        while seq & 1:
            node, seq = tree_hash(self.edge.pop(), node), seq >> 1
        self.edge.append(node)
        self.meet_witnesses()

    def check_opening(self, seq, leaf, opening):
        if opening is None:
            check(leaf.kind not in ("effacement", "cle", "reprise"), "ouverture", seq)
            return self.missing.append(seq)
        check(hmac.digest(*opening, "sha256") == leaf.commitment, "engagement", seq)
        self.openings += 1
        if leaf.kind == "effacement":
            with unreadable_is("effacement", seq):
                count = json.loads(opening[1])["nombre"]
                must(type(count) is int and 0 <= count <= len(self.missing) - self.erased)
                self.erased += count
        if leaf.kind == "cle":
            self.key, self.is_changing = self.key + 1, True
            with unreadable_is("cle", seq):
                must(self.keys[self.key] == read_key(json.loads(opening[1])["vkey"]))

    def leftovers(self):
        yield from (("ouverture", seq) for seq in self.missing[self.erased :][:1])
        if self.signed < self.size:
            yield "non-signe", self.signed
        if self.pending:
            yield "tronque" if any(is_signed(self.pending[0], key) for key in self.keys) else "temoin", self.size
        if self.key + 1 < len(self.keys):
            yield "cle", self.size


def read_line(line, is_first):
    """The keys of the first line; of another the note, or position, leaf and opening."""
    must(line.endswith(b"\n"))
    shapes = [["journal", "organisation", "cles"]] if is_first else [["seq", "feuille", "sel", "contenu"], ["point"]]
    entry = read_json(line[:-1].decode(), *shapes)
    if is_first:
        must(entry["journal"] == "doleances/v1" and isinstance(entry["organisation"], str))
        return must([read_key(text) for text in entry["cles"]])
    if "point" in entry:
        must(isinstance(entry["point"], str))
        return (entry["point"],)
    must(type(entry["seq"]) is int and re.fullmatch(NUMBER, str(entry["seq"])))
    return entry["seq"], b64(entry["feuille"]), read_opening(entry)


def audit(path, witnesses, first_key=None):
    result = None
    with open(path, "rb") as lines:
        for line in lines:
            with unreadable_is("ligne", result.size if result else 0):
                entry = read_line(line, result is None)
            if result is None:
                check(first_key in (None, entry[0]), "cle", 0)
                result = Audit(entry, witnesses)
            else:
                result.add_point(*entry) if len(entry) == 1 else result.add_leaf(*entry)
    check(result, "ligne", 0)
    for fault in sorted(result.leftovers(), key=lambda fault: fault[1]):
        raise Fault(*fault)
    return result


def report(result):
    print(f"{result.size} feuilles, {result.points} points de contrôle, {result.met} témoins : rien à redire")
    print(f"{result.openings} contenus présents, {result.erased} effacés et expliqués")
    for year, last in sorted(result.numbers.items()):
        print(f"registre {year} : numéros 1 à {last} sans trou")
    for kind in filter(result.kinds.get, KINDS):
        print(f"{kind} : {result.kinds[kind]}")
    print(f"racine {base64.b64encode(result.root()).decode()}")


def verdict(path):
    try:
        witnesses = [read_witness(one) for one in sorted(glob.glob(glob.escape(path) + ".temoin-*"))]
        return f"OK {audit(path, witnesses).size}"
    except Fault as fault:
        return "FAUTE {1} {0}".format(*fault.args)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cle", metavar="VKEY", type=read_key, help="the journal's first key, known from elsewhere")
    parser.add_argument("--verdicts", action="store_true", help="one machine line a journal; X.temoin-* are X's witnesses")
    parser.add_argument("paths", nargs="+", metavar="FILE", help="a dump, then what others hold: receipts, checkpoints")
    options, place = parser.parse_args(), None
    try:
        if options.verdicts:
            return print("\n".join(map(verdict, options.paths)))
        witnesses = [read_witness(place := path) for path in options.paths[1:]]
        place = None
        report(audit(options.paths[0], witnesses, options.cle))
    except Fault as fault:
        word, seq = fault.args
        print(f"{place or f'feuille {seq}'} : {WORDS[word]} ({word})")
        return 1
    except OSError as error:
        parser.error(str(error))


if __name__ == "__main__":
    sys.exit(main())
