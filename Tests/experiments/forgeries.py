#!/usr/bin/env python3
"""S-43: complaints forged under a victim's address are no way to flood it.

Strangers send many forms that name the same mailbox, its address written in many ways. Every one of them is received,
since it might be true; the victim gets three acknowledgements, without a word that a stranger wrote, from no address
that a robot would answer. Meanwhile somebody else's acknowledgement arrives.
"""

import argparse
import json
import threading
import time

from books import Books, check_verify
from harness import Progress, Server, Tally, places, say, workshop
from letters import MailServer
from visitors import COMPLAINT, Visitor, envoi_of, raw_get, raw_post
from volley import Volley

CLIENTS, CAP, PATIENCE = 16, 3, 300
MARK = "CANULAR"
WAYS = ("victime@exemple.example", "Victime@Exemple.example", "VICTIME@EXEMPLE.EXAMPLE", "victime+{}@exemple.example")
STATES = "SELECT state, COUNT(*) FROM letter WHERE kind = 'accuse' AND lower(recipient) LIKE 'victime%' GROUP BY state"


class Forgers:
    """What the strangers sent, and what it was answered."""

    def __init__(self, port, forms):
        self.port, self.forms, self.received, self.wrong = port, forms, 0, []

    def visit(self, index):
        page = yield raw_get("/reclamation")
        if page is None:
            self.wrong.append((index, "no form"))
            return
        words = {name: f"{MARK} {value}" for name, value in COMPLAINT.items() if name != "vous_etes"}
        words |= {"vous_etes": "stagiaire", "courriel": WAYS[index % len(WAYS)].format(index)}
        sent = yield raw_post("/reclamation", {**words, "envoi": envoi_of(page.body), "etape": "envoi"})
        if sent and sent.status == 303:
            self.received += 1
        else:
            self.wrong.append((index, sent and sent.status))

    def run(self):
        over, progress = threading.Event(), Progress("forged complaints", self.forms)

        def watch():
            while not over.wait(1):
                progress.at(self.received)

        watcher = threading.Thread(target=watch)
        watcher.start()
        Volley([self.port], (self.visit(index) for index in range(self.forms)), CLIENTS).run()
        over.set()
        watcher.join()


def settled(books):
    """What became of the acknowledgements to the victim, once none of them waits for the relay."""
    deadline = time.monotonic() + PATIENCE
    while True:
        states = {state: int(count) for state, count in books.rows(STATES)}
        if "waiting" not in states or time.monotonic() > deadline:
            return states
        time.sleep(0.2)


def judge(tally, place, mail, forgers):
    tally.check(not forgers.wrong, f"all {forgers.forms} are received", forgers.wrong[:3])
    states = settled(Books(place))
    tally.check(states == {"issued": CAP, "held": forgers.forms - CAP}, "all but three are kept back for staff", states)
    letters = [letter for way in ("victime", "Victime", "VICTIME") for letter in mail.letters_to(way)]
    tally.check(len(letters) == CAP, f"{CAP} mails reached the victim", len(letters))
    whole = "".join(letter.as_string() + letter.get_body(("plain",)).get_content() for letter in letters)
    tally.check(MARK not in whole, "they have no word of the strangers'")
    quiet = [letter["Auto-Submitted"] for letter in letters]
    tally.check(quiet == ["auto-replied"] * CAP, "they say that no person wrote them", quiet)
    envelopes = [json.loads(path.read_text()) for path in mail.folder.glob("*.json")]
    senders = [one["sender"] for one in envelopes if "victime" in str(one["recipients"]).lower()]
    tally.check(set(senders) <= {None, "", "<>"}, "they have no sender that a robot could answer", senders)
    tally.check(len(mail.letters_to("noe@")) == 1, "somebody else has theirs")


def run(tally, options, folder):
    say(f"{options.forms} complaints forged under one address")
    with places("sqlite", folder) as place, MailServer(folder) as mail:
        with Server(place, mail.environment) as server:
            forgers = Forgers(server.port, options.forms)
            forgers.run()
            sent = Visitor(server.port).complain()
            tally.check(sent.status == 303, "somebody else complains meanwhile", sent.status)
            wait_for_other(mail)
            judge(tally, place, mail, forgers)
            tally.check(server.stop() == 0, "the server ends with status 0")
        check_verify(tally, place)


def wait_for_other(mail):
    deadline = time.monotonic() + PATIENCE
    while not mail.letters_to("noe@") and time.monotonic() < deadline:
        time.sleep(0.2)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--forms", type=int, default=300)
    options, tally = parser.parse_args(), Tally()
    with workshop("forgeries") as folder:
        run(tally, options, folder)
    tally.finish()


main()
