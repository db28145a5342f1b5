#!/usr/bin/env python3
"""F-21, S-66: no change of what was logged goes unseen by `verify`.

The books of a few complaints, one of them closed, are copied and changed again and again: the semantic edits of
somebody who holds the database, and single bytes of its file turned at random. A turned byte that leaves every logged
row as it was has changed nothing; any other must be found.
"""

import argparse
import concurrent.futures
import os
import random
import shutil
import sqlite3
import subprocess
import time

from books import check_verify, database_file
from days import paris_day
from forger import EDITS, Forger
from harness import Place, Progress, Server, Tally, binary, say, workshop
from story import pdf
from visitors import Visitor, reference_of

# Rows that the log vouches for, whole or by these columns; what else there is (accounts, sessions, attempts to send a
# letter, journal of accesses) is not logged, and `verify` does not claim it.
LOGGED = {
    "log_leaf": "*",
    "log_opening": "*",
    "log_checkpoint": "*",
    "log_head": "*",
    "log_node": "*",
    "case_file": "*",
    "letter": "organisation, id, case_file, kind, recipient, subject, text, message, created_at",
    "attachment": "organisation, id, case_file, name, type, length, digest",
    "attachment_chunk": "*",
    "case_text": "*",
    "case_word": "*",
    "procedure_version": "*",
}


def write_books(place, folder):
    """Some complaints with documents; the first is handled to its closing. Returns an older copy and a newer proof."""
    older, proof = folder / "sauvegarde", folder / "preuve.tlog-proof"
    with Server(place) as server:
        visitor = Visitor(server.port)
        receipts = [complain(visitor, index) for index in range(4)]
        close(Visitor(server.port).sign_in(), receipts[0])
        assert server.stop() == 0
        shutil.copytree(place.folder, older)
    with Server(place) as server:
        visitor = Visitor(server.port)
        complain(visitor, 4)
        proof.write_bytes(visitor.get(complain(visitor, 5).replace("recepisse", "preuve")).body)
        assert server.stop() == 0
    connection = sqlite3.connect(database_file(place.folder))
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    return older, proof


def complain(visitor, index):
    files = [(f"pièce {index}.pdf", "application/pdf", pdf(3_000 + 700 * index))] if index % 2 == 0 else []
    reply = visitor.complain(objet=f"Chauffage {index}", courriel=f"p{index}@exemple.example", files=files)
    assert reply.status == 303, reply.status
    return reply.location


def close(staff, receipt):
    reference = reference_of(staff.get(receipt).html)
    acts = [
        ("qualification", {"nature": "reclamation", "consommateur": "oui"}),
        ("inscription", {}),
        ("notes", {"texte": "Vu avec le formateur."}),
        ("actions", {"texte": "Chaudière réparée.", "fait_le": paris_day().isoformat()}),
        (
            "reponse",
            {
                "grief_1": "Salle froide",
                "decision_1": "accueillie",
                "solution_1": "Un report",
                "grief_2": "Remboursement",
                "decision_2": "rejetee",
                "motif_2": "La formation a eu lieu en entier.",
                "texte": "Nous avons examiné votre réclamation.",
                "signataire": "Claire Vasseur",
                "consommateur": "oui",
            },
        ),
        ("cloture", {"motif": "Réponse acceptée."}),
    ]
    for noun, fields in acts:
        reply = staff.act(reference, noun, **fields)
        assert reply.status == 303, (noun, reply.status, reply.page.text[:2000])


def verify(folder, *options):
    """The exit status and what was said; None for the status of one that did not end."""
    command = [binary(), "verify", "--data", str(folder), "--keys", str(folder / "cles"), *options]
    try:
        done = subprocess.run(command, capture_output=True, timeout=300)
    except subprocess.TimeoutExpired:
        return None, "no end after five minutes"
    return done.returncode, (done.stdout + done.stderr).decode(errors="replace")


def columns_of(path):
    """Table → its logged columns."""
    connection = sqlite3.connect(path)
    columns = {}
    for table, logged in LOGGED.items():
        every = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        columns[table] = every if logged == "*" else logged.split(", ")
    connection.close()
    return columns


def logged_rows(path, columns):
    """Every logged row, as bytes; None when the file can no longer be read."""
    try:
        connection = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
        connection.text_factory = bytes
        tables = {}
        for table, names in columns.items():
            listed = ", ".join(f"{name} AS c{index}" for index, name in enumerate(names))
            tables[table] = sorted(map(repr, connection.execute(f"SELECT {listed} FROM {table} NOT INDEXED")))
        connection.close()
        return tables
    except (sqlite3.Error, UnicodeDecodeError):
        return None


def edits(tally, place, older, proof, folder):
    """The semantic edits, each on a copy of its own; restoring an older copy is the one that needs no forger."""
    for edit in EDITS:
        copy = folder / "copie"
        shutil.copytree(place.folder, copy)
        forger = Forger(database_file(copy))
        wanted = edit(forger)
        forger.close()
        status, said = verify(copy, "--witness", str(proof))
        unaided, _ = verify(copy)
        name = edit.__name__.replace("_", " ")
        named = all(words in said for words in wanted) and said.strip()
        tally.check(
            status == 1 and named,
            f"edit « {name} » is found and named",
            f"exit {status}, wanted {wanted}: {said[-300:]}",
        )
        say(f"      {said.strip().rpartition(chr(10))[2]}{'' if unaided else ' (with the witness only)'}")
        shutil.rmtree(copy)
    copy = folder / "copie"
    shutil.copytree(older, copy)
    status, said = verify(copy, "--witness", str(proof))
    tally.check(
        status == 1, "edit « restore an older copy » is found with a newer proof", f"exit {status}: {said[-300:]}"
    )
    shutil.rmtree(copy)


class Flips:
    """Single bytes of the database's file, turned."""

    def __init__(self, place, folder, seed):
        self.place, self.folder, self.chance = place, folder, random.Random(seed)
        self.file = database_file(place.folder)
        self.columns = columns_of(self.file)
        self.original, self.rows = self.file.read_bytes(), logged_rows(self.file, self.columns)

    def plan(self):
        return self.chance.randrange(len(self.original)), self.chance.randrange(1, 256)

    def turn(self, offset, mask):
        """What became of one: `found`, `unchanged`, or why it is a failure."""
        copy = self.folder / f"copie-{offset}-{mask}-{time.monotonic_ns()}"
        shutil.copytree(self.place.folder, copy, ignore=shutil.ignore_patterns("tmp", "*.log"))
        try:
            path = copy / self.file.name
            with path.open("r+b") as file:
                file.seek(offset)
                file.write(bytes([self.original[offset] ^ mask]))
            rows = logged_rows(path, self.columns)
            status, said = verify(copy)
            if status == 0:
                changed = [table for table in LOGGED if rows is None or rows[table] != self.rows[table]]
                return f"undetected, in {' and '.join(changed)}" if changed else "unchanged"
            if status != 1:
                return f"crashed, exit {status}: {said[-200:]}"
            return "found" if said.strip() else "found without a word"
        finally:
            shutil.rmtree(copy)


def flips(tally, place, folder, options):
    sweep = Flips(place, folder, options.seed)
    size = len(sweep.original)
    say(f"{options.flips} random bytes of {size} are turned, one at a time; seed {options.seed}")
    results, failures, progress = {}, [], Progress("flips", options.flips)
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        plans = [sweep.plan() for _ in range(options.flips)]
        for done, (plan, result) in enumerate(
            zip(plans, pool.map(lambda plan: sweep.turn(*plan), plans), strict=True), 1
        ):
            results[result.partition(",")[0]] = results.get(result.partition(",")[0], 0) + 1
            if result not in ("found", "unchanged"):
                failures.append((*plan, result))
            progress.at(done, str(results))
    undetected = [failure for failure in failures if failure[2].startswith("undetected")]
    others = [failure for failure in failures if failure not in undetected]
    tally.check(not undetected, f"0 of {options.flips} turned bytes change what was logged unseen", undetected[:5])
    tally.check(not others, "`verify` ends with 1 and a word for every byte that it finds", others[:5])
    tally.check(
        results.get("found", 0) > 0,
        f"{results.get('found', 0)} were found, {results.get('unchanged', 0)} changed nothing logged",
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--flips", type=int, default=150, help="10000 for the whole experiment")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    options = parser.parse_args()
    tally = Tally()
    with workshop("tampering") as folder:
        place = Place(folder / "donnees").found()
        older, proof = write_books(place, folder)
        if check_verify(tally, place, [proof], "`verify` finds the untouched books sound"):
            edits(tally, place, older, proof, folder)
            flips(tally, place, folder, options)
    tally.finish()


if __name__ == "__main__":
    main()
