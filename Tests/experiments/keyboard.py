#!/usr/bin/env python3
"""R-79, R-83: with the keyboard alone, and scripts switched off, a complaint is sent, then qualified and entered in the
register, at a provider of one person.

The pages that staff see from the list of the day to the register are counted, and the keys that are pressed besides the
words themselves: Tab, Shift+Tab, arrows, space, Enter.
"""

import argparse
import time

from harness import MANAGER, PASSWORD, Broken, Server, conduct, places, say
from letters import MailServer
from windows import browsers

WORDS = {
    "nom": "D’Arcy",
    "prenom": "Noé",
    "courriel": "noe.darcy@exemple.example",
    "objet": "Caméra en panne",
    "reclamation": "La caméra est restée en panne deux jours sur cinq.",
}
FOCUSED = "selector => document.activeElement.matches(selector)"
# A key a second is slow.
MOST_SCREENS, MOST_KEYS, FARTHEST = 3, 120, 150
COLLEAGUE = "samir.naim@formation.example"


class Keyboard:
    """A window that nobody points at: what is pressed in it, and the pages that it shows."""

    def __init__(self, browser, site):
        self.site, self.keys, self.screens = site, 0, 0
        self.page = browser.new_context(locale="fr-FR", java_script_enabled=False).new_page()

    def open(self, path):
        self.page.goto(self.site + path)
        self.screens += 1

    def press(self, key):
        self.page.keyboard.press(key)
        self.keys += 1

    def reach(self, selector):
        """Tab by Tab, to what the selector means."""
        for _ in range(FARTHEST):
            if self.page.evaluate(FOCUSED, selector):
                return
            self.press("Tab")
        raise Broken(f"the keyboard does not reach {selector} on {self.page.url}")

    def type(self, name, words):
        self.reach(f"[name='{name}']:not([type=hidden])")
        self.page.keyboard.type(words)

    def choose(self, name, value):
        """One of several buttons, by the arrows; one of a list, by its first letters."""
        self.reach(f"[name='{name}']")
        if self.page.evaluate(FOCUSED, "select"):
            self.page.keyboard.type(value)
            return
        self.press("Space")
        for _ in range(FARTHEST):
            if self.page.evaluate(FOCUSED, f"[value='{value}']"):
                return
            self.press("ArrowDown")
        raise Broken(f"the arrows do not reach {value} on {self.page.url}")

    def follow(self, selector):
        """Enter on a link or a button, to the page that comes."""
        self.reach(selector)
        with self.page.expect_navigation():
            self.press("Enter")
        self.screens += 1


def complain(keyboard):
    keyboard.open("/reclamation")
    for name, words in list(WORDS.items())[:2]:
        keyboard.type(name, words)
    keyboard.choose("vous_etes", "Stagiaire")
    for name, words in list(WORDS.items())[2:]:
        keyboard.type(name, words)
    keyboard.follow("main button[type=submit]")
    keyboard.follow("main button[name=etape][value=envoi]")
    return keyboard.page.inner_text("h1")


def sign_in(keyboard):
    keyboard.open("/connexion")
    keyboard.type("courriel", MANAGER)
    keyboard.type("mot_de_passe", PASSWORD)
    keyboard.follow("main button[type=submit]")


def register(keyboard):
    """From the list of the day to the register: what the case's heading then says."""
    keyboard.open("/tableau-de-bord")
    keyboard.follow("main td.go a")
    keyboard.choose("nature", "reclamation")
    keyboard.follow("#acte button[type=submit]:not(.second)")
    keyboard.follow("#acte button[type=submit]:not(.second)")
    return keyboard.page.inner_text("main")


def count_letters(mail, wanted, patience=60):
    """How many letters reached the author, once there are as many as wanted or patience is over."""
    deadline = time.monotonic() + patience
    while len(mail.letters_to(WORDS["courriel"])) < wanted and time.monotonic() < deadline:
        time.sleep(0.2)
    return len(mail.letters_to(WORDS["courriel"]))


def run(tally, options, folder):
    with places(options.engine, folder) as place, MailServer(folder) as mail:
        place.command("user", "disable", "--email", COLLEAGUE)
        place.command("organisation", "set", "--one-person", "on")
        with Server(place, mail.environment) as server, browsers() as browser:
            site = f"http://127.0.0.1:{server.port}"
            stranger = Keyboard(browser, site)
            tally.check("reçue" in complain(stranger), f"a complaint is sent with {stranger.keys} keys besides its words")
            officer = Keyboard(browser, site)
            sign_in(officer)
            officer.keys, officer.screens = 0, 0
            told = register(officer)
            # The last page is the one that says that it is done.
            screens = officer.screens - 1
            tally.check("REC-" in told, "it is entered in the register", told[:200])
            tally.check(screens <= MOST_SCREENS, f"in {screens} screens", screens)
            tally.check(officer.keys <= MOST_KEYS, f"with {officer.keys} keys", officer.keys)
            letters = count_letters(mail, wanted=2)
            tally.check(letters == 2, "its author has an acknowledgement and the notice of the register", letters)
            tally.check(server.stop() == 0, "the server ends with status 0")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--engine", choices=["sqlite", "postgresql"], default="sqlite")
    options = parser.parse_args()
    say(f"the keyboard alone, on {options.engine}")
    conduct("keyboard", run, options)


if __name__ == "__main__":
    main()
