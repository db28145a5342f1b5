"""The tests' SMTP server, and the letters that it took."""

import email
import email.policy
import subprocess
import sys
import time

from harness import REPOSITORY, Broken

SENDER = "ne-pas-repondre@formation.example"


class MailServer:
    """The tests' SMTP server, and the letters that it took."""

    def __init__(self, folder, *options):
        self.folder, self.options = folder / "courrier", options
        self.folder.mkdir()

    def __enter__(self):
        python = REPOSITORY / ".venv/bin/python3"
        command = [
            str(python) if python.exists() else sys.executable,
            str(REPOSITORY / "Tests/TestSupport/smtp_server.py"),
        ]
        self.process = subprocess.Popen([*command, str(self.folder), *self.options], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.port = self.process.stdout.readline().strip().decode()
        if not self.port:
            raise Broken("the SMTP server does not start")
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.terminate()
        self.process.wait(60)
        self.process.stdout.close()

    @property
    def environment(self):
        return {"DOLEANCES_MAIL_RELAY": f"smtp://127.0.0.1:{self.port}?tls=none", "DOLEANCES_MAIL_SENDER": SENDER}

    def letters(self, words, patience=120):
        """The letters that say so, once there is one; none when patience is over."""
        deadline, found = time.monotonic() + patience, []
        while not found and time.monotonic() < deadline:
            time.sleep(0.1)
            found = [letter for letter in self.letters_to("") if words in body(letter)]
        return found

    def letters_to(self, address):
        """Those that are here for an address; a letter is whole once its envelope is written beside it."""
        paths = [path.with_suffix(".eml") for path in self.folder.glob("*.json") if address in path.read_text()]
        return [email.message_from_bytes(path.read_bytes(), policy=email.policy.default) for path in paths]


def body(letter):
    """A letter's plain text, its lines and its kinds of spaces made one."""
    part = letter.get_body(("plain",))
    return plain(part.get_content()) if part else ""


def plain(words):
    """Words whatever their blanks and line ends, which a letter may lay out anew."""
    return " ".join(words.split())
