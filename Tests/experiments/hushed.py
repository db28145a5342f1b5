#!/usr/bin/env python3
"""S-81: no secret is where others can read it.

A server works with a database's password, a relay's, an officer's and its signing keys; a complaint is received, its letter
leaves, staff sign in. None of these secrets, nor a session, nor a complainant's tracking code, is then in the arguments or
the environment of any of our processes, in the log, in what commands print, or in the exported journal. A password in
`--database` is refused.
"""

import argparse
import base64
import os
import pathlib
import re
import secrets
import subprocess
import time

from harness import MANAGER, PASSWORD, Broken, Place, Postgres, Server, Tally, binary, say, workshop
from letters import MailServer
from visitors import Visitor

CODE = re.compile(r"\b(?:[0-9A-Z]{4}\s){4,}[0-9A-Z]{1,4}\b")


class Secrets:
    """What nobody may read, by what it is; and the places where it was looked for."""

    def __init__(self, tally):
        self.tally, self.texts = tally, {}

    def keep(self, what, *texts):
        self.texts[what] = [text.encode() if isinstance(text, str) else text for text in texts]
        return texts[0]

    def check(self, place, content):
        """Whether a place is clear of all of them, and has anything in it at all."""
        found = [what for what, texts in self.texts.items() if any(text in content for text in texts)]
        self.tally.check(content and not found, f"no secret in {place}", found or "nothing there")


def of_process(process, file):
    return pathlib.Path(f"/proc/{process}/{file}").read_bytes()


def secret_file(folder, name, text):
    path = folder / name
    path.touch(mode=0o600)
    path.write_text(text + "\n")
    return path


def changed_password(place, kept):
    """`user set --password-stdin` while it waits for the password: what others see of it, then what it says."""
    new = kept.keep("an officer's new password", "noisette " + secrets.token_hex(12))
    command = [binary(), "user", "set", "--email", MANAGER, "--password-stdin", *place.arguments]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    with subprocess.Popen(command, **pipes) as process:
        until = time.monotonic() + 120
        while b"--password-stdin" not in of_process(process.pid, "cmdline") and time.monotonic() < until:
            time.sleep(0.01)
        kept.check("the arguments of `user set`", of_process(process.pid, "cmdline"))
        said, _ = process.communicate((new + "\n").encode(), timeout=300)
    if process.returncode != 0:
        raise Broken(f"the password is not changed: {said.decode()}")
    kept.check("what `user set` says", said)
    return new


def receive(server, kept):
    """A complaint, whose tracking code is a secret; a sign-in that fails and one that does not, whose session is."""
    visitor = Visitor(server.port)
    receipt = visitor.get(visitor.complain().location).page.text
    codes = CODE.findall(receipt)
    if not codes:
        raise Broken(f"no tracking code on the receipt: {receipt[:600]}")
    kept.keep("the tracking code", codes[0], "".join(codes[0].split()))
    form = Visitor(server.port).get("/connexion").page.form("/connexion")
    wrong = kept.keep("a password that is wrong", "erreur " + secrets.token_hex(12))
    fields = {**form.fields, "courriel": MANAGER, "mot_de_passe": wrong}
    Visitor(server.port).post_plainly(form.action, fields)


def use(place, folder, kept):
    """Everything that a secret goes through."""
    word = kept.keep("the relay's password", secrets.token_hex(12))
    with MailServer(folder, "--user", "relais", "--password", word) as mail:
        environment = {
            **mail.environment,
            "DOLEANCES_MAIL_RELAY": f"smtp://relais@127.0.0.1:{mail.port}?tls=none",
            "DOLEANCES_MAIL_PASSWORD_FILE": str(secret_file(folder, "relais", word)),
        }
        with Server(place, environment) as server:
            kept.keep("an officer's password", PASSWORD)
            receive(server, kept)
            session = Visitor(server.port).sign_in()
            kept.keep("a session", *session.cookies.values())
            changed = Visitor(server.port).sign_in(password=changed_password(place, kept))
            kept.keep("another session", *changed.cookies.values())
            kept.tally.check(mail.letters("2"), "the relay took the letter, its password given")
            kept.check("the server's arguments", of_process(server.process.pid, "cmdline"))
            kept.check("the server's environment", of_process(server.process.pid, "environ"))
        kept.check("the log", server.log.read_bytes())


def run(place, folder, tally, kept):
    place.found()
    for path in place.keys.glob("*.cle"):
        key = path.read_bytes()
        kept.keep(f"the key {path.name}", key, key.hex(), base64.b64encode(key))
    use(place, folder, kept)
    journal = folder / "journal"
    place.command("export", "--journal", journal)
    kept.check("the journal", journal.read_bytes())
    for verb in (["verify"], ["organisation", "show"], ["user", "list"]):
        done = place.command(*verb)
        kept.check(f"what `{' '.join(verb)}` says", (done.stdout + done.stderr).encode())


def on_postgres(folder, tally):
    """With a password that only the file of passwords has."""
    with Postgres(folder / "postgresql") as postgres:
        kept = Secrets(tally)
        word = kept.keep("the database's password", secrets.token_hex(12))
        postgres.demand_password(word)
        place = Place(folder / "donnees", postgres)
        tally.check(place.command("organisation", "list", check=False).returncode == 1, "the database wants a password")
        os.environ["PGPASSFILE"] = str(secret_file(folder, "pgpass", f"127.0.0.1:*:*:*:{word}"))
        run(place, folder, tally, kept)
        del os.environ["PGPASSFILE"]


def refused(tally):
    """A password among the arguments, in each of the forms that an address has."""
    for address in ("postgresql://moi:{}@127.0.0.1:1/b", "postgresql://127.0.0.1:1/b?password={}", "password = {}"):
        word = secrets.token_hex(12)
        for verb in (["serve"], ["verify"], ["organisation", "list"]):
            command = [binary(), *verb, "--database", address.format(word)]
            done = subprocess.run(command, capture_output=True, text=True, timeout=120, stdin=subprocess.DEVNULL)
            said = done.stdout + done.stderr
            held = done.returncode == 1 and "PGPASSFILE" in said and "(C-06)" in said and word not in said
            tally.check(held, f"{verb[0]} refuses {address}", f"{done.returncode}: {said}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.parse_args()
    tally = Tally()
    refused(tally)
    with workshop("hushed") as folder:
        try:
            say("sqlite")
            (folder / "sqlite").mkdir()
            run(Place(folder / "sqlite/donnees"), folder / "sqlite", tally, Secrets(tally))
            if Postgres.is_installed():
                say("postgresql")
                on_postgres(folder, tally)
            else:
                tally.skip("secrets on PostgreSQL", "no PostgreSQL under /usr/lib/postgresql")
        except Broken as broken:
            tally.check(False, "the secrets are used to the end", broken)
    tally.finish()


if __name__ == "__main__":
    main()
