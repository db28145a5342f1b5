#!/usr/bin/env python3
"""S-53, S-58, S-62: an officer signs in by a real provider of identities, Canaille, in a real browser: links their identity from
their own account, comes and goes by it, confirms by it what takes a password, and finds the password still good once the
provider is out.
"""

import argparse
import contextlib
import subprocess
import sys

from harness import MANAGER, PASSWORD, REPOSITORY, Broken, Server, conduct, places
from windows import browsers

BACK = "/connexion/identite/retour"
PERSON = "ines"
BUTTON = "Se connecter avec le portail du centre"


class Provider:
    """Canaille, until it is stopped."""

    def __init__(self, redirect):
        script = REPOSITORY / "Tests/TestSupport/openid_server.py"
        self.process = subprocess.Popen([sys.executable, str(script), redirect], stdout=subprocess.PIPE, text=True)
        self.issuer = self.process.stdout.readline().strip()
        if not self.issuer:
            raise Broken("the provider does not start: are its packages of Tools/requirements.txt there?")

    def stop(self):
        self.process.kill()
        self.process.wait()


class Browser:
    """A window of its own cookies; what its console says against our pages is kept."""

    def __init__(self, browser, site):
        self.site, self.faults = site, []
        self.context = browser.new_context(locale="fr-FR")
        self.context.set_default_timeout(120_000)
        self.page = self.context.new_page()
        self.watch(self.page)

    def watch(self, page):
        page.on("console", lambda message: self.note(page, message))

    def note(self, page, message):
        # A refusal’s status is said of every page that has one.
        if message.type == "error" and page.url.startswith(self.site) and "status of" not in message.text:
            self.faults.append(f"{page.url}: {message.text}")

    def open(self, path):
        return self.page.goto(self.site + path)

    def identify(self, page=None, person=PERSON):
        """Says who they are, at the provider, in as many pages as that takes."""
        page = page or self.page
        page.wait_for_selector("input[name=login], input[name=password]")
        if not page.locator("input[name=password]").count():
            page.fill("input[name=login]", person)
            page.press("input[name=login]", "Enter")
            page.wait_for_selector("input[name=password]")
        page.fill("input[name=password]", f"{person}-chez-eux")
        page.press("input[name=password]", "Enter")
        page.wait_for_url(self.site + "/**")

    def sign_in(self):
        self.open("/connexion")
        self.page.fill("#courriel", MANAGER)
        self.page.fill("#mot_de_passe", PASSWORD)
        self.follow(lambda: self.page.press("#mot_de_passe", "Enter"))

    def follow(self, act):
        with self.page.expect_navigation():
            act()

    @property
    def path(self):
        return self.page.url.removeprefix(self.site)

    def says(self, words):
        return words in self.page.inner_text("main")


def link(tally, browser):
    """From one's own account, right after the password."""
    browser.sign_in()
    browser.open("/compte")
    browser.follow(lambda: browser.page.click("text=Me connecter aussi avec le portail du centre"))
    tally.check(browser.says("Continuer avec le portail du centre"), "the way to the provider is a link of its own page")
    browser.page.click("text=Continuer avec le portail du centre")
    browser.identify()
    tally.check(browser.path == "/compte?fait=identite", "the identity is linked", browser.path)


def come_and_go(tally, browser):
    browser.page.goto(browser.site + "/registre")
    browser.page.click("form.sign-out button")
    browser.page.wait_for_url(browser.site + "/connexion")
    browser.open("/registre")
    tally.check(browser.path.startswith("/connexion"), "signed out", browser.path)
    browser.page.click(f"text={BUTTON}")
    # The provider still knows who it is, and sends them back at once.
    browser.page.wait_for_url(browser.site + "/registre**")
    tally.check(browser.path.startswith("/registre"), "the provider leads to where one was going", browser.path)


def confirm(tally, browser):
    """What takes the password is done after the provider has asked again, in a tab beside."""
    tab = browser.context.new_page()
    browser.watch(tab)
    # Where the link of the page that asks for the password leads, five minutes after the last time.
    tab.goto(browser.site + "/connexion/identite?pour=confirmation")
    tab.wait_for_selector("input[name=password]")
    tally.check(not tab.url.startswith(browser.site), "the provider asks again though it knows the person", tab.url)
    browser.identify(tab)
    tally.check("C’est bien vous" in tab.inner_text("main"), "and says that it is them")
    tab.close()


def strangers(tally, playwright, server, site):
    """A browser that comes back with what was somebody else's."""
    other = Browser(playwright, site)
    response = other.open(f"{BACK}?code=abc&state=def")
    tally.check(response.status == 400, "who was sent nowhere comes back from nowhere", response.status)
    other.open("/connexion")
    other.page.click(f"text={BUTTON}")
    other.identify(person="paul")
    tally.check(other.says("Aucun compte ouvert ici"), "an identity without an account opens nothing", other.path)
    tally.check(other.open("/registre").url.startswith(site + "/connexion"), "and begins no session")
    tally.check(not other.faults, "nothing of it breaks a policy", other.faults[:3])


def run(tally, engine, folder):
    with places(engine, folder) as place, browsers() as chromium, contextlib.ExitStack() as stack:
        secret = folder / "secret"
        secret.write_text("secret-du-client\n")
        secret.chmod(0o600)
        server = Server(place)
        site = f"http://127.0.0.1:{server.port}"
        provider = Provider(site + BACK)
        stack.callback(provider.stop)
        server.environment = {
            "DOLEANCES_OPENID_ISSUER": provider.issuer,
            "DOLEANCES_OPENID_CLIENT": "doleances",
            "DOLEANCES_OPENID_SECRET_FILE": str(secret),
            "DOLEANCES_OPENID_LABEL": "le portail du centre",
        }
        with server:
            browser = Browser(chromium, site)
            link(tally, browser)
            come_and_go(tally, browser)
            confirm(tally, browser)
            strangers(tally, chromium, server, site)
            tally.check(not browser.faults, "no page breaks a policy on the way", browser.faults[:3])
            said = server.log.read_text(errors="replace")
            hidden = ["secret-du-client", f"{PERSON}-chez-eux", "code=", "id_token"]
            tally.check(not [word for word in hidden if word in said], "no secret and no code is in the log")
        provider.stop()
        with server:
            out = Browser(chromium, site)
            out.open("/connexion")
            out.follow(lambda: out.page.click(f"text={BUTTON}"))
            tally.check(out.says("ne répond pas en ce moment"), "the page says that the provider is out", out.path)
            out.sign_in()
            tally.check(out.open("/registre").url.endswith("/registre"), "and the password opens a session", out.path)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--engine", default="sqlite", choices=("sqlite", "postgresql"))
    conduct("openid", run, parser.parse_args().engine)


if __name__ == "__main__":
    main()
