#!/usr/bin/env python3
"""S-21, S-22, S-25, S-26: hostile words in every field and every name of a file come back as they were written.

Hundreds of complaints hold them, and a thousand people have names of all the world; staff read them, act on some with
more of them, and letters leave for a real SMTP server. The log of history seals every word exactly, pages and letters
show it, addresses and forms full of SQL find and change nothing, and every line of the server's log is one JSON object
in which none of it stands.
"""

import argparse
import json
import re
import time
import unicodedata
import urllib.parse

from books import Books, check_verify
from harness import Postgres, Server, Tally, conduct, places, say
from hostile import SQL, kept, names, strings
from letters import MailServer, body, plain
from lives import LIVES, Life, complain
from story import strings as texts
from visitors import COMPLAINT, Visitor, envoi_of, raw_get, raw_post
from volley import Volley

# The longest that a field may be; the complaint itself has the whole word.
ROOM = {"nom": 200, "prenom": 200, "objet": 300, "telephone": 60, "adresse": 1000, "action_formation": 500}
ROOM |= {"quand": 300, "representant_nom": 200, "representant_contact": 300, "representant_adresse": 1000}
ROOM |= {"signataire": 200, "mediateur": 200, "reclamation": 20_000}
BROKEN_BYTES = [b"\xed\xa0\x80", b"\xc0\xaf", b"\xf8\x88\x80\x80\x80", b"\xff\xfe", b"\x80", b"caf\xe9", b"\xe2\x82"]
UNASSIGNED = {0x81, 0x8D, 0x8F, 0x90, 0x9D}
# Fields of acts whose words go to the person.
MAILED = [
    "demande-complements message",
    "prorogation motif",
    "reponse grief_1",
    "reponse motif_1",
    "reponse texte",
    "reponse signataire",
]
FRONTIER = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
TAG = re.compile(r"k\d+z")


def decoded(words):
    """Bytes that are no UTF-8 are windows-1252, as old French clients send."""
    raw = words.encode(errors="surrogateescape")
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return "".join(chr(byte) if byte in UNASSIGNED else bytes([byte]).decode("cp1252") for byte in raw)


def fitting(words, field, tag):
    """The words as far as the field has room, with a mark by which they are known in a log."""
    return words[: ROOM.get(field, 2_000) - len(tag) - 1] + " " + tag


def shown(words, page):
    """Whether a page shows each line of the words."""
    return all(line in page for line in FRONTIER.split(words))


class Complaints:
    """The hostile ones: what each said, and where it is."""

    def __init__(self, limit):
        chosen = list(strings())
        chosen += [("bytes", raw.decode(errors="surrogateescape")) for raw in BROKEN_BYTES]
        step = max(1, len(chosen) // limit)
        self.chosen, self.sent, self.wrong = chosen[::step], [], []

    def send(self, visitor):
        for index, (group, words) in enumerate(self.chosen):
            tag = f"k{index}z"
            name = fitting(words.replace("\0", ""), "objet", tag) + ".txt"
            files = [(name, "text/plain", f"Pièce {index}".encode())]
            address = {"courriel": f"p{index}@exemple.example"}
            reply, sent = complain(visitor, lambda field: fitting(words, field, tag), files, **address)
            if reply.status != 303:
                self.wrong.append((group, words[:40], reply.status))
                continue
            receipt = visitor.get(reply.location)
            reference = re.search(r'class="reference">([^<]+)<', receipt.html)
            self.sent.append((group, reference and reference[1], {n: kept(decoded(w)) for n, w in sent.items()}))


def sealed(books):
    """Every text in the history's payloads."""
    column = "encode(payload, 'hex')" if books.place.postgres else "hex(payload)"
    payloads = [json.loads(bytes.fromhex(text)) for (text,) in books.rows(f"SELECT {column} FROM log_opening")]
    return {text for payload in payloads for text in texts(payload)}


def check_pages(tally, hostile, staff):
    """Whoever handles a complaint reads it as it was written."""
    wrong = []
    for group, reference, words in hostile.sent:
        page = staff.get(f"/dossiers/{reference}").page.text.replace("\r\n", "\n")
        wrong += [(group, field, text[:40]) for field, text in words.items() if not shown(text, page)]
    tally.check(not wrong, f"staff read {len(hostile.sent)} complaints as they were written", wrong[:5])


def check_file_names(tally, books):
    """Names of files are one line without controls and directions, no path, and fit on a disk."""
    found = [name for names in books.file_names().values() for name in names]
    bad = [
        name
        for name in found
        if not 0 < len(name.encode()) <= 255
        or set(name) & set("/\\")
        or any(unicodedata.category(letter) in ("Cc", "Cf", "Cs", "Zl", "Zp") for letter in name)
    ]
    tally.check(len(found) > 30 and not bad, f"{len(found)} names of files are harmless", bad[:5])


def people(count, ports):
    """As many people with their names; returns those who were not received."""
    wrong = []

    def visit(index, name):
        page = yield raw_get("/reclamation")
        fields = {**COMPLAINT, "nom": name, "prenom": name[::-1], "objet": f"Nom {index}", "etape": "envoi"}
        answer = yield raw_post("/reclamation", {**fields, "envoi": envoi_of(page.body)})
        if answer is None or answer.status != 303:
            wrong.append((name, answer and answer.status))

    Volley(ports, (visit(index, name) for index, name in enumerate(names(count))), 8).run()
    return wrong


def check_names(tally, count, books, staff):
    """Every name is sealed and listed as its bearer writes it."""
    texts, listed = sealed(books), []
    absent = [name for name in names(count) if name not in texts or name[::-1] not in texts]
    tally.check(not absent, f"{count} names are kept to the letter", absent[:5])
    path, pages = "/receptions", 0
    while path and pages < 400:
        page = staff.get(path).page
        listed.append(page.text)
        following = [link for link in page.links if link.startswith("/receptions?") and "avant=" in link and link != path]
        path, pages = (following[-1] if following else None), pages + 1
    text = "\n".join(listed)
    absent = [name for name in names(count) if name not in text]
    tally.check(not absent, f"staff read them in {pages} pages of lists", f"{len(absent)}: {absent[:5]}")


def lives(visitor, staff, count):
    """Complaints handled with hostile words in every act's fields; each person has an address of their own."""
    members = [words for group, words in strings() if group not in ("long",)]
    turn = iter(range(10**6))

    def word(name):
        index = next(turn)
        # A reason has ten characters at least, and no blanks around it.
        return fitting(f"Raison : {members[index * 7 % len(members)]}", name.rpartition(" ")[2], f"k{index}z")

    addresses = [f"vie{index}@exemple.example" for index in range(count)]
    return [Life(visitor, staff, word, courriel=address).go_through(LIVES[0]) for address in addresses]


def unsent(mail, life, address):
    """What was written for a person and is in no letter to them."""
    bodies = [body(letter) for letter in mail.letters_to(address)]
    wanted = [plain(kept(words)) for field, words in life.words.items() if field in MAILED]
    return [words for words in wanted if not any(words in text for text in bodies)] if len(wanted) > 3 else [address]


def check_letters(tally, mail, all_lives, patience=300):
    """What was written to people arrives as it was written, to them alone, under the headers of ours."""
    deadline, waited = time.monotonic() + patience, [None]
    people = {f"vie{index}@exemple.example": life for index, life in enumerate(all_lives)}
    while waited and time.monotonic() < deadline:
        time.sleep(0.5)
        waited = [words for address, life in people.items() for words in unsent(mail, life, address)]
    tally.check(not waited, "letters say what staff wrote, as they wrote it", waited[:5])
    letters = [letter for address in people for letter in mail.letters_to(address)]
    astray = [str(letter["To"]) for letter in letters if str(letter["To"]).count("@") != 1 or letter["Bcc"]]
    foreign = {name for letter in letters for name in letter.keys()} - OURS
    claim = f"the {len(letters)} letters to them go to one person each, under headers of ours alone"
    tally.check(letters and not astray and not foreign, claim, (astray[:2], foreign))


OURS = {
    "From", "To", "Reply-To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type", "Auto-Submitted",
    "Content-Transfer-Encoding", "In-Reply-To", "References", "X-Auto-Response-Suppress", "Content-Language", "Sender",
    "X-Peer", "X-MailFrom", "X-RcptTo", "Precedence", "List-Unsubscribe",
}  # fmt: skip


def wait_for_rest(tally, books, patience=300):
    """Waits until every letter that can leave has left and is noted: nothing of ours is then written by itself."""
    deadline, waiting = time.monotonic() + patience, None
    while waiting != 0 and time.monotonic() < deadline:
        time.sleep(0.5)
        waiting = int(books.rows("SELECT COUNT(*) FROM letter WHERE state = 'waiting'")[0][0])
    tally.check(waiting == 0, "every letter that can leave has left", waiting)


def injections(tally, staff, stranger, books):
    """SQL in every parameter and part of an address, in the cookie and at the sign-in: nothing found, nothing changed."""
    tables = ["case_file", "letter", "attachment", "log_leaf", "log_opening", "account", "organisation"]
    count = lambda: [books.rows(f"SELECT COUNT(*) FROM {table}")[0] for table in tables]  # noqa: E731
    number = re.compile(r"/dossiers/REC-\d")
    before, wrong, asked = count(), [], 0
    here = len(number.findall(staff.get("/registre").html))
    nothing = staff.get("/registre?q=introuvablement").html
    tally.check(here > 0 and not number.search(nothing), f"a search finds what there is: {here} cases, or none")
    for words in SQL:
        quoted = urllib.parse.quote(words, safe="")
        paths = [f"/registre?{name}={quoted}" for name in ("etat", "theme", "vous_etes", "annee", "apres", "avant")]
        paths += [f"/receptions?{name}={quoted}" for name in ("etat", "q", "apres", "avant")]
        parts = ("dossiers", "pieces", "lettres", "ressources", "reclamation/recepisse")
        paths += [f"/{part}/{quoted}" for part in parts]
        for path in paths:
            asked += 1
            if (status := staff.get(path).status) >= 500:
                wrong.append((path, status))
        found = staff.get(f"/registre?q=introuvablement{quoted}")
        if found.status != 200 or number.search(found.html):
            wrong.append(("found by", words))
        forged = stranger.request("GET", "/registre", headers={"Cookie": f"{next(iter(staff.cookies))}={quoted}"})
        if forged.status != 303:
            wrong.append(("cookie", words, forged.status))
        form = stranger.get("/connexion").page.form("/connexion")
        tried = {**form.fields, "courriel": words.replace("\x1a", ""), "mot_de_passe": words + " assez long pour un mot"}
        if (status := stranger.post_plainly(form.action, tried).status) not in (401, 422, 429):
            wrong.append(("sign-in", words, status))
    tally.check(not wrong, f"SQL in {asked} addresses, in searches, cookies and sign-ins does nothing", wrong[:5])
    tally.check(count() == before, "no row has come or gone by it", (before, count()))


def check_log(tally, log, begun):
    """Each line is one JSON object, a known kind of line, and says nothing of what people wrote."""
    lines = log.read_bytes()[begun:].split(b"\n")[:-1]
    bad, telling, requests = [], [], 0
    for line in lines:
        try:
            entry = json.loads(line)
            requests += entry["message"] == "request"
        except (ValueError, KeyError, TypeError):
            bad.append(line[:120])
        if TAG.search(line.decode(errors="replace")):
            telling.append(line[:200])
    claim = f"{len(lines)} log lines are one JSON object each, {requests} of requests"
    tally.check(requests > 100 and not bad, claim, bad[:3])
    tally.check(not telling, "none says what people wrote", telling[:3])


def check_seals(tally, books, written, whose):
    """The history seals each text, by field, exactly as it was written."""
    seals = sealed(books)
    lost = [(field, words[:40]) for field, words in written if kept(decoded(words)) not in seals]
    tally.check(written and not lost, f"{len(written)} texts of {whose} are sealed to the letter", lost[:5])


def run(tally, engine, options, folder):
    hostile = Complaints(options.strings)
    say(f"{engine}: {len(hostile.chosen)} hostile texts, {options.names} names, {options.lives} cases")
    with MailServer(folder) as relay, places(engine, folder) as place, Server(place, relay.environment) as server:
        begun = server.log.stat().st_size
        visitor, staff, books = Visitor(server.port), Visitor(server.port).sign_in(), Books(place)
        hostile.send(visitor)
        tally.check(not hostile.wrong, "every hostile complaint was received", hostile.wrong[:9])
        check_seals(tally, books, [pair for *_, words in hostile.sent for pair in words.items()], "the public")
        check_pages(tally, hostile, staff)
        check_file_names(tally, books)
        wrong = people(options.names, [server.port])
        tally.check(not wrong, "whatever their name, people are received", wrong[:5])
        check_names(tally, options.names, books, staff)
        all_lives = lives(visitor, staff, options.lives)
        check_seals(tally, books, [pair for life in all_lives for pair in life.words.items()], "people and staff")
        check_letters(tally, relay, all_lives)
        wait_for_rest(tally, books)
        injections(tally, staff, Visitor(server.port), books)
        check_log(tally, server.log, begun)
        tally.check(server.stop() == 0, "the server ends with status 0")
        check_verify(tally, place)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--strings", type=int, default=1_000, help="how many hostile texts, at most; there are some 350")
    parser.add_argument("--names", type=int, default=1_000)
    parser.add_argument("--lives", type=int, default=8, help="cases that are handled from end to end")
    parser.add_argument("--engine", choices=["sqlite", "postgresql"], default="sqlite")
    options = parser.parse_args()
    if options.engine == "postgresql" and not Postgres.is_installed():
        tally = Tally()
        tally.skip("hostile words on PostgreSQL", "no PostgreSQL under /usr/lib/postgresql")
        tally.finish()
    conduct("hostile", run, options.engine, options)


if __name__ == "__main__":
    main()
