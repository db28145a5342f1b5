#!/usr/bin/env python3
"""S-22: hostile strings that others have published, each in every field and the file's name of a complaint of its own.

The history seals each of them exactly, staff read it as it was written, names of files are harmless, and the server's
log says nothing of them.
"""

import argparse
import html
import re

import published
from books import Books, check_verify
from harness import Postgres, Server, Tally, conduct, places, say
from hostile import kept
from hostile_strings import TAG, check_file_names, check_log, check_seals, decoded, fitting, shown
from visitors import Visitor, envoi_of, raw_get, raw_post
from volley import Volley

TRAP = "site_web"  # A person leaves it empty.
KNOWN = {"vous_etes": "stagiaire", "courriel": "noe@exemple.example", "mineur": "oui", "etape": "envoi"}


class Complaints:
    """A complaint for each string: what it said by field, and its page as staff see it, by its mark."""

    def __init__(self, port, chosen):
        self.port, self.chosen, self.written, self.pages, self.wrong = port, chosen, {}, {}, []
        form = Visitor(port).get("/reclamation").page.form("/reclamation")
        self.names = [name for name in form.free_fields if name != TRAP]

    def send(self, index, words):
        tag = f"k{index}z"
        fields = {name: fitting(words, name, tag) for name in self.names}
        files = [("piece_jointe", fitting(words, "objet", tag) + ".txt", "text/plain", f"Pièce {index}".encode())]
        page = yield raw_get("/reclamation")
        answer = yield raw_post("/reclamation", {**fields, **KNOWN, "envoi": envoi_of(page.body)}, files)
        if answer is None or answer.status != 303:
            self.wrong.append((words[:40], answer and answer.status))
        self.written[tag] = {name: kept(decoded(text)) for name, text in fields.items()}

    def read(self, tag, reference, cookie):
        answer = yield raw_get(f"/dossiers/{reference}", cookie)
        # Words are escaped, or the signs of a tag would not stand for one: what is cut away would then be missed.
        self.pages[tag] = html.unescape(re.sub("<[^>]*>", "", answer.body.decode())) if answer else ""

    def run(self, staff, books):
        """Sends them all, then reads them all."""
        Volley([self.port], (self.send(*pair) for pair in enumerate(self.chosen)), 8).run()
        marked = [(TAG.findall(subject)[-1:], reference) for subject, reference in books.references().items()]
        reading = (self.read(tag[0], reference, staff.cookie) for tag, reference in marked if tag)
        Volley([self.port], reading, 4).run()

    def altered(self):
        """What staff do not read as it was written."""
        for tag, fields in self.written.items():
            page = self.pages.get(tag, "").replace("\r\n", "\n")
            yield from ((tag, name, text[:40]) for name, text in fields.items() if not shown(text, page))


def run(tally, engine, limit, folder):
    chosen = published.strings(tally)
    chosen = chosen[:: max(1, -(-len(chosen) // limit))]
    if not chosen:
        return
    with places(engine, folder) as place, Server(place) as server:
        begun = server.log.stat().st_size
        staff, books = Visitor(server.port).sign_in(), Books(place)
        crowd = Complaints(server.port, chosen)
        say(f"{engine}: {len(chosen)} strings in {len(crowd.names)} fields and a file's name each")
        crowd.run(staff, books)
        tally.check(len(crowd.names) > 5 and not crowd.wrong, f"{len(chosen)} strings were received", crowd.wrong[:5])
        check_seals(tally, books, [pair for fields in crowd.written.values() for pair in fields.items()], "the lists")
        altered = list(crowd.altered())
        tally.check(not altered, f"staff read them in {len(crowd.pages)} case files as they were written", altered[:5])
        check_file_names(tally, books)
        check_log(tally, server.log, begun)
        tally.check(server.stop() == 0, "the server ends with status 0")
        check_verify(tally, place)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--strings", type=int, default=10_000, help="how many of the strings, at most")
    parser.add_argument("--engine", choices=["sqlite", "postgresql"], default="sqlite")
    options = parser.parse_args()
    if options.engine == "postgresql" and not Postgres.is_installed():
        tally = Tally()
        tally.skip("published strings on PostgreSQL", "no PostgreSQL under /usr/lib/postgresql")
        tally.finish()
    conduct("published", run, options.engine, options.strings)


if __name__ == "__main__":
    main()
