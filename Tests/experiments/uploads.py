#!/usr/bin/env python3
"""S-19: fifty uploads at once take little memory: each is on the disk before it is whole, and none is held.

All are received, with every byte; the server grows by less than 64 MiB, a third of what came in at once.
"""

import argparse
import socket
import threading
import time

from books import Books
from harness import Broken, Server, Tally, places, say, workshop
from story import pdf
from visitors import COMPLAINT, Visitor, raw_post

MEBIBYTE = 1 << 20
MOST_GROWTH = 64


class Watch:
    """The highest memory of a server, looked at every few milliseconds."""

    def __init__(self, server):
        self.server, self.highest, self.over = server, server.memory(), threading.Event()
        self.thread = threading.Thread(target=self._look)

    def _look(self):
        while not self.over.wait(0.02):
            self.highest = max(self.highest, self.server.memory())

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.over.set()
        self.thread.join()


def upload(port, request, answers):
    """One upload on a connection of its own; the status of its answer, or what went wrong."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=300) as connection:
            connection.sendall(request)
            answers.append(int(connection.recv(4096)[9:12]))
    except (OSError, ValueError) as error:
        answers.append(repr(error))


def uploads(tally, place, count, size):
    """So many documents of so many bytes at once."""
    document = [("piece_jointe", "scan.pdf", "application/pdf", pdf(size))]
    with Server(place) as server:
        visitor = Visitor(server.port)
        for _ in range(20):
            visitor.get("/reclamation")
        answers, threads = [], []
        for index in range(count):
            words = COMPLAINT | {"objet": f"Scan {index}", "courriel": f"s{index}@exemple.example"}
            request = raw_post("/reclamation", {**words, "envoi": visitor.open_form(), "etape": "envoi"}, document)
            threads.append(threading.Thread(target=upload, args=(server.port, request, answers)))
        before, begun = server.memory(), time.monotonic()
        with Watch(server) as watch:
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
        elapsed = time.monotonic() - begun
    others = [answer for answer in answers if answer != 303]
    received = f"{answers.count(303)} of {count} uploads of {size / 1e6:.0f} MB received"
    tally.check(not others and answers, f"{received}, {count * size / elapsed / 1e6:.0f} MB/s", others[:3])
    growth = (watch.highest - before) / MEBIBYTE
    claim = f"memory grew by {growth:.0f} MiB under them, from {before / MEBIBYTE:.0f}; under {MOST_GROWTH} wanted"
    tally.check(growth < MOST_GROWTH, claim)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=50)
    parser.add_argument("--megabytes", type=int, default=4, help="of each; Tools/bench has 25")
    options = parser.parse_args()
    tally = Tally()
    say(f"{options.count} uploads of {options.megabytes} MB at once")
    with workshop("uploads") as folder, places("sqlite", folder) as place:
        try:
            uploads(tally, place, options.count, options.megabytes * 1_000_000)
            tally.check(not Books(place).broken_attachments(), "every file is in the books to its last byte")
        except Broken as broken:
            tally.check(False, "the experiment reaches its end", broken)
    tally.finish()


if __name__ == "__main__":
    main()
