#!/usr/bin/env python3
"""F-11, S-64: register numbers are 1…k whatever happens at once.

Many clients register complaints; a share of the registrations is refused after the number was taken, so that its
transaction rolls back; servers may be killed meanwhile. The numbers are then read from the database.
"""

import argparse
import random
import re
import threading
import time

from books import Books, check_numbers, check_verify
from harness import Postgres, Server, Tally, places, say, workshop
from visitors import COMPLAINT, Visitor, envoi_of, raw_get, raw_post
from volley import Volley

PATIENCE = 300  # Seconds.
NUMBER = re.compile(r"REC-\d{4}-\d{4,}")
REFERENCE = re.compile(r'class="reference">(\d{4}-R-\d{4,})<')


class Office:
    """What the clients have done: references received, numbers given, refusals."""

    def __init__(self, officer):
        page = officer.get("/tableau-de-bord")
        token = re.search(r'name="jeton" value="([^"]+)"', page.html)
        self.cookie, self.token = officer.cookie, token[1]
        self.references, self.numbers, self.refused, self.lost, self.wrong = [], {}, 0, 0, []

    def post(self, reference, noun, version, **fields):
        """An act on a file of that version: how many acts there were, its reception the first."""
        fields = {"jeton": self.token, "version": version, **fields}
        return raw_post(f"/dossiers/{reference}/{noun}", fields, cookie=self.cookie)

    def reception(self, index):
        """Somebody complains; complaints 4, 9, 14… lack a name, so their registration will be refused."""
        page = yield raw_get("/reclamation")
        if page is None:
            return
        envoi = envoi_of(page.body)
        words = {**COMPLAINT, "objet": f"Réclamation {index}", "courriel": f"p{index}@exemple.example"}
        if index % 5 == 4:
            words |= {"nom": "", "incomplete": "oui"}
        sent = yield raw_post("/reclamation", {**words, "envoi": envoi, "etape": "envoi"})
        if sent is None:
            return
        receipt = yield raw_get(sent.location)
        found = receipt and REFERENCE.search(receipt.body.decode())
        if not found:
            self.wrong.append((index, sent.status, sent.body[:200]))
            return
        qualified = yield self.post(found[1], "qualification", "1", nature="reclamation", consommateur="oui")
        if qualified and qualified.status == 303:
            self.references.append((found[1], index % 5 == 4))
        else:
            self.wrong.append((found[1], qualified and qualified.status))

    def registration(self, reference, lacks):
        """One registration; an unanswered one is asked again, as a person would, while the server comes back."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            answer = yield self.post(reference, "inscription", "2")
            if answer is None:
                self.lost += 1
                continue
            number = NUMBER.search(answer.location)
            if answer.status == 303 and number and not lacks:
                self.numbers.setdefault(number[0], []).append(reference)
            elif answer.status in (422, 409):
                self.refused += 1
            else:
                self.wrong.append((reference, answer.status, answer.location))
            return


def murders(servers, count, over):
    """Kills a server now and then and starts it again; ends when told."""
    done = []
    for _ in range(count):
        if over.wait(random.uniform(0.3, 1.5)):
            break
        victim = random.choice(servers)
        victim.kill()
        victim.start()
        done.append(victim.port)
    return done


def run(engine, options, tally, folder):
    say(
        f"{engine}: {options.count} registrations by {options.clients} clients, 20 % rolled back, {options.kills} kills"
    )
    processes = options.processes if engine == "postgresql" else 1
    with places(engine, folder) as place:
        servers = [Server(place).start() for _ in range(processes)]
        try:
            ports = [server.port for server in servers]
            office = Office(Visitor(ports[0]).sign_in())
            wanted = range(options.count * 5 // 4)
            seconds = Volley(ports, (office.reception(index) for index in wanted), options.clients).run()
            say(f"      {len(office.references)} received and qualified in {seconds:.1f} s")
            tally.check(not office.wrong, f"{engine}: every complaint was received and qualified", office.wrong[:3])
            random.shuffle(office.references)
            attempts = [office.registration(*entry) for entry in office.references]
            over, killed = threading.Event(), []
            killer = threading.Thread(target=lambda: killed.extend(murders(servers, options.kills, over)))
            killer.start()
            seconds = Volley(ports, attempts, options.clients).run()
            over.set()
            killer.join()
            rate = len(attempts) / seconds
            say(f"      {len(attempts)} registrations in {seconds:.1f} s, {rate:.0f}/s, {len(killed)} kills")
        finally:
            statuses = [server.stop() for server in servers]
        judge(engine, tally, office, Books(place))
        tally.check(set(statuses) == {0}, f"{engine}: the servers end with status 0", statuses)
        check_verify(tally, place, claim=f"{engine}: `verify` finds the books sound")


def judge(engine, tally, office, books):
    registered = sum(1 for _, lacks in office.references if not lacks)
    tally.check(not office.wrong, f"{engine}: every registration was given a number or refused", office.wrong[:3])
    doubles = {number: found for number, found in office.numbers.items() if len(found) > 1}
    tally.check(not doubles, f"{engine}: no number was announced twice", list(doubles.items())[:3])
    tally.check(office.refused >= len(office.references) - registered, f"{engine}: {office.refused} rolled back")
    check_numbers(tally, books, registered)
    known = books.rows("SELECT number_year, number_ordinal FROM case_file WHERE number_year IS NOT NULL")
    inside = {f"REC-{year}-{int(ordinal):04d}" for year, ordinal in known}
    missing = set(office.numbers) - inside
    tally.check(not missing, f"{engine}: every announced number is in the register", sorted(missing)[:3])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--count", type=int, default=400, help="registrations that succeed (10000 for the whole experiment)"
    )
    parser.add_argument("--clients", type=int, default=32)
    parser.add_argument("--processes", type=int, default=3, help="servers on one PostgreSQL")
    parser.add_argument("--kills", type=int, default=0, help="servers killed meanwhile")
    parser.add_argument("--engine", choices=["sqlite", "postgresql", "both"], default="both")
    options = parser.parse_args()
    tally = Tally()
    for engine in ["sqlite", "postgresql"] if options.engine == "both" else [options.engine]:
        if engine == "postgresql" and not Postgres.is_installed():
            tally.skip("numbering on PostgreSQL", "no PostgreSQL under /usr/lib/postgresql")
            continue
        with workshop("numbering") as folder:
            run(engine, options, tally, folder)
    tally.finish()


if __name__ == "__main__":
    main()
