#!/usr/bin/env python3
"""F-10, S-40: a form counts once, however often it is sent.

Each form is sent two to five times: at once (a double click), one after the other (later), and through a proxy that
hands the request on and drops the response (a lost answer). Every sending must lead to the same receipt.
"""

import argparse
import asyncio
import random
import threading
import time

from books import Books, check_verify
from harness import Postgres, Progress, Server, Tally, places, say, workshop
from visitors import COMPLAINT, Visitor, envoi_of, raw_get, raw_post, reference_of
from volley import Volley

MANNERS = ("at once", "later", "answer lost")


class DroppingProxy:
    """A TCP proxy that hands every request on whole and closes as soon as the server begins to answer it."""

    def __init__(self, target):
        self.target, self.port, self.dropped = target, None, 0
        self.loop = asyncio.new_event_loop()
        self.ready = threading.Event()
        self.thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self):
        self.thread.start()
        self.ready.wait(60)
        return self

    def __exit__(self, *_):
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join(5)

    def _run(self):
        asyncio.set_event_loop(self.loop)
        server = self.loop.run_until_complete(asyncio.start_server(self._serve, "127.0.0.1", 0))
        self.port = server.sockets[0].getsockname()[1]
        self.ready.set()
        self.loop.run_forever()

    async def _serve(self, reader, writer):
        upstream_reader, upstream = await asyncio.open_connection("127.0.0.1", self.target)

        async def forward():
            while data := await reader.read(1 << 16):
                upstream.write(data)
                await upstream.drain()

        forwarding = asyncio.create_task(forward())
        if await upstream_reader.read(1):
            self.dropped += 1
        forwarding.cancel()
        for end in (writer, upstream):
            end.close()


class Form:
    """One form and what its sendings were answered."""

    def __init__(self, index, chance):
        self.index, self.envoi, self.answers = index, None, []
        self.manner, self.times = MANNERS[index % 3], chance.randint(2, 5)
        self.words = {**COMPLAINT, "objet": f"Réclamation {index:05d}", "courriel": f"p{index}@exemple.example"}
        size = chance.choice([200, 5_000, 300_000])
        content = f"{chance.getrandbits(64):016x}\n".encode() * (size // 17)
        self.files = [("piece_jointe", "preuve.txt", "text/plain", content)] if index % 4 == 0 else []

    @property
    def request(self):
        return raw_post("/reclamation", {**self.words, "envoi": self.envoi, "etape": "envoi"}, self.files)

    def open(self):
        page = yield raw_get("/reclamation")
        self.envoi = envoi_of(page.body)

    def send(self):
        answer = yield self.request
        self.answers.append((answer.status, answer.location) if answer else None)

    def send_again(self, times):
        for _ in range(times):
            yield from self.send()

    @property
    def wrong_answers(self):
        good = (303, f"/reclamation/recepisse/{self.envoi}")
        return [answer for answer in self.answers if answer is not None and answer != good]


def send_all(ports, proxy, forms):
    """Every form in its manner; the copies sent at once go over as many connections."""
    for form in forms:
        if form.manner == "at once":
            Volley(ports, [form.send() for _ in range(form.times)], form.times).run()
    later = [form.send_again(form.times) for form in forms if form.manner == "later"]
    Volley(ports, later, 8).run()
    lost = [form for form in forms if form.manner == "answer lost"]
    Volley([proxy.port], [form.send_again(form.times - 1) for form in lost], 8).run()
    Volley(ports, [form.send() for form in lost], 8).run()


def run(engine, options, tally, folder):
    say(f"{engine}: {options.forms} forms, each sent 2 to 5 times: {', '.join(MANNERS)}; seed {options.seed}")
    chance = random.Random(options.seed)
    forms = [Form(index, chance) for index in range(options.forms)]
    with places(engine, folder) as place:
        servers = [Server(place).start() for _ in range(3 if engine == "postgresql" else 1)]
        ports = [server.port for server in servers]
        progress = Progress("forms", len(forms))
        with DroppingProxy(ports[0]) as proxy:
            for start in range(0, len(forms), 100):
                some = forms[start : start + 100]
                Volley(ports, [form.open() for form in some], 8).run()
                send_all(ports, proxy, some)
                progress.at(start + len(some), f"{proxy.dropped} answers dropped")
            tally.check(proxy.dropped > 0, f"{proxy.dropped} answers were dropped on their way")
        references = judge(tally, forms, Visitor(ports[0]))
        another_body(tally, forms[0], Visitor(ports[-1]))
        for server in servers:
            server.stop()
        count(tally, forms, references, Books(place))
        check_verify(tally, place)


def judge(tally, forms, visitor):
    """What each form's senders were told, and the receipt that they see."""
    for manner in MANNERS:
        wrong = [
            (form.index, form.times, bool(form.files), form.answers)
            for form in forms
            if form.manner == manner and form.wrong_answers
        ]
        tally.check(
            not wrong, f"{manner}: every sending leads to the receipt", f"{len(wrong)} forms, such as {wrong[:2]}"
        )
    references = {}
    for form in forms:
        receipt = visitor.get(f"/reclamation/recepisse/{form.envoi}")
        references[form.words["objet"]] = reference_of(receipt.html) if receipt.status == 200 else None
    without = [subject for subject, reference in references.items() if not reference]
    tally.check(not without, "every form has its receipt", f"{len(without)} have none: {without[:5]}")
    return references


def another_body(tally, form, visitor):
    """The same identifier with other words is a conflict, and the words are kept on the page."""
    words = {
        **form.words,
        "reclamation": "D’autres mots, sous le même formulaire.",
        "envoi": form.envoi,
        "etape": "envoi",
    }
    reply = visitor.post("/reclamation", words)
    tally.check(
        reply.status == 409 and "D’autres mots, sous le même formulaire." in reply.page.text,
        "another complaint under the same identifier gets 409 with its words kept",
        reply.status,
    )


def count(tally, forms, references, books):
    counts = books.subjects()
    total, doubled = sum(counts.values()), [subject for subject, found in counts.items() if found > 1]
    tally.check(total == len(forms), f"exactly {len(forms)} complaints were received", total)
    tally.check(not doubled, "none is there twice", doubled[:5])
    inside = books.references()
    wrong = [subject for subject, reference in references.items() if reference and inside.get(subject) != reference]
    tally.check(not wrong, "every receipt shows the complaint's own reference", wrong[:5])
    broken = books.broken_attachments()
    tally.check(not broken, "every file is there to its last byte", broken[:5])
    files = books.attachment_digests()
    more = [form.index for form in forms if len(files.get(form.words["objet"], [])) != len(form.files)]
    tally.check(not more, "every complaint has each of its files once", more[:5])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--forms", type=int, default=150, help="1000 for the whole experiment")
    parser.add_argument("--engine", choices=["sqlite", "postgresql"], default="sqlite")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    options = parser.parse_args()
    tally = Tally()
    if options.engine == "postgresql" and not Postgres.is_installed():
        tally.skip("repeated forms on PostgreSQL", "no PostgreSQL under /usr/lib/postgresql")
        tally.finish()
    with workshop("repeats") as folder:
        run(options.engine, options, tally, folder)
    tally.finish()


if __name__ == "__main__":
    main()
