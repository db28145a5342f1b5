"""What somebody can do who holds the database and not the signing key: the semantic edits of F-21."""

import base64
import hashlib
import hmac
import sqlite3


def leaf_hash(text):
    return hashlib.sha256(b"\x00" + text.encode()).digest()


def node_hash(left, right):
    return hashlib.sha256(b"\x01" + left + right).digest()


class Forger:
    """A hand on the tables, triggers out of the way."""

    def __init__(self, path):
        self.connection = sqlite3.connect(path, isolation_level=None)
        for (name,) in self.rows("SELECT name FROM sqlite_master WHERE type = 'trigger'"):
            self.do(f'DROP TRIGGER "{name}"')
        self.do("PRAGMA foreign_keys = OFF")

    def close(self):
        self.do("PRAGMA wal_checkpoint(TRUNCATE)")
        self.connection.close()

    def rows(self, sql, *values):
        return self.connection.execute(sql, values).fetchall()

    def do(self, sql, *values):
        """Runs a change; one that changes no row would be no edit, and is an error."""
        changed = self.connection.execute(sql, values).rowcount
        if sql.startswith(("UPDATE", "DELETE", "INSERT")) and changed < 1:
            raise ValueError(f"no row changed: {sql}")

    # What the log holds.

    @property
    def size(self):
        return self.rows("SELECT COUNT(*) FROM log_leaf")[0][0]

    def leaf(self, seq):
        text = self.rows("SELECT leaf FROM log_leaf WHERE seq = ?", seq)[0][0]
        return text.decode() if isinstance(text, bytes) else text

    def seq_of(self, kind, last=False):
        """The position of the first or last leaf of a kind."""
        order = "DESC" if last else "ASC"
        return self.rows(f"SELECT seq FROM log_leaf WHERE leaf LIKE ? ORDER BY seq {order}", f"%\n{kind}\n%")[0][0]

    def seq_with(self, words):
        """The position of the first opening whose payload has these words."""
        return min(seq for seq, payload in self.rows("SELECT seq, payload FROM log_opening") if words in bytes(payload))

    def signed_before(self, seq):
        """How many leaves the last signed head before a leaf covers: from there on a root that is wrong is placed."""
        return self.rows("SELECT COALESCE(MAX(size), 0) FROM log_checkpoint WHERE size <= ?", seq)[0][0]

    def set_leaf(self, seq, text):
        self.do("UPDATE log_leaf SET leaf = ? WHERE seq = ?", text, seq)

    def set_line(self, seq, line, change):
        """Changes one of a leaf's six lines."""
        lines = self.leaf(seq).split("\n")
        lines[line] = change(lines[line])
        self.set_leaf(seq, "\n".join(lines))

    def set_payload(self, seq, change, commits=False):
        """Changes an opening's payload; `commits` makes the leaf commit to it, as a careful forger would."""
        salt, payload = self.rows("SELECT salt, payload FROM log_opening WHERE seq = ?", seq)[0]
        forged = change(bytes(payload))
        if forged == payload:
            raise ValueError("the payload did not change")
        self.do("UPDATE log_opening SET payload = ? WHERE seq = ?", forged, seq)
        if commits:
            commitment = hmac.new(salt, forged, hashlib.sha256).digest()
            self.set_line(seq, 5, lambda _: base64.b64encode(commitment).decode())

    # The tree, made again.

    def rebuild(self):
        """Nodes and head as the leaves now make them. The head's seal needs the key and stays as it was."""
        level, hashes = 0, [leaf_hash(self.leaf(seq)) for (seq,) in self.rows("SELECT seq FROM log_leaf ORDER BY seq")]
        size, organisation = len(hashes), self.rows("SELECT organisation FROM log_head")[0][0]
        self.connection.execute("DELETE FROM log_node")
        edge = []
        while hashes:
            if level:
                for position, hash in enumerate(hashes):
                    self.do("INSERT INTO log_node VALUES (?, ?, ?, ?)", organisation, level, position, hash)
            if len(hashes) % 2:
                edge.insert(0, hashes[-1])
            hashes = [node_hash(*hashes[at : at + 2]) for at in range(0, len(hashes) - 1, 2)]
            level += 1
        self.do("UPDATE log_head SET frontier = ?", size.to_bytes(8, "big") + b"".join(edge))
        columns = [row[1] for row in self.rows("PRAGMA table_info(log_head)")]
        if "size" in columns:
            self.do("UPDATE log_head SET size = ?", size)

    def drop_checkpoints(self, beyond):
        """Forgets the signed heads of more leaves than that."""
        self.connection.execute("DELETE FROM log_checkpoint WHERE size > ?", (beyond,))

    def renumber_positions(self, start, by):
        """Moves every leaf and opening from a position on, with the position that the leaf itself states."""
        found = self.rows("SELECT seq FROM log_leaf WHERE seq >= ? ORDER BY seq", start)
        for (seq,) in sorted(found, reverse=by > 0):
            self.set_line(seq, 1, lambda position: str(int(position) + by))
            self.do("UPDATE log_leaf SET seq = ? WHERE seq = ?", seq + by, seq)
            self.connection.execute("UPDATE log_opening SET seq = ? WHERE seq = ?", (seq + by, seq))


# The edits. Each returns words that `verify` must say: the position of the first bad leaf, or what else it concerns.


def change_text(forger):
    seq = forger.seq_of("reception")
    forger.set_payload(seq, lambda payload: payload.replace(b"chauffage", b"fromages!"))
    return [f"ligne {seq}"]


def change_date(forger):
    seq = forger.seq_of("inscription")
    forger.set_line(seq, 2, lambda day: f"{int(day[:4]) - 1}{day[4:]}")
    return [f"ligne {seq}"]


def change_status(forger):
    forger.do("UPDATE case_file SET stage = 'enregistree' WHERE stage = 'close'")
    return ["-R-"]


def delete_leaf(forger):
    seq = forger.seq_of("inscription")
    forger.do("DELETE FROM log_leaf WHERE seq = ?", seq)
    forger.do("DELETE FROM log_opening WHERE seq = ?", seq)
    return [f"ligne {seq}"]


def swap_two(forger):
    one, other = forger.seq_of("reception"), forger.seq_of("reception", last=True)
    forger.do("UPDATE log_opening SET seq = -1 WHERE seq = ?", one)
    forger.do("UPDATE log_opening SET seq = ? WHERE seq = ?", one, other)
    forger.do("UPDATE log_opening SET seq = ? WHERE seq = -1", other)
    return [f"ligne {one}"]


def insert_leaf(forger):
    seq = forger.seq_of("inscription")
    text = forger.leaf(seq - 1)
    forger.renumber_positions(seq, 1)
    forger.do("INSERT INTO log_leaf SELECT organisation, ?, leaf FROM log_leaf WHERE seq = ?", seq, seq - 1)
    forger.do(
        "INSERT INTO log_opening SELECT organisation, ?, case_file, salt, payload FROM log_opening WHERE seq = ?",
        seq,
        seq - 1,
    )
    forger.set_leaf(seq, text.replace(f"\n{seq - 1}\n", f"\n{seq}\n", 1))
    forger.rebuild()
    return [f"ligne {forger.signed_before(seq)} "]


def renumber(forger):
    seq = forger.seq_of("inscription")
    forger.set_line(seq, 4, lambda number: f"{number[:5]}0009")
    forger.set_payload(seq, lambda payload: payload.replace(b"-0001", b"-0009"), commits=True)
    forger.do("UPDATE case_file SET number_ordinal = 9 WHERE number_ordinal = 1")
    forger.rebuild()
    return [f"ligne {seq}"]


def drop_last(forger):
    kept = forger.size - 3
    forger.do("DELETE FROM log_leaf WHERE seq >= ?", kept)
    forger.do("DELETE FROM log_opening WHERE seq >= ?", kept)
    forger.drop_checkpoints(kept)
    forger.rebuild()
    return []


def replace_opening_and_leaf(forger):
    seq = forger.seq_with(b"rejetee")
    forger.set_payload(seq, lambda payload: payload.replace(b"rejetee", b"accueillie"), commits=True)
    return [f"ligne {forger.signed_before(seq)} "]


def recompute_tree(forger):
    seq = forger.seq_with(b"rejetee")
    forger.set_payload(seq, lambda payload: payload.replace(b"rejetee", b"accueillie"), commits=True)
    forger.rebuild()
    return []


def recompute_tree_unsigned(forger):
    seq = forger.seq_with(b"rejetee")
    forger.set_payload(seq, lambda payload: payload.replace(b"rejetee", b"accueillie"), commits=True)
    forger.rebuild()
    forger.connection.execute("DELETE FROM log_checkpoint")
    return []


def erase_without_leaf(forger):
    seq = forger.seq_of("message")
    forger.do("DELETE FROM log_opening WHERE seq = ?", seq)
    return [f"ligne {seq}"]


def edit_live_table(forger):
    forger.do("UPDATE case_file SET person = 'Quelqu’un d’autre' WHERE number_ordinal = 1")
    return ["-R-"]


def edit_letter(forger):
    forger.do("UPDATE letter SET text = text || ' Sous réserve.' WHERE kind LIKE 'reponse%'")
    return ["lettre"]


def edit_attachment_row(forger):
    identifier = forger.rows("SELECT id FROM attachment WHERE case_file IS NOT NULL")[0][0]
    forger.do("UPDATE attachment SET length = length + 1, digest = replace(digest, 'a', 'b') WHERE id = ?", identifier)
    return [identifier]


def delete_attachment(forger):
    identifier = forger.rows("SELECT id FROM attachment WHERE case_file IS NOT NULL ORDER BY length DESC")[0][0]
    forger.do("DELETE FROM attachment_chunk WHERE attachment = ?", identifier)
    forger.do("DELETE FROM attachment WHERE id = ?", identifier)
    return [identifier]


def swap_attachments(forger):
    one, other = [row[0] for row in forger.rows("SELECT id FROM attachment WHERE case_file IS NOT NULL LIMIT 2")]
    for old, new in ((one, "-"), (other, one), ("-", other)):
        forger.do("UPDATE attachment_chunk SET attachment = ? WHERE attachment = ?", new, old)
    return ["pièce"]


def attachment_beside(forger):
    identifier = forger.rows("SELECT id FROM attachment WHERE case_file IS NOT NULL")[0][0]
    forger.do(
        "INSERT INTO attachment_chunk SELECT organisation, attachment, 99, bytes FROM attachment_chunk "
        "WHERE attachment = ? AND position = 0",
        identifier,
    )
    return [identifier]


def send_elsewhere(forger):
    forger.do("UPDATE letter SET recipient = 'autre@exemple.example' WHERE id = (SELECT MIN(id) FROM letter)")
    return ["lettre"]


def say_sent(forger):
    forger.do("UPDATE letter SET state = 'issued' WHERE id = (SELECT MIN(id) FROM letter WHERE state <> 'issued')")
    return ["lettre"]


def hold_back(forger):
    forger.do("UPDATE letter SET state = 'paper' WHERE state IN ('waiting', 'held', 'failed')")
    return ["lettre"]


def change_procedure(forger):
    forger.do("UPDATE procedure_version SET content = replace(content, '\"zone\"', '\"Zone\"')")
    return ["-R-", "procédure"]


def hide_case(forger):
    seq = forger.rows("SELECT MIN(first_seq) FROM case_file")[0][0]
    forger.do("DELETE FROM case_file WHERE first_seq = ?", seq)
    return [f"ligne {seq}"]


def count_receptions(forger):
    forger.do("UPDATE counter SET last = last + 1 WHERE book = 'receptions'")
    return ["compteur receptions"]


def follow_another(forger):
    forger.do("UPDATE tracking SET created_at = '2020-01-01T00:00:00Z' WHERE case_file = (SELECT MIN(id) FROM case_file)")
    return ["-R-"]


def lead_elsewhere(forger):
    forger.do("UPDATE submission SET seq = seq + 1 WHERE case_file = (SELECT MIN(id) FROM case_file)")
    return ["-R-"]


EDITS = [
    change_text,
    change_date,
    change_status,
    delete_leaf,
    swap_two,
    insert_leaf,
    renumber,
    drop_last,
    replace_opening_and_leaf,
    recompute_tree,
    recompute_tree_unsigned,
    erase_without_leaf,
    edit_live_table,
    edit_letter,
    edit_attachment_row,
    delete_attachment,
    swap_attachments,
    attachment_beside,
    send_elsewhere,
    say_sent,
    hold_back,
    change_procedure,
    hide_case,
    count_receptions,
    follow_another,
    lead_elsewhere,
]
