"""Receptions a second, all their work included, against the bare rate of the same machine's SQLite."""

from harness import Server, say
from measures import Burst, Load, open_forms, send, times

WANTED_SHARE = 0.50


def measure(tally, place, yardstick, count, environment=None):
    """At 1, 8 and 32 clients; the yardstick is taken before each and after the last."""
    load, bare = Load(), []
    with Server(place, environment) as server:
        results = []
        for clients in (1, 8, 32):
            bare.append(yardstick.commits_per_second())
            forms = open_forms(server.port, count * min(clients, 8) // 4)
            requests = [send(envoi, load.complaint()) for envoi in forms]
            before = server.processor_seconds()
            burst = Burst(server.port, requests, clients, wanted=303)
            used = (server.processor_seconds() - before) / burst.elapsed
            results.append((clients, burst, used))
        bare.append(yardstick.commits_per_second())
        memory = server.memory()
    rate = sum(bare) / len(bare)
    say(f"      bare SQLite, one row of 1 kB a durable commit: {rate:.0f}/s (measured {len(bare)} times: {bare})")
    for clients, burst, used in results:
        half, most = times(burst.seconds)
        say(
            f"      {clients:2} clients: {burst.rate:6.0f} receptions/s, {burst.rate / rate:4.0%} of bare; "
            f"p50 {half:.1f} ms, p99 {most:.1f} ms; processors: server {used:.2f}, clients {burst.client_share:.2f}"
        )
        tally.check(not burst.wrong, f"all of {clients} clients' complaints were received", burst.wrong[:2])
    share = results[-1][1].rate / rate
    tally.check(share >= WANTED_SHARE, f"32 clients reach {share:.0%} of the bare rate, {WANTED_SHARE:.0%} wanted")
    return memory
