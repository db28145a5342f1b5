"""Receptions a second, all their work included, against the bare rate of the same machine's SQLite."""

from harness import Server, say
from measures import Burst, Load, open_forms, send, times
from visitors import raw_get, raw_post

WANTED_SHARE = 0.50
CLIENTS = (1, 8, 32)
IDLE_REQUESTS = 10_000


class Measured:
    """A burst, and how many processors the server took for it."""

    def __init__(self, server, requests, clients, wanted):
        before = server.processor_seconds()
        self.clients, self.burst = clients, Burst(server.port, requests, clients, wanted)
        self.processors = (server.processor_seconds() - before) / self.burst.elapsed

    def say(self, what, bare):
        burst, (half, most) = self.burst, times(self.burst.seconds)
        each = self.processors / burst.rate * 1000
        say(
            f"      {self.clients:2} clients: {burst.rate:6.0f} {what}/s, {burst.rate / bare:4.0%} of bare; "
            f"p50 {half:.1f} ms, p99 {most:.1f} ms; "
            f"processors: server {self.processors:.2f} ({each:.2f} ms each), clients {burst.client_share:.2f}"
        )


def measure(tally, place, yardstick, count, environment=None):
    """At 1, 8 and 32 clients; the yardstick is taken before each and after the last."""
    load, bare, results = Load(), [], []
    with Server(place, environment) as server:
        for clients in CLIENTS:
            bare.append(yardstick.commits_per_second())
            forms = open_forms(server.port, count * min(clients, 8) // 4)
            requests = [send(envoi, load.complaint()) for envoi in forms]
            results.append(Measured(server, requests, clients, wanted=303))
        memory = server.memory()
        bare.append(yardstick.commits_per_second())
        idle = without_work(server, load)
    rate = sum(bare) / len(bare)
    say(f"      bare SQLite, one row of 1 kB a durable commit: {rate:.0f}/s (measured {len(bare)} times: {bare})")
    for result in results:
        result.say("receptions", rate)
        wrong = result.burst.wrong
        tally.check(not wrong, f"all of {result.clients} clients' complaints were received", wrong[:2])
    for what, result in idle.items():
        result.say(what, rate)
        tally.check(not result.burst.wrong, f"all {what} were answered", result.burst.wrong[:2])
    share = results[-1].burst.rate / rate
    tally.check(share >= WANTED_SHARE, f"32 clients reach {share:.0%} of the bare rate, {WANTED_SHARE:.0%} wanted")
    return memory


def without_work(server, load):
    """What HTTP alone reaches with as many clients: no page, no letter, next to no database.

    A complaint is sent to the address that ends a session: where there is none, it is led to the sign-in page unread, by
    an answer like a reception's. And the smallest answer there is.
    """
    complaint = raw_post("/deconnexion", {**load.complaint(), "etape": "envoi"})
    return {
        "complaints turned away": Measured(server, [complaint] * IDLE_REQUESTS, CLIENTS[-1], wanted=303),
        "checks of health": Measured(server, [raw_get("/sante")] * IDLE_REQUESTS, CLIENTS[-1], wanted=200),
    }
