"""A program drives a whole case by `/api/v1`, with a token that somebody made on their page: from a letter that is entered
twice and received once, through every judgement, to its closing; the server is killed on the way. Then schemathesis,
where there is one, tries every operation with what its description allows and forbids.
"""

import argparse
import hashlib
import http.client
import json
import re
import shutil
import subprocess
import time
import uuid

from books import check_verify
from days import paris_day
from harness import PASSWORD, REPOSITORY, Broken, Postgres, Server, Tally, places, say, workshop
from roles import ROLES, in_role
from visitors import MANAGER, Visitor, multipart

SECRET = re.compile(r"dol_[0-9A-HJKMNP-TV-Z]{64}")
CHECKS = (
    "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance,"
    "negative_data_rejection,missing_required_header,unsupported_method,ignored_auth"
)


class Program:
    """Something that speaks JSON and has a token."""

    def __init__(self, port, token):
        self.port, self.token = port, token

    def send(self, method, path, body=None, kind="application/json", key=None):
        """The status, the headers, and the content."""
        headers = {"Authorization": f"Bearer {self.token}"}
        if body is not None:
            headers["Content-Type"] = kind
            body = body if isinstance(body, bytes) else json.dumps(body).encode()
        if key:
            headers["Idempotency-Key"] = key
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        try:
            connection.request(method, path, body, headers)
            response = connection.getresponse()
            return response.status, dict(response.getheaders()), response.read()
        finally:
            connection.close()

    def get(self, path):
        """What a JSON resource holds."""
        status, _, content = self.send("GET", path)
        if status != 200:
            raise Broken(f"{path}: {status} {content[:400]!r}")
        return json.loads(content)

    def act(self, reference, act, files=(), **fields):
        """Does an act on the case as it stands; its outcome."""
        path = f"/api/v1/dossiers/{reference}"
        body = {"acte": act, "version": self.get(path)["version"], **fields}
        if files:
            kind, body = multipart({name: str(value) for name, value in body.items()}, files)
            status, _, content = self.send("POST", f"{path}/actes", body, kind)
        else:
            status, _, content = self.send("POST", f"{path}/actes", body)
        if status != 200:
            raise Broken(f"{act}: {status} {content[:800]!r}")
        return json.loads(content)


def make_token(tally, server, scope="lecture-et-actes", email=MANAGER):
    """Made on the page of whoever signed in, and shown once."""
    visitor = Visitor(server.port).sign_in(email)
    form = visitor.get("/compte/jetons").page.form("/compte/jetons")
    typed = {**form.fields, "nom": f"Essai {scope}", "portee": scope}
    if "confirmation" in typed:
        typed["confirmation"] = PASSWORD
    made = SECRET.search(visitor.post_plainly("/compte/jetons", typed).html)
    if not made:
        raise Broken("no token is made")
    listed = visitor.get("/compte/jetons").html
    tally.check(made[0] not in listed and made[0][:12] in listed, "a token is shown once, and listed by its public name")
    return made[0]


def intake(tally, program):
    """A letter, entered twice under one key; its reference."""
    key = str(uuid.uuid4())
    letter = {
        "canal": "courrier", "arrivee_le": paris_day().isoformat(), "nom": "D’Àrçy", "prenom": "Noé 🎭",
        "vous_etes": "stagiaire", "courriel": "noe.darcy@exemple.example", "objet": "Remboursement",
        "reclamation": "La salle est restée sans chauffage.\nTrois jours. « Trois ! »",
    }  # fmt: skip
    replies = [program.send("POST", "/api/v1/receptions", letter, key=key) for _ in range(3)]
    received = [json.loads(content) for _, _, content in replies]
    tally.check([status for status, _, _ in replies] == [201] * 3, "a letter is received", replies)
    tally.check(len({answer["reference"] for answer in received}) == 1, "once, however often it is sent", received)
    status, _, content = program.send("POST", "/api/v1/receptions", {**letter, "objet": "Autre"}, key=key)
    tally.check(status == 409, "another content under the same key is refused", content)
    reference = received[0]["reference"]
    case = program.get(f"/api/v1/dossiers/{reference}")
    words = case["historique"][0]["contenu"]["original"]
    tally.check(letter["reclamation"] in words.values(), "every word is in the log as it was sent", words)
    return reference


def handling(tally, program, reference):
    """From the judgement to the answer; the register number."""
    program.act(reference, "qualification", nature="reclamation", theme="facturation", consommateur="oui")
    number = program.act(reference, "inscription")["numero"]
    tally.check(re.fullmatch(r"REC-\d{4}-0001", number) is not None, f"it has the year's first number, {number}")
    today = paris_day().isoformat()
    document = "Devis corrigé : 120 €".encode()
    program.act(
        number, "actions", [("piece_jointe", "devis.txt", "text/plain", document)], texte="Remboursé.", fait_le=today
    )
    piece = program.get(f"/api/v1/dossiers/{number}")["pieces"][0]
    status, headers, content = program.send("GET", f"/api/v1/dossiers/{number}/pieces/{piece['id']}")
    whole = content == document and piece["sha256"] == hashlib.sha256(document).hexdigest()
    tally.check(status == 200 and whole, "a document comes back as it was sent", (status, headers))
    grief = {"grief": "Le remboursement", "decision": outcomes_of(program)[0], "motif": "", "solution": "120 €"}
    answer = {
        "griefs": [grief],
        "texte": "Vous avez raison.", "signataire": "Claire Vasseur", "consommateur": "oui",
    }  # fmt: skip
    preview = program.act(number, "reponse", relire=True, **answer)
    tally.check(preview["etape"] != "repondue" and preview["lettre"], "the letter is read over before it goes", preview)
    done = program.act(number, "reponse", relue=preview["relue"], **answer)
    tally.check(done["etape"] == "repondue", "and goes as it was read", done)
    return number


def outcomes_of(program):
    """What may be decided of a grievance, as the description says, the kindest first."""
    schemas = program.get("/api/v1/openapi.json")["components"]["schemas"]
    return schemas["Grief"]["properties"]["decision"]["enum"]


def refusals(tally, program, reader, number):
    """What a program is refused, and how it is told."""
    path = f"/api/v1/dossiers/{number}/actes"
    version = program.get(f"/api/v1/dossiers/{number}")["version"]
    note = {"acte": "notes", "version": version, "texte": "Vu"}
    tried = [
        (reader, path, note, 403, "portee"),
        (program, path, {**note, "version": version - 1}, 409, "modifie-entre-temps"),
        (program, path, {**note, "acte": "prorogation", "motif": "court", "nouvelle_date": "2026-01-01"}, 422, None),
        (program, path, {**note, "textes": "Vu"}, 422, "champs"),
        (program, "/api/v1/dossiers/REC-1999-0001/actes", note, 404, "introuvable"),
        (Program(program.port, "dol_" + "0" * 64), path, note, 401, "jeton-refuse"),
    ]
    for who, address, body, expected, code in tried:
        status, headers, content = who.send("POST", address, body)
        told = json.loads(content)
        is_right = status == expected and headers.get("Content-Type") == "application/problem+json"
        tally.check(is_right and code in (None, told["code"]), f"{expected} {told['code']}", (status, told))


def by_curl(tally, server, token):
    """As docs/api.md has it."""
    command = ["curl", "-sS", "--max-time", "60", "-H", f"Authorization: Bearer {token}"]
    url = f"http://127.0.0.1:{server.port}/api/v1/dossiers?etat=ouvertes"
    listed = json.loads(subprocess.run([*command, url], check=True, capture_output=True).stdout)
    tally.check(listed["total"] == 1 and listed["suivant"] is None, "curl reads the register", listed)


def schemathesis():
    """The program of that name, of the tests' own environment or of the machine; None where there is none."""
    own = REPOSITORY / ".venv/bin/schemathesis"
    return str(own) if own.exists() else shutil.which("schemathesis")


def scan(tally, server, token, number, examples, folder, who="every role"):
    """Every operation, with what its description allows and forbids: at random, then on a case that there is."""
    tool = schemathesis()
    if not tool:
        tally.skip("schemathesis", "it is not installed")
        return
    folder = folder / "balayage"
    folder.mkdir(exist_ok=True)
    settings = folder / "schemathesis.toml"
    base = f"http://127.0.0.1:{server.port}"
    for title, text in (("anything", ""), ("a case that there is", f'[parameters]\nreference = "{number}"\n')):
        settings.write_text(text)
        command = [
            tool, "--config-file", str(settings), "run", f"{base}/api/v1/openapi.json", "--url", base, "--checks", CHECKS,
            "--phases", "examples,coverage,fuzzing", "--max-examples", str(examples), "--seed", "20261123", "--workers", "1",
            "-H", f"Authorization: Bearer {token}", "--warnings", "off", "--continue-on-failure", "--suppress-health-check", "all",
        ]  # fmt: skip
        begun = time.monotonic()
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=3600, check=False)
        said = (done.stdout + done.stderr)[-6000:]
        taken = time.monotonic() - begun
        tally.check(done.returncode == 0, f"as {who}, schemathesis finds nothing on {title}, {taken:.0f} s", said)
    logged = [json.loads(line) for line in server.log.read_text(errors="replace").splitlines() if line.startswith("{")]
    faults = [line for line in logged if str(line.get("status", "")).startswith("5")]
    tally.check(not faults, "and the server has no fault of its own", faults[:3])


def scan_in_roles(tally, place, server, number, examples, folder):
    """The same as somebody of each role alone; an auditor has no tokens."""
    for role in ROLES:
        if role == "auditeur":
            continue
        token = make_token(tally, server, email=in_role(place, role))
        scan(tally, server, token, number, examples, folder, role)


def run(engine, tally, options, folder):
    say(f"{engine}: a program drives a whole case")
    with places(engine, folder) as place:
        with Server(place) as server:
            token, reading = make_token(tally, server), make_token(tally, server, "lecture")
            program, reader = Program(server.port, token), Program(server.port, reading)
            reference = intake(tally, program)
            server.kill()
            server.start()
            number = handling(tally, program, reference)
            refusals(tally, program, reader, number)
            by_curl(tally, server, reading)
            closed = program.act(number, "cloture", motif="La réponse est acceptée")
            tally.check(closed["etape"] == "close", "the case is closed", closed)
            tally.check(reader.get("/api/v1/receptions")["total"] == 1, "one letter, one reception")
            scan(tally, server, token, number, options.examples, folder)
            if options.in_roles:
                scan_in_roles(tally, place, server, number, options.in_roles, folder)
            tally.check(server.stop() == 0, "the server ends with status 0")
        files = [path for path in folder.rglob("*") if path.is_file() and "balayage" not in path.parts]
        leaked = [path.name for path in files if token.encode() in path.read_bytes()]
        tally.check(not leaked, "the token is in no file of the server's", leaked)
        check_verify(tally, place)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--engine", choices=["sqlite", "postgresql", "both"], default="both")
    parser.add_argument("--examples", type=int, default=20, help="cases that schemathesis makes of each operation")
    parser.add_argument("--in-roles", type=int, default=0, metavar="EXAMPLES", help="the same as each role alone")
    options = parser.parse_args()
    tally = Tally()
    for engine in ["sqlite", "postgresql"] if options.engine == "both" else [options.engine]:
        if engine == "postgresql" and not Postgres.is_installed():
            tally.skip("a program on PostgreSQL", "no PostgreSQL under /usr/lib/postgresql")
            continue
        with workshop("programmes") as folder:
            try:
                run(engine, tally, options, folder)
            except Broken as broken:
                tally.check(False, f"{engine}: the program reaches its end", broken)
    tally.finish()


if __name__ == "__main__":
    main()
