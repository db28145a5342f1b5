#!/usr/bin/env python3
"""S-47: ten thousand guesses at tracking secrets, from one address and then from hundreds, open nothing.

Of one address's guesses a handful is looked at; the others are told to wait, longer and longer. No case file is locked by
it: somebody who has a secret goes on opening theirs from elsewhere, without waiting.
"""

import argparse
import random
import time
import urllib.parse

from alike import SECRET, symbols, token
from harness import Broken, Progress, Server, conduct, places, say
from visitors import Bystander, Visitor
from volley import Volley

GUESSERS = 500
# A wait lasts a minute at most, and failures of a minute ago are forgotten: ten guesses, and those between the waits.
MOST_A_MINUTE = 16
# Guesses of one address before it has to wait.
TOLERATED = 10
# Of a hundred guesses, those that may get no answer since their connection is lost.
MOST_LOST = 1
SLOWEST = 1.0  # Seconds, 19 times in 20, for whoever has a secret beside one guesser.


class Owner(Bystander):
    """Somebody who opens their case file with its secret, over and over."""

    def __init__(self, port, secret):
        super().__init__(port)
        self.secret, self.refused = secret, []

    def run(self):
        while not self.over.is_set():
            visitor = Visitor(self.port)
            form = visitor.get("/suivi").page.form("/suivi")
            begun = time.monotonic()
            reply = visitor.post_plainly("/suivi", {**form.fields, "code_de_suivi": self.secret})
            self.seconds.append(time.monotonic() - begun)
            if reply.location != "/suivi/dossier" or visitor.get(reply.location).status != 200:
                self.refused.append(reply.status)
            visitor.connection.close()
            self.over.wait(0.1)


def complaint(port):
    """The secret of a complaint, as its receipt shows it."""
    visitor = Visitor(port)
    receipt = visitor.get(visitor.complain().location)
    secret = "".join(SECRET.findall(receipt.html))
    if len(secret) != 26:
        raise Broken(f"no secret on the receipt: {len(secret)} symbols")
    return secret


def request(jeton, secret):
    body = urllib.parse.urlencode({"jeton": jeton, "code_de_suivi": secret}).encode()
    head = "POST /suivi HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
    return f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body


def guess(port, count, sources, title):
    """As many guesses at once as there are addresses: how many were answered how, and the seconds that it took."""
    jeton, statuses = token(port, "/suivi"), {}
    progress = Progress(title, count)

    def visits():
        for number in range(count):
            yield visit(number)

    def visit(number):
        answer = yield request(jeton, symbols(26))
        # Nobody answers where the connection is lost; the next guess is made on another.
        kind = answer.status if answer else "lost"
        statuses[kind] = statuses.get(kind, 0) + 1
        progress.at(sum(statuses.values()))

    seconds = Volley([port], visits(), len(sources), sources).run()
    return statuses, seconds


def judge(tally, title, statuses, seconds, addresses):
    say(f"      {title}: {statuses} in {seconds:.0f} s")
    opened = sum(count for status, count in statuses.items() if status not in (422, 429, "lost"))
    tally.check(opened == 0, f"{title}: nothing was opened, nothing went wrong", statuses)
    asked, lost = sum(statuses.values()), statuses.get("lost", 0)
    tally.check(lost * 100 <= asked * MOST_LOST, f"{title}: {lost} of {asked} got no answer", statuses)
    looked, most = statuses.get(422, 0), addresses * MOST_A_MINUTE * (1 + int(seconds) // 60)
    # Whoever is kept waiting from the first guess on proves nothing. Addresses do not all ask as often: half of it will do.
    least = max(1, addresses * min(TOLERATED, asked // addresses) // 2)
    claim = f"{title}: {looked} were looked at, the others waited"
    tally.check(least <= looked <= most, claim, f"{least} to {most}")


def run(tally, options, folder):
    with places("sqlite", folder) as place, Server(place) as server:
        secret = complaint(server.port)
        many = [f"127.9.{index // 250}.{1 + index % 250}" for index in range(GUESSERS)]
        for title, sources, clients in (("one address", ["127.8.0.1"] * 8, 1), ("500 addresses", many, GUESSERS)):
            random.shuffle(sources)
            owner = Owner(server.port, secret)
            owner.start()
            statuses, seconds = guess(server.port, options.count, sources, title)
            slowest = owner.stop()
            judge(tally, title, statuses, seconds, clients)
            claim = f"{title}: meanwhile the secret opened its case {len(owner.seconds)} times, in {slowest:.3f} s at p95"
            # Behind five hundred who ask at once somebody waits their turn.
            is_quick = slowest < SLOWEST or clients > 1
            tally.check(owner.seconds and not owner.refused and is_quick, claim, owner.refused[:5])
        tally.check(server.stop() == 0, "the server ends with status 0")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=10_000, help="guesses, from one address and from hundreds")
    options = parser.parse_args()
    say(f"{options.count} guesses at tracking secrets")
    conduct("guesses", run, options)


if __name__ == "__main__":
    main()
