#!/usr/bin/env python3
"""Checks a Doléances journal without Doléances: standard library only, written from docs/journal.md alone.

    verify_log.py [--cle VKEY] JOURNAL [WITNESS…]   receipts (.tlog-proof) and checkpoint notes are witnesses
    verify_log.py --verdicts JOURNAL…               one machine line each; the witnesses of X are X.temoin-*

Exits 0 and prints the counts, or 1 naming the first bad leaf.
"""

import base64
import glob
import hashlib
import hmac
import json
import re
import sys
from datetime import date

KINDS = "reception accuse inscription message decision cloture reouverture gel degel effacement cle reprise".split()
WORDS = {
    "ligne": "ligne du journal illisible",
    "place": "feuille manquante ou déplacée",
    "octets": "ce n'est pas une feuille",
    "date": "datée de plus d'un jour avant une feuille antérieure",
    "numero": "le numéro ne suit pas le dernier de son année",
    "engagement": "le contenu n'est pas celui qui a été scellé",
    "ouverture": "contenu absent sans effacement qui l'explique",
    "effacement": "effacement illisible, ou plus d'effacements déclarés que de contenus absents",
    "cle": "changement de clé non annoncé ou non signé par les deux clés",
    "point": "point de contrôle illisible ou mal placé",
    "signature": "point de contrôle mal signé",
    "racine": "les feuilles à partir d'ici ne sont plus celles qui ont été signées",
    "contredit": "les feuilles à partir d'ici contredisent un témoin",
    "temoin": "témoin illisible, contradictoire ou d'un autre journal",
    "tronque": "le journal s'arrête avant un témoin",
    "non-signe": "feuilles qu'aucun point de contrôle ne couvre",
}


class Fault(Exception):
    def __init__(self, code, seq):
        super().__init__(code)
        self.code, self.seq = code, seq


# Ed25519 (RFC 8032), in extended coordinates; a table of multiples per key makes many signatures bearable.
P, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P


def point_add(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def point_read(data):
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (1 << 255) - 1
    if y >= P:
        return None
    x2 = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if (x * x - x2) % P or (x == 0 and sign):
        return None
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P


def multiples(point):
    """For each of the 64 hexadecimal digits of a scalar, the 16 multiples of the point at that digit's place."""
    table = []
    for _ in range(64):
        row = [(0, 1, 1, 0)]
        for _ in range(15):
            row.append(point_add(row[-1], point))
        table.append(row)
        point = point_add(row[15], point)
    return table


def scalar_times(scalar, table):
    total = (0, 1, 1, 0)
    for row in table:
        total = point_add(total, row[scalar & 15])
        scalar >>= 4
    return total


BASE = multiples(point_read(bytes([0x58]) + bytes([0x66]) * 31))
TABLES = {}


def ed25519_valid(public, message, signature):
    if public not in TABLES:
        point = point_read(public)
        # Multiples of the opposite point: the equation S·B = R + h·A is checked as S·B − h·A = R.
        TABLES[public] = point and multiples((P - point[0], point[1], 1, P - point[3]))
    if len(signature) != 64 or not TABLES[public]:
        return False
    s = int.from_bytes(signature[32:], "little")
    if s >= L:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % L
    x, y, z, _ = point_add(scalar_times(s, BASE), scalar_times(h, TABLES[public]))
    inverse = pow(z, -1, P)
    x, y = x * inverse % P, y * inverse % P
    return (y | (x & 1) << 255).to_bytes(32, "little") == signature[:32]


# Texts: each has exactly one writing, and any other is refused.
def b64(text):
    data = base64.b64decode(text, validate=True)
    if base64.b64encode(data).decode() != text:
        raise ValueError("base64")
    return data


def whole(text):
    if not re.fullmatch(r"0|[1-9][0-9]{0,17}", text):
        raise ValueError("number")
    return int(text)


def name_ok(name):
    return re.fullmatch(r'[!-~]{1,200}', name) and not set(name) & set('+"\\')


def read_key(text):
    name, ident, data = text.split("+", 2)
    data = b64(data)
    digest = hashlib.sha256(name.encode() + b"\n" + data).digest()[:4]
    if not name_ok(name) or len(data) != 33 or data[0] != 1 or digest.hex() != ident:
        raise ValueError("key")
    return name, digest, data[1:]


def read_note(note):
    """Gives (text, [(name, id, signature)], origin, size, root) of a signed checkpoint."""
    text, gap, lines = note.rpartition("\n\n")
    if not gap or not lines.endswith("\n") or re.search(r"[\x00-\x09\x0b-\x1f]", note):
        raise ValueError("note")
    signatures = []
    for line in lines[:-1].split("\n"):
        dash, name, data = line.split(" ")
        data = b64(data)
        if dash != "—" or not name_ok(name) or len(data) <= 4:
            raise ValueError("signature")
        signatures.append((name, data[:4], data[4:]))
    origin, size, root = text.split("\n")
    if len(signatures) > 64 or not name_ok(origin) or len(b64(root)) != 32:
        raise ValueError("checkpoint")
    return text + "\n", signatures, origin, whole(size), b64(root)


def signed_by(note, key):
    own = [signature for name, ident, signature in note[1] if (name, ident) == key[:2]]
    return note[2] == key[0] and own and all(ed25519_valid(key[2], note[0].encode(), one) for one in own)


def read_leaf(data):
    form, seq, day, kind, number, commitment, rest = data.decode("ascii").split("\n")
    commitment = b64(commitment)
    if form != "registre-feuille/v1" or rest or kind not in KINDS or len(commitment) != 32:
        raise ValueError("leaf")
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", day):
        raise ValueError("day")
    if kind == "inscription":
        if not re.fullmatch(r"[0-9]{4}-([0-9]{4}|[1-9][0-9]{4,8})", number):
            raise ValueError("number")
        number = int(number[:4]), int(number[5:])
        if 0 in number:
            raise ValueError("number")
    elif number != "-":
        raise ValueError("number")
    return whole(seq), date.fromisoformat(day), kind, number, commitment


def leaf_hash(data):
    return hashlib.sha256(b"\0" + data).digest()


def node_hash(left, right):
    return hashlib.sha256(b"\1" + left + right).digest()


def opening_of(entry):
    """The salt and payload of a dump line or receipt; None where both are null."""
    if entry["sel"] is None and entry["contenu"] is None:
        return None
    salt, payload = b64(entry["sel"]), b64(entry["contenu"])
    if len(salt) != 32:
        raise ValueError("salt")
    return salt, payload


def strict_json(text, *shapes):
    entry = json.loads(text)
    if json.dumps(entry, ensure_ascii=False, separators=(",", ":")) != text or list(entry) not in shapes:
        raise ValueError("line")
    return entry


def read_receipt(text):
    """Gives the receipt's checkpoint, once leaf, opening and path hold together."""
    head, _, note = text.partition("\n\n")
    form, extra, index, *path = head.split("\n")
    checkpoint = read_note(note)
    size, root = checkpoint[3:]
    if form != "c2sp.org/tlog-proof@v1" or extra[:6] != "extra " or index[:6] != "index ":
        raise ValueError("receipt")
    entry = strict_json(b64(extra[6:]).decode(), ["feuille", "sel", "contenu"])
    data, (salt, payload) = b64(entry["feuille"]), opening_of(entry)
    leaf, position = read_leaf(data), whole(index[6:])
    found = path_root(leaf_hash(data), position, 0, size, [b64(step) for step in path])
    if leaf[0] != position or leaf[4] != hmac.digest(salt, payload, "sha256") or found != root:
        raise ValueError("receipt")
    return checkpoint


def path_root(leaf, index, low, high, path):
    """The root over leaves low…high−1 that the whole path leads to, by RFC 6962's recursive definition."""
    if not low <= index < high:
        raise ValueError("index")
    if high - low == 1:
        if path:
            raise ValueError("path")
        return leaf
    middle = low + (1 << (high - low - 1).bit_length() - 1)
    if index < middle:
        return node_hash(path_root(leaf, index, low, middle, path[:-1]), path[-1])
    return node_hash(path[-1], path_root(leaf, index, middle, high, path[:-1]))


def read_witness(data):
    try:
        text = data.decode()
        return read_receipt(text) if text.startswith("c2sp.org/tlog-proof@v1") else read_note(text)
    except (ValueError, KeyError, TypeError, IndexError) as error:
        raise Fault("temoin", 0) from error


class Audit:
    def __init__(self, keys, witnesses):
        self.keys, self.pending = keys, sorted(witnesses, key=lambda note: note[3])
        self.size, self.edge, self.vouched, self.witnessed = 0, [], 0, 0
        self.key, self.rotating, self.latest = 0, False, date.min
        self.missing, self.erased, self.openings, self.points, self.met = [], 0, 0, 0, 0
        self.numbers, self.kinds = {}, {}
        self.meet_witnesses()

    def root(self):
        root = self.edge[-1][1] if self.edge else hashlib.sha256().digest()
        for _, left in reversed(self.edge[:-1]):
            root = node_hash(left, root)
        return root

    def in_force(self, note):
        if self.key >= len(self.keys):
            return False
        signers = self.keys[self.key - 1 : self.key + 1] if self.rotating else [self.keys[self.key]]
        return all(signed_by(note, key) for key in signers)

    def vouch(self):
        self.vouched, self.rotating = self.size, False

    def meet_witnesses(self):
        while self.pending and self.pending[0][3] == self.size:
            note = self.pending.pop(0)
            last = max(0, self.size - 1)
            if not self.in_force(note):
                raise Fault("temoin", last)
            if note[4] != self.root():
                raise Fault("contredit", min(self.witnessed, last))
            self.vouch()
            self.witnessed, self.met = self.size, self.met + 1

    def add_point(self, text):
        last = max(0, self.size - 1)
        try:
            note = read_note(text)
        except ValueError as error:
            raise Fault("point", self.size) from error
        if note[3] != self.size:
            raise Fault("place" if note[3] > self.size else "point", self.size)
        if not self.in_force(note):
            raise Fault("signature", last)
        if note[4] != self.root():
            raise Fault("racine", min(self.vouched, last))
        self.vouch()
        self.points += 1

    def add_leaf(self, position, data, opening):
        seq = self.size
        if self.rotating:
            raise Fault("cle", seq - 1)
        if position != seq:
            raise Fault("place", seq)
        try:
            leaf_seq, day, kind, number, commitment = read_leaf(data)
        except ValueError as error:
            raise Fault("octets", seq) from error
        if leaf_seq != seq:
            raise Fault("place", seq)
        if (self.latest - day).days > 1:
            raise Fault("date", seq)
        self.latest = max(self.latest, day)
        if kind == "inscription":
            if number[1] != self.numbers.get(number[0], 0) + 1:
                raise Fault("numero", seq)
            self.numbers[number[0]] = number[1]
        self.check_opening(seq, kind, commitment, opening)
        self.kinds[kind] = self.kinds.get(kind, 0) + 1
        self.size, level, node = seq + 1, 0, leaf_hash(data)
        while self.edge and self.edge[-1][0] == level:
            level, node = level + 1, node_hash(self.edge.pop()[1], node)
        self.edge.append((level, node))
        self.meet_witnesses()

    def check_opening(self, seq, kind, commitment, opening):
        if opening is None:
            if kind in ("effacement", "cle", "reprise"):
                raise Fault("ouverture", seq)
            self.missing.append(seq)
            return
        if hmac.digest(*opening, "sha256") != commitment:
            raise Fault("engagement", seq)
        self.openings += 1
        if kind == "effacement":
            try:
                count = json.loads(opening[1])["nombre"]
                if type(count) is not int or not 0 <= count <= len(self.missing) - self.erased:
                    raise ValueError("count")
            except (ValueError, KeyError, TypeError) as error:
                raise Fault("effacement", seq) from error
            self.erased += count
        elif kind == "cle":
            self.key, self.rotating = self.key + 1, True
            try:
                if self.keys[self.key] != read_key(json.loads(opening[1])["vkey"]):
                    raise ValueError("key")
            except (ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
                raise Fault("cle", seq) from error

    def finish(self):
        faults = []
        if self.erased < len(self.missing):
            faults.append(Fault("ouverture", self.missing[self.erased]))
        if self.vouched < self.size:
            faults.append(Fault("non-signe", self.vouched))
        if self.pending:
            ours = any(signed_by(self.pending[0], key) for key in self.keys)
            faults.append(Fault("tronque" if ours else "temoin", self.size))
        if self.key + 1 != len(self.keys):
            faults.append(Fault("cle", self.size))
        if faults:
            raise min(faults, key=lambda fault: fault.seq)


def read_line(line, is_first):
    """The object of one line of a dump, its values read: keys, or position, leaf and opening, or a note."""
    if not line.endswith(b"\n"):
        raise ValueError("cut")
    shapes = [["journal", "organisation", "cles"]] if is_first else [["seq", "feuille", "sel", "contenu"], ["point"]]
    entry = strict_json(line[:-1].decode(), *shapes)
    if re.search(r"[\x00-\x09\x0b-\x1f]", "".join(v for v in entry.values() if isinstance(v, str))):
        raise ValueError("control character")
    if is_first:
        keys = [read_key(text) for text in entry["cles"]]
        if entry["journal"] != "doleances/v1" or not keys or not isinstance(entry["organisation"], str):
            raise ValueError("header")
        return keys
    if "point" in entry:
        if not isinstance(entry["point"], str):
            raise ValueError("point")
        return entry["point"]
    if type(entry["seq"]) is not int:
        raise ValueError("seq")
    return whole(str(entry["seq"])), b64(entry["feuille"]), opening_of(entry)


def audit(lines, notes, first_key=None):
    """Audits a dump, an iterable of lines as bytes with their LF, against witnesses that were read."""
    progress = None
    for line in lines:
        try:
            entry = read_line(line, progress is None)
        except (ValueError, TypeError, AttributeError, KeyError, RecursionError) as error:
            raise Fault("ligne", progress.size if progress else 0) from error
        if progress is None:
            if first_key and entry[0] != first_key:
                raise Fault("cle", 0)
            progress = Audit(entry, notes)
        elif isinstance(entry, str):
            progress.add_point(entry)
        else:
            progress.add_leaf(*entry)
    if not progress:
        raise Fault("ligne", 0)
    progress.finish()
    return progress


def contents(path):
    with open(path, "rb") as file:
        return file.read()


def verdict(path):
    try:
        notes = [read_witness(contents(one)) for one in sorted(glob.glob(glob.escape(path) + ".temoin-*"))]
        with open(path, "rb") as lines:
            return "OK %d" % audit(lines, notes).size
    except Fault as fault:
        return "FAUTE %d %s" % (fault.seq, fault.code)


def report(result):
    print("%d feuilles, %d points de contrôle, %d témoins : rien à redire" % (result.size, result.points, result.met))
    print("%d contenus présents, %d effacés et expliqués" % (result.openings, result.erased))
    for year, last in sorted(result.numbers.items()):
        print("registre %d : numéros 1 à %d sans trou" % (year, last))
    for kind in KINDS:
        if kind in result.kinds:
            print("%s : %d" % (kind, result.kinds[kind]))
    print("racine %s" % base64.b64encode(result.root()).decode())


def main(arguments):
    if arguments[:1] == ["--verdicts"]:
        for path in arguments[1:]:
            print(verdict(path))
        return 0
    key, witness = None, None
    try:
        if arguments[:1] == ["--cle"]:
            key, arguments = read_key(arguments[1]), arguments[2:]
        notes = []
        for witness in arguments[1:]:
            notes.append(read_witness(contents(witness)))
        witness = None
        with open(arguments[0], "rb") as lines:
            report(audit(lines, notes, key))
        return 0
    except Fault as fault:
        place = witness or "feuille %d" % fault.seq
        print("%s : %s (%s)" % (place, WORDS[fault.code], fault.code))
        return 1
    except (OSError, ValueError, IndexError) as error:
        print("%s\n\n%s" % (error, __doc__.strip()), file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
