"""How soon the server answers, and how much memory it holds."""

import time

from harness import Server
from measures import percentile

MEBIBYTE = 1 << 20


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
