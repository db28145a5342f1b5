#!/usr/bin/env python3
"""F-02, S-63: a complaint that was acknowledged survives a power cut.

The books are on an ext4 of their own, in a loop device. At a random moment ext4 is told to stop without flushing its
journal (EXT4_IOC_SHUTDOWN, flag NOLOGFLUSH): whatever was not synced is gone, as when the plug is pulled. Negative
control: a bare SQLite writer with synchronous=NORMAL must lose commits, or the experiment shows nothing.
"""

import argparse
import contextlib
import fcntl
import os
import random
import sqlite3
import struct
import subprocess
import sys
import threading
import time

from books import Books, check_verify
from harness import Place, Progress, Server, Tally, say, workshop
from kill_nine import Sender, judge
from visitors import Visitor, reference_of
from volley import Volley

EXT4_IOC_SHUTDOWN = 0x8004587D
NO_LOG_FLUSH = 2


class Disk:
    """An ext4 in a file, whose plug can be pulled."""

    def __init__(self, folder, name, megabytes):
        self.image, self.root = folder / f"{name}.img", folder / name
        self.root.mkdir()
        with self.image.open("wb") as image:
            image.truncate(megabytes << 20)
        self._run("mkfs.ext4", "-q", "-F", self.image)

    @staticmethod
    def _run(*command):
        subprocess.run([str(part) for part in command], check=True, capture_output=True)

    def plug(self):
        self._run("mount", "-o", "loop", self.image, self.root)

    def pull(self):
        """From here on nothing reaches the disk: neither data nor journal."""
        descriptor = os.open(self.root, os.O_RDONLY)
        try:
            fcntl.ioctl(descriptor, EXT4_IOC_SHUTDOWN, struct.pack("I", NO_LOG_FLUSH))
        finally:
            os.close(descriptor)

    def unplug(self):
        self._run("umount", self.root)

    def discard(self):
        subprocess.run(["umount", "-l", str(self.root)], capture_output=True)
        with contextlib.suppress(OSError):
            self.image.unlink()


@contextlib.contextmanager
def disks(folder, name, megabytes):
    disk = Disk(folder, name, megabytes)
    disk.plug()
    try:
        yield disk
    finally:
        disk.discard()


def why_not(folder):
    """Why no power can be cut here; None when it can."""
    if os.geteuid() != 0:
        return "mounting a loop device needs root"
    try:
        with disks(folder, "essai", 32) as disk:
            disk.pull()
    except (OSError, subprocess.CalledProcessError) as error:
        said = getattr(error, "stderr", b"") or b""
        return f"no loop device with ext4 can be mounted here: {error} {said.decode().strip()}"
    return None


def writer(path, mode):
    """The control's child: one row a commit, each announced on standard output once committed."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute(f"PRAGMA synchronous={mode}")
    connection.execute("CREATE TABLE IF NOT EXISTS row (id INTEGER PRIMARY KEY, body BLOB)")
    while True:
        cursor = connection.execute("INSERT INTO row (body) VALUES (randomblob(1000))")
        os.write(1, f"{cursor.lastrowid}\n".encode())


def control(folder, mode, cuts, chance):
    """How many of the cuts lost announced commits, of a bare SQLite writer."""
    losing, announced, lost = 0, 0, 0
    with disks(folder, f"temoin-{mode.lower()}", 256) as disk:
        path = disk.root / "temoin.sqlite"
        for _ in range(cuts):
            child = subprocess.Popen(
                [sys.executable, __file__, "--writer", str(path), mode],
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
            heard = []
            reader = threading.Thread(target=heard.extend, args=(child.stdout,))
            reader.start()
            time.sleep(chance.uniform(0.3, 1.0))
            disk.pull()
            child.kill()
            child.wait()
            reader.join()
            disk.unplug()
            disk.plug()
            said = [int(line) for line in heard if line.endswith(b"\n")]
            connection = sqlite3.connect(path)
            try:
                here = {row for (row,) in connection.execute("SELECT id FROM row")}
            except sqlite3.OperationalError:
                here = set()  # Not even the table was there when the current went.
            connection.close()
            missing = [row for row in said if row not in here]
            announced, lost, losing = announced + len(said), lost + len(missing), losing + bool(missing)
    say(f"      control, synchronous={mode}: {lost} of {announced} announced commits lost, in {losing} of {cuts} cuts")
    return losing


def one_cut(disk, server, sender, chance, longest):
    """Load, then the plug is pulled, the server killed and the disk mounted again."""
    cut = threading.Event()

    def execute():
        time.sleep(chance.uniform(0.05, longest))
        disk.pull()
        cut.set()

    def visits():
        while not cut.is_set():
            yield sender.visit()

    executioner = threading.Thread(target=execute)
    executioner.start()
    # A little longer than the current: what is still acknowledged on a dead disk would be a false acknowledgement.
    end = []

    def is_over():
        if cut.is_set() and not end:
            end.append(time.monotonic() + 0.2)
        return bool(end) and time.monotonic() > end[0]

    Volley([server.port], visits(), 8).run(until=is_over)
    executioner.join()
    server.kill()
    disk.unplug()
    disk.plug()


def look_again(server, sender):
    """What was acknowledged before the cut must have its receipt; refusals on a dead disk are no fault."""
    lost, visitor = [], Visitor(server.port)
    for subject in sender.fresh:
        receipt = visitor.get(f"/reclamation/recepisse/{sender.sent[subject][0]}")
        if receipt.status != 200 or subject not in receipt.html or not reference_of(receipt.html):
            lost.append(subject)
    sender.forget_bodies()
    sender.refused.clear()
    Volley([server.port], [sender.send(subject) for subject in sender.unanswered], 4).run()
    return lost


def run(options, tally, folder):
    chance = random.Random(options.seed)
    losing = control(folder, "NORMAL", options.control_cuts, chance)
    tally.check(
        losing >= 1, f"the experiment is sensitive: synchronous=NORMAL loses in {losing} of {options.control_cuts} cuts"
    )
    say(f"power is cut {options.cuts} times during intake by 8 clients, 0 to 3 files each; seed {options.seed}")
    sender, progress, lost = Sender(options.seed), Progress("cuts", options.cuts), []
    with disks(folder, "disque", options.megabytes) as disk:
        place = Place(disk.root / "donnees").found()
        server = Server(place)
        server.log = folder / "server.log"
        server.scratch = folder / "tmp"
        server.scratch.mkdir()
        server.start()
        for cut in range(1, options.cuts + 1):
            one_cut(disk, server, sender, chance, options.longest)
            server.start()
            lost += look_again(server, sender)
            progress.at(cut, f"{len(sender.acknowledged)} acknowledged, {len(lost)} lost")
        status = server.stop()
        tally.check(not lost, "every acknowledged complaint had its receipt after the cut", f"{len(lost)}: {lost[:5]}")
        tally.check(not sender.unanswered, "every unanswered complaint was taken when sent again", sender.refused[:2])
        tally.check(status == 0, "the last server ends with status 0", status)
        judge(tally, sender, Books(place))
        check_verify(tally, place)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cuts", type=int, default=5, help="50 for the whole experiment")
    parser.add_argument("--control-cuts", type=int, default=20, help="cuts of the negative control")
    parser.add_argument("--longest", type=float, default=1.0, help="seconds of load before a cut, at most")
    parser.add_argument("--megabytes", type=int, default=1024, help="size of the disk")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--writer", nargs=2, metavar=("FILE", "MODE"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.writer:
        writer(*options.writer)
    tally = Tally()
    with workshop("power-cut") as folder:
        reason = why_not(folder)
        if reason:
            tally.skip("power cut on ext4", reason)
        else:
            run(options, tally, folder)
    tally.finish()


if __name__ == "__main__":
    main()
