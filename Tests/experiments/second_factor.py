"""Somebody is invited by a link, chooses a password, and signs in with a second factor for real: sets an application up,
gives its codes, then a recovery code. The secrets are nowhere that a thief would find them.
"""

import argparse
import re

from harness import PASSWORD, Broken, Place, Server, conduct
from totp import Application
from visitors import Visitor

EMAIL = "paul.leroy@formation.example"
SECRET = re.compile(r'<code class="secret">([A-Z2-7 ]{39})</code>')
RECOVERY = re.compile(r"<li><code>([0-9A-Z-]{32})</code></li>")


def invite(tally, place, server):
    """An account whose password only its owner knows; answers with the link, which is used up."""
    account = ("--email", EMAIL, "--name", "Paul Leroy", "--roles", "responsable")
    said = place.command("user", "add", *account).stdout
    link = re.search(r"http\S+(/invitation/[0-9a-f]{64})\n", said)
    if not link:
        raise Broken(f"no link: {said}")
    visitor = Visitor(server.port)
    for _ in range(2):
        tally.check(visitor.get(link[1]).status == 200, "the link may be looked at")
    form = visitor.get(link[1]).page.form(link[1])
    short = visitor.post_plainly(link[1], {**form.fields, "mot_de_passe": "court", "mot_de_passe_encore": "autre"})
    told = short.status == 422 and all(words in short.page.text for words in ("moins de 15", "pas les mêmes"))
    tally.check(told, "a poor password is refused, with all that it has wrong", short.status)
    fields = {**form.fields, "mot_de_passe": PASSWORD, "mot_de_passe_encore": PASSWORD}
    chosen = visitor.post_plainly(link[1], fields)
    tally.check(chosen.location.startswith("/connexion"), "a good one leads to the sign-in", chosen.status)
    tally.check(visitor.post_plainly(link[1], fields).status == 410, "the link works once")
    return link[1].rpartition("/")[2]


def give_password(visitor, password=PASSWORD):
    """The reply to the first step."""
    form = visitor.get("/connexion").page.form("/connexion")
    return visitor.post_plainly(form.action, {**form.fields, "courriel": EMAIL, "mot_de_passe": password})


def give_code(visitor, reply, code):
    """The reply to the second step, whose form is on the page of the first."""
    form = reply.page.form("/connexion")
    return visitor.post_plainly(form.action, {**form.fields, "code": code})


def is_in(visitor):
    return visitor.get("/registre").status == 200


def enrol(tally, server):
    """The first sign-in; answers with the application and the recovery codes."""
    visitor = Visitor(server.port)
    page = give_password(visitor)
    found = SECRET.search(page.html)
    if not found:
        raise Broken(f"no secret on the page: {page.status} {page.page.text.split()[:60]}")
    tally.check(page.status == 200 and not visitor.cookies, "a right password leads to the setting up, without a session")
    tally.check("<svg" in page.html and "otpauth://totp/" in page.page.text, "the secret is there as square and as address")
    application = Application(found[1])
    wrong = give_code(visitor, page, "000000")
    tally.check(wrong.status == 401 and not visitor.cookies, "a wrong code opens nothing", wrong.status)
    shown = give_code(visitor, wrong, application.code())
    recovery = RECOVERY.findall(shown.html)
    tally.check(shown.status == 200 and len(recovery) == 10, "the right one shows ten recovery codes", shown.status)
    tally.check(is_in(visitor), "and begins a session")
    return application, found[1], recovery


def sign_in(tally, server, application, recovery):
    """Sign-ins after the first, each by somebody whose browser knows nothing yet."""
    visitor = Visitor(server.port)
    asked = give_password(visitor)
    tally.check(asked.status == 200 and not SECRET.search(asked.html), "the code is asked for from then on")
    tally.check(not visitor.cookies and not is_in(Visitor(server.port)), "and there is no session before it")
    # The application may have gone on to its next code meanwhile: this one is of the step after.
    code = application.code(1)
    led = give_code(visitor, asked, code)
    tally.check(led.status == 303 and is_in(visitor), "the application's next code opens a session", led.status)
    other = Visitor(server.port)
    again = give_code(other, give_password(other), code)
    tally.check(again.status == 401 and not other.cookies, "it does not work twice", again.status)
    saved = give_code(other, again, recovery[0])
    tally.check(saved.status == 303 and is_in(other), "a recovery code takes its place", saved.status)
    third = Visitor(server.port)
    used = give_code(third, give_password(third), recovery[0].lower())
    tally.check(used.status == 401, "once", used.status)


def search(tally, place, secrets):
    """Looks for secrets in every file that the server wrote."""
    found = [
        (path.name, name)
        for path in place.folder.rglob("*")
        if path.is_file()
        for name, secret in secrets.items()
        if secret in path.read_bytes()
    ]
    tally.check(not found, f"{len(secrets)} secrets are in no file of the server's", found)


def run(tally, folder):
    place = Place(folder / "donnees").found()
    place.command("organisation", "set", "--second-factor", "on")
    with Server(place) as server:
        link = invite(tally, place, server)
        application, secret, recovery = enrol(tally, server)
        sign_in(tally, server, application, recovery)
        tally.check(server.stop() == 0, "the server ends with status 0")
    with Server(place) as server:
        visitor = Visitor(server.port)
        led = give_code(visitor, give_password(visitor), recovery[1])
        tally.check(led.status == 303 and is_in(visitor), "all of it outlasts a restart", led.status)
    secrets = {"the link": link.encode(), "the seed": application.secret, "the secret": secret.replace(" ", "").encode()}
    for number, code in enumerate(recovery):
        secrets[f"code {number}"] = code.encode()
        secrets[f"code {number}, closed up"] = code.replace("-", "").encode()
    search(tally, place, secrets)
    place.command("organisation", "set", "--second-factor", "off")
    with Server(place) as server:
        tally.check(is_in(Visitor(server.port).sign_in(EMAIL)), "an organisation may do without")


def main():
    argparse.ArgumentParser(description=__doc__).parse_args()
    conduct("second-factor", run)


if __name__ == "__main__":
    main()
