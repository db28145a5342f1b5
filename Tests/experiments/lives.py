"""Complaints that go through every act, with words of the caller's choice in every field that takes words."""

import datetime
import re

from days import paris_day
from harness import Broken
from visitors import COMPLAINT, reference_of


def day(distance):
    """The date that many days from today."""
    return (paris_day() + datetime.timedelta(days=distance)).isoformat()


# What an act is told besides words, where it asks; of other choices the first is taken, and dates are left as proposed.
CHOICES = {
    "qualification": {"nature": "reclamation", "theme": "facturation", "consommateur": "oui", "envoyee_le": day(-3)},
    "rectification": {"envoyee_le": day(-5)},
    "prorogation": {"nouvelle_date": day(80)},
    "reponse": {"decision_1": "rejetee", "consommateur": "oui"},
    "mediation": {"saisi_le": day(0), "par_reclamant": "oui"},
    "avis-mediateur": {"avis": "prise-en-charge"},
    "prolongation-mediation": {"nouvelle_date": day(150)},
    "satisfaction": {"note": "2", "voie": "courrier"},
}
# From the first act to the last; a question whose author contests that it is none, a complaint withdrawn, one that its
# officer steps back from. What follows a colon is the nature that a message is found to have.
LIVES = (
    "qualification demande-complements complements inscription attribution notes rectification actions prorogation reponse "
    "mediation avis-mediateur reponse-mediateur prolongation-mediation issue-mediation cloture "
    "satisfaction reouverture",
    "qualification:demande-information contestation",
    "qualification inscription sans-action retrait",
    "qualification inscription notes recusation",
)


def complain(visitor, word, files=(), **known):
    """A complaint with words in every field that takes them; the reply to it, and the words that were sent."""
    form = visitor.get("/reclamation").page.form("/reclamation")
    trap = {"site_web"}  # A person leaves it empty.
    words = {name: word(name) for name in form.free_fields if name not in trap}
    # Only of a minor is it kept who represents them.
    said = {"vous_etes": COMPLAINT["vous_etes"], "courriel": COMPLAINT["courriel"], "mineur": "oui"}
    fields = {**said, **words, **known}
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
        proposed = {name: form.fields[name] for name, kind in form.kinds.items() if kind in ("radio", "date")}
        proposed = {name: value for name, value in proposed.items() if value}
        told = {name: choice for name, choice in (CHOICES.get(noun, {}) | known).items() if name in form.kinds}
        chosen = {name: options[0] for name, options in form.options.items()}
        choices = proposed | chosen | told
        files = self.files if "piece_jointe" in form.kinds else []
        reply = self.staff.act(self.number, noun, files, **{**words, **choices})
        if reply.status != 303:
            mistakes = re.findall(r"Erreur\s*: [^.]+\.", " ".join(reply.page.text.split()))
            raise Broken(f"{noun} on {self.number}: {reply.status} {mistakes[1:] or reply.page.text.split()}")
        self.words |= {f"{noun} {name}": text for name, text in words.items() if name not in choices}
        self.pages.append(reply.location)
        self.number = reply.location.partition("?")[0].rpartition("/")[2] or self.number
        return reply

    def go_through(self, acts):
        for act in acts.split():
            noun, _, nature = act.partition(":")
            self.act(noun, **({"nature": nature} if nature else {}))
        return self
