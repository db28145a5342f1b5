"""Complaints that go through every act, with words of the caller's choice in every field that takes words."""

import datetime

from days import paris_day
from harness import Broken
from visitors import COMPLAINT, reference_of

# What an act is told besides words; of other choices the first is taken.
CHOICES = {
    "qualification": {"nature": "reclamation", "theme": "facturation", "consommateur": "oui"},
    "reponse": {"decision_1": "rejetee", "consommateur": "oui"},
}
# From the first act to the last; a complaint that is only asked about, one withdrawn, one that its officer steps back from.
LIVES = (
    "qualification demande-complements complements inscription attribution notes rectification actions prorogation reponse "
    "mediation issue-mediation cloture reouverture",
    "qualification",
    "qualification inscription sans-action retrait",
    "qualification inscription recusation notes",
)


def complain(visitor, word, files=(), **known):
    """A complaint with words in every field that takes them; the reply to it, and the words that were sent."""
    form = visitor.get("/reclamation").page.form("/reclamation")
    trap = {"site_web"}  # A person leaves it empty.
    words = {name: word(name) for name in form.free_fields if name not in trap}
    fields = {"vous_etes": COMPLAINT["vous_etes"], "courriel": COMPLAINT["courriel"], **words, **known}
    hidden = {"envoi": form.fields["envoi"], "etape": "envoi"}
    return visitor.post("/reclamation", {**fields, **hidden}, [("piece_jointe", *file) for file in files]), words


class Life:
    """One complaint, the acts on it, and all the words that were written."""

    def __init__(self, visitor, staff, word, files=(), **known):
        self.staff, self.word, self.files, self.pages = staff, word, list(files), []
        reply, self.words = complain(visitor, lambda name: word(f"formulaire {name}"), files, **known)
        if reply.status != 303:
            raise Broken(f"the complaint was not received: {reply.status} {reply.page.text.split()}")
        self.receipt = reply.location
        self.number = reference_of(visitor.get(reply.location).html)

    def act(self, noun, **known):
        form = self.staff.form_of(self.number, noun)
        words = {name: self.word(f"{noun} {name}") for name in form.free_fields}
        today = paris_day()
        dates = {name: today.isoformat() for name, kind in form.kinds.items() if kind == "date"}
        if "nouvelle_date" in dates:
            dates["nouvelle_date"] = (today + datetime.timedelta(days=80)).isoformat()
        first = {name: form.fields[name] for name, kind in form.kinds.items() if kind == "radio"}
        choices = first | CHOICES.get(noun, {}) | known
        files = self.files if "piece_jointe" in form.kinds else []
        reply = self.staff.act(self.number, noun, files, **{**words, **dates, **choices})
        if reply.status != 303:
            raise Broken(f"{noun} on {self.number}: {reply.status} {' '.join(reply.page.text.split())[:900]}")
        self.words |= {f"{noun} {name}": text for name, text in words.items() if name not in choices}
        self.pages.append(reply.location)
        self.number = reply.location.partition("?")[0].rpartition("/")[2] or self.number
        return reply

    def go_through(self, acts):
        for noun in acts.split():
            self.act(noun)
        return self
