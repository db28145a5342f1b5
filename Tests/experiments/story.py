#!/usr/bin/env python3
"""The whole life of one complaint, from bare books to its closing, as the people in it see it.

It comes by curl, without JavaScript, with a document of 3 MB; its acknowledgement arrives at a real SMTP server; staff
qualify, register, act, answer in part with the mediator's block, and close. `verify` and the independent verifier then
both find the log sound, and every word of the complaint is there as it was typed.
"""

import argparse
import base64
import hashlib
import json
import re
import subprocess
import sys
import time
import unicodedata

from books import Books, check_verify
from days import paris_day
from harness import REPOSITORY, Broken, Postgres, Server, Tally, places, say, workshop
from letters import MailServer, body
from visitors import PageReader, Visitor, envoi_of, reference_of

NAME = "Noé D’Àrçy-🎭 <b>"


def composed_words():
    """What somebody types, with accents in one piece and in two, marks that HTML minds, and lines."""
    composed, decomposed = unicodedata.normalize("NFC", NAME), unicodedata.normalize("NFD", NAME)
    text = f"  Première ligne, « {decomposed} ».\nDeuxième : {composed} 'x' \"y\" &amp; <script>\n\nFin.  "
    assert composed != decomposed
    return {
        "nom": composed,
        "prenom": decomposed,
        "vous_etes": "stagiaire",
        "courriel": "noe.darcy@exemple.example",
        "objet": f"Remboursement & suite ; {composed} / {decomposed}",
        "reclamation": text,
    }


def pdf(size):
    """A document of a size, with a PDF's first and last lines and bytes of every value between them."""
    head, tail = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", b"\n%%EOF\n"
    block = bytes(range(256))
    return head + (block * (size // 256 + 1))[: size - len(head) - len(tail)] + tail


class Curl:
    """curl, as a person without a browser uses it."""

    def __init__(self, server, folder):
        self.base, self.folder = f"http://127.0.0.1:{server.port}", folder

    def get(self, path):
        command = ["curl", "-sS", "--fail-with-body", "--max-time", "120", self.base + path]
        return subprocess.run(command, check=True, capture_output=True).stdout

    def complain(self, envoi, words, document, step):
        """The status, the address that it leads to, and the page."""
        page = self.folder / "page.html"
        command = ["curl", "-sS", "--max-time", "120", "-o", str(page), "-w", "%{http_code} %{redirect_url}"]
        for name, value in {**words, "envoi": envoi, "etape": step}.items():
            command += ["--form-string", f"{name}={value}"]
        if document:
            command += ["-F", f"piece_jointe=@{document};type=application/pdf"]
        done = subprocess.run([*command, self.base + "/reclamation"], check=True, capture_output=True, text=True)
        status, _, address = done.stdout.partition(" ")
        return int(status), address.removeprefix(self.base), page.read_text()


def shows(page_text, words):
    """The words that a page does not show exactly as typed."""
    return [word for word in words if word not in page_text]


def intake(tally, curl, folder, words):
    """The form, its recap with the document, its sending, its receipt and its proof."""
    document = folder / "contrat signé.pdf"
    document.write_bytes(pdf(3_000_000))
    envoi = envoi_of(curl.get("/reclamation"))
    status, _, page = curl.complain(envoi, words, document, "recapitulatif")
    typed = [words[name] for name in ("nom", "prenom", "objet", "reclamation")]
    tally.check(status == 200, "the recap answers 200", status)
    tally.check(
        not shows(PageReader(page).text, typed),
        "the recap shows every word as typed",
        shows(PageReader(page).text, typed),
    )
    status, address, page = curl.complain(envoi, words, None, "envoi")
    tally.check(
        (status, address) == (303, f"/reclamation/recepisse/{envoi}"), "sending leads to the receipt", (status, address)
    )
    receipt = PageReader(curl.get(address).decode())
    reference = reference_of(receipt.text)
    tally.check(reference is not None, f"the receipt bears a reference, {reference}")
    tally.check(words["objet"] in receipt.text, "the receipt shows the subject as typed", receipt.text[:2000])
    digest = hashlib.sha256(document.read_bytes()).hexdigest()
    tally.check(digest in receipt.text, "the receipt states the document's SHA-256")
    proof = folder / "preuve.tlog-proof"
    proof.write_bytes(curl.get(f"/reclamation/preuve/{envoi}"))
    sealed = list(strings(sealed_contents(proof.read_text())))
    absent = [word for word in words.values() if word not in sealed]
    tally.check(not absent, "the proof seals every word as typed", absent)
    if reference is None:
        raise Broken("no reception, no story")
    return reference, digest, proof


def sealed_contents(proof):
    """What a tlog-proof vouches for: the payload of its leaf."""
    extra = re.match(r"c2sp\.org/tlog-proof@v1\nextra (\S+)\n", proof)
    return json.loads(base64.b64decode(json.loads(base64.b64decode(extra[1]))["contenu"]))


def strings(value):
    """Every text in a JSON value, however deep."""
    if isinstance(value, str):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from strings(part)


def acknowledgement(tally, mail, reference, words):
    letters = mail.letters(reference)
    tally.check(len(letters) == 1, "one acknowledgement arrived by SMTP", f"{len(letters)} did")
    if letters:
        letter = letters[0]
        tally.check(letter["To"] and words["courriel"] in letter["To"], "it is for the complainant", letter["To"])
        tally.check(
            letter["Auto-Submitted"] == "auto-replied", "it says that it is automatic", letter["Auto-Submitted"]
        )
        told = body(letter) + str(letter["Subject"])
        said = [word for word in ("Noé", "D’Àrçy", "Remboursement", "🎭") if word in told]
        tally.check(not said, "it repeats nothing that the sender typed (S-43)", said)


def handling(tally, staff, reference, words):
    """Qualified, registered, acted upon, answered in part. Returns the register's number."""
    page = staff.get(f"/dossiers/{reference}").page
    typed = [words[name] for name in ("nom", "prenom", "objet", "reclamation")]
    tally.check(not shows(page.text, typed), "the case page shows every word as typed", shows(page.text, typed))
    today = paris_day().isoformat()
    act(tally, staff, reference, "qualification", nature="reclamation", theme="facturation", consommateur="oui")
    location = act(tally, staff, reference, "inscription")
    number = location.partition("?")[0].rpartition("/")[2]
    tally.check(re.fullmatch(r"REC-\d{4}-0001", number) is not None, f"its number is the year's first, {number}")
    files = [("devis.txt", "text/plain", "Devis corrigé : 120 €\n".encode())]
    act(tally, staff, number, "actions", files, texte="Remboursement partiel décidé.", fait_le=today)
    act(
        tally,
        staff,
        number,
        "reponse",
        grief_1="Remboursement de la journée perdue",
        decision_1="accueillie",
        solution_1="Remboursement de 120 €",
        grief_2="Remboursement de toute la formation",
        decision_2="rejetee",
        motif_2="Les autres journées ont eu lieu comme prévu.",
        texte="Nous avons examiné votre réclamation.",
        signataire="Claire Vasseur, responsable des réclamations",
        consommateur="oui",
    )
    return number


def closing(tally, staff, number, page):
    """Closed from a page opened before the answer's letter had left by itself: nobody has changed the file since."""
    form = page.form("/cloture")
    hidden = {name: form.fields.get(name, "") for name in ("jeton", "version")}
    reply = staff.post(form.action, {**hidden, "motif": "Réponse acceptée par le réclamant."})
    claim = "the page that the officer was reading still closes the file after the letter has left"
    if not tally.check(reply.status == 303, claim, reply.status):
        act(tally, staff, number, "cloture", motif="Réponse acceptée par le réclamant.")


def act(tally, staff, number, noun, files=(), **fields):
    try:
        reply = staff.act(number, noun, files, **fields)
    except Broken as broken:
        tally.check(False, f"{noun} on {number}", broken)
        raise
    said = "" if reply.status == 303 else " ".join(reply.page.text.split())[:600]
    if not tally.check(reply.status == 303, f"{noun} on {number}", f"{reply.status} {said}"):
        raise Broken(f"the story ends at {noun}")
    return reply.location


def one_year_after(day):
    """The same day of the next year, the 28th where there is no 29th of February."""
    return day.replace(year=day.year + 1, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=day.year + 1)


def dates(day):
    """A day as a letter may write it."""
    months = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
    return [f"{'1er' if day.day == 1 else day.day} {months[day.month - 1]} {day.year}", day.strftime("%d/%m/%Y")]


def answer_letter(tally, mail, days):
    """The answer as it arrived, with the recourse of a consumer (R-35); `days` are those on which it may have been given."""
    answers = mail.letters("examiné votre réclamation")
    tally.check(len(answers) == 1, "one answer arrived by SMTP", f"{len(answers)} did")
    if not answers:
        return
    text = body(answers[0])
    for piece in (
        "Médiation Conso Nord",
        "12 place du Théâtre",
        "https://mediation.example",
        "Les autres journées ont eu lieu comme prévu.",
    ):
        tally.check(piece in text, f"the answer says « {piece} »", text[-1500:])
    forms = [form for day in days for form in dates(one_year_after(day))]
    tally.check(any(form in text for form in forms), f"the answer gives the limit date, {forms[0]}", text[-1500:])


def wait_until_noted(tally, books, patience=120):
    """Waits until the delivery of the answer is noted in the file, which others read meanwhile."""
    deadline, states = time.monotonic() + patience, []
    while states != ["issued"] and time.monotonic() < deadline:
        time.sleep(0.1)
        states = [state for (state,) in books.rows("SELECT state FROM letter WHERE kind LIKE 'reponse%'")]
    tally.check(states == ["issued"], "the answer's delivery is noted", states)


def attachment(tally, staff, number, digest):
    """The document comes back to its last byte, to be saved and never shown."""
    links = [link for link in staff.get(f"/dossiers/{number}").page.links if link.startswith("/pieces/")]
    replies = [staff.get(link) for link in links]
    same = [reply for reply in replies if hashlib.sha256(reply.body).hexdigest() == digest]
    tally.check(
        len(same) == 1,
        "the document comes back to its last byte",
        f"{len(links)} links, {[len(r.body) for r in replies]}",
    )
    kinds = {reply.headers.get("content-disposition", "").partition(";")[0] for reply in replies}
    tally.check(kinds == {"attachment"}, "documents are saved, never shown", kinds)


def verifiers(tally, place, folder, proof):
    """Ours and the independent one agree."""
    check_verify(tally, place, [proof], "`verify` with the complainant's proof as witness exits 0")
    journal = folder / "journal"
    done = place.command("export", "--journal", journal, check=False)
    tally.check(done.returncode == 0, "the log is exported", done.stderr)
    verifier = REPOSITORY / "Tools/verify_log.py"
    done = subprocess.run([sys.executable, str(verifier), str(journal)], capture_output=True, text=True)
    tally.check(done.returncode == 0, "the independent verifier finds it sound", (done.stdout + done.stderr)[-600:])


def run(engine, tally, folder):
    say(f"{engine}: the whole story of one complaint")
    words = composed_words()
    with MailServer(folder) as mail, places(engine, folder) as place:
        with Server(place, mail.environment) as server:
            reference, digest, proof = intake(tally, Curl(server, folder), folder, words)
            acknowledgement(tally, mail, reference, words)
            staff = Visitor(server.port).sign_in()
            days = {paris_day()}
            number = handling(tally, staff, reference, words)
            page = staff.get(f"/dossiers/{number}").page
            days.add(paris_day())
            answer_letter(tally, mail, days)
            wait_until_noted(tally, Books(place))
            closing(tally, staff, number, page)
            attachment(tally, staff, number, digest)
            listed = staff.get("/registre?q=darcy").page.text
            tally.check(number in listed, "a search without accents finds it in the register")
            page = staff.get(f"/dossiers/{number}").page.text
            tally.check("clôtur" in page.lower() or "clos" in page.lower(), "the case page says that it is closed")
            tally.check(server.stop() == 0, "the server ends with status 0")
        tally.check(not Books(place).broken_attachments(), "every file is in the books to its last byte")
        verifiers(tally, place, folder, proof)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--engine", choices=["sqlite", "postgresql", "both"], default="both")
    options = parser.parse_args()
    tally = Tally()
    for engine in ["sqlite", "postgresql"] if options.engine == "both" else [options.engine]:
        if engine == "postgresql" and not Postgres.is_installed():
            tally.skip("the story on PostgreSQL", "no PostgreSQL under /usr/lib/postgresql")
            continue
        with workshop("story") as folder:
            try:
                run(engine, tally, folder)
            except Broken as broken:
                tally.check(False, f"{engine}: the story reaches its end", broken)
    tally.finish()


if __name__ == "__main__":
    main()
