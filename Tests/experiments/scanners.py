"""Two published scanners, wapiti and sqlmap, over the whole site, as everybody who may come in.

Wapiti crawls the site and attacks all that it meets, as a stranger, as a complainant and in every role; sqlmap tries every
field of the forms that a stranger, a complainant and an officer are shown, and what their addresses carry. They find
nothing, and whatever they send, the server answers without a fault of its own.
"""

import argparse
import collections
import http.client
import json
import re
import shutil
import subprocess
import urllib.parse

from harness import REPOSITORY, Broken, Place, Server, Tally, conduct
from lives import Life
from roles import ROLES, in_role
from visitors import Visitor

# Those that look for a way in; the others judge headers, which the tests of the product do, or ask other servers.
MODULES = "backup,crlf,exec,file,htaccess,methods,permanentxss,redirect,shellshock,sql,timesql,upload,xss,xxe"
WAPITI = str(REPOSITORY / ".venv-scan/bin/wapiti")
# They end the session that a scanner was given, its own or everybody's.
ENDS = ("/deconnexion", "/suivi/fin", "/compte/sessions", "/compte/jetons/fin", "/compte/mot-de-passe", "/compte/second-facteur", "/reglages/acces")
# Where each begins: pages whose forms and parameters are tried, `{case}` and `{account}` among them.
STARTS = {
    "visiteur": ("/reclamation", "/suivi", "/suivi/acces", "/connexion", "/procedure?version=1"),
    "reclamant": ("/suivi/dossier", "/suivi/dossier/ajouts", "/suivi/dossier/retrait"),
    "accueil": ("/receptions/saisir", "/oral", "/receptions?q=salle&etat=inscrite"),
    "responsable": ("/dossiers/{case}", "/registre?q=salle&annee=2026&theme=accueil&genre=reclamation"),
    "direction": ("/reglages/organisme", "/reglages/delais", "/dossiers/{case}"),
    "controle": ("/dossiers/{case}", "/compte"),
    "rgpd": ("/dossiers/{case}", "/compte"),
    "auditeur": ("/audit/registre?q=2026&annee=2026", "/audit/receptions", "/audit/dossiers/{case}"),
    "administrateur": ("/reglages/comptes", "/reglages/comptes/{account}", "/audit/acces?du=2026-01-01&au=2026-12-31&genre=x"),
}


class Neighbour(Visitor):
    """Somebody at another address than the scanners, whose guesses have their own address wait."""

    def connect(self):
        return http.client.HTTPConnection("127.0.0.1", self.port, self.patience, source_address=("127.0.0.2", 0))


def words(name):
    """What a patient person writes."""
    return f"Salle sans chauffage ({name})."


def follow(visitor):
    """A complainant at the follow-up pages."""
    receipt = visitor.get(visitor.complain().location)
    found = re.search(r'class="symbols">(.*?)</p>', receipt.html)
    if not found:
        raise Broken("the receipt shows no tracking secret")
    secret = re.sub(r"<[^>]+>", "", found[1])
    complainant = Neighbour(visitor.port)
    form = complainant.get("/suivi").page.form("/suivi")
    reply = complainant.post_plainly(form.action, {**form.fields, "code_de_suivi": secret})
    if reply.status != 303:
        raise Broken(f"the secret opens nothing: {reply.status}")
    return complainant


def as_browser(site, visitor):
    """The headers of somebody who uses the site's own forms."""
    headers = [f"Origin: {site}", "Sec-Fetch-Site: same-origin"]
    return headers + ([f"Cookie: {visitor.cookie}"] if visitor.cookies else [])


def faults(server):
    """The requests that the server answered, by address and by its own fault."""
    answered, faulty = 0, collections.Counter()
    for line in server.log.read_text(errors="replace").splitlines():
        entry = json.loads(line) if line.startswith("{") else {}
        status = str(entry.get("status", ""))
        answered += bool(status)
        if status.startswith("5"):
            faulty[json.dumps(entry, ensure_ascii=False)[:300]] += 1
    return answered, faulty


def shown(server):
    """Of each answer, whether it was a page."""
    lines = server.log.read_text(errors="replace").splitlines()
    entries = [json.loads(line) for line in lines if line.startswith("{")]
    return [str(entry["status"]) == "200" for entry in entries if "status" in entry]


def wapiti(folder, site, who, visitor, seconds, starts, module):
    """What wapiti finds as somebody by one kind of attack, by category."""
    report = folder / f"wapiti-{who}-{module}.json"
    command = [WAPITI, "-u", f"{site}/", "-m", module, "-f", "json", "-o", report, "--no-bugreport", "--flush-session"]
    # Cut short, wapiti may lose the lock of its own database: only the whole is limited, by the timeout below.
    command += ["--max-scan-time", seconds * 5, "--max-attack-time", seconds, "-d", 6, "-v", 0, "-t", 30]
    command += ["--store-session", folder / f"session-{who}-{module}", "--max-links-per-page", 60]
    for path in starts:
        command += ["-s", site + path]
    for path in ENDS:
        command += ["-x", site + path]
    for header in as_browser(site, visitor):
        command += ["-H", header]
    done = subprocess.run([*map(str, command)], capture_output=True, text=True, timeout=seconds * 30)
    if not report.exists():
        raise Broken(f"wapiti made no report: {done.stdout[-1000:]} {done.stderr[-1000:]}")
    kinds = json.loads(report.read_text())["vulnerabilities"]
    return {kind: [f"{found['method']} {found['path']} {found['parameter']}" for found in each] for kind, each in kinds.items() if each}


def sqlmap(folder, site, visitor, path, form=None):
    """Whether sqlmap finds a way into the database by a form, or by what an address carries; what it said, if so."""
    command = ["sqlmap", "--batch", "--flush-session", "--output-dir", folder / "sqlmap", "--level", 1, "--risk", 1]
    command += ["--technique", "BEU", "--threads", 4, "--ignore-code", "*", "--disable-coloring", "--timeout", 30]
    for header in as_browser(site, visitor):
        command += ["-H", header]
    if form is None:
        command += ["-u", site + path]
    else:
        filled = {name: value or words(name) for name, value in form.fields.items() if form.kinds[name] != "file"}
        tried = [name for name in filled if name not in ("jeton", "site_web")]
        command += ["-u", site + form.action, "--data", urllib.parse.urlencode(filled), "-p", ",".join(tried)]
    done = subprocess.run([*map(str, command)], capture_output=True, text=True, timeout=1800)
    if "do not appear to be injectable" in done.stdout:
        return None
    return done.stdout[-600:]


def targets(visitor, pages, all_of_it):
    """What sqlmap is to try: an address, and a form of its page where it has any."""
    for path in pages:
        forms = [form for form in visitor.get(path).page.forms if form.method == "post" and form.action not in ENDS]
        forms = [form for form in forms if form.fields.keys() - {"jeton"}]
        for form in forms if all_of_it else forms[-1:]:
            yield path, form
        if "?" in path:
            yield path, None
        # The asterisk is where sqlmap tries what it has.
        if re.search(r"/(dossiers|comptes)/", path):
            yield path + "*", None


def come_in(who, server, place):
    """What lets somebody of that kind in, again and again; and the pages that they begin with."""
    life = Life(Visitor(server.port), Visitor(server.port).sign_in(), words)
    life.go_through("qualification inscription attribution notes")
    accounts = json.loads(place.command("user", "list", "--json").stdout)
    known = {"case": life.number, "account": accounts[0]["id"]}
    pages = [path.format(**known) for path in STARTS[who]]
    if who in ROLES:
        email = in_role(place, who)
        return lambda: Neighbour(server.port).sign_in(email), pages
    return lambda: follow(Neighbour(server.port)) if who == "reclamant" else Visitor(server.port), pages


def scan(tally, folder, who, options):
    """Both scanners as one kind of visitor, over books of their own."""
    place = Place(folder / who).found()
    with Server(place) as server:
        site = f"http://127.0.0.1:{server.port}"
        enter, pages = come_in(who, server, place)
        visitor = enter()
        for path, form in targets(visitor, pages, options.all):
            name = form.action if form else path
            before = faults(server)[0]
            said = sqlmap(folder, site, visitor, path, form)
            sent = faults(server)[0] - before
            tally.check(said is None and sent > 20, f"sqlmap finds nothing as {who} by {name}: {sent} requests", said or sent)
        before = len(shown(server))
        # Guesses at a password that is asked again end a session: each kind of attack comes in anew.
        found = [wapiti(folder, site, who, enter(), options.seconds, pages, module) for module in MODULES.split(",")]
        pages_shown = shown(server)[before:]
        name = f"wapiti finds nothing as {who}: {len(pages_shown)} requests, {sum(pages_shown)} of them shown a page"
        tally.check(not any(found) and sum(pages_shown) > 200, name, found)
        answered, faulty = faults(server)
        tally.check(answered > 50 and not faulty, f"{answered} requests, none answered by a fault", dict(faulty))
        tally.check(Neighbour(server.port).complain().status == 303, "a complaint comes in after all of it")
        tally.check(server.stop() == 0, "the server ends with status 0")
    verified = place.command("verify", check=False)
    tally.check(verified.returncode == 0, "the register is whole", verified.stderr or verified.stdout)


def run(tally, options, folder):
    for who in options.only or STARTS:
        scan(tally, folder, who, options)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=int, default=120, help="for each kind of attack")
    parser.add_argument("--all", action="store_true", help="every form of each page")
    parser.add_argument("--only", nargs="*", choices=STARTS, help="these visitors alone")
    options = parser.parse_args()
    if not all(map(shutil.which, (WAPITI, "sqlmap"))):
        tally = Tally()
        tally.skip("wapiti and sqlmap", "not installed: Tools/install scan")
        tally.finish()
    conduct("scanners", run, options)


if __name__ == "__main__":
    main()
