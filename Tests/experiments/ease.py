#!/usr/bin/env python3
"""S-03, S-12, S-35, R-79: what is nicer with scripts, in a real browser, and the same without them.

Drafts of the form and at the desk, the progress of documents that go up slowly and are stopped, keys that lead and are
turned off, a picture beside the forms. Then everything again with scripts switched off.
"""

import struct
import zlib

from playwright.sync_api import Error

from harness import MANAGER, PASSWORD, Server, conduct, places
from lives import complain
from visitors import Visitor, reference_of
from windows import browsers, wait_until

WORDS = {
    "nom": "D’Arcy",
    "prenom": "Noé",
    "courriel": "noe.darcy@exemple.example",
    "objet": "Caméra en panne",
    "reclamation": "La caméra est restée en panne\ndeux jours sur cinq.",
}
SLOW, PAPER = 400_000, {"name": "devis.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7\n" + b"x" * 2_000_000}
SEND = "main form button[type=submit]"
KEPT = "() => Object.keys(localStorage).concat(Object.keys(sessionStorage)).filter(name => name.startsWith('doleances:'))"


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


PICTURE = b"\x89PNG\r\n\x1a\n" + b"".join(
    chunk(kind, data)
    for kind, data in (
        (b"IHDR", struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress((b"\0" + b"\x60\x80\xa0" * 8) * 8)),
        (b"IEND", b""),
    )
)


class Person:
    """Somebody with a browser of their own. `faults` are what their pages had wrong."""

    def __init__(self, browser, site, scripts=True):
        self.site, self.faults = site, []
        self.context = browser.new_context(locale="fr-FR", java_script_enabled=scripts)
        self.context.set_default_timeout(60_000)
        self.open_tab()

    def open_tab(self):
        self.page = self.context.new_page()
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("console", self._logged)
        self.wire = self.context.new_cdp_session(self.page)
        self.wire.send("Network.enable")
        return self.page

    def _logged(self, message):
        if "Content Security Policy" in message.text or "Trusted" in message.text:
            self.faults.append(message.text)

    def go(self, path):
        self.page.goto(self.site + path)
        return self.page

    def follow(self, selector):
        with self.page.expect_navigation():
            self.page.locator(selector).first.click()

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    def sign_in(self):
        page = self.go("/connexion")
        page.fill("[name=courriel]", MANAGER)
        page.fill("[name=mot_de_passe]", PASSWORD)
        self.follow(SEND)
        return self

    def limit(self, upload=-1, offline=False):
        """What the line carries, in bytes a second."""
        line = {"offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": upload}
        self.wire.send("Network.emulateNetworkConditions", line)


def fill(page):
    for name, words in WORDS.items():
        page.fill(f"[name={name}]", words)
    page.select_option("[name=vous_etes]", "stagiaire")


def typed(page):
    return {name: page.input_value(f"[name={name}]") for name in WORDS}


def is_offered(page):
    return page.is_visible("[data-draft-act=resume]")


def drafts(tally, person):
    page = person.go("/reclamation")
    shown = page.is_visible("text=sur cet appareil seulement")
    tally.check(shown and not is_offered(page), "the form says where a draft is kept, and offers none")
    fill(page)
    person.limit(offline=True)
    try:
        page.click(SEND, no_wait_after=True)
        page.wait_for_url("chrome-error://**", timeout=10_000)
    except Error:
        pass  # What the browser shows of a line that is cut is its own affair.
    person.limit()
    page = person.go("/reclamation")
    tally.check(is_offered(page) and not page.input_value("[name=nom]"), "after a lost connection the draft is offered")
    page.click("[data-draft-act=resume]")
    tally.check(typed(page) == WORDS, "and taken up whole", typed(page))
    page.close()
    page = person.open_tab()
    person.go("/reclamation")
    tally.check(is_offered(page), "a closed tab loses nothing")
    page.click("[data-draft-act=resume]")
    person.follow(SEND)
    page.go_back()
    tally.check(is_offered(page) or typed(page) == WORDS, "Back finds the words, or offers them")
    person.go("/reclamation")
    page.click("[data-draft-act=resume]")
    person.follow(SEND)
    person.follow("button[name=etape][value=envoi]")
    tally.check("reçue" in page.inner_text("h1") and page.evaluate(KEPT) == [], "the receipt forgets them")
    person.go("/reclamation")
    tally.check(not is_offered(page), "so that nobody is offered them afterwards")
    page.fill("[name=nom]", "Zoé")
    page.click("[data-draft-act=erase]")
    page.fill("[name=nom]", "Zoé D’Arcy")
    tally.check(page.evaluate(KEPT) == [], "a draft that is erased is kept no more")


def uploads(tally, person):
    # In the tab before it, the draft was erased and no other is kept.
    person.open_tab()
    page = person.go("/reclamation")
    fill(page)
    page.set_input_files("[name=piece_jointe]", PAPER)
    person.limit(upload=SLOW)
    page.click(SEND)
    wait_until(page, "document.querySelector('progress').value > 10")
    seen = page.evaluate("document.querySelector('progress').value")
    tally.check(page.is_visible("progress") and seen < 100, f"a slow upload is seen on its way, at {seen} %", seen)
    page.click("[data-part=cancel]")
    told = page.inner_text(".sending [role=status]")
    count = page.evaluate("document.querySelector('[name=piece_jointe]').files.length")
    tally.check("annulé" in told and not page.is_visible("progress"), "it is stopped, and the page says so", told)
    tally.check(typed(page) == WORDS and count == 1, "with words and document in their places")
    person.limit(offline=True)
    page.click(SEND)
    wait_until(page, "document.querySelector('.sending [role=status]').textContent.includes('interrompu')")
    tally.check(typed(page) == WORDS, "a line that is cut is told, and loses nothing")
    person.limit()
    page.click(SEND)
    page.wait_for_selector("button[name=etape][value=envoi]")
    focused = page.evaluate("document.activeElement.localName")
    tally.check("devis.pdf" in page.inner_text("dl.recap"), "the recap comes as the server made it")
    tally.check(focused == "h1", "whoever hears the page is at its heading", focused)
    page.go_back()
    page.wait_for_selector("[name=piece_jointe]")
    page.wait_for_load_state()
    tally.check(is_offered(page) or typed(page) == WORDS, "Back leads to the form")
    person.go("/reclamation")
    page.set_input_files("[name=piece_jointe]", PAPER)
    page.click(SEND)
    page.wait_for_selector("#erreurs")
    tally.check("à compléter" in page.inner_text("#erreurs"), "mistakes are shown as the server told them")
    fill(page)
    page.set_input_files("[name=piece_jointe]", PAPER)
    page.click(".language-button")
    page.wait_for_selector("html[lang=en]")
    tally.check(typed(page) == WORDS, "the other language takes words and documents along")
    page.click(".language-button")
    page.wait_for_selector("html[lang=fr]")
    person.follow(SEND)
    person.follow("button[name=etape][value=envoi]")
    tally.check("devis.pdf" in page.inner_text("main"), "and the receipt has the document")


def keys(tally, person):
    focused = "document.activeElement.getAttribute('href')"
    page = person.go("/receptions")
    lines = page.eval_on_selector_all("main tbody tr a", "all => all.map(one => one.getAttribute('href'))")
    person.press("j", "j", "k")
    tally.check(page.evaluate(focused) == lines[0], "j and k go from line to line", page.evaluate(focused))
    with page.expect_navigation():
        person.press("o")
    tally.check(page.url == person.site + lines[0], "o opens the line", page.url)
    with page.expect_navigation():
        person.press("g", "r")
    tally.check(page.url.endswith("/registre"), "g r leads to the register", page.url)
    person.press("/")
    page.keyboard.type("jgt?")
    value = page.evaluate("document.activeElement.value")
    tally.check(value == "jgt?" and page.url.endswith("/registre"), "/ leads to the search, where keys are letters", value)
    page.evaluate("document.activeElement.blur()")
    person.press("?")
    page.wait_for_selector("dialog[open]")
    tally.check("Aller au registre" in page.inner_text("dialog"), "? shows the list over the page")
    person.press("Escape")
    person.go("/raccourcis").uncheck("#raccourcis-actifs")
    page = person.go("/receptions")
    person.press("j", "g", "r")
    page.wait_for_timeout(500)
    still = page.evaluate("document.activeElement.localName") == "body" and page.url.endswith("/receptions")
    tally.check(still, "turned off, they do nothing", page.url)
    page = person.go("/raccourcis")
    tally.check(not page.is_checked("#raccourcis-actifs"), "and the choice is kept")
    page.check("#raccourcis-actifs")


def at_desk(tally, person, number):
    path = f"/dossiers/{number}"
    form, words = "form[action$='/notes']", "Rappelée ce soir,\nsans réponse."
    unfold = f"document.querySelector(\"{form}\").closest('details').open = true"
    page = person.go(path)
    page.evaluate(unfold)
    page.locator(f"{form} textarea").first.fill(words)
    person.go("/registre")
    page = person.go(path)
    offer = f"details:has({form}) [data-draft-act=resume]"
    tally.check(page.is_visible(offer), "what was being written at the desk is offered again, unfolded")
    page.click(offer)
    tally.check(page.locator(f"{form} textarea").first.input_value() == words, "and is taken up")
    person.follow(f"{form} button[type=submit]")
    tally.check(page.evaluate(KEPT) == [], "gone once sent", page.evaluate(KEPT))
    page.evaluate(unfold)
    page.locator(f"{form} textarea").first.fill("Autre chose")
    kept = page.evaluate(KEPT)
    person.follow("form.sign-out button")
    tally.check(kept and page.evaluate(KEPT) == [], "gone once signed out", page.evaluate(KEPT))


def beside(tally, person, number):
    page = person.go(f"/dossiers/{number}")
    with page.expect_navigation():
        page.locator("a.show").first.click()
    page.locator(".beside img").scroll_into_view_if_needed()
    width = page.evaluate("document.querySelector('.beside img').naturalWidth")
    tally.check(width == 8, "a picture of the case is drawn beside its forms", width)


def scriptless(tally, stranger, officer, number):
    page = stranger.go("/reclamation")
    tally.check(not page.is_visible(".draft") and not page.is_visible("progress"), "without scripts nothing of it shows")
    fill(page)
    page.set_input_files("[name=piece_jointe]", PAPER)
    stranger.follow(SEND)
    stranger.follow("button[name=etape][value=envoi]")
    tally.check("devis.pdf" in page.inner_text("main"), "and a complaint with its document is received")
    page = officer.sign_in().go("/raccourcis")
    listed = page.is_visible("text=Aller au registre") and page.is_visible("text=ne fait pas ici")
    tally.check(listed and not page.is_visible("#raccourcis-actifs"), "the keys are listed, as what needs scripts")
    beside(tally, officer, number)


def run(tally, folder):
    with places("sqlite", folder) as place, Server(place) as server, browsers() as browser:
        site, visitor = f"http://127.0.0.1:{server.port}", Visitor(server.port)
        people = [Person(browser, site, scripts) for scripts in (True, True, False, False)]
        received = [complain(visitor, lambda name: f"Mot {name}", [("salle.png", "image/png", PICTURE)]) for _ in range(2)]
        number = reference_of(visitor.get(received[0][0].location).html)
        drafts(tally, people[0])
        uploads(tally, people[0])
        keys(tally, people[1].sign_in())
        beside(tally, people[1], number)
        at_desk(tally, people[1], number)
        scriptless(tally, people[2], people[3], number)
        faults = [fault for person in people for fault in person.faults]
        tally.check(not faults, "no page had a fault", faults[:5])
        tally.check(server.stop() == 0, "the server ends with status 0")


if __name__ == "__main__":
    conduct("ease", run)
