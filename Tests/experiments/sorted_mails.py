#!/usr/bin/env python3
"""R-02, R-04, S-71, S-74: two hundred French mails in the styles of eleven programs end as what they are.

They come into a real Dovecot, and `doleances serve` reads and sorts them. Ninety-nine of a hundred end as what they are, and no
complaint among the others ends where nobody looks.
"""

import argparse
import pathlib
import time

import french_mails
from books import Books, check_verify
from harness import Server, Tally, Place, conduct
from mailbox_kills import Mailbox, wait

#: What each kind may end as.
RIGHT = {
    "form": {"demande-formulaire"},
    "question": {"a-lire"},
    "bounce": {"retour", "automatique"},
    # One that speaks of the complaint is for a person: nothing is sent in either case.
    "robot": {"automatique", "a-lire"},
    "spam": {"indesirable"},
}
#: Where a complaint is seen by somebody.
SEEN = {"reception", "a-lire", "dossier", "illisible"}


def ends(kind, subject):
    if kind != "grievance":
        return RIGHT[kind]
    # The procedure's subject makes a complaint of it by itself; without that somebody judges.
    asks = "reclamation" in subject.lower().replace("é", "e")
    return {"reception"} if asks else {"a-lire"}


def subject_of(name):
    kind, number = name.split()[:2]
    return {"grievance": french_mails.GRIEVANCES, "form": french_mails.REQUESTS}[kind][int(number)][0] if kind in (
        "grievance", "form") else ""


def run(tally, options, folder):
    mailbox, expected = Mailbox(folder).start(), {}
    for number, (name, kind, raw) in enumerate(french_mails.everything()):
        mark = f"m{number:03d}@essai.example"
        mailbox.put(mark, f"Message-ID: <{mark}>\r\n".encode() + raw)
        expected[mark] = (name, ends(kind, subject_of(name)), kind)
    place = Place(folder / "donnees").found()
    books = Books(place)
    begun = time.monotonic()
    with Server(place, mailbox.settings) as server:
        wait(books, len(expected))
        seconds = time.monotonic() - begun
        found = dict(books.rows("SELECT message_id, sort FROM mail"))
        tally.check(len(found) == len(expected), f"{len(expected)} mails are sorted, in {seconds:.0f} s", len(found))
        wrong = [(name, found.get(mark)) for mark, (name, right, _) in expected.items() if found.get(mark) not in right]
        share = 100 * (len(expected) - len(wrong)) / len(expected)
        tally.check(share >= 99, f"{share:.1f} % end as what they are", wrong[:12])
        lost = [(name, found.get(mark)) for mark, (name, _, kind) in expected.items()
                if kind == "grievance" and found.get(mark) not in SEEN]
        tally.check(not lost, "no complaint ends where nobody looks", lost)
        answered = [(name, found.get(mark)) for mark, (name, _, kind) in expected.items()
                    if kind in ("robot", "spam", "bounce") and found.get(mark) in ("reception", "demande-formulaire")]
        tally.check(not answered, "no robot is answered", answered)
        tally.check(server.stop() == 0, "the server ends with status 0")
    check_verify(tally, place)
    mailbox.kill()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options = parser.parse_args()
    if not pathlib.Path("/usr/sbin/dovecot").exists():
        tally = Tally()
        tally.skip("mails that end as what they are", "no Dovecot in /usr/sbin")
        tally.finish()
    conduct("sorted-mails", run, options)


if __name__ == "__main__":
    main()
