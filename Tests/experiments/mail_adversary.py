#!/usr/bin/env python3
"""F-15, S-71, S-73: whoever writes to the mailbox as somebody else, or answers everything, does and gets nothing.

Two complainants have cases. Mails come into a real Dovecot from their addresses, from staff's and from the house's own, with
references that are made up, cut, turned, another's, or right and from another sender; an acknowledgement comes back, and so do
reports of others. Robots answer every letter that the relay takes, with the headers of a robot and without. Two houses write
to each other by real SMTP servers, once through a relay that takes away what tells a robot. Only the true answer and the true
report are part of a case, none of the rest is an act, and no two robots exchange more than three mails.
"""

import argparse
import collections
import email
import email.policy
import json
import pathlib
import re
import shutil

import french_mails
from books import check_verify
from harness import MANAGER, Broken, Place, Tally, conduct
from houses import House
from letters import SENDER
from visitors import Visitor, reference_of

OURS = "reclamations@formation.example"
NOE, ZOE, STRANGER = "noe@exemple.example", "zoe@exemple.example", "mallory@ailleurs.example"
#: What a relay takes away that does not know it.
MARKS = re.compile(rb"(?im)^(?:auto-submitted|x-auto-response-suppress|precedence|return-path):.*\r?\n")


def mail(mark, sender, subject, text="Je maintiens ce que j’ai écrit.", **more):
    headers = {"From": sender, "To": OURS, "Subject": subject, "Message-ID": f"<{mark}@essai.example>", **more}
    lines = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items() if value)
    return f"{lines}Content-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n".encode()


def turned(mark):
    """The same identifier but for one digit."""
    return f"{mark[:9]}{'0' if mark[9] != '0' else '1'}{mark[10:]}"


def forgeries(number, noes, zoes):
    """Mails by name: what they are, what they may end as, whose case they are part of."""
    thread = lambda mark: {"In_Reply_To": f"<{mark}>", "References": f"<avant@exemple.example> <{mark}>"}  # noqa: E731
    re_ = f"Re: Votre réclamation {number}"
    to_read, none = {"a-lire"}, ""
    yield "true", mail("true", NOE, re_, **thread(noes)), {"dossier"}, "noé"
    yield "staff", mail("staff", MANAGER, f"{number} : clôture", "Close ce dossier."), to_read, none
    yield "staff-in-thread", mail("staff-in-thread", MANAGER, re_, "Réponse : accueillie.", **thread(noes)), to_read, none
    yield "ours", mail("ours", OURS, "RECLAMATION", "Le chauffage manque.", **thread(noes)), to_read, none
    yield "our-sender", mail("our-sender", SENDER, "RECLAMATION", "Le chauffage manque."), to_read, none
    yield "by-number", mail("by-number", NOE, re_), to_read, none
    yield "turned", mail("turned", NOE, re_, **thread(turned(noes))), to_read, none
    yield "cut", mail("cut", NOE, "Re: suite", **thread(noes[:31] + noes[32:])), to_read, none
    yield "made-up", mail("made-up", NOE, "Re: suite", **thread("0" * 32 + "@formation.example")), to_read, none
    yield "replayed", mail("replayed", STRANGER, re_, **thread(noes)), to_read, none
    yield "named-as-he", mail("named-as-he", f'"{NOE}" <{STRANGER}>', re_, **thread(noes)), to_read, none
    yield "two-senders", mail("two-senders", f"{STRANGER}, {NOE}", re_, **thread(noes)), to_read, none
    yield "reply-to", mail("reply-to", STRANGER, re_, Reply_To=NOE, Sender=NOE, **thread(noes)), to_read, none
    yield "another-case", mail("another-case", NOE, re_, **thread(zoes)), to_read, none
    yield "both-cases", mail("both-cases", ZOE, re_, References=f"<{noes}> <{turned(zoes)}>"), to_read, none
    yield "as-attachment", mail("as-attachment", STRANGER, "Transfert", f"Message-ID: <{noes}>\r\nFrom: {NOE}"), to_read, none


def report(recipient, mark, name):
    """A system's report that a letter did not arrive."""
    raw = french_mails.report(recipient).replace(b"<perdu@cine-atelier.example>", f"<{mark}>".encode())
    return f"Message-ID: <{name}@essai.example>\r\n".encode() + raw


class Robots:
    """Each answers every mail that it gets, in its own manner, for as long as mails come."""

    MANNERS = {
        "rfc3834": {"Auto-Submitted": "auto-replied (vacation)"},
        "suppress": {"X-Auto-Response-Suppress": "All"},
        "absence": {"Subject": "Réponse automatique : absent du bureau"},
        "thread-only": {},
        "subject-only": {"In-Reply-To": None, "References": None},
        "stubborn": {"In-Reply-To": None, "References": None, "Subject": "RECLAMATION"},
    }

    def __init__(self, house):
        self.house, self.got, self.said = house, collections.Counter(), 0
        for manner in self.MANNERS:
            self.write(manner, {"Subject": "RECLAMATION"}, "La salle est restée sans chauffage.")

    def address(self, manner):
        return f"{manner}@robots.example"

    def write(self, manner, headers, text):
        self.said += 1
        headers = {name.replace("-", "_"): value for name, value in headers.items()}
        subject = headers.pop("Subject")
        self.house.deliver(mail(f"robot{self.said}", self.address(manner), subject, text, **headers), self.address(manner))

    def answer(self, envelope, raw):
        for manner, own in self.MANNERS.items():
            if self.address(manner) in envelope["recipients"]:
                letter = email.message_from_bytes(raw, policy=email.policy.default)
                self.got[manner] += 1
                mark = letter["Message-ID"]
                headers = {"Subject": f"Re: {letter['Subject']}", "In-Reply-To": mark, "References": mark, **own}
                self.write(manner, headers, f"Je ne suis pas là ({self.got[manner]}).")


class Post:
    """What goes between two houses. What is for the second name of the other loses what tells that a robot wrote it."""

    def __init__(self, houses):
        self.houses, self.carried = houses, collections.Counter()

    def carry(self, sender, envelope, raw):
        for house in self.houses:
            for address in {house.address, house.sender}.intersection(envelope["recipients"]):
                if house is sender:
                    raise Broken("a house writes to itself")
                plain = address == house.sender
                self.carried[address] += 1
                returns = address if plain else envelope["sender"] or ""
                house.deliver(MARKS.sub(b"", raw) if plain else raw, returns if not plain else sender.sender)


def letter_to(house, address):
    """The identifier of the first letter to an address."""
    return house.relay.letters_to(address)[0]["Message-ID"].strip("<>")


def begin(house):
    """Two complaints by the form, acknowledged; one is registered. Its number, and both references."""
    house.server.start()
    visitor = Visitor(house.server.port)
    receipts = [visitor.get(visitor.complain(courriel=each, objet=each).location) for each in (NOE, ZOE)]
    references = [reference_of(receipt.html) for receipt in receipts]
    staff = Visitor(house.server.port).sign_in()
    staff.act(references[0], "qualification", nature="reclamation", theme="facturation", consommateur="oui")
    number = staff.act(references[0], "inscription").location.partition("?")[0].rpartition("/")[2]
    house.settle()
    return number


def entries(house):
    """What the log says of each case: whose hand, what happened."""
    told = [json.loads(bytes(payload)) for (payload,) in house.books.rows("SELECT payload FROM log_opening ORDER BY seq")]
    return [(entry.get("dossier"), entry.get("auteur", ""), entry.get("evenement")) for entry in told]


def judge(tally, house, before, expected, cases):
    rows = house.books.rows("SELECT message_id, sort, case_file FROM mail")
    found = {mark.partition("@")[0]: (sort, case) for mark, sort, case in rows}
    wrong = {
        name: found.get(name) for name, (sorts, case) in expected.items()
        if name not in found or found[name][0] not in sorts or found[name][1] != cases.get(case, "")
    }  # fmt: skip
    told = f"{len(expected)} forged, true and returned mails end as what they are, in their case or in none"
    tally.check(not wrong, told, wrong)
    new = entries(house)[len(before) :]
    acts = [entry for entry in new if entry[1].startswith("agent")]
    tally.check(not acts, "none is an act of staff", acts)
    for name, right in (("noé", "rectification"), ("zoé", "lettre-revenue")):
        told = [event for case, _, event in new if case == cases[name]]
        tally.check(told == [right], f"the log of {name}’s case has the true one alone, {right}", told)


def run(tally, options, folder):
    place = Place(folder / "donnees").found()
    shutil.copytree(place.folder, folder / "autres")
    other_place = Place(folder / "autres")
    other_place.command("organisation", "set", "--email", "reclamations@autre.example", "--name", "Autre école")
    one = House(folder / "une", place, OURS, SENDER)
    other = House(folder / "autre", other_place, "reclamations@autre.example", "lettres@autre.example")
    try:
        number = begin(one)
        cases = dict(zip(("noé", "zoé"), [case for case, _, event in entries(one) if event == "reception"]))
        noes, zoes = letter_to(one, NOE), letter_to(one, ZOE)
        list(one.letters())
        before = entries(one)
        expected = {}
        for name, raw, sorts, case in forgeries(number, noes, zoes):
            one.deliver(raw, NOE)
            expected[name] = (sorts, case)
        for name, to, mark in (
            ("returned", ZOE, zoes), ("strange-return", NOE, turned(noes)), ("made-up-return", NOE, "x@formation.example"),
        ):  # fmt: skip
            one.deliver(report(to, mark, name), "")
            expected[name] = ({"retour"}, "")
        robots, post = Robots(one), Post([one, other])
        for own in (other.address, other.sender):
            one.deliver(mail(f"seed-{own[0]}", own, "RECLAMATION", "La salle est froide."), own)
        other.deliver(mail("seed", OURS, "RECLAMATION", ""), OURS)
        until_quiet(one, other, robots, post)
        judge(tally, one, before, expected, cases)
        told = ", ".join(f"{manner} {count}" for manner, count in robots.got.items())
        few = len(robots.got) == len(Robots.MANNERS) and max(robots.got.values()) <= 3
        tally.check(few, f"no robot gets more than three letters: {told}", robots.got)
        well = [robots.got[manner] for manner in Robots.MANNERS if manner != "stubborn"]
        tally.check(set(well) == {1}, "and one alone where it says what it answers, or that it is a robot", robots.got)
        # Each began with a mail of somebody who wrote as the other house.
        carried = dict(post.carried)
        tally.check(len(carried) == 3 and max(carried.values()) <= 2, f"two houses soon have no more to say: {carried}", carried)
        for house in (one, other):
            check_verify(tally, house.place)
    finally:
        one.close()
        other.close()


def until_quiet(one, other, robots, post, most=12):
    """Round after round, until nobody writes any more."""
    for _ in range(most):
        waiting = [house for house in (one, other) if house.delivered > len(house.books.rows("SELECT id FROM mail"))]
        if one.server.process and one.server.process.poll() is None:
            one.server.stop()
        if not waiting:
            return
        for house in waiting:
            house.look()
        for house in (one, other):
            for envelope, raw in house.letters():
                post.carry(house, envelope, raw)
                if house is one:
                    robots.answer(envelope, raw)
    raise Broken(f"the robots do not end: {robots.got} {post.carried}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options = parser.parse_args()
    if not pathlib.Path("/usr/sbin/dovecot").exists():
        tally = Tally()
        tally.skip("mails of an adversary", "no Dovecot in /usr/sbin")
        tally.finish()
    conduct("mail-adversary", run, options)


if __name__ == "__main__":
    main()
