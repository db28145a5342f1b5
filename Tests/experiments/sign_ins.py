#!/usr/bin/env python3
"""S-52: two hundred sign-ins at once harm nobody.

Each of them costs scrypt's memory and a good part of a second; the server computes two at a time. All who give their
password are let in, each with a session of their own, and meanwhile people complain. With --measured the server's
memory and the form's answers are held to the figures wanted.
"""

import argparse
import http.client
import re
import threading
import time
import urllib.parse

from books import check_verify
from harness import PASSWORD, Broken, Place, Progress, Server, conduct, say
from visitors import Visitor
from volley import Volley

MOST_MEMORY, SLOWEST_FORM = 300 << 20, 1.0
COLLEAGUES = 5
COOKIE = re.compile(rb"\r\nset-cookie: *([^;\r]*)", re.IGNORECASE)


def colleagues(place):
    """Accounts of several people, so that not one person's lock is what is tried."""
    emails = [f"collegue{index}@formation.example" for index in range(COLLEAGUES)]
    for email in emails:
        account = ("--email", email, "--name", "Une collègue", "--roles", "accueil", "--password-stdin")
        place.command("user", "add", *account, input=PASSWORD + "\n")
    return emails


def request(form, email, password):
    """The sign-in that a browser would send from its page."""
    body = urllib.parse.urlencode({**form.fields, "courriel": email, "mot_de_passe": password}).encode()
    head = f"POST {form.action} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
    return f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body


class Crowd:
    """Everybody at once: what each was answered. A few more have no account."""

    def __init__(self, port, emails, count):
        self.port, self.sessions, self.wrong, self.refused, self.done = port, [], [], 0, 0
        form = Visitor(port).get("/connexion").page.form("/connexion")
        known = [emails[index % len(emails)] for index in range(count)]
        unknown = [f"inconnu{index}@formation.example" for index in range(count // 10)]
        self.visits = [self.visit(request(form, email, PASSWORD), email in emails) for email in known + unknown]

    def visit(self, request, knows):
        answer = yield request
        self.done += 1
        if knows and answer and answer.status == 303 and cookies(answer):
            self.sessions.append(cookies(answer))
        elif not knows and answer and answer.status == 401:
            self.refused += 1
        else:
            self.wrong.append((knows, answer and answer.status))

    def run(self):
        """From as many addresses: sign-ins to one account from one address would be slowed, as guesses are."""
        sources = [f"127.0.{1 + index // 200}.{1 + index % 200}" for index in range(len(self.visits))]
        return Volley([self.port], self.visits, len(self.visits), sources).run()


def cookies(answer):
    """What a browser would send back."""
    return "; ".join(found.decode() for found in COOKIE.findall(answer.head))


class Public:
    """Somebody who opens the form and complains again and again until told to stop."""

    def __init__(self, port):
        self.port, self.seconds, self.wrong, self.over = port, [], [], threading.Event()
        self.thread = threading.Thread(target=self._go_on)

    def _go_on(self):
        visitor = Visitor(self.port)
        try:
            while not self.over.is_set():
                begun = time.monotonic()
                page = visitor.get("/reclamation")
                self.seconds.append(time.monotonic() - begun)
                sent = visitor.complain()
                if (page.status, sent.status) != (200, 303):
                    self.wrong.append((page.status, sent.status))
                self.over.wait(0.05)
        except (OSError, http.client.HTTPException, Broken) as fault:
            self.wrong.append(fault)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.over.set()
        self.thread.join()


def run(tally, options, folder):
    say(f"{options.count} sign-ins at once, {options.count // 10} more with no account")
    place = Place(folder / "donnees").found()
    emails = colleagues(place)
    with Server(place) as server:
        crowd = Crowd(server.port, emails, options.count)
        progress = Progress("sign-ins", len(crowd.visits))
        with Public(server.port) as public:
            watcher = threading.Thread(target=watch, args=(crowd, progress, public.over))
            watcher.start()
            seconds = crowd.run()
        watcher.join()
        judge(tally, options, crowd, public, server, seconds)
        tally.check(server.stop() == 0, "the server ends with status 0")
        check_verify(tally, place)


def watch(crowd, progress, over):
    while not over.wait(1):
        progress.at(crowd.done)


def judge(tally, options, crowd, public, server, seconds):
    tally.check(not crowd.wrong, f"everybody was answered as they should, in {seconds:.1f} s", crowd.wrong[:5])
    own = len(crowd.sessions) == len(set(crowd.sessions)) == options.count
    tally.check(own, f"{options.count} were let in, each with a session of their own", len(set(crowd.sessions)))
    tally.check(crowd.refused == options.count // 10, f"{crowd.refused} without an account were not")
    shut = [cookie for cookie in crowd.sessions[::7] if not opens(server.port, cookie)]
    tally.check(not shut, "the sessions open the register", len(shut))
    served = bool(public.seconds) and not public.wrong
    tally.check(served, f"meanwhile {len(public.seconds)} complaints came in", public.wrong[:3])
    slowest = sorted(public.seconds)[len(public.seconds) * 95 // 100] if public.seconds else 0
    memory = server.memory("VmHWM")
    say(f"      memory {memory >> 20} MiB at most; the form in {slowest * 1000:.0f} ms at p95")
    if options.measured:
        tally.check(memory < MOST_MEMORY, f"memory stays under {MOST_MEMORY >> 20} MiB: {memory >> 20}")
        tally.check(slowest < SLOWEST_FORM, f"the form answers within {SLOWEST_FORM} s at p95: {slowest:.2f} s")


def opens(port, cookie):
    visitor = Visitor(port)
    return visitor.request("GET", "/registre", headers={"Cookie": cookie}).status == 200


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=20, help="200 for the whole experiment")
    parser.add_argument("--measured", action="store_true", help="hold memory and times to the figures wanted")
    options = parser.parse_args()
    conduct("sign-ins", run, options)


if __name__ == "__main__":
    main()
