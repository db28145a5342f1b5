#!/usr/bin/env python3
"""The controls of F-02: bare SQLite, one row a commit, on a disk whose plug is pulled.

With synchronous=NORMAL it must lose commits, or the experiment could see no loss; with FULL it must lose none, or the
disk itself forgets what it was made to sync.

    bare_writer.py FILE MODE     writes until it cannot, a line for each commit: the row, and when it was begun and done
"""

import os
import random
import sqlite3
import subprocess
import sys
import threading
import time


def write(path, mode):
    """The child. Its clock is the machine's, so that its times and those of the cut compare."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute(f"PRAGMA synchronous={mode}")
    connection.execute("CREATE TABLE row (id INTEGER PRIMARY KEY, body BLOB)")
    while True:
        begun = time.monotonic()
        row = connection.execute("INSERT INTO row (body) VALUES (randomblob(1000))").lastrowid
        os.write(1, f"{row} {begun} {time.monotonic()}\n".encode())


class Control:
    """Cuts of a bare writer, and what they cost."""

    def __init__(self, mode, seed):
        self.mode, self.chance = mode, random.Random(seed)
        self.cuts, self.losing, self.lost, self.announced, self.false = 0, 0, 0, 0, 0

    def __str__(self):
        return f"synchronous={self.mode}: {self.lost} of {self.announced} lost, in {self.losing} of {self.cuts} cuts"

    def cut(self, disk):
        """One cut. The file is new each time, so that the disk does not fill."""
        path = disk.root / f"temoin-{self.cuts}.sqlite"
        child = subprocess.Popen(
            [sys.executable, __file__, str(path), self.mode], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        heard, ready = [], threading.Event()
        reader = threading.Thread(target=self._hear, args=(child, heard, ready))
        reader.start()
        ready.wait(120)
        time.sleep(self.chance.uniform(0.05, 0.5))
        cut = disk.pull()
        child.wait(120)  # On a dead disk its next commit fails.
        reader.join()
        disk.unplug()
        disk.plug()
        self._count(path, cut, heard)
        for left in disk.root.glob("temoin-*"):
            left.unlink()

    @staticmethod
    def _hear(child, heard, ready):
        for line in child.stdout:
            heard.append(line)
            ready.set()

    def _count(self, path, cut, heard):
        """As for the server: announced before the cut must be there, begun after it must not be announced."""
        rows = [(int(row), float(begun), float(done)) for row, begun, done in map(bytes.split, heard)]
        before = [row for row, _, done in rows if done < cut.begun]
        here = self._rows(path)
        missing = [row for row in before if row not in here]
        self.cuts, self.announced, self.lost = self.cuts + 1, self.announced + len(before), self.lost + len(missing)
        self.losing += bool(missing)
        self.false += sum(begun > cut.ended for _, begun, _ in rows)

    @staticmethod
    def _rows(path):
        try:
            connection = sqlite3.connect(path)
            found = {row for (row,) in connection.execute("SELECT id FROM row")}
            connection.close()
            return found
        except sqlite3.DatabaseError:
            return set()  # Not even the table was there when the current went.


if __name__ == "__main__":
    write(*sys.argv[1:])
