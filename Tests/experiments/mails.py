#!/usr/bin/env python3
"""S-76, S-77: whatever a mail is made of, the child that reads it answers within its two seconds, or is ended by its limits.

Mails as programs write them, the same ones damaged by chance, and mails that were made to be too much. With `--measured` no
mail may be too much at all, and two hundred ordinary ones are read each second.
"""

import argparse
import base64
import json
import pathlib
import random
import signal
import socket
import subprocess
import time

from harness import REPOSITORY, Progress, binary, conduct

SEEDS = REPOSITORY / "Tests/MailReadingTests/Mails"
SLOWEST = 60.0  # Seconds by the clock, on a machine that is busy; of the processor it has two.
FASTEST = 200  # Ordinary mails a second.
MOST_MEMORY = 768 << 10  # Kibibytes that a child may have come to, with what it takes itself.

PIECES = [
    b"=?utf-8?q?", b"=?utf-8?b?", b"?=", b"--", b"boundary=", b"\n\n", b"Content-Type: ", b"multipart/mixed", b"text/html",
    b"message/rfc822", b"<", b">", b"<!--", b"<style>", b"&#", b'"', b"(", b":", b";", b"*0*=", b"''", b"%", b"\0", b"\r",
    "Le 1 a écrit :".encode(), b"De : ", b"base64", b"quoted-printable", b"charset=utf-16", b"charset=iso-2022-jp",
    b"format=flowed", b"<blockquote>", b"</div>", b"begin 644 ", b"=\n",
]


class Reader:
    """A child, as a server starts one."""

    def __init__(self):
        self.ours, theirs = socket.socketpair()
        self.ours.settimeout(SLOWEST)
        self.process = subprocess.Popen(
            [binary(), "read-mail"], stdin=theirs, stdout=theirs, stderr=subprocess.DEVNULL,
            env={"SWIFT_BACKTRACE": "enable=no"},
        )
        theirs.close()
        self.sealed = self.take(1) == b"\1"
        self.is_last = False

    def take(self, count):
        taken = bytearray()
        while len(taken) < count:
            piece = self.ours.recv(min(1 << 20, count - len(taken)))
            if not piece:
                raise EOFError
            taken += piece
        return bytes(taken)

    def read(self, raw):
        """What it says of a mail: the JSON, and the files' lengths. - Throws: where it ends or is late."""
        self.ours.sendall(len(raw).to_bytes(4, "big") + raw)
        head = self.take(5)
        answer = self.take(int.from_bytes(head[1:], "big"))
        self.is_last = head[0] == 5
        length = int.from_bytes(answer[:4], "big")
        said, rest = json.loads(answer[4 : 4 + length]), answer[4 + length :]
        for file in said["files"]:
            count = int.from_bytes(rest[:4], "big")
            file["bytes"], rest = rest[4 : 4 + count], rest[4 + count :]
        if rest:
            raise ValueError("more than the files")
        return said

    @property
    def memory(self):
        """The most that it has had, in kibibytes; 0 once it has ended."""
        try:
            status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
            return int(status.split("VmHWM:")[1].split()[0])
        except (OSError, IndexError):
            return 0

    def end(self):
        """The signal that ended it; 0 where it ended by itself or was still there."""
        self.ours.close()
        try:
            return -min(0, self.process.wait(2))
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            return 0


class Room:
    """One child after another, and what became of them."""

    def __init__(self):
        self.reader, self.ends, self.slowest, self.memory = None, [], (0.0, ""), 0

    def ask(self, name, raw):
        self.reader = self.reader or Reader()
        begun = time.monotonic()
        try:
            said = self.reader.read(raw)
            self.memory = max(self.memory, self.reader.memory)
            if self.reader.is_last:
                self.leave()
            return said
        except (EOFError, OSError, ValueError, KeyError) as error:
            signalled = self.reader.end()
            self.ends.append((name, type(error).__name__, signalled))
            self.reader = None
            return None
        finally:
            self.slowest = max(self.slowest, (time.monotonic() - begun, name[:40]))

    def leave(self):
        if self.reader:
            signalled = self.reader.end()
            if signalled:
                self.ends.append(("between two mails", "", signalled))
        self.reader = None


def damaged(whole, others, lots):
    """A mail with some of its bytes turned, lost, doubled, or taken from elsewhere."""
    raw = bytearray(whole)
    for _ in range(lots.randint(1, 25)):
        raw = raw or bytearray(b"\n")
        place, kind = lots.randrange(len(raw)), lots.randrange(5)
        if kind == 0:
            raw[place] = lots.randrange(256)
        elif kind == 1:
            del raw[place : place + lots.randint(1, 40)]
        elif kind == 2:
            raw[place:place] = lots.choice(PIECES)
        elif kind == 3:
            other = lots.choice(others)
            start = lots.randrange(len(other))
            raw[place:place] = other[start : start + 60]
        else:
            raw[place:place] = raw[place : place + 100]
    return bytes(raw)


def too_much(size):
    """Mails made to exhaust whoever reads them, each about `size` bytes long where length is the point."""
    start = b"From: a@b.example\nSubject: trop\n"
    page, text = start + b"Content-Type: text/html\n\n", start + b"Content-Type: text/plain\n\n"

    def nested(depth):
        return start + b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(depth))

    yield "deep", nested(5_000) + b"\nau fond\n"
    yield "parts", start + b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * (size // 7)
    yield "headers", start + b"X: y\n" * (size // 5) + b"\nx"
    yield "a long header", start + b"X: " + b"y" * size + b"\n\nx"
    for name, unit in (("addresses", b"a@b.fr,"), ("groups", b"a:"), ("comments", b"("), ("angles", b"<"), ("quotes", b'"')):
        yield name, start + b"To: " + unit * (240_000 // len(unit)) + b"\n\nx"
    yield "parameters", start + b"Content-Type: text/plain" + b"".join(b";a*%d*=%%41" % n for n in range(20_000)) + b"\n\nx"
    yield "encoded words", start + b"Subject: " + b"=?utf-8?q?" * 24_000 + b"\n\nx"
    for unit in (b"<", b'<a x="', b"<!--", b"<style>", b"<div>", b"<blockquote>x", b"<ol><li>", b"&#x", b"<a href=http://x.fr>y",
                 b"<p>x", b"<pre>\n", b"<x a a a a a a a>", b"</div>"):
        yield f"html {unit.decode()}", page + unit * (size // len(unit))
    for unit in (b"> x\n", b">" * 70 + b"\n", b"De : x\n", b"Le 1 a \n", b"_" * 30 + b"\n", b"\n", b"-- \n", b"x\n\n> y\n\n"):
        yield f"text {unit.decode().strip()}", text + unit * (size // len(unit))
    yield "flowed", start + b"Content-Type: text/plain; format=flowed\n\n" + b"x \n" * (size // 3)
    yield "base64", start + b"Content-Type: a/b\nContent-Transfer-Encoding: base64\n\n" + (b"A" * 76 + b"\n") * (size // 77)
    yield "strokes", start + b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--\n" * (size // 3)
    yield "reports", start + b"Content-Type: message/delivery-status\n\n" + b"Action: failed\n\n" * (size // 16)
    yield "utf-16", start + b"Content-Type: text/plain; charset=utf-16\n\n" + b"\xd8\x00" * (size // 2)


def run(tally, options, _folder):
    lots = random.Random(2026)
    seeds = [path.read_bytes() for path in sorted(SEEDS.glob("*.eml"))]
    room = Room()
    begun = time.monotonic()
    for number in range(options.ordinary):
        room.ask("ordinary", seeds[number % len(seeds)])
    rate = options.ordinary / (time.monotonic() - begun)
    tally.check(not room.ends, f"{options.ordinary} ordinary mails are read, {rate:.0f} a second", room.ends[:3])
    if options.measured:
        tally.check(rate >= FASTEST, f"which is {FASTEST} at least", f"{rate:.0f}")
    reader = Reader()
    tally.check(reader.sealed, "the child has no files, network or programs left")
    reader.end()

    progress = Progress("damaged mails", options.count)
    for number in range(options.count):
        raw = damaged(lots.choice(seeds), seeds, lots)
        if room.ask(base64.b64encode(raw).decode(), raw) is None:
            break
        progress.at(number + 1)
    tally.check(not room.ends, f"{options.count} damaged mails are read, the slowest in {room.slowest[0]:.2f} s", room.ends[:1])

    room.slowest = (0.0, "")
    for name, raw in too_much(options.size):
        room.ask(name, raw)
    room.leave()
    # A debug build computes slowly: there the limit is allowed to end one, and nothing else is.
    bad = [end for end in room.ends if options.measured or end[2] != signal.SIGPROF]
    tally.check(not bad, f"mails that are too much are read, the slowest ({room.slowest[1]}) in {room.slowest[0]:.2f} s", bad[:5])
    tally.check(room.memory < MOST_MEMORY, f"in {room.memory >> 10} MiB at most", f"{room.memory >> 10} MiB")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ordinary", type=int, default=300, help="ordinary mails")
    parser.add_argument("--count", type=int, default=1_000, help="damaged mails")
    parser.add_argument("--size", type=int, default=1 << 20, help="bytes of those that are too long")
    parser.add_argument("--measured", action="store_true", help="hold rate and time, on a release build")
    conduct("mails", run, parser.parse_args())


if __name__ == "__main__":
    main()
