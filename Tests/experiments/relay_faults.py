#!/usr/bin/env python3
"""F-26, F-27, S-79, S-80, S-87: a relay that fails in every manner, one that is not ours, and everything down at once.

Complaints come by the form while the relay asks to wait, refuses, falls silent, is slow, hangs up before and after it took the
letter; while another relay than the settings' answers; while nothing listens where relay, mailbox and scanner should. The clock
goes on by minutes, then by half a day and a day. Every complaint is received and has the dates that it has on a good day; every
letter arrives once, but the one that was taken without a word, twice with the same bytes; and what does not leave is before
somebody within five minutes.
"""

import argparse
import contextlib
import json
import pathlib
import shutil
import socketserver
import statistics
import threading
import time

from books import Books, check_verify
from clocks import Clock, compiler
from harness import MANAGER, Broken, Place, Server, Tally, certificate, conduct, free_port
from letters import SENDER, MailServer
from mailbox_kills import Mailbox
from visitors import Visitor

MINUTE, HOUR = 60, 3600
#: What befalls the first letter to an address, and how often it is there in the end.
FAULTS = {
    "sound": ("", 1),
    "greylisted": ("rcpt=450 4.2.0 Greylisted", 1),
    "closing": ("rcpt=421 4.3.2 Closing", 1),
    "no-room": ("data=452 4.3.1 No room", 1),
    "later": ("end=451 4.7.1 Later", 1),
    "silent": ("silence", 1),
    "slow": ("slow", 1),
    "hung-up": ("hang-up", 1),
    "taken-unsaid": ("drop", 2),
    "unknown": ("rcpt=550 5.1.1 No such user", 1),
    "too-large": ("end=552 5.3.4 Too large", 1),
}
#: Those that the relay refuses for good, until somebody sends them again.
REFUSED = ("unknown", "too-large")


def address(name):
    return f"{name}@exemple.example"


class Office:
    """The program over books of its own, with staff at the counter."""

    def __init__(self, founded, clock, folder, settings):
        shutil.copytree(founded.folder, folder)
        self.place, self.clock = Place(folder), clock
        self.books, self.server = Books(self.place), Server(self.place, {"DOLEANCES_MAIL_SENDER": SENDER, **settings})
        self.own, self.staff, self.sent, self.seconds = dict(self.server.environment), None, [], []

    @contextlib.contextmanager
    def at(self, seconds):
        """The server, so many seconds later than now."""
        self.server.environment = {**self.own, **self.clock.later(seconds)}
        self.server.start()
        try:
            yield Visitor(self.server.port)
        except BaseException:
            self.server.kill()
            raise
        if self.server.stop() != 0:
            raise Broken("the server does not end as it should")

    def complain(self, visitor, name, files=()):
        """Whether a complaint is received, and notes how long that takes."""
        envoi, begun = visitor.open_form(), time.monotonic()
        reply = visitor.complain(envoi, courriel=address(name), objet=name, files=files)
        self.seconds.append(time.monotonic() - begun)
        self.sent.append(name)
        return reply.status == 303

    def page(self, path="/tableau-de-bord"):
        """A page as staff see it."""
        self.staff = self.staff or Visitor(self.server.port).sign_in(MANAGER)
        self.staff.connection = None
        return self.staff.get(path)

    def letters(self, states):
        """The letters in some states, by what their complaint is about."""
        rows = self.books.rows("SELECT c.subject, l.state, l.result, l.id FROM letter l JOIN case_file c ON c.id = l.case_file")
        return {subject: (result, identifier) for subject, state, result, identifier in rows if state in states}

    def wait(self, holds, what, patience=90):
        deadline = time.monotonic() + patience
        while not holds():
            if time.monotonic() > deadline:
                raise Broken(f"{what}: {self.books.rows('SELECT state, result, recipient FROM letter')}")
            time.sleep(0.1)

    def all_left(self):
        return len(self.letters({"issued"})) == len(self.sent)

    def dates(self):
        """When each complaint is to be acknowledged and answered, as the log has it."""
        found = {}
        for (payload,) in self.books.rows("SELECT payload FROM log_opening ORDER BY seq"):
            entry = json.loads(bytes(payload))
            if entry.get("evenement") == "reception":
                found[entry["contenu"]["original"]["objet"]] = entry["contenu"]["echeances"]
        return found


def check_arrived(tally, office, relay, expected):
    """Each letter as often as it should be there, always with the same bytes."""
    there = {name: [bytes(letter) for letter in relay.letters_to(address(name))] for name in expected}
    counts = {name: len(letters) for name, letters in there.items()}
    wrong = {name: count for name, count in counts.items() if count != expected[name]}
    tally.check(not wrong, f"to {len(expected)} addresses {sum(counts.values())} letters arrive, as they should", wrong)
    twice = {name: set(letters) for name, letters in there.items() if len(letters) > 1}
    marks = {name: {letter["Message-ID"] for letter in relay.letters_to(address(name))} for name in twice}
    if twice:
        same = all(len(each) == 1 for each in [*twice.values(), *marks.values()])
        tally.check(same, f"what comes twice, {', '.join(twice)}, has the same bytes and the same Message-ID", marks)


def faults(tally, founded, clock, folder, reference):
    """A relay that fails (F-26)."""
    plan = {address(name): fault for name, (fault, _) in FAULTS.items() if fault}
    with MailServer(folder, "--faults", json.dumps(plan)) as relay:
        settings = {"DOLEANCES_MAIL_RELAY": f"smtp://127.0.0.1:{relay.port}?tls=none&timeout=5"}
        office = Office(founded, clock, folder / "donnees", settings)
        with office.at(0) as visitor:
            taken = [office.complain(visitor, name) for name in FAULTS]
            tally.check(all(taken), f"{len(taken)} complaints are received while the relay fails", taken)
            office.wait(lambda: untried(office) == 0, "every letter is tried")
            failed = office.letters({"failed"})
            tally.check(set(failed) == set(REFUSED), "what the relay refuses is given to a person at once", failed)
            page = office.page().page.text
            tally.check(f"{len(REFUSED)} lettres demandent votre aide" in " ".join(page.split()), "who is shown it", page[:800])
        with office.at(5 * MINUTE) as visitor:
            office.wait(lambda: not office.letters({"waiting"}), "what was to wait leaves")
            for name in REFUSED:
                send_again(tally, office, office.letters({"failed"})[name][1])
            office.wait(office.all_left, "what was sent again leaves")
        check_arrived(tally, office, relay, {name: count for name, (_, count) in FAULTS.items()})
        with office.at(12 * HOUR) as visitor:
            office.complain(visitor, "half-a-day")
            office.wait(office.all_left, "a letter leaves")
        check_verify(tally, office.place)
        dates = office.dates()
        reference.update({0: dates["sound"], 12 * HOUR: dates["half-a-day"]})


def untried(office):
    return int(office.books.rows("SELECT COUNT(*) FROM letter WHERE state = 'waiting' AND result = ''")[0][0])


def send_again(tally, office, letter):
    form = office.page(f"/lettres/{letter}").page.form("/relance")
    reply = office.staff.post_plainly(form.action, form.fields)
    tally.check(reply.status == 303, "somebody sends a refused letter again", (reply.status, reply.page.text[-600:]))


def impostor(tally, founded, clock, folder):
    """A relay whose certificate is not that of the settings (F-26, S-79)."""
    wrong, right = (certificate(folder, name, "DNS:localhost,IP:127.0.0.1") for name in ("autre", "relais"))
    port = free_port()
    settings = {"DOLEANCES_MAIL_RELAY": f"smtps://127.0.0.1:{port}?ca={right[0]}&timeout=5"}
    office = Office(founded, clock, folder / "donnees", settings)
    (folder / "faux").mkdir()
    with MailServer(folder / "faux", *secured(port, wrong)) as relay:
        with office.at(0) as visitor:
            office.complain(visitor, "letter")
            office.wait(lambda: untried(office) == 0, "the letter is tried")
        with office.at(4 * MINUTE) as visitor:
            office.wait(lambda: "les courriels ne partent plus" in office.page().page.text, "somebody is told")
            says = "n’a pas prouvé qui il est" in office.page().page.text
            tally.check(says, "staff are told of a relay that is not ours within five minutes")
        heard = [path.name for path in relay.folder.glob("*.eml")]
        tally.check(not heard, "which was given nothing", heard)
    with MailServer(folder, *secured(port, right)) as relay:
        with office.at(20 * MINUTE):
            office.wait(office.all_left, "the letter leaves")
        check_arrived(tally, office, relay, {"letter": 1})


def secured(port, pair):
    return ["--port", str(port), "--security", "implicit", "--certificate", str(pair[0]), "--key", str(pair[1])]


class Scanner(socketserver.ThreadingTCPServer):
    """Says of everything that it is clean, as clamd would."""

    allow_reuse_address = daemon_threads = True

    class Asked(socketserver.StreamRequestHandler):
        def handle(self):
            self.rfile.read(len(b"zINSTREAM\0"))
            while count := int.from_bytes(self.rfile.read(4), "big"):
                self.rfile.read(count)
            self.wfile.write(b"stream: OK\0")

    def __init__(self, port):
        super().__init__(("127.0.0.1", port), self.Asked)
        threading.Thread(target=self.serve_forever, daemon=True).start()


def all_down(tally, options, founded, clock, folder, reference):
    """Relay, mailbox and scanner down for a day (F-27)."""
    mailbox, ports = Mailbox(folder), (free_port(), free_port())
    relay_port, scanner_port = free_port(), free_port()
    mailbox.ports = ports
    office = Office(founded, clock, folder / "donnees", {
        **mailbox.settings, "DOLEANCES_CLAMD": f"127.0.0.1:{scanner_port}",
        "DOLEANCES_MAIL_RELAY": f"smtp://127.0.0.1:{relay_port}?tls=none&timeout=5",
    })  # fmt: skip
    expected = {}

    def complaints(visitor, seconds):
        """Some of them; how long half of them take at most, the first aside, for which a server warms up."""
        names = [f"n{seconds}-{number}" for number in range(options.complaints)]
        document = [("preuve.txt", "text/plain", f"À {seconds} s.\n".encode())]
        taken = [office.complain(visitor, name, document) for name in names]
        tally.check(all(taken), f"at {seconds // HOUR} h {len(taken)} complaints with a document are received", taken)
        return names, statistics.median(office.seconds[-len(names) :][len(names) // 4 :])

    for seconds in (0, 12 * HOUR):
        with office.at(seconds) as visitor:
            names, slow = complaints(visitor, seconds)
            expected.update(dict.fromkeys(names, reference[seconds]))
            if seconds:
                office.wait(lambda: bool(troubles(office)), "the mailbox is looked into")
                said = " ".join(office.page().page.text.split())
                tally.check("les courriels ne partent plus" in said, "staff are told that no letter leaves", said[:600])
                said = " ".join(office.page("/etat").page.text.split())
                tally.check("la boîte ne peut plus être lue" in said, "and that the mailbox is not read", said[:600])
    mailbox.start(ports)
    mailbox.put("attendu", "From: lea@exemple.example\r\nSubject: RECLAMATION\r\n\r\nLa salle est froide.\r\n".encode())
    scanner = Scanner(scanner_port)
    with MailServer(folder, "--port", str(relay_port)) as relay, office.at(24 * HOUR) as visitor:
        names, usual = complaints(visitor, 24 * HOUR)
        told = f"half of them took {slow:.3f} s at most while all was down, {usual:.3f} s after"
        tally.check(slow <= 1.1 * usual or not options.measured, told)
        office.sent.append("lea")
        office.wait(office.all_left, "all that waited leaves")
        office.wait(lambda: scanned(office) >= 3 * options.complaints, "every document is asked about")
        scanner.shutdown()
        tally.check(not troubles(office), "the mailbox is read again", troubles(office))
        check_arrived(tally, office, relay, dict.fromkeys([*expected, *names, "lea"], 1))
    wrong = {name: dates for name, dates in office.dates().items() if dates != expected.get(name, dates)}
    tally.check(len(office.dates()) == len(office.sent) and not wrong, "each is due when it would be on a good day", wrong)
    check_verify(tally, office.place)
    mailbox.kill()


def troubles(office):
    return office.books.rows("SELECT trouble FROM mailbox WHERE trouble <> ''")


def scanned(office):
    return int(office.books.rows("SELECT COUNT(*) FROM attachment WHERE scanned_at <> '' AND name = 'preuve.txt'")[0][0])


def run(tally, options, folder):
    founded, clock, reference = Place(folder / "donnees").found(), Clock(folder), {}
    for name in ("fautes", "imposteur", "panne"):
        (folder / name).mkdir()
    faults(tally, founded, clock, folder / "fautes", reference)
    impostor(tally, founded, clock, folder / "imposteur")
    all_down(tally, options, founded, clock, folder / "panne", reference)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--complaints", type=int, default=5, help="that come at each hour while everything is down")
    parser.add_argument("--measured", action="store_true", help="complaints must then be received as fast as ever")
    options = parser.parse_args()
    needed = {"Dovecot": pathlib.Path("/usr/sbin/dovecot").exists(), "compiler": compiler()}
    missing = [name for name, found in needed.items() if not found]
    if missing:
        tally = Tally()
        tally.skip("a relay that fails", f"no {' and no '.join(missing)}")
        tally.finish()
    conduct("relay-faults", run, options)


if __name__ == "__main__":
    main()
