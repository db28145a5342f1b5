#!/usr/bin/env python3
"""S-03, S-07, S-08, S-09, S-22, S-35, R-66, R-79: every page of the site, in a real browser.

Books full of hostile words are crawled as a stranger and as somebody with every role, at 1280 and 320 px, in light and in
dark. Nothing may break the content security policy, log an error, ask another origin, overflow or violate WCAG 2.1 AA;
no stored words may run; after signing out Back shows nothing; files are saved and never shown. First every one of these
faults is made on purpose, and must be seen.
"""

import argparse
import collections
import datetime
import email.message
import functools
import http.server
import re
import threading
import urllib.parse

import published
from books import Books
from harness import PASSWORD, REPOSITORY, Broken, Place, Server, Tally, say, workshop
from hostile import kept
from hostile_strings import FRONTIER, decoded
from lives import LIVES, Life, complain
from visitors import Visitor
from windows import LOOKS, TURNS, Window, browsers

EVERYBODY = "tout.le.monde@formation.example"
ROLES = "accueil,responsable,direction,controle,rgpd,auditeur,administrateur"
END = (datetime.date.today() + datetime.timedelta(days=30)).isoformat()
ATTACKS = [
    "<script>ran('{}')</script>",
    "\"><img src=x onerror=ran('{}')>",
    "'><svg onload=ran('{}')>",
    "</textarea><script>ran('{}')</script>",
    "</title><iframe srcdoc=\"<script>parent.ran('{}')</script>\">",
    "javascript:ran('{}')",
    "{{{{{{ran}}}}}} ${{ran('{}')}} <%= ran %>",
    "<a href=javascript:ran('{}')>ici</a><base href=//ailleurs.example>",
    "W" * 180,  # Nothing to break a line at.
]
MARKUP = b"<!DOCTYPE html><html><script>ran('file')</script><img src=x onerror=ran('file')></html>"
PICTURE = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\2\0\0\0\x90wS\xde"
FILES = [
    ("<img src=x onerror=ran(1)>.txt", "text/html", MARKUP),
    ("devis.pdf", "application/pdf", b"%PDF-1.7\n" + MARKUP + b"\n%%EOF\n"),
    ("photo.png", "image/svg+xml", PICTURE + MARKUP),
    ("courriel.eml", "text/html", b"From: a@b.example\r\nSubject: x\r\nContent-Type: text/html\r\n\r\n" + MARKUP),
]
REFUSED = ["image.svg", "page.html", "page.xhtml", "feuille.xml"]


class Hostile:
    """Hostile words, none like another, so that each can be looked for."""

    def __init__(self):
        self.count = 0

    def __call__(self, name):
        self.count += 1
        if name.endswith("telephone"):
            return f"{self.count} " + ATTACKS[0].format(self.count)  # There is little room.
        return f"{self.count} " + ATTACKS[self.count % len(ATTACKS)].format(f"{name} {self.count}")


# What must be seen, and the page on which it happens.
CONTROLS = {
    "CSP": "<script>1</script>",
    "RAN": "<script>ran('x')</script>",
    "RAN a dialog": "<script>alert(1)</script>",
    "error: x": "<script>console.error('x')</script>",
    "error: Uncaught": "<script>throw 'Uncaught'</script>",
    "asks another origin": "<img alt='x' src='http://localhost:{port}/pixel'>",
    "status 404": "<img alt='x' src='/absent'>",
    "wider than 320": "<div style='width: 700px'>x</div>",
    "axe, 320 px, light: image-alt": "<img src='/pixel'>",
    "axe, 1280 px, dark: color-contrast": "<p style='color: #999; background: #aaa'>Des mots</p>",
    "another window": "<script>open('/pixel')</script>",
}


class Controls(http.server.BaseHTTPRequestHandler):
    """Pages with one fault each."""

    def do_GET(self):
        known = self.path in ("/pixel", *(f"/{index}" for index in range(len(CONTROLS))))
        self.send_response(200 if known else 404)
        name, body = "", "x"
        if known and self.path != "/pixel":
            name, body = list(CONTROLS.items())[int(self.path[1:])]
        if name == "CSP":
            self.send_header("Content-Security-Policy", "script-src 'none'")
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        body = body.replace("{port}", str(self.server.server_port))
        page = f'<!DOCTYPE html><html lang="fr"><title>x</title><link rel="icon" href="/pixel"><main>{body}</main></html>'
        self.wfile.write(page.encode())

    def log_message(self, *_):
        pass


def controls(tally, windows):
    """Each fault is seen, or the crawl shows nothing."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Controls) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        site = f"http://127.0.0.1:{server.server_port}"
        blind = []
        for index, name in enumerate(CONTROLS):
            window = windows(site)
            window.visit(f"/{index}")
            if not any(f": {name}" in fault or f" {name}" in fault for fault in window.faults):
                blind.append((name, window.faults))
            window.close()
        tally.check(not blind, f"{len(CONTROLS)} faults made on purpose are seen", blind)
        window = windows(site)
        window.visit("/pixel")
        tally.check(not window.faults, "a page without a fault has none", window.faults)
        tally.check(not window.opens_as_download("/pixel"), "a page that is shown is told from a file that is saved")
        window.close()
        server.shutdown()


def addresses():
    """The addresses that docs/addresses.md lists, by part: those that can be opened."""
    text = (REPOSITORY / "docs/addresses.md").read_text()
    parts = {}
    for part in text.split("\n## ")[1:]:
        rows = re.findall(r"^\| `(/[^`]*)` \|[^|]*`GET`(.*)", part, re.MULTILINE)
        # What programs are shown opens to a token, and to no browser.
        found = [path for path, text in rows if not part.startswith("For programs") or "for anybody" in text]
        parts["staff" if part.startswith("For staff") else "public"] = parts.get(
            "staff" if part.startswith("For staff") else "public", []
        ) + found
    return parts


def plain(paths):
    return [path for path in paths if "{" not in path]


def shape(path):
    """An address without the choice of an order, of a place in it and of a picture: one of each is enough to be looked at."""
    address, _, query = path.partition("?")
    fields = urllib.parse.parse_qsl(query, keep_blank_values=True)
    return address, tuple((name, "" if name in ("tri", "avant", "piece") else value) for name, value in fields)


def crawl(window, seeds):
    """Every page that can be reached; the files are left to be saved. Returns the addresses of files and their headers."""
    waiting, met, files = collections.deque(seeds), set(map(shape, seeds)), {}
    while waiting:
        path = waiting.popleft()
        status, headers = window.ask(path)
        if headers.get("content-disposition", "").startswith("attachment"):
            files[path] = headers
            continue
        # A text is not shown: it has no way to name its icon, and Chromium would ask for one that is not there.
        if status == 200 and not headers["content-type"].startswith("text/html"):
            window.seen[path] = headers["content-type"]
            continue
        window.visit(path)
        for link in window.links():
            if shape(link) not in met:
                met.add(shape(link))
                waiting.append(link)
    return files


def judge(tally, window, who):
    html = [path for path, kind in window.seen.items() if kind == "text/html"]
    tally.check(len(html) > 3, f"{who}: {len(html)} pages and {len(window.seen) - len(html)} texts were looked at")
    tally.check(not window.faults, f"{who}: none has a fault", f"{len(window.faults)}:\n  " + "\n  ".join(window.faults))


def submit(index=-1):
    return lambda page: page.locator("main form").first.locator("button[type=submit]").nth(index).click()


def unchecked(page):
    """Without the browser's own check of fields: the server's is looked at."""
    page.evaluate("document.querySelectorAll('form').forEach(form => { form.noValidate = true })")
    submit()(page)


def fill(page, word):
    """Every field of the public form."""
    fields = "main form input[type=text], main form input[type=tel], main form textarea"
    for field in page.locator(fields).all():
        if field.is_visible():
            field.fill(word(field.get_attribute("name")))
    page.fill("main form [name=courriel]", "noe@exemple.example")
    # Whoever names who represents them is under eighteen.
    if page.locator("main form [name=mineur]").count():
        page.evaluate("document.querySelectorAll('main details').forEach(one => { one.open = true })")
        page.check("main form [name=mineur]")
    page.select_option("main form [name=vous_etes]", index=1)


def as_complainant(tally, windows, site):
    """The follow-up pages, with the secret of a receipt, and something hostile added there."""
    window, word = windows(site), Hostile()
    page = window.page
    window.visit("/reclamation")
    fill(page, word)
    window.send(submit(), "its recap")
    window.send(submit(0), "its receipt")
    secret = page.locator(".symbols").inner_text()
    window.visit("/suivi")
    page.fill("[name=code_de_suivi]", secret)
    window.send(submit(), "the complaint that is followed")
    window.visit("/suivi/dossier/retrait")
    window.visit("/suivi/dossier/ajouts")
    page.fill("[name=texte]", word("texte"))
    window.send(submit(), "the complaint with what was added")
    window.visit("/suivi/acces/" + "0" * 64, 410)
    judge(tally, window, "a complainant")
    return window


def as_invited(tally, windows, site, place):
    """The link by which somebody chooses a password: its mistakes, its use, and that it is used up."""
    window, name = windows(site), ATTACKS[0].format("invited")
    account = ("--email", "invitee@example.fr", "--name", name, "--roles", "accueil")
    path = re.search(r"/invitation/[0-9a-f]{64}", place.command("user", "add", *account).stdout)[0]
    window.visit(path)
    for password, click, status in (("trop court", unchecked, 422), (PASSWORD, submit(), 200)):
        for field in window.page.locator("main form input[type=password]").all():
            field.fill(password)
        window.send(click, f"a password chosen, {status}", status)
    window.visit(path, 410)
    tally.check(len(window.seen) == 3 and not window.faults, "the pages of an invitation have no fault", window.faults)
    return window


def as_founder(tally, windows, server):
    """The link that the first start prints: its pages, their mistakes, what it opens, and that it is used up."""
    window, word = windows(f"http://127.0.0.1:{server.port}"), Hostile()
    path = re.search(r"/premier-demarrage/[0-9a-f]{64}", server.log.read_text())[0]
    window.visit(path)
    window.send(unchecked, "a first start with nothing in it", 422)
    for name in ("nom", "responsable"):
        window.page.fill(f"main form [name={name}]", word(name))
    window.send(submit(), "the preview of a first start")
    window.send(submit(0), "a first start without an account", 422)
    window.page.fill("main form [name=compte_nom]", word("compte_nom"))
    window.page.fill("main form [name=compte_courriel]", EVERYBODY)
    for field in window.page.locator("main form input[type=password]").all():
        field.fill(PASSWORD)
    window.send(submit(0), "the last page of a first start")
    window.visit(path, 410)
    window.visit("/procedure")
    tally.check(len(window.seen) == 6 and not window.faults, "the pages of a first start have no fault", window.faults)
    return window


def as_stranger(tally, windows, site, staff_paths):
    """The public pages, the form to its receipt and its mistakes; staff pages lead to the sign-in."""
    window, word = windows(site), Hostile()
    files = crawl(window, plain(addresses()["public"]))
    for path in sorted(path for path in staff_paths if path.partition("?")[0] not in window.asked):
        window.open(path)
        if urllib.parse.urlsplit(window.page.url).path != "/connexion":
            window.fault(f"{path} is open to a stranger")
    window.visit("/reclamation")
    window.send(unchecked, "a form with nothing in it", 422)
    page = window.page
    fill(page, word)
    page.set_input_files("main form [name=piece_jointe]", {"name": "a.exe", "mimeType": "a/b", "buffer": b"MZ"})
    window.send(submit(), "its recap, with a file that is refused")
    window.send(submit(), "the form again")
    window.send(submit(), "its recap")
    window.send(submit(0), "its receipt")
    proofs = [link for link in window.links() if "/preuve/" in link]
    saved = [path for path in {*files, *proofs} if window.opens_as_download(path)]
    tally.check(proofs and len(saved) == len({*files, *proofs}), f"a stranger saves {len(saved)} files", (files, proofs))
    window.visit("/reclamation/recepisse/" + "0" * 63, 410)
    window.visit("/inconnu", 404)
    window.visit("/connexion")
    page.fill("[name=courriel]", EVERYBODY)
    page.fill("[name=mot_de_passe]", "un mot de passe qui n’est pas le bon")
    window.send(submit(), "a sign-in refused", 401)
    judge(tally, window, "a stranger")
    kept = [cookie["name"] for cookie in window.context.cookies()]
    tally.check(not kept, "a stranger was given no cookie", kept)
    return window


def mail(word):
    """A mail full of hostile words, with hostile files, that somebody has to read."""
    message = email.message.EmailMessage()
    message["From"], message["Message-ID"] = f"{word('from')[:60]} <noe@exemple.example>", "<1@exemple.example>"
    message["Subject"] = word("subject")
    message.set_content(word("text"))
    message.add_alternative(f"<p>{ATTACKS[0]}</p>", subtype="html")
    for name, kind, content in FILES:
        message.add_attachment(content, *kind.split("/"), filename=name)
    return message.as_bytes()


def hear(staff, word):
    """Something hostile is said at the desk, and noted."""
    form = staff.get("/oral").page.form("/oral")
    said = {name: word(f"oral {name}") for name in form.free_fields}
    reply = staff.post("/oral", {**form.fields, **said})
    if reply.status != 303:
        raise Broken(f"what was said is not noted: {reply.status} {reply.page.text.split()[-60:]}")


def sign_in(window):
    window.visit("/connexion")
    window.page.fill("[name=courriel]", EVERYBODY)
    window.page.fill("[name=mot_de_passe]", PASSWORD)
    window.send(submit(), "after signing in")


def set_up(window):
    """A template of letters, and a program that is told: their pages are looked at as all others."""
    page = window.page
    window.visit("/reglages/modeles")
    form = page.locator("#modele-formulaire")
    form.locator("[name=nom]").fill("Réponse")
    form.locator("[name=acte]").select_option(index=1)
    form.locator("[name=texte]").fill("Bonjour {nom}")
    window.send(lambda _: form.locator("button[type=submit]").first.click(), "a template kept")
    window.visit("/reglages/avertissements")
    form = page.locator("form[action$='/reglages/avertissements']").last
    form.locator("[name=nom]").fill("Gestion")
    form.locator("[name=adresse]").fill("https://gestion.example/doleances")
    form.locator("[name=evenements]").first.check()
    window.send(lambda _: form.locator("button[type=submit]").first.click(), "a program that is told")
    window.visit("/compte")
    form = page.locator("form[action$='/compte/calendrier']")
    window.send(lambda _: form.locator("button[type=submit]").click(), "an address for a calendar")
    path = urllib.parse.urlsplit(page.locator("pre code").inner_text()).path
    status, headers = window.ask(path)
    if status != 200 or not headers["content-type"].startswith("text/calendar"):
        window.fault(f"a calendar is answered {status}, {headers['content-type']}")


def as_staff(tally, window, lives, lists):
    """Every page of staff; every word that was written is on one of them, as it was written."""
    sign_in(window)
    set_up(window)
    seeds = plain(addresses()["staff"])
    hostile = urllib.parse.quote(ATTACKS[0].format("q"))
    seeds += [f"/registre?q={hostile}", f"/receptions?etat={hostile}", "/registre?q=ran", "/registre?annee=2020"]
    # What an act leads to differs from the case file by a line only: some are enough.
    seeds += [f"/dossiers/{life.number}" for life in lives] + lives[0].pages[::4]
    files = crawl(window, list(dict.fromkeys(seeds)))
    for life in lives[:1]:
        window.visit(f"/dossiers/{life.number}")
        note = window.page.locator("form[action$='/notes']")
        note.evaluate("form => { form.closest('details').open = true; form.noValidate = true }")
        window.send(lambda _: note.locator("button[type=submit]").click(), "a note with nothing in it", 422)
    letter = next(path for path in window.seen if path.startswith("/lettres/"))
    # The addresses that forms are sent to lead to where the forms are.
    account = next(path for path in window.seen if re.fullmatch(r"/reglages/comptes/\w+", path))
    told = next(path for path in window.seen if re.fullmatch(r"/reglages/avertissements/\w+", path))
    note = f"/dossiers/{lives[0].number}/notes"
    for path in (*(f"{letter}/{act}" for act in ("remise", "relance", "retour")), note, f"{account}/reglage", f"{told}/reglage"):
        window.visit(path)
    window.visit("/dossiers/REC-1999-0001", 404)
    absent = [name for life in lives for name, words in life.words.items() if words not in window.text]
    total = sum(len(life.words) for life in lives)
    tally.check(total > 30 and not absent, f"{total} hostile texts stand on the pages as they were written", absent[:9])
    lines = [line for words in lists for text in words.values() for line in FRONTIER.split(kept(decoded(text)))]
    absent = [line for line in lines if line.strip() and line.strip() not in window.text]
    tally.check(not absent, f"so do {len(lines)} lines of published lists", absent[:9])
    return files


def check_files(tally, window, files):
    """Files are saved, whatever the address asks for besides; their headers let nothing run."""
    shown, loose = [], []
    for path, headers in files.items():
        for query in ("", "?inline=1&disposition=inline&type=text/html"):
            if not window.opens_as_download(path + query):
                shown.append(path + query)
        policy = headers.get("content-security-policy", "")
        if headers.get("x-content-type-options") != "nosniff" or "sandbox" not in policy or "html" in headers["content-type"]:
            loose.append((path, headers))
    tally.check(len(files) >= len(FILES) and not shown, f"{len(files)} files are saved and never shown", shown)
    tally.check(not loose, "their headers let nothing run", loose)


def check_back(tally, windows, site, life):
    """After signing out, Back shows nothing of a case file; before, it does."""
    window, secret = windows(site), life.words["reclamation"]
    sign_in(window)
    window.visit(f"/dossiers/{life.number}")
    window.open("/registre")
    window.go_back()
    tally.check(secret in window.words(), "Back shows the case file to who is signed in")
    with window.page.expect_navigation():
        window.page.locator("form[action='/deconnexion'] button").click()
    told, paths = [], []
    for _ in range(3):
        window.go_back()
        paths.append(urllib.parse.urlsplit(window.page.url).path)
        told += [window.page.url] if secret in window.words() else []
    tally.check(not told, "after signing out Back shows nothing of it", told)
    tally.check(paths[0] == "/connexion", "it leads to the sign-in", paths)
    tally.check(not window.faults, "without a fault", window.faults)


def reached(tally, windows):
    """No address of the documentation was left out."""
    asked = {path for window in windows for path in window.asked}
    patterns = [path for paths in addresses().values() for path in paths]
    left = [one for one in patterns if not any(re.fullmatch(re.sub(r"\\{\w+\\}", "[^/]+", re.escape(one)), a) for a in asked)]
    tally.check(len(patterns) > 10 and not left, f"all {len(patterns)} addresses were opened", left)


def run(tally, browser, all_looks, folder):
    controls(tally, functools.partial(Window, browser))
    windows = functools.partial(Window, browser, turns=(LOOKS,) if all_looks else TURNS)
    bare = Place(folder / "vide")
    with Server(bare) as server:
        window = windows(f"http://127.0.0.1:{server.port}")
        for path in ("/", "/reclamation"):
            window.visit(path, 503)
        tally.check(not window.faults, "before there is an organisation, no page has a fault", window.faults)
        window.close()
        founder = as_founder(tally, windows, server)
    place = Place(folder / "donnees").found()
    account = ("--email", EVERYBODY, "--name", ATTACKS[0].format("account"), "--roles", ROLES, "--expires", END,
               "--password-stdin")
    place.command("user", "add", *account, input=PASSWORD + "\n")
    place.command("mail", "ingest", input=mail(Hostile()).decode("utf-8", "surrogateescape"))
    with Server(place) as server:
        site, word = f"http://127.0.0.1:{server.port}", Hostile()
        visitor, staff = Visitor(server.port), Visitor(server.port).sign_in()
        lives = [Life(visitor, staff, word, FILES).go_through(acts) for acts in LIVES]
        lists = published.complain_with_all(tally, visitor)
        hear(staff, word)
        tried = [complain(visitor, word, [(name, "", MARKUP)])[0].status for name in REFUSED]
        kept = [name for names in Books(place).file_names().values() for name in names if name in REFUSED]
        held = set(tried) <= {303, 422} and not kept
        tally.check(held, f"files that a browser would run are not kept: {', '.join(REFUSED)}", (tried, kept))
        window = windows(site)
        files = as_staff(tally, window, lives, lists)
        judge(tally, window, "staff")
        check_files(tally, window, files)
        check_back(tally, windows, site, lives[0])
        stranger = as_stranger(tally, windows, site, [path for path in window.seen if path.startswith("/")])
        complainant = as_complainant(tally, windows, site)
        invited = as_invited(tally, windows, site, place)
        reached(tally, [founder, window, stranger, complainant, invited])
        tally.check(server.stop() == 0, "the server ends with status 0")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--all-looks", action="store_true", help="every page at both widths in both colours, not by turns")
    options = parser.parse_args()
    tally = Tally()
    with workshop("browser") as folder, browsers() as browser:
        try:
            run(tally, browser, options.all_looks, folder)
        except Broken as broken:
            tally.check(False, "the crawl reaches its end", broken)
    tally.finish()


if __name__ == "__main__":
    main()
