#!/usr/bin/env python3
"""F-01, S-63: a complaint that was acknowledged survives kill -9, with its files, once.

Eight clients send complaints with up to three files; the server is killed at a random moment; the next one must know
every complaint that was acknowledged, and take the unanswered ones again without doubling them.
"""

import argparse
import hashlib
import itertools
import random
import threading
import time

from books import Books, check_numbers, check_verify
from harness import Postgres, Progress, Server, Tally, places, say, workshop
from visitors import COMPLAINT, Visitor, envoi_of, raw_get, raw_post, reference_of
from volley import Volley


class Sender:
    """The clients' own journal: what they sent, and what they were told."""

    def __init__(self, seed):
        self.chance = random.Random(seed)
        self.serial = itertools.count(1)
        self.sent, self.acknowledged, self.refused = {}, {}, []
        self.fresh = []

    def files(self, count):
        """Text files of all sizes, none like another; some span several chunks of the database."""
        for number in range(count):
            size = self.chance.choice([1, 300, 4_000, 70_000, 300_000, 600_000])
            line = f"{self.chance.getrandbits(128):032x}\n".encode()
            yield "piece_jointe", f"piece-{number}.txt", "text/plain", (line * (size // len(line) + 1))[: size + 33]

    def complaint(self):
        """A form of its own subject, ready to be sent as often as needed."""
        number = next(self.serial)
        words = {**COMPLAINT, "objet": f"Réclamation {number:06d}", "courriel": f"p{number}@exemple.example"}
        return words, list(self.files(self.chance.choice([0, 0, 1, 2, 3])))

    def visit(self):
        page = yield raw_get("/reclamation")
        if page is None or page.status != 200:
            return
        envoi = envoi_of(page.body)
        words, files = self.complaint()
        self.sent[words["objet"]] = (envoi, words, files)
        yield from self.send(words["objet"])

    def send(self, subject):
        """Sends a complaint, for the first time or again; notes the acknowledgement."""
        envoi, words, files = self.sent[subject]
        answer = yield raw_post("/reclamation", {**words, "envoi": envoi, "etape": "envoi"}, files)
        if answer is None:
            return
        if answer.status == 303 and answer.location.endswith(envoi):
            self.acknowledged[subject] = sorted(hashlib.sha256(file[3]).hexdigest() for file in files)
            self.fresh.append(subject)
        else:
            self.refused.append((subject, answer.status, answer.body[:300]))

    @property
    def unanswered(self):
        return [subject for subject in self.sent if subject not in self.acknowledged]

    def forget_bodies(self):
        """What is acknowledged and looked at again needs no bytes any more."""
        for subject in self.fresh:
            self.sent[subject] = (self.sent[subject][0], None, None)
        self.fresh = []


def one_life(server, sender, longest):
    """From a first answer to a kill at a random moment; true when the clients were in the middle of something."""
    dead = threading.Event()

    def execute():
        time.sleep(random.uniform(0.005, longest))
        server.kill()
        dead.set()

    def visits():
        while not dead.is_set():
            yield sender.visit()

    killer = threading.Thread(target=execute)
    killer.start()
    Volley([server.port], visits(), 8).run(until=dead.is_set)
    killer.join()


def look_again(server, sender):
    """After a restart: what was acknowledged has its receipt; what was not is sent again. Returns what is wrong."""
    wrong, visitor = [], Visitor(server.port)
    for subject in sender.fresh:
        receipt = visitor.get(f"/reclamation/recepisse/{sender.sent[subject][0]}")
        if receipt.status != 200 or subject not in receipt.html or not reference_of(receipt.html):
            wrong.append((subject, receipt.status))
    sender.forget_bodies()
    Volley([server.port], [sender.send(subject) for subject in sender.unanswered], 4).run()
    return wrong


def leftovers(server):
    """Uploads that a dead server left in the temporary folder."""
    return [path.name for path in server.scratch.rglob("*.upload")]


def run(engine, options, tally, folder):
    say(f"{engine}: {options.kills} kills -9 during intake by 8 clients, 0 to 3 files each; seed {options.seed}")
    random.seed(options.seed)
    sender, progress, lost, unsound = Sender(options.seed), Progress("kills", options.kills), [], 0
    with places(engine, folder) as place:
        server = Server(place).start()
        for kill in range(1, options.kills + 1):
            one_life(server, sender, options.longest)
            if kill % options.verify_every == 0:
                unsound += not check_verify(tally, place, claim=f"`verify` is content after kill {kill}")
            server.start()
            lost += look_again(server, sender)
            progress.at(kill, f"{len(sender.acknowledged)} acknowledged, {len(lost)} lost")
        forgotten = leftovers(server)
        status = server.stop()
        tally.check(not lost, "every acknowledged complaint had its receipt after the kill", lost[:5])
        tally.check(not sender.refused, "no sending, first or repeated, was refused", sender.refused[:2])
        tally.check(
            not sender.unanswered, "every unanswered complaint was taken when sent again", sender.unanswered[:5]
        )
        tally.check(not forgotten, "no upload of a dead server is left in the temporary folder", len(forgotten))
        tally.check(status == 0, "the last server ends with status 0", status)
        judge(tally, sender, Books(place))
        check_verify(tally, place)


def judge(tally, sender, books):
    counts, digests = books.subjects(), books.attachment_digests()
    absent = [subject for subject in sender.acknowledged if subject not in counts]
    doubled = [subject for subject, count in counts.items() if count > 1]
    total = len(sender.acknowledged)
    tally.check(total > 0, f"{total} complaints were acknowledged")
    tally.check(not absent, f"0 of {total} acknowledged complaints are lost", f"{len(absent)} are: {absent[:5]}")
    tally.check(not doubled, "no complaint is there twice", f"{len(doubled)} are: {doubled[:5]}")
    wrong = [subject for subject, sent in sender.acknowledged.items() if digests.get(subject, []) != sent]
    tally.check(not wrong, "every acknowledged complaint has exactly its files", f"{len(wrong)} have not: {wrong[:5]}")
    broken = books.broken_attachments()
    tally.check(not broken, "every file is there to its last byte", f"{len(broken)} are not: {broken[:5]}")
    check_numbers(tally, books)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=20, help="1000 for the whole experiment")
    parser.add_argument("--longest", type=float, default=0.5, help="seconds that a server lives at most under load")
    parser.add_argument("--verify-every", type=int, default=50, help="run `verify` on the dead server's books so often")
    parser.add_argument("--engine", choices=["sqlite", "postgresql"], default="sqlite")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    options = parser.parse_args()
    tally = Tally()
    if options.engine == "postgresql" and not Postgres.is_installed():
        tally.skip("kill -9 on PostgreSQL", "no PostgreSQL under /usr/lib/postgresql")
        tally.finish()
    with workshop("kill-nine") as folder:
        run(options.engine, options, tally, folder)
    tally.finish()


if __name__ == "__main__":
    main()
