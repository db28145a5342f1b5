#!/usr/bin/env python3
"""Five hundred visitors who keep a connection for nothing: silent, dripping their headers or their form byte by byte,
and a few who take no byte of a document they asked for.

Others are served meanwhile, an honest upload over a bad line is received, an honest download over one arrives whole, and
in the end every one of them has been closed by the server, which holds no connection and no file of theirs.
"""

import argparse
import os
import pathlib
import socket
import statistics
import threading
import time

from harness import Server, Tally, places, say, workshop
from visitors import Visitor, raw_get, raw_post

# How long the server may take to close them all: far beyond its limits, for slow machines.
PATIENCE = 240
VISITS = 60
HOST = b"Host: 127.0.0.1\r\n"
FORM = b"POST /reclamation HTTP/1.1\r\n" + HOST + b"Content-Type: multipart/form-data; boundary=b\r\n"
PART = b'--b\r\nContent-Disposition: form-data; name="reclamation"\r\n\r\n'
UPLOAD = b'--b\r\nContent-Disposition: form-data; name="piece_jointe"; filename="a.txt"\r\n\r\n' + b"a" * (128 << 10)
PDF = b"%PDF-1.7\n" + bytes(24 << 20)


class Slow:
    """A connection that sends a beginning at once, then one byte a second, or none."""

    def __init__(self, port, kind, beginning, drip):
        self.kind, self.drip, self.is_closed = kind, drip, False
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=30)
        self.socket.sendall(beginning)
        self.socket.setblocking(False)

    def look(self):
        """Sends its byte; notes whether the server has closed."""
        try:
            while more := self.socket.recv(1 << 16):
                pass
            self.is_closed = not more
        except BlockingIOError:
            pass
        except OSError:
            self.is_closed = True
        try:
            if self.drip and not self.is_closed:
                self.socket.send(self.drip)
        except BlockingIOError:
            pass
        except OSError:
            self.is_closed = True


def kinds():
    """Kind, how many, what is sent at once, and what drips."""
    length = b"Content-Length: 40000000\r\n\r\n"
    yield "silent from the start", 100, b"", b""
    yield "headers that drip", 100, b"GET / HTTP/1.1\r\nX-Long: ", b"x"
    yield "half a head, then silence", 50, b"GET / HTTP/1.1\r\nHost: 127", b""
    yield "silent after an answer", 50, b"GET /sante HTTP/1.1\r\n" + HOST + b"\r\n", b""
    yield "a body that never begins", 50, FORM + length, b""
    yield "a body that drips", 100, FORM + length + PART, b"a"
    yield "chunks that drip", 30, FORM + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\n-\r\n"
    yield "an upload that stops", 20, FORM + length + UPLOAD, b""


class Drip(threading.Thread):
    """Keeps five hundred slow connections going until all are closed, or patience is over."""

    def __init__(self, port):
        super().__init__(daemon=True)
        self.crowd = [
            Slow(port, kind, beginning, drip) for kind, count, beginning, drip in kinds() for _ in range(count)
        ]

    def run(self):
        begun = time.monotonic()
        while (left := [slow for slow in self.crowd if not slow.is_closed]) and time.monotonic() - begun < PATIENCE:
            for slow in left:
                slow.look()
            time.sleep(1)
        self.seconds = time.monotonic() - begun

    def left(self):
        counts = {}
        for slow in self.crowd:
            if not slow.is_closed:
                counts[slow.kind] = counts.get(slow.kind, 0) + 1
        return counts


def visits(port):
    """How long each of some ordinary visits takes, in seconds, on a new connection each."""
    for _ in range(VISITS):
        visitor, begun = Visitor(port), time.monotonic()
        assert visitor.get("/reclamation").status == 200
        visitor.connection.close()
        yield time.monotonic() - begun


def usual(times):
    """The middle one: others may be at work on the machine."""
    return statistics.median(times)


def worst(times):
    """What 19 in 20 of them took at most."""
    return sorted(times)[len(times) * 95 // 100]


def upload_slowly(port, envoi, outcome):
    """An honest complaint over a bad line: 8 kB a second, with a pause of seven seconds in the middle."""
    fields = {
        "nom": "D’Àrçy", "prenom": "Noé", "vous_etes": "stagiaire", "courriel": "noe@exemple.example",
        "objet": "Par satellite", "reclamation": "La ligne est mauvaise.", "envoi": envoi, "etape": "envoi",
    }  # fmt: skip
    request = raw_post("/reclamation", fields, [("piece_jointe", "photo.txt", "text/plain", b"a" * 200_000)])
    with socket.create_connection(("127.0.0.1", port), timeout=120) as connection:
        for start in range(0, len(request), 4_000):
            connection.sendall(request[start : start + 4_000])
            time.sleep(7 if start == 100_000 else 0.5)
        outcome.append(connection.recv(1 << 16)[9:12])


def sockets(server):
    """How many sockets the server holds."""
    held = 0
    for path in pathlib.Path(f"/proc/{server.process.pid}/fd").iterdir():
        try:
            held += os.readlink(path).startswith("socket:")
        except OSError:
            pass  # Closed while we were looking.
    return held


def resting(server):
    """How many sockets it holds while nobody visits: the fewest seen."""
    seen = []
    for _ in range(20):
        seen.append(sockets(server))
        time.sleep(0.1)
    return min(seen)


def attach(port, staff):
    """The address of a large document of a case file."""
    visitor = Visitor(port)
    complaint = visitor.complain(objet="Une pièce lourde", files=[("lourd.pdf", "application/pdf", PDF)])
    visitor.connection.close()
    assert complaint.status == 303, complaint.status
    reception = next(link for link in staff.get("/receptions").page.links if link.startswith("/dossiers/"))
    return next(link for link in staff.get(reception).page.links if link.startswith("/pieces/"))


def ask_and_take_nothing(port, staff, document):
    """A connection that asks for a document and reads nothing of it."""
    connection = socket.socket()
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    connection.settimeout(30)
    connection.connect(("127.0.0.1", port))
    connection.sendall(raw_get(document, staff.cookie))
    return connection


def download_slowly(port, staff, document, outcome):
    """An honest reader: a minute over a bad line, 40 kB a second, then over a good one. A sender that fills the kernel's
    buffers sees nothing leave for half a minute at a time."""
    with socket.create_connection(("127.0.0.1", port), timeout=120) as connection:
        connection.sendall(raw_get(document, staff.cookie))
        length, slow_until = 0, time.monotonic() + 60
        while True:
            is_slow = time.monotonic() < slow_until
            try:
                taken = len(connection.recv(4_000 if is_slow else 1 << 20))
            except ConnectionError:
                break
            if not taken:
                break
            length += taken
            time.sleep(0.1 if is_slow else 0)
    outcome.append(length)


def wait_until(holds):
    """Waits for a condition; false when patience is over first."""
    end = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > end:
            return False
        time.sleep(0.5)
    return True


def run(tally, folder):
    with places("sqlite", folder) as place, Server(place) as server:
        quiet = resting(server)
        staff = Visitor(server.port).sign_in()
        document = attach(server.port, staff)
        alone = usual(list(visits(server.port)))
        staff.connection.close()
        alone_again = wait_until(lambda: sockets(server) <= quiet)
        tally.check(alone_again, "nobody is connected at first", sockets(server) - quiet)
        visitor = Visitor(server.port)
        outcome, envoi = [], visitor.open_form()
        visitor.connection.close()
        honest = threading.Thread(target=upload_slowly, args=(server.port, envoi, outcome))
        honest.start()
        downloaded = []
        reader = threading.Thread(target=download_slowly, args=(server.port, staff, document, downloaded))
        reader.start()
        takers = [ask_and_take_nothing(server.port, staff, document) for _ in range(5)]
        crowd = Drip(server.port)
        tally.check(len(crowd.crowd) == 500, "five hundred slow visitors are connected", len(crowd.crowd))
        crowd.start()
        times = list(visits(server.port))
        beside, limit = usual(times), max(1, 10 * alone)
        tally.check(beside < limit, f"others wait {beside:.3f} s beside them, {alone:.3f} s alone", limit)
        tally.check(worst(times) < 1, f"in {worst(times):.3f} s at p95", worst(times))
        crowd.join()
        tally.check(not crowd.left(), "each is closed by the server", crowd.left())
        say(f"      after {crowd.seconds:.0f} s")
        honest.join()
        tally.check(outcome == [b"303"], "an honest upload over a bad line is received", outcome)
        reader.join()
        tally.check(downloaded[0] > len(PDF), "an honest download over a bad line arrives whole", downloaded)
        closed = wait_until(lambda: sockets(server) <= quiet)
        held = sockets(server) - quiet
        tally.check(closed, "a document that nobody takes is let go, and no connection is held", held)
        left = list(server.scratch.rglob("*.upload"))
        tally.check(not left, "no upload of theirs is left in the spool", left[:3])
        for taker in takers:
            taker.close()


def main():
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    tally = Tally()
    say("slow visitors")
    with workshop("slow-visitors") as folder:
        run(tally, folder)
    tally.finish()


if __name__ == "__main__":
    main()
