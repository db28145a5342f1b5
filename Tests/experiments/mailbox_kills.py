#!/usr/bin/env python3
"""F-12, S-74, S-75: a mailbox is read to its last mail, each once, whatever kills the server or the mailbox.

Mails come into a real Dovecot while `doleances serve` reads it; the server is killed at random moments, Dovecot now and then, and
once the mailbox gets another UIDVALIDITY. In the end every mail is in the ledger once, as what it is, and every complaint among
them is received once.
"""

import argparse
import os
import pathlib
import pwd
import random
import subprocess
import sys
import time

from books import Books, check_verify
from harness import Broken, Postgres, Progress, REPOSITORY, Server, Tally, certificate, places, say, workshop

ACCOUNT, PASSWORD = "reclamations%40cine-atelier.example", "boite-aux-lettres"
#: What a mail says, what it ends as, and how many of ten are so.
KINDS = {
    "reception": ("RECLAMATION", "La salle est restée sans chauffage.", "", 6),
    "a-lire": ("Une question", "Quand commence la formation ?", "", 2),
    "automatique": ("Re: merci", "Je suis là lundi.", "Auto-Submitted: auto-replied\r\n", 2),
}


class Mailbox:
    """A Dovecot of our own, and the mails that were put into it."""

    def __init__(self, folder):
        self.folder, self.delivered, self.process = folder / "boite", {}, None
        self.folder.mkdir()
        self.certificate, self.key = certificate(folder, "localhost", "DNS:localhost,IP:127.0.0.1")
        self.password = folder / "boite.secret"
        self.password.write_text(PASSWORD + "\n")
        self.password.chmod(0o600)

    def start(self, ports=()):
        script = str(REPOSITORY / "Tests/TestSupport/imap_server.py")
        files = ["--certificate", str(self.certificate), "--key", str(self.key)]
        given = ["--ports", *map(str, ports)] if ports else []
        self.process = subprocess.Popen([sys.executable, script, str(self.folder), *files, *given], stdout=subprocess.PIPE)
        line = self.process.stdout.readline().split()
        if len(line) != 2:
            raise Broken("dovecot did not start")
        self.ports = tuple(map(int, line))
        return self

    def kill(self):
        self.process.kill()
        self.process.wait()

    def restart(self):
        self.kill()
        time.sleep(0.3)
        self.start(self.ports)

    @property
    def settings(self):
        address = f"imaps://{ACCOUNT}@localhost:{self.ports[1]}/INBOX?ca={self.certificate}&timeout=10"
        return {"DOLEANCES_IMAP": address, "DOLEANCES_IMAP_PASSWORD_FILE": str(self.password)}

    def deliver(self, chance):
        number = len(self.delivered) + 1
        sort = chance.choices(list(KINDS), [kind[3] for kind in KINDS.values()])[0]
        subject, text, more, _ = KINDS[sort]
        mail = (
            f"From: p{number}@exemple.example\r\nSubject: {subject} {number:06d}\r\nMessage-ID: <m{number}@exemple.example>\r\n"
            f"{more}Content-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n"
        )
        self.put(f"m{number}", mail.encode())
        self.delivered[f"{subject} {number:06d}"] = sort

    def put(self, name, mail, box=""):
        """A mail into the mailbox, or into another beside it, whole or not at all."""
        draft = self.maildir(box) / "tmp" / name
        draft.write_bytes(mail)
        self.give(draft)
        draft.rename(self.maildir(box) / "new" / draft.name)

    def maildir(self, box=""):
        return self.folder / "mail" / (f".{box}" if box else "")

    def add(self, box):
        """Another mailbox beside the first."""
        for name in ("", "cur", "new", "tmp"):
            (self.maildir(box) / name).mkdir()
            self.give(self.maildir(box) / name)

    @staticmethod
    def give(path):
        if os.getuid() == 0:
            os.chown(path, pwd.getpwnam("nobody").pw_uid, -1)

    def change_validity(self, box=""):
        for path in self.maildir(box).glob("dovecot*"):
            path.unlink(missing_ok=True)


def run(engine, options, tally, folder):
    say(f"{engine}: {options.mails} mails, {options.kills} kills -9 while they are read; seed {options.seed}")
    chance, progress = random.Random(options.seed), Progress("kills", options.kills)
    mailbox = Mailbox(folder).start()
    with places(engine, folder) as place:
        books = Books(place)
        server = Server(place, mailbox.settings).start()
        for kill in range(1, options.kills + 1):
            while len(mailbox.delivered) < options.mails * kill // options.kills:
                mailbox.deliver(chance)
            time.sleep(chance.uniform(0.1, options.longest))
            server.kill()
            if kill % 5 == 0:
                mailbox.restart()
            if kill == options.kills // 2:
                time.sleep(1.1)
                mailbox.change_validity()
            server.start()
            progress.at(kill, f"{len(mailbox.delivered)} delivered")
        wait(books, options.mails)
        judge(tally, mailbox, books)
        tally.check(server.stop() == 0, "the last server ends with status 0")
        check_verify(tally, place)
    mailbox.kill()


def wait(books, mails):
    """Until all is sorted, at most twenty a second: what a dead server had begun is begun anew after a minute."""
    deadline = time.monotonic() + 240 + mails / 5
    while time.monotonic() < deadline:
        sorted_, pending = (
            int(books.rows(f"SELECT COUNT(*) FROM mail WHERE state {sign} 'sorted'")[0][0]) for sign in ("=", "<>")
        )
        if sorted_ >= mails and pending == 0:
            return
        time.sleep(1)


def judge(tally, mailbox, books):
    found = books.rows("SELECT subject, sort FROM mail")
    tally.check(len(found) == len(mailbox.delivered), f"{len(mailbox.delivered)} mails are in the ledger once", len(found))
    wrong = [(subject, sort) for subject, sort in found if mailbox.delivered.get(subject) != sort]
    tally.check(not wrong, "each is what it is", f"{len(wrong)} are not: {wrong[:5]}")
    complaints = sorted(subject for subject, sort in mailbox.delivered.items() if sort == "reception")
    received = books.subjects()
    tally.check(sorted(received) == complaints, f"{len(complaints)} complaints are received", len(received))
    doubled = [subject for subject, count in received.items() if count > 1]
    tally.check(not doubled, "none is there twice", doubled[:5])
    lost = books.rows(
        "SELECT COUNT(*) FROM mail m WHERE NOT EXISTS (SELECT 1 FROM attachment_chunk c WHERE c.attachment = m.attachment)"
    )
    tally.check(int(lost[0][0]) == 0, "every mail is kept with its bytes", lost[0][0])
    validities = books.rows("SELECT COUNT(DISTINCT validity) FROM mail_place")
    tally.check(int(validities[0][0]) == 2, "it was read under both UIDVALIDITYs", validities[0][0])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mails", type=int, default=200, help="10000 for the whole experiment")
    parser.add_argument("--kills", type=int, default=10, help="300 for the whole experiment")
    parser.add_argument("--longest", type=float, default=4.0, help="seconds that a server lives at most")
    parser.add_argument("--engine", choices=["sqlite", "postgresql"], default="sqlite")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    options = parser.parse_args()
    tally = Tally()
    if not pathlib.Path("/usr/sbin/dovecot").exists():
        tally.skip("a mailbox that is read through kills", "no Dovecot in /usr/sbin")
        tally.finish()
    if options.engine == "postgresql" and not Postgres.is_installed():
        tally.skip("a mailbox on PostgreSQL", "no PostgreSQL under /usr/lib/postgresql")
        tally.finish()
    with workshop("mailbox-kills") as folder:
        run(options.engine, options, tally, folder)
    tally.finish()


if __name__ == "__main__":
    main()
