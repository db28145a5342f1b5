"""A browser's window in which nothing goes unseen: what a page logs, asks of others, runs, overflows or hides from people
who read by other means. Needs Chromium, and Python's playwright and axe-playwright-python."""

import contextlib
import re
import shutil
import time
import urllib.parse

from axe_playwright_python.sync_playwright import Axe
from harness import Broken
from playwright.sync_api import Error, sync_playwright

LAW = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}}
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
# How a page is looked at: width, colours, whether what is folded is opened, by which rules. Colours change no other rule.
LOOKS = [
    (1280, "light", False, LAW),
    (1280, "dark", True, CONTRAST),
    (320, "light", True, LAW),
    (320, "dark", False, CONTRAST),
]
# Half of them by turns: every page at both widths and in both colours, each pair of pages in all.
TURNS = [[LOOKS[0], LOOKS[3]], [LOOKS[1], LOOKS[2]]]
WATCH = """
    window.ran = words => console.error('RAN ' + words)
    addEventListener('securitypolicyviolation', e => console.error('CSP ' + e.violatedDirective + ' ' + e.blockedURI))
"""
WIDER = """() => {
    const root = document.scrollingElement, width = root.clientWidth
    if (root.scrollWidth <= width) return []
    const wide = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > width + 0.5)
    return wide.map(e => `${e.localName}.${e.className}`).slice(0, 4).concat([`${root.scrollWidth} px`])
}"""


@contextlib.contextmanager
def browsers():
    """Chromium as people have it, with the store of pages that Back shows."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=["--no-sandbox", "--lang=fr", "--disable-dev-shm-usage"],
            ignore_default_args=["--disable-back-forward-cache"],
        )
        try:
            yield browser
        finally:
            browser.close()


def wait_until(page, condition, seconds=60):
    """Until an expression is true in the page. Playwright's own way of waiting evaluates text there, which ours forbid."""
    deadline = time.monotonic() + seconds
    while not page.evaluate(condition):
        if time.monotonic() > deadline:
            raise Broken(f"never in {seconds} s: {condition}")
        time.sleep(0.02)


class Shown(Exception):
    """What was to be saved was shown."""


class Window:
    """A window of its own cookies on one site. `faults` are what was wrong, each with its page. `turns` are the looks that
    its pages are given, one after the other."""

    def __init__(self, browser, site, turns=(LOOKS,)):
        self.turns, self.looked = turns, 0
        self.site, self.faults, self.seen, self.asked, self.text = site, [], {}, set(), ""
        # The status that the page under way is to have, where it is a refusal's; the file that is to be saved; the status
        # of what a script of the page sent last.
        self.failing, self.saving, self.sent = None, None, None
        # Where the window is going: Chromium may tell of a refusal before the page has its address.
        self.going = None
        self.context = browser.new_context(locale="fr-FR", accept_downloads=True)
        self.context.add_init_script(WATCH)
        self.context.set_default_timeout(180_000)
        self.page = self.context.new_page()
        self.page.on("console", self._logged)
        self.page.on("pageerror", lambda error: self.fault(f"error: {error}"))
        self.page.on("request", self._asked)
        self.page.on("requestfailed", self._failed)
        self.page.on("response", self._answered)
        self.page.on("dialog", self._asks_people)
        self.context.on("page", lambda page: self.fault("another window was opened"))
        self.axe = Axe()

    def fault(self, words):
        self.faults.append(f"{self.page.url.removeprefix(self.site)}: {words}")

    def _logged(self, message):
        if message.type not in ("error", "warning"):
            return
        # Chromium says so of every page whose status is that of a refusal; each such page is announced.
        status = f"Failed to load resource: the server responded with a status of {self.failing} "
        places = (self.page.url, self.going)
        if self.failing and message.text.startswith(status) and message.location.get("url") in places:
            return
        self.fault(f"{message.type}: {message.text}")

    def _asked(self, request):
        self.asked.add(urllib.parse.urlsplit(request.url).path)
        if not request.url.startswith(self.site + "/"):
            self.fault(f"asks another origin: {request.url[:200]}")

    def _failed(self, request):
        # Who goes on before a page's icon has come has Chromium give that request up; a blocked one says otherwise.
        gave_up = request.failure == "net::ERR_ABORTED" and re.search(r"/ressources/icon-\w+\.svg$", request.url)
        if request.url != self.saving and not gave_up:
            self.fault(f"failed: {request.url} {request.failure}")

    def _answered(self, response):
        is_sent = response.request.resource_type == "xhr" and response.request.method == "POST"
        self.sent = response.status if is_sent else self.sent
        wanted = self.failing if response.request.is_navigation_request() or is_sent else None
        if response.status >= 400 and response.status != wanted:
            self.fault(f"status {response.status}: {response.url}")

    def _asks_people(self, dialog):
        self.fault(f"RAN a dialog: {dialog.message}")
        dialog.dismiss()

    def open(self, path):
        """Opens an address, to the last of what its page loads."""
        self.page.goto(self.site + path, wait_until="networkidle")

    def visit(self, path, status=200):
        """Opens an address and looks at its page; one that has another status is a fault."""
        self.failing, self.going = status if status >= 400 else None, self.site + path
        response = self.page.goto(self.going)
        if response.status != status:
            self.fault(f"status {response.status}, wanted {status}")
        self.look(path)
        self.failing = None

    def send(self, click, path, status=200):
        """Follows a form by what `click` does, and looks at the page that comes."""
        self.failing = status if status >= 400 else None
        with self.page.expect_navigation() as navigation:
            click(self.page)
        # A page that a script of ours put there has no answer of its own.
        answered = navigation.value.status if navigation.value else self.sent
        if answered != status:
            self.fault(f"{path}: status {answered}, wanted {status}")
        self.look(path)
        self.failing = None

    def look(self, path):
        """The page at every width and in all colours."""
        self.seen[path] = self.page.evaluate("document.contentType")
        self.text += self.words() + "\n"
        self.looked += 1
        for width, colours, opens, rules in self.turns[self.looked % len(self.turns)]:
            self.page.set_viewport_size({"width": width, "height": 900})
            self.page.emulate_media(color_scheme=colours)
            if opens:
                self.page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
            if wide := self.page.evaluate(WIDER):
                self.fault(f"wider than {width} px: {wide}")
            for found in self.axe.run(self.page, options=rules).response["violations"]:
                places = [" ".join(map(str, node["target"])) for node in found["nodes"]]
                self.fault(f"axe, {width} px, {colours}: {found['id']}: {places[:3]}")

    def keep_pictures(self, folder, name):
        """The page as it is looked at, in files of a folder."""
        folder.mkdir(parents=True, exist_ok=True)
        for width, colours, *_ in self.turns[0]:
            self.page.set_viewport_size({"width": width, "height": 900})
            self.page.emulate_media(color_scheme=colours)
            self.page.screenshot(path=folder / f"{name}-{width}-{colours}.png", full_page=True)

    def go_back(self):
        """As people do. A page that is taken from the store does not load again, so that is not waited for."""
        with self.page.expect_event("framenavigated"):
            self.page.evaluate("history.back()")
        wait_until(self.page, "document.readyState === 'complete'")

    def links(self):
        """Where the page leads on this site, without its own parts."""
        found = self.page.eval_on_selector_all("a[href]", "all => all.map(one => one.href)")
        parts = (urllib.parse.urldefrag(link)[0] for link in found)
        return [part.removeprefix(self.site) for part in parts if part.startswith(self.site + "/")]

    def words(self):
        """All that the page shows, the contents of its fields included."""
        fields = self.page.eval_on_selector_all("input, textarea", "all => all.map(one => one.value)")
        return "\n".join([self.page.evaluate("document.body.textContent"), *fields])

    def ask(self, path):
        """An address, without showing what it answers: its status and its headers."""
        self.asked.add(path.partition("?")[0])
        reply = self.context.request.get(self.site + path, max_redirects=0)
        return reply.status, reply.headers

    def opens_as_download(self, path):
        """Whether the browser, made to open an address, saves it and goes on showing what it showed."""
        before, self.saving = self.page.url, self.site + path
        try:
            with self.page.expect_download():
                try:
                    self.page.goto(self.saving)
                except Error:
                    pass  # What is saved is no page.
                else:
                    raise Shown
        except Shown:
            return False
        finally:
            self.saving = None
        return self.page.url == before

    def close(self):
        self.context.close()
