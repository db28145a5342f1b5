"""The register of a hundred thousand cases: its first page, a search for a rare word, one case."""

import random
import re
import time

from harness import Progress, Server, say
from measures import RARE, Burst, Load, ServerTimes, send, staff_token, times
from visitors import Visitor, envoi_of, raw_get, raw_post
from volley import Volley

REFERENCE = re.compile(r'class="reference">(\d{4}-R-\d{4,})<')
ROUNDS = 2_000


class Filling:
    """Cases made by using the product: received, qualified, registered."""

    def __init__(self, staff):
        self.load, self.cookie, self.token = Load(), staff.cookie, staff_token(staff)
        self.numbers, self.wrong = [], []

    def act(self, reference, noun, version, **fields):
        """An act on a file of that version: how many acts there were, its reception the first."""
        fields = {"jeton": self.token, "version": version, **fields}
        return raw_post(f"/dossiers/{reference}/{noun}", fields, cookie=self.cookie)

    def one(self, rare):
        form = yield raw_get("/reclamation")
        envoi = envoi_of(form.body)
        yield send(envoi, self.load.complaint(rare))
        receipt = yield raw_get(f"/reclamation/recepisse/{envoi}")
        reference = REFERENCE.search(receipt.body.decode())
        if not reference:
            self.wrong.append(receipt.status)
            return
        judged = {"nature": "reclamation", "theme": "facturation", "consommateur": "oui"}
        yield self.act(reference[1], "qualification", "1", **judged)
        entered = yield self.act(reference[1], "inscription", "2")
        if entered.status == 303:
            self.numbers.append(entered.location.partition("?")[0].rpartition("/")[2])
        else:
            self.wrong.append(entered.status)


def fill(place, cases, seconds):
    """As many cases as asked for, or as the time allows. Returns their numbers, and the memory of the server after it."""
    with Server(place) as server:
        return received(server, cases, seconds), server.memory()


def received(server, cases, seconds):
    filling, begun = Filling(Visitor(server.port).sign_in()), time.monotonic()
    progress = Progress("cases", cases, every=20)
    while len(filling.numbers) < cases and time.monotonic() - begun < seconds:
        count = min(ROUNDS, cases - len(filling.numbers))
        Volley([server.port], (filling.one(index % ROUNDS == 7) for index in range(count)), 32).run()
        progress.at(len(filling.numbers))
        if filling.wrong:
            raise RuntimeError(f"filling the register failed: {filling.wrong[:3]}")
    elapsed = time.monotonic() - begun
    say(f"      {len(filling.numbers)} cases received, qualified and registered in {elapsed:.0f} s")
    return filling.numbers


def measure(tally, place, numbers, looks=400):
    """p50 and p99 of each page, over the cases of these numbers."""
    chance = random.Random(1)
    with Server(place) as server:
        cookie = Visitor(server.port).sign_in().cookie
        pages = [
            ("the register's page", "/registre", lambda: "/registre"),
            ("the register by due date", "/registre", lambda: "/registre?tri=echeance"),
            ("the receptions by arrival", "/receptions", lambda: "/receptions?tri=-recue"),
            ("a search for a rare word", "/registre", lambda: f"/registre?q={RARE[:5]}"),
            ("one case", "/dossiers/{numero}", lambda: f"/dossiers/{chance.choice(numbers)}"),
        ]
        for name, route, address in pages:
            look(tally, server, name, route, [raw_get(address(), cookie) for _ in range(looks)], len(numbers))


def look(tally, server, name, route, requests, cases):
    Burst(server.port, requests[:20], 1, wanted=200)
    inside = ServerTimes(server)
    burst = Burst(server.port, requests, 1, wanted=200)
    seconds, where = inside.of(route), "inside the server"
    if seconds is None:
        seconds, where = burst.seconds, "seen by the client, the log being too coarse"
    half, most = times(seconds)
    tally.check(not burst.wrong, f"{name} of {cases} answers 200 each time", burst.wrong[:2])
    tally.check(
        half < 10 and most < 50,
        f"{name} of {cases}: p50 {half:.2f} ms, p99 {most:.2f} ms {where}; under 10 and 50 wanted",
    )
