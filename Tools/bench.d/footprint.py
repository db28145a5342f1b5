"""How soon the server answers, and how much memory it holds."""

import socket
import threading
import time

from harness import Server
from measures import open_forms, percentile
from story import pdf
from visitors import COMPLAINT, raw_post

MEBIBYTE = 1 << 20
UPLOADS, UPLOAD_BYTES = 50, 25_000_000


def start(tally, place, times=5):
    """From the start of the process to its first answer; the median of a few, the files being in the cache."""
    seconds = []
    for _ in range(times):
        server = Server(place)
        begun = time.perf_counter()
        server.start()
        seconds.append(time.perf_counter() - begun)
        idle = server.memory()
        server.stop()
    half = percentile(seconds, 0.5)
    tally.check(half < 0.3, f"first answer {half * 1000:.0f} ms after the start, under 300 wanted")
    tally.check(idle < 100 * MEBIBYTE, f"resident memory idle: {idle / MEBIBYTE:.0f} MiB, under 100 wanted")


def after_load(tally, memory):
    tally.check(memory < 100 * MEBIBYTE, f"resident memory after load: {memory / MEBIBYTE:.0f} MiB, under 100 wanted")


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


def uploads(tally, place):
    """Fifty documents of 25 MB at once."""
    document = [("piece_jointe", "scan.pdf", "application/pdf", pdf(UPLOAD_BYTES))]
    with Server(place) as server:
        for _ in range(20):
            open_forms(server.port, 5)
        before = server.memory()
        answers, threads = [], []
        for index, envoi in enumerate(open_forms(server.port, UPLOADS)):
            words = COMPLAINT | {"objet": f"Scan {index}", "courriel": f"s{index}@exemple.example"}
            request = raw_post("/reclamation", {**words, "envoi": envoi, "etape": "envoi"}, document)
            threads.append(threading.Thread(target=upload, args=(server.port, request, answers)))
        begun = time.monotonic()
        with Watch(server) as watch:
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
        elapsed = time.monotonic() - begun
    received = answers.count(303)
    others = [answer for answer in answers if answer != 303]
    total = UPLOADS * UPLOAD_BYTES / elapsed / 1e6
    tally.check(received == UPLOADS, f"{received} of {UPLOADS} uploads of 25 MB received, {total:.0f} MB/s", others[:3])
    growth = (watch.highest - before) / MEBIBYTE
    tally.check(
        growth < 64, f"memory grew by {growth:.0f} MiB under them, from {before / MEBIBYTE:.0f}; under 64 wanted"
    )
