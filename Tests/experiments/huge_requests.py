#!/usr/bin/env python3
"""Requests that are far too large, and requests that two readers could read differently.

Each is refused with a 4xx and its connection is closed before anything that follows it there is read as a request of
its own; the process lives on, answers others within a second meanwhile, and holds no more memory than before. A form that
comes in chunks of one byte is large in nothing, and is received.
"""

import argparse
import re
import socket
import time

from harness import Server, Tally, places, say, workshop
from visitors import COMPLAINT, Bystander, Visitor, multipart

PATIENCE = 120
# Refused for what they say; where they end is beyond doubt, so that the connection may go on.
BOUNDED = {"two hosts", "no host", "a chunk's extension of 64 MiB"}
STATUS = re.compile(rb"HTTP/1\.1 \d\d\d ")
MOST_GROWTH = 64 << 20
SLOWEST = 1.0  # Seconds, 19 times in 20, for others meanwhile.
DOCUMENT = 50_000  # Bytes, in as many chunks.
HOST = b"Host: 127.0.0.1\r\n"
# What would be answered if the rest of a refused request were taken for another.
FIRST = b"GET /sante HTTP/1.1\r\n" + HOST + b"\r\n"
SECOND = b"GET /sante HTTP/1.1\r\nConnection: close\r\n" + HOST + b"\r\n"
FORM = b"POST /reclamation HTTP/1.1\r\n" + HOST + b"Content-Type: application/x-www-form-urlencoded\r\n"
CHUNKED = b"Transfer-Encoding: chunked\r\n"


def repeated(piece, total):
    """A long text in pieces, so that it need not be held whole."""
    block = piece * max(1, (1 << 16) // len(piece))
    for _ in range(0, total, len(block)):
        yield block


def huge():
    """Name, and the pieces of a request that is too large in one way."""
    start = b"GET / HTTP/1.1\r\n" + HOST
    small = (b"X-%06d: x\r\n" % number for number in range(300_000))
    yield "300,000 headers", [start, *small, b"\r\n"]
    yield "1,200 headers", [start, *(b"X-%04d: x\r\n" % number for number in range(1_200)), b"\r\n"]
    yield "a header of 100 KiB", [start, b"X-Long: ", b"x" * (100 << 10), b"\r\n\r\n"]
    yield "a header of 64 MiB", [start, b"X-Long: ", *repeated(b"x", 64 << 20), b"\r\n\r\n"]
    yield "the name of a header of 1 MiB", [start, b"X" * (1 << 20), b": x\r\n\r\n"]
    yield "an address of 100 KiB", [b"GET /", b"a" * (100 << 10), b" HTTP/1.1\r\n", HOST, b"\r\n"]
    yield "an address of 64 MiB", [b"GET /?", *repeated(b"a", 64 << 20), b" HTTP/1.1\r\n", HOST, b"\r\n"]
    yield "a method of 1 MiB", [b"G" * (1 << 20), b" / HTTP/1.1\r\n", HOST, b"\r\n"]
    yield "a cookie of 90 KiB", [start, b"Cookie: session=", b"x" * (90 << 10), b"\r\n\r\n"]
    trailers = (b"X-%06d: x\r\n" % number for number in range(300_000))
    yield "300,000 trailers", [FORM, CHUNKED, b"\r\n3\r\na=b\r\n0\r\n", *trailers, b"\r\n"]
    extended = [b"\r\n3;x=", *repeated(b"y", 64 << 20), b"\r\na=b\r\n0\r\n\r\n"]
    yield "a chunk's extension of 64 MiB", [FORM, CHUNKED, *extended]


def ambiguous(body=b"etape=envoi"):
    """Name, and a request that a proxy in front and we could end at different places."""
    size = b"%d" % len(body)
    length = b"Content-Length: %d\r\n" % len(body)
    for name, headers in {
        "a length and chunks": length + CHUNKED,
        "chunks and a length": CHUNKED + length,
        "two lengths": length + b"Content-Length: 3\r\n",
        "two equal lengths": length + length,
        "a list of lengths": b"Content-Length: " + size + b", 3\r\n",
        "a length with a sign": b"Content-Length: +" + size + b"\r\n",
        "a negative length": b"Content-Length: -" + size + b"\r\n",
        "a length that is none": b"Content-Length: 0x%x\r\n" % len(body),
        "a length beyond all counting": b"Content-Length: 99999999999999999999999\r\n",
        "chunked twice": CHUNKED + CHUNKED,
        "chunked, then not": b"Transfer-Encoding: chunked, identity\r\n",
        "an unknown coding": b"Transfer-Encoding: xchunked\r\n",
        "a coding with a tab": b"Transfer-Encoding:\tchunked, gzip\r\n",
        "a blank before the colon": b"Content-Length : " + size + b"\r\n",
        "a folded header": length + b"X-Long: a\r\n b\r\n",
        "a NUL in a header": length + b"X-Nul: a\0b\r\n",
        "a CR in a header": length + b"X-Return: a\rb\r\n",
        "a header without a colon": length + b"Sans deux-points\r\n",
        "a header without a name": length + b": x\r\n",
        "lines that end in LF": length.replace(b"\r\n", b"\n"),
    }.items():
        yield name, [FORM + headers + b"\r\n" + body]
    for name, chunks in {
        "a size that is none": b"zz\r\n" + body + b"\r\n0\r\n\r\n",
        "a negative size": b"-3\r\na=b\r\n0\r\n\r\n",
        "a size in hexadecimal notation": b"0x3\r\na=b\r\n0\r\n\r\n",
        "a size beyond all counting": b"fffffffffffffffffffff\r\na=b\r\n0\r\n\r\n",
        "a size too small": b"3\r\n" + body + b"\r\n0\r\n\r\n",
        "a chunk without its line end": b"3\r\na=b0\r\n\r\n",
        "a blank after a size": b"3 \r\na=b\r\n0\r\n\r\n",
        "chunks that end in LF": b"3\na=b\n0\n\n",
    }.items():
        yield f"chunks: {name}", [FORM + CHUNKED + b"\r\n" + chunks]
    yield "HTTP/3.7", [b"GET / HTTP/3.7\r\n" + HOST + b"\r\n"]
    yield "no version", [b"GET /\r\n"]
    yield "a blank in the address", [b"GET /a b HTTP/1.1\r\n" + HOST + b"\r\n"]
    yield "LF in the first line", [b"GET / HTTP/1.1\n" + HOST + b"\r\n"]
    yield "TLS", [b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(200)]
    yield "two hosts", [b"GET / HTTP/1.1\r\n" + HOST + b"Host: evil.example\r\n\r\n"]
    yield "no host", [b"GET / HTTP/1.1\r\n\r\n"]


def exchange(port, pieces):
    """All that comes back until the connection is closed; None where it is not closed in time."""
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as connection:
        try:
            for piece in pieces:
                connection.sendall(piece)
            connection.sendall(SECOND)
        except OSError:
            pass  # Refused and closed before everything was sent.
        answer = b""
        try:
            while more := connection.recv(1 << 16):
                answer += more
        except ConnectionError:
            pass  # Closed while we were still sending: what had come before may be lost.
        except TimeoutError:
            return None
        return answer


def in_single_bytes(envoi):
    """A complaint with a document, each byte of it in a chunk of its own."""
    fields = {**COMPLAINT, "envoi": envoi, "etape": "envoi"}
    kind, body = multipart(fields, [("piece_jointe", "a.txt", "text/plain", b"a" * DOCUMENT)])
    yield b"POST /reclamation HTTP/1.1\r\n" + HOST + f"Content-Type: {kind}\r\n".encode() + CHUNKED + b"\r\n"
    for start in range(0, len(body), 1_000):
        yield b"".join(b"1\r\n%c\r\n" % byte for byte in body[start : start + 1_000])
    yield b"0\r\n\r\n"


def judge(answer, may_stay):
    """What is wrong with an answer, or None. `may_stay` where the bounds of the request are beyond doubt."""
    if answer is None:
        return "the connection stays open"
    statuses = [int(line[9:12]) for line in STATUS.findall(answer)]
    if len(statuses) > (2 if may_stay else 1):
        return f"what follows was read as a request: {statuses}"
    if statuses and not 400 <= statuses[0] < 500:
        return f"status {statuses[0]}"
    return None


def run(tally, folder):
    with places("sqlite", folder) as place, Server(place) as server:
        answer = exchange(server.port, [FIRST])
        tally.check(STATUS.findall(answer or b"") == [b"HTTP/1.1 200 "] * 2, "two whole requests are answered", answer)
        others = Bystander(server.port)
        others.start()
        before = server.memory()
        slowest = 0.0
        for name, pieces in [*huge(), *ambiguous()]:
            begun = time.monotonic()
            answer = exchange(server.port, pieces)
            slowest = max(slowest, time.monotonic() - begun)
            fault = judge(answer, name in BOUNDED)
            tally.check(fault is None, f"{name}: {answer[9:12].decode() if answer else 'closed'}", fault)
            if not server.answers():
                tally.check(False, f"{name}: the server answers others afterwards", server.process.poll())
                return
        say(f"      the slowest took {slowest:.1f} s")
        answer = exchange(server.port, in_single_bytes(Visitor(server.port).open_form()))
        statuses = STATUS.findall(answer or b"")
        tally.check(statuses[:1] == [b"HTTP/1.1 303 "], f"a form of {DOCUMENT} one-byte chunks is received", statuses)
        waited = others.stop()
        claim = f"others, {len(others.seconds)} times, were answered in {waited:.3f} s at p95 meanwhile"
        tally.check(waited < SLOWEST and not others.failed, claim, others.failed[:3])
        growth = server.memory("VmHWM") - before
        tally.check(growth < MOST_GROWTH, f"memory grew by {growth >> 20} MiB at most", f"{growth >> 20} MiB")
        tally.check(Visitor(server.port).complain().status == 303, "a complaint is received afterwards")


def main():
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    tally = Tally()
    say("huge and ambiguous requests")
    with workshop("huge-requests") as folder:
        run(tally, folder)
    tally.finish()


if __name__ == "__main__":
    main()
