#!/usr/bin/env python3
"""F-13, F-14, S-74: whatever becomes of the connection to a mailbox, each of its mails is kept once, as it was sent.

A real Dovecot is read through lines that fail once each: after every byte of the whole conversation about ten mails the line
is cut, ended, held back, or a byte on the wire is another; or meanwhile the mailbox gets another UIDVALIDITY, or a mail of it
is gone. Others say every answer twice, or cannot give one of the mails. The mails hold what an IMAP server says: ends of
answers, goodbyes, lengths. In the end every mail is in the ledger once, byte for byte, but what a server does not give: that
somebody is told.
"""

import argparse
import collections
import hashlib
import imaplib
import pathlib
import random
import shutil
import ssl
import time

from books import Books, check_verify
from harness import Broken, Place, Progress, Server, Tally, conduct, say
from imap_lines import Line, Lines
from mailbox_kills import PASSWORD, Mailbox

#: Mails of a mailbox.
MAILS = 10
#: What is read at once: beside each other, each mailbox on a line of its own.
TOGETHER = 40
#: A server that says no more for so long, in seconds, is given up.
PATIENCE = 4

TAGS = "".join(f"{chr(letter)}{number:03d} OK FETCH completed.\r\n" for letter in range(65, 91) for number in range(1, 21))
#: What a mail may say so that a reader takes it for the server's words (F-14).
HOSTILE = [
    "x)\r\n" + TAGS + "* 2 FETCH (UID 2 BODY[] {5}\r\nAutre)\r\n" + TAGS,
    TAGS,
    "* BYE\r\n* BYE Logging out\r\n* OK [UIDVALIDITY 1] x\r\n",
    "{999}\r\n{999}",
    ")\r\n)\r\n)",
    "* SEARCH 900 901\r\n* STATUS INBOX (UIDVALIDITY 9 UIDNEXT 900)\r\n* 900 EXISTS\r\n* 2 EXPUNGE\r\n",
    "+ OK\r\n+ idling\r\nA003 BAD x\r\nA003 NO x\r\n",
    TAGS + ")\r\n" + TAGS,
    "sans fin de ligne {0}",
    "",
]


class Correspondence:
    """A mailbox behind a line of its own, and the mails in it."""

    def __init__(self, mailbox, name, fault="", position=None, hostile=False):
        self.mailbox, self.name, self.fault, self.hostile = mailbox, name, fault, hostile
        self.line = Line({"validity": "cut", "lost": "cut", "gaps": "", "sick": ""}.get(fault, fault), position)
        self.line.then = {"validity": self.change_validity, "lost": self.lose_last}.get(fault)
        self.lost = set()
        mailbox.add(name)
        texts = HOSTILE if hostile else ["Bonjour.\r\n"] * MAILS
        self.mails = [
            f"From: p@exemple.example\r\nSubject: {name} {number}\r\n\r\n{text}".encode() for number, text in enumerate(texts)
        ]
        for number, mail in enumerate(self.mails):
            # Of another length than its name says: Dovecot ends the connection of whoever asks for it.
            is_sick = fault == "sick" and number == 4
            mailbox.put(f"{number:02d},S=5,W=5" if is_sick else f"{number:02d}", mail, name)
            if is_sick:
                self.lost.add(number)

    @property
    def can_be_read(self):
        """Whether all of it can. What a server says twice is not to be told from mails that say the same."""
        return self.fault != "sick" and not (self.fault == "twice" and self.hostile)

    def change_validity(self):
        self.mailbox.change_validity(self.name)

    def lose_last(self):
        """Somebody removes the last mail, which may have been read before."""
        self.lost.add(MAILS - 1)
        for path in self.mailbox.maildir(self.name).glob(f"*/{MAILS - 1:02d}*"):
            path.unlink(missing_ok=True)

    @property
    def address(self):
        return (
            f"imaps://{self.name}%40cine-atelier.example:{PASSWORD}@localhost:{self.line.port}/{self.name}"
            f"?ca={self.mailbox.certificate}&timeout={PATIENCE}"
        )

    def what(self):
        at = "" if self.line.position is None else f" after byte {self.line.position} of {self.line.said}"
        return f"{self.name}, {self.fault}{at}{', hostile mails' if self.hostile else ''}"


def leave_gaps(there):
    """UIDs that are missing: three mails are removed by another program before the first look."""
    with imaplib.IMAP4_SSL("localhost", there.line.port, ssl_context=ssl._create_unverified_context()) as other:
        other.login(f"{there.name}@cine-atelier.example", PASSWORD)
        other.select(there.name)
        for number in (9, 5, 2):
            other.store(str(number), "+FLAGS", "\\Deleted")
            del there.mails[number - 1]
        other.expunge()


class Reading:
    """The program, which looks into many mailboxes at once, and what it has kept of them."""

    def __init__(self, founded, folder, there):
        shutil.copytree(founded.folder, folder, symlinks=True)
        self.place, self.there, self.looks = Place(folder), there, 0
        self.books = Books(self.place)
        self.server = Server(self.place, {"DOLEANCES_IMAP": ",".join(one.address for one in there)})

    def until_read(self, most=6):
        """Looks, each by a server of its own, until every mailbox is read to its end."""
        while self.looks < most and (self.unread() or not self.looks):
            self.looks += 1
            self.server.start()
            self.wait()
            if self.server.stop() != 0:
                raise Broken("the server does not end as it should")
        return self

    def unread(self):
        read = {name for (name,) in self.books.rows("SELECT name FROM mailbox WHERE read_at <> '' AND trouble = ''")}
        return [one.what() for one in self.there if one.can_be_read and not any(f"/{one.name}" in name for name in read)]

    def untold(self):
        """Mailboxes that cannot be read to their end, and nobody is told."""
        told = {name for (name,) in self.books.rows("SELECT name FROM mailbox WHERE trouble <> ''")}
        return [one.what() for one in self.there if not one.can_be_read and not any(f"/{one.name}" in name for name in told)]

    def wait(self):
        """Until every line has been used and none is open for a while."""
        used, quiet, deadline = [one.line.connections for one in self.there], 0, time.monotonic() + 120
        while quiet < 8 and time.monotonic() < deadline:
            time.sleep(0.25)
            is_begun = all(one.line.connections > before for one, before in zip(self.there, used))
            quiet = quiet + 1 if is_begun and not any(one.line.open for one in self.there) else 0

    def kept(self):
        """The bytes of each mail that is kept, and for each mailbox the digests of what its UIDs are."""
        parts, mails = collections.defaultdict(bytes), {}
        for mail, digest, chunk in self.books.rows(
            "SELECT m.id, m.digest, hex(c.bytes) FROM mail m JOIN attachment_chunk c ON c.attachment = m.attachment "
            "ORDER BY m.id, c.position"
        ):
            parts[mail] += bytes.fromhex(chunk)
            mails[mail] = digest
        places = collections.defaultdict(lambda: collections.defaultdict(dict))
        for name, validity, uid, mail in self.books.rows("SELECT mailbox, validity, uid, mail FROM mail_place"):
            places[name.rpartition("/")[2]][validity][uid] = mails.get(mail)
        return list(parts.values()), places


def wrongs(reading):
    """What is not as it should be: mails lost, doubled, or other than they were sent."""
    stored, places = reading.kept()
    count = collections.Counter(stored)
    sent = {mail: one for one in reading.there for mail in one.mails}
    for mail in count:
        if mail not in sent:
            yield f"kept, and never sent: {mail[:200]!r}"
        elif count[mail] > 1:
            yield f"doubled: {sent[mail].what()}"
    for one in reading.there:
        wanted = [mail for number, mail in enumerate(one.mails) if number not in one.lost]
        if one.fault == "twice" and one.hostile:
            continue
        missing = sum(mail not in count for mail in wanted)
        if missing:
            yield f"{missing} lost: {one.what()}"
        newest = places[one.name][max(places[one.name], default=0)].values()
        digests = {hashlib.sha256(mail).hexdigest() for mail in wanted}
        if not digests <= set(newest):
            yield f"not all in the ledger: {one.what()}"


def sizes(lines, mailbox, founded, folder):
    """How many bytes a look takes, in IMAP and on the wire; nothing is amiss where no line is."""
    sound = (("Haut", "", None, False), ("Bas", "wire", None, False), ("Piege", "", None, True))
    there = [lines.open(Correspondence(mailbox, *one)) for one in sound]
    reading = Reading(founded, folder, there).until_read()
    return [one.line.said for one in there], list(wrongs(reading))


def spread(size, count, chance):
    """Some bytes of so many, one of each part."""
    return [int(size * (number + chance.random()) / count) for number in range(count)]


def faults(options, sizes, chance):
    """What is tried: each fault, after which byte, with which mails."""
    above, below, _ = sizes
    cuts = range(above) if options.every else spread(above, options.cuts, chance)
    yield from (("cut" if number % 2 else "end", at, False) for number, at in enumerate(cuts))
    garbled = range(0, below, 3) if options.every else spread(below, options.cuts // 2, chance)
    yield from (("garble", at, False) for at in garbled)
    for fault in ("silence", "validity", "lost"):
        yield from ((fault, at, False) for at in spread(above, options.cuts // (1 if options.every else 5), chance))
    yield from (("cut", at, True) for at in spread(sizes[2], options.cuts // 3, chance))
    yield from (("twice", None, is_hostile) for is_hostile in (False, True))
    yield from ((fault, None, False) for fault in ("gaps", "sick"))


def read(founded, folder, there):
    for one in there:
        if one.fault == "gaps":
            leave_gaps(one)
    return Reading(founded, folder, there).until_read()


def clear(lines, reading):
    lines.shut([one.line for one in reading.there])
    shutil.rmtree(reading.place.folder)
    for one in reading.there:
        shutil.rmtree(one.mailbox.maildir(one.name))


def run(tally, options, folder):
    say(f"seed {options.seed}")
    chance = random.Random(options.seed)
    mailbox = Mailbox(folder).start()
    lines = Lines(mailbox.ports[1], mailbox.certificate, mailbox.key)
    founded = Place(folder / "donnees").found()
    size, amiss = sizes(lines, mailbox, founded, folder / "mesure")
    told = f"a look at ten mails is {size[0]} bytes of IMAP, {size[2]} where they are hostile, {size[1]} on the wire, and all are kept"
    tally.check(not amiss, told, amiss)
    tried = list(faults(options, size, chance))
    progress, struck, looks, unread = Progress("lines", len(tried)), collections.Counter(), 0, []
    for start in range(0, len(tried), TOGETHER):
        there = [
            lines.open(Correspondence(mailbox, f"L{start + number}", *one))
            for number, one in enumerate(tried[start : start + TOGETHER])
        ]
        reading = read(founded, folder / f"donnees-{start}", there)
        struck.update(one.fault for one in there if one.line.has_struck or one.line.position is None)
        amiss += wrongs(reading)
        unread += reading.unread() + reading.untold()
        looks = max(looks, reading.looks)
        progress.at(start + len(there), f"{len(amiss)} wrong")
        if start == 0:
            check_verify(tally, reading.place)
        clear(lines, reading)
    told = ", ".join(f"{count} {fault}" for fault, count in sorted(struck.items()))
    tally.check(sum(struck.values()) > 0.9 * len(tried), f"{len(tried)} lines, of which struck: {told}", struck)
    tally.check(not unread, f"each mailbox is read to its end, or somebody is told, at look {looks} at the latest", unread[:5])
    tally.check(not amiss, "each mail is kept once, byte for byte: 0 lost, 0 doubled", amiss[:12])
    lines.close()
    mailbox.kill()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cuts", type=int, default=40, help="of the one kind; others follow it")
    parser.add_argument("--every", action="store_true", help="after every byte of the conversation")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    options = parser.parse_args()
    if not pathlib.Path("/usr/sbin/dovecot").exists():
        tally = Tally()
        tally.skip("a mailbox behind lines that fail", "no Dovecot in /usr/sbin")
        tally.finish()
    conduct("mailbox-cuts", run, options)


if __name__ == "__main__":
    main()
