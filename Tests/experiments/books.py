"""The books read from outside, without the program: what is really in the database, the server being stopped or not."""

import csv
import hashlib
import io
import pathlib
import sqlite3
import subprocess

from harness import Broken

csv.field_size_limit(1 << 30)  # A chunk of a file is one field.


def database_file(folder):
    """The SQLite database in a folder."""
    for path in sorted(pathlib.Path(folder).iterdir()):
        if path.is_file() and path.open("rb").read(16) == b"SQLite format 3\0":
            return path
    raise Broken(f"no database in {folder}")


class Books:
    """Rows of a place's tables, as tuples of texts, numbers and None."""

    def __init__(self, place):
        self.place = place

    def rows(self, sql):
        if self.place.postgres:
            return self._postgres(sql)
        connection = sqlite3.connect(f"file:{database_file(self.place.folder)}?mode=ro", uri=True)
        try:
            return connection.execute(sql).fetchall()
        finally:
            connection.close()

    def _postgres(self, sql):
        command = ["psql", "-X", "-q", "--csv", "-t", "-v", "ON_ERROR_STOP=1"]
        done = subprocess.run(
            [*command, "-d", self.place.postgres.url, "-c", sql], capture_output=True, check=True
        )
        # People write whatever parts lines, so that the text is not to be read by lines.
        return list(map(tuple, csv.reader(io.StringIO(done.stdout.decode(), newline=""))))

    def subjects(self):
        """Subject → how many receptions have it. Experiments give every complaint a subject of its own."""
        return {
            subject: int(count) for subject, count in self.rows("SELECT subject, COUNT(*) FROM case_file GROUP BY 1")
        }

    def references(self):
        """Subject → reference."""
        found = self.rows("SELECT subject, reference_year, reference_ordinal FROM case_file")
        return {subject: f"{year}-R-{int(ordinal):04d}" for subject, year, ordinal in found}

    def register_numbers(self):
        """Ordinals given in the register, by year, in order."""
        years = {}
        found = self.rows("SELECT number_year, number_ordinal FROM case_file WHERE number_year IS NOT NULL")
        for year, ordinal in found:
            years.setdefault(int(year), []).append(int(ordinal))
        return {year: sorted(ordinals) for year, ordinals in years.items()}

    def broken_attachments(self):
        """Attachments of case files whose bytes are not those that their row states: identifiers and why."""
        text = "encode(bytes, 'hex')" if self.place.postgres else "hex(bytes)"
        broken = []
        rows = self.rows("SELECT id, length, digest FROM attachment WHERE case_file IS NOT NULL")
        for identifier, length, digest in rows:
            chunks = self.rows(
                f"SELECT {text} FROM attachment_chunk WHERE attachment = '{identifier}' ORDER BY position"
            )
            content = b"".join(bytes.fromhex(chunk) for (chunk,) in chunks)
            if len(content) != int(length) or hashlib.sha256(content).hexdigest() != digest:
                broken.append(f"{identifier}: {len(content)} of {length} bytes")
        return broken

    def attachment_digests(self):
        """Subject → digests of the files of that case file, sorted."""
        found = self.rows(
            "SELECT c.subject, a.digest FROM attachment a "
            "JOIN case_file c ON c.organisation = a.organisation AND c.id = a.case_file"
        )
        digests = {}
        for subject, digest in found:
            digests.setdefault(subject, []).append(digest)
        return {subject: sorted(found) for subject, found in digests.items()}


    def file_names(self):
        """Subject → names of the files of that case file."""
        found = self.rows(
            "SELECT c.subject, a.name FROM attachment a "
            "JOIN case_file c ON c.organisation = a.organisation AND c.id = a.case_file"
        )
        names = {}
        for subject, name in found:
            names.setdefault(subject, []).append(name)
        return names


def check_numbers(tally, books, expected=None):
    """The register's numbers are exactly 1…k: no gap, no double."""
    years = books.register_numbers()
    for year, ordinals in years.items():
        tally.check(
            ordinals == list(range(1, len(ordinals) + 1)),
            f"register numbers of {year} are 1…{len(ordinals)}: no gap, no double",
            f"{len(ordinals)} numbers, {len(set(ordinals))} different, last {ordinals[-1] if ordinals else 0}",
        )
    count = sum(map(len, years.values()))
    if expected is not None:
        tally.check(count == expected, f"{expected} complaints are registered", f"{count} are")
    return count


def check_verify(tally, place, witnesses=(), claim="`verify` finds the books sound"):
    """`verify` exits 0."""
    options = [option for witness in witnesses for option in ("--witness", witness)]
    done = place.command("verify", *options, check=False, timeout=1800)
    said = " / ".join((done.stdout + done.stderr).split("\n"))[-600:]
    return tally.check(done.returncode == 0, claim, f"exit {done.returncode}: {said}")
