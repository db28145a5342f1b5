#!/usr/bin/env python3
"""S-29: no content decides where the server connects to.

Addresses of a door of ours stand in every field, every header and every document that can hold one, through every act
that a case can go through, letters delivered. Nobody knocks at that door; and of all connections that the server opens,
which strace writes down where it may, each is to the mail relay of the settings.
"""

import itertools
import os
import re
import shutil
import socket
import stat
import subprocess
import threading
import zipfile

from harness import Place, Server, Tally, binary, say, workshop
from letters import MailServer
from lives import LIVES, Life, complain
from visitors import Visitor, multipart

CONNECTION = re.compile(r"connect\(\d+, \{sa_family=(AF_INET6?),.*?htons\((\d+)\)")


class Door:
    """Somewhere on this machine that content names, and how often anybody came."""

    def __init__(self):
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port, self.knocks = self.socket.getsockname()[1], 0
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self):
        while True:
            try:
                self.socket.accept()[0].close()
            except OSError:
                return
            self.knocks += 1

    def url(self, path, scheme="http"):
        return f"{scheme}://127.0.0.1:{self.port}/{path}"


def documents(door, folder):
    """Documents that would have a careless reader fetch something; some are of no kind that we take."""
    url = door.url("document")
    pdf = f"%PDF-1.7\n1 0 obj<</Type/Catalog/OpenAction<</S/URI/URI({url})>>>>endobj\n%%EOF\n"
    word = folder / "lettre.docx"
    relation = f'<Relationships><Relationship Target="{url}" TargetMode="External"/></Relationships>'
    with zipfile.ZipFile(word, "w") as archive:
        archive.writestr("[Content_Types].xml", f'<!DOCTYPE x SYSTEM "{url}"><x/>')
        archive.writestr("word/_rels/document.xml.rels", relation)
    letter = f"From: a@b.example\r\nContent-Type: message/external-body; URL=\"{url}\"\r\n\r\n{url}\r\n"
    image = f'<svg xmlns="http://www.w3.org/2000/svg"><image href="{url}"/></svg>'
    return [
        ("facture.pdf", "application/pdf", pdf.encode()),
        ("lettre.docx", "application/octet-stream", word.read_bytes()),
        ("message.eml", "message/rfc822", letter.encode()),
        ("liens.txt", "text/plain", f"{url}\n{door.url('ftp', 'ftp')}\nfile:///etc/passwd\n".encode()),
        ("image.svg", "image/svg+xml", image.encode()),
        (f"{url}.html", "text/html", f'<img src="{url}">'.encode()),
    ]


def headers(door):
    """Headers that name a place."""
    url = door.url("entete")
    place = f"127.0.0.1:{door.port}"
    return {
        "Referer": url, "X-Forwarded-Host": place, "X-Original-URL": url, "X-Rewrite-URL": url, "Forwarded": f"host={place}",
        "X-Forwarded-For": "127.0.0.1", "Origin": "null", "Via": f"1.1 {place}", "SOAPAction": url, "Link": f"<{url}>",
        "Sec-Fetch-Site": "none", "X-Wap-Profile": url, "Client-IP": place, "Destination": url,
    }  # fmt: skip


def go_through(tally, port, door, folder):
    """Every act, with an address in every field; then requests with addresses in their headers, targets and methods."""
    visitor, staff = Visitor(port), Visitor(port).sign_in()

    ways = itertools.cycle(("{}", "<img src={}>", "$(curl {})", "${{jndi:{}}}", "[ici]({})", "{} \\\\127.0.0.1\\c$"))
    numbers = itertools.count()

    def word(_name):
        return next(ways).format(door.url(next(numbers)))

    files = documents(door, folder)
    for index, acts in enumerate(LIVES):
        life = Life(visitor, staff, word, files, courriel=f"noe{index}@exemple.example")
        life.files = files[:3]
        life.go_through(acts)
    odd = f"noe@[127.0.0.1]", f"noe@127.0.0.1:{door.port}", f"noe@{door.url('courriel')}"
    for address in odd:
        words = {"courriel": address, "reclamation": word(""), "envoi": visitor.open_form(), "etape": "envoi"}
        kind, body = multipart(words)
        visitor.request("POST", "/reclamation", body, kind)
    for path in ("/", "/connexion?suite=" + door.url("suite"), f"/?url={door.url('u')}", "/suivi"):
        visitor.request("GET", path, headers=headers(door))
    tally.check(True, f"{len(LIVES)} cases go through every act with addresses in all their fields")
    tally.check(follow(visitor, word, files[:3]) == 303, "a complainant adds words and documents to a case")


def follow(visitor, word, files):
    """A complainant adds to a complaint by its tracking secret, and asks for another one; what the addition is answered."""
    reply, _ = complain(visitor, word, files, courriel="suivi@exemple.example")
    symbols = visitor.get(reply.location).html.partition('class="symbols"')[2].partition("</p>")[0]
    secret = "".join(re.findall(r"<span>([0-9A-Z]+)</span>", symbols))
    entry = visitor.get("/suivi").page.form("/suivi")
    visitor.post(entry.action, {**entry.fields, "code_de_suivi": secret})
    form = visitor.get("/suivi/dossier/ajouts").page.form("/ajouts")
    hidden = {name: form.fields[name] for name, kind in form.kinds.items() if kind == "hidden"}
    words = {name: word(name) for name in form.free_fields}
    added = visitor.post(form.action, {**hidden, **words}, [("piece_jointe", *file) for file in files])
    asking = visitor.get("/suivi/acces").page.form("/suivi/acces")
    visitor.post(asking.action, {**asking.fields, "reference": word("reference"), "courriel": word("courriel")})
    return added.status


def traced(folder):
    """A program that runs the server under strace, and where it writes; None where strace may not trace."""
    if not shutil.which("strace"):
        return None
    if subprocess.run(["strace", "-o", "/dev/null", "true"], capture_output=True, check=False).returncode != 0:
        return None
    script, trace = folder / "suivi.sh", folder / "connexions"
    script.write_text(f'#!/bin/sh\nexec strace -D -f -qq -e trace=connect -o "{trace}" "{binary()}" "$@"\n')
    script.chmod(script.stat().st_mode | stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH)
    return script, trace


def judge(tally, trace, relay):
    """Where the server went: to the relay, and nowhere else."""
    found = CONNECTION.findall(trace.read_text(errors="replace"))
    ports = {int(port) for _, port in found}
    tally.check(ports == {int(relay)}, "every connection that it opens is to the relay of the settings", ports)


def run(tally, folder):
    door, place = Door(), Place(folder / "donnees").found()
    socket.create_connection(("127.0.0.1", door.port)).close()  # The door notices who comes.
    tracing = traced(folder)
    if tracing:
        os.environ["DOLEANCES"] = str(tracing[0])
    with MailServer(folder) as mail, Server(place, mail.environment) as server:
        go_through(tally, server.port, door, folder)
        tally.check(bool(mail.letters("")), "letters leave meanwhile")
        tally.check(server.stop() == 0, "the server ends with status 0")
    tally.check(door.knocks == 1, "nobody else knocks at the door that they name", door.knocks)
    if tracing:
        judge(tally, tracing[1], mail.port)
    else:
        tally.skip("every connection that it opens", "strace may not trace here")


def main():
    tally = Tally()
    say("addresses of a door of ours in all that can hold one")
    with workshop("callers") as folder:
        run(tally, folder)
    tally.finish()


main()
