"""Houses that read a mailbox of their own and write by a relay of their own: a place, a Dovecot, an SMTP server, the program."""

import json
import time

from books import Books
from harness import Broken, Server
from letters import MailServer
from mailbox_kills import ACCOUNT, Mailbox


class House:
    """One of them. It looks into its mailbox when it is started, and works until there is nothing more to do."""

    def __init__(self, folder, place, address, sender, *relay):
        folder.mkdir()
        self.place, self.address, self.sender = place, address, sender
        self.books, self.mailbox = Books(place), Mailbox(folder).start()
        self.relay = MailServer(folder, *relay).__enter__()
        self.delivered, self.taken = 0, set()
        boxed = {
            name: value.replace(ACCOUNT, address.replace("@", "%40")) for name, value in self.mailbox.settings.items()
        }
        self.server = Server(place, {**boxed, **self.relay.environment, "DOLEANCES_MAIL_SENDER": sender})

    def deliver(self, mail, sender="quelqu.un@exemple.example"):
        """A mail comes, as the last of the mail servers on its way writes it down."""
        self.delivered += 1
        self.mailbox.put(f"m{self.delivered:05d}", f"Return-Path: <{sender}>\r\n".encode() + mail)

    def look(self, patience=120):
        """Reads what has come, sorts it, answers what it answers, and stops."""
        self.server.start()
        self.settle(patience)
        if self.server.stop() != 0:
            raise Broken("the server does not end as it should")

    def settle(self, patience=120):
        """Until every mail is sorted and nothing waits for the relay."""
        deadline = time.monotonic() + patience
        while time.monotonic() < deadline:
            count = self.books.rows("SELECT COUNT(*) FROM mail WHERE state = 'sorted'")[0][0]
            waiting = self.books.rows(
                "SELECT 1 FROM letter WHERE state = 'waiting' UNION ALL SELECT 1 FROM form_reply WHERE settled_at = ''"
            )
            if int(count) >= self.delivered and not waiting:
                return
            time.sleep(0.1)
        boxes = self.books.rows("SELECT name, through, trouble, trouble_since FROM mailbox")
        said = [line for line in self.server.log.read_text(errors="replace").splitlines() if '"request"' not in line][-5:]
        raise Broken(f"{count} of {self.delivered} mails are sorted, {len(waiting)} letters wait; {boxes}; {said}")

    def letters(self):
        """What its relay has taken since the last time: envelope, bytes."""
        for path in sorted(self.relay.folder.glob("*.json"), key=lambda path: int(path.stem)):
            if path not in self.taken:
                self.taken.add(path)
                yield json.loads(path.read_text()), path.with_suffix(".eml").read_bytes()

    def close(self):
        self.server.kill()
        self.relay.__exit__()
        self.mailbox.kill()
