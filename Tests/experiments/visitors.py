"""People at the counter: requests as browsers make them, pages as people read them. The standard library only."""

import http.client
import re
import secrets
import threading
import time
import urllib.parse
from html.parser import HTMLParser

from harness import MANAGER, PASSWORD, Broken

COMPLAINT = {
    "nom": "D’Àrçy",
    "prenom": "Noé",
    "vous_etes": "stagiaire",
    "courriel": "noe@exemple.example",
    "objet": "Salle sans chauffage",
    "reclamation": "La salle est restée sans chauffage pendant trois jours.",
}
IDLE = 3  # Seconds.
ENVOI = re.compile(rb'name="envoi" value="([0-9A-Z]{63})"')
REFERENCE = re.compile(r"\b\d{4}-R-\d{4,}\b")


class Form:
    """A form of a page: where it goes, and the fields it has: what stands in them, their kinds, what can be chosen."""

    def __init__(self, action, method="get"):
        self.action, self.method, self.fields, self.kinds, self.options = action, method, {}, {}, {}

    @property
    def free_fields(self):
        """Those that take any words."""
        return [name for name, kind in self.kinds.items() if kind in ("textarea", "text", "search", "tel")]


class PageReader(HTMLParser):
    """The text of a page as a person sees it, and its forms and links."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.texts, self.forms, self.links, self.area, self.choice = [], [], [], None, None
        self.feed(html)

    @property
    def text(self):
        return "".join(self.texts)

    def form(self, ending):
        """The form whose address ends so."""
        found = [form for form in self.forms if form.action.endswith(ending)]
        if not found:
            raise Broken(f"no form {ending} on the page, only {[form.action for form in self.forms]}")
        return found[0]

    def handle_starttag(self, tag, pairs):
        attributes = dict(pairs)
        if tag == "form":
            self.forms.append(Form(attributes.get("action", ""), attributes.get("method", "get")))
        elif tag == "a" and "href" in attributes:
            self.links.append(attributes["href"])
        elif self.forms and attributes.get("name") and tag in ("input", "textarea", "select"):
            self.forms[-1].fields.setdefault(attributes["name"], attributes.get("value") or "")
            kind = attributes.get("type", "text") if tag == "input" else tag
            self.forms[-1].kinds.setdefault(attributes["name"], kind)
            self.choice = attributes["name"]
        elif tag == "option" and self.forms and attributes.get("value"):
            self.forms[-1].options.setdefault(self.choice, []).append(attributes["value"])
        self.area = attributes.get("name") if tag == "textarea" else None

    def handle_data(self, data):
        self.texts.append(data)
        if self.area and self.forms:
            self.forms[-1].fields[self.area] += data


class Reply:
    """A response: status, headers, body."""

    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    @property
    def location(self):
        return self.headers.get("location", "")

    @property
    def html(self):
        return self.body.decode()

    @property
    def page(self):
        return PageReader(self.html)


def multipart(fields, files=()):
    """A form's body as a browser writes it; files are (field, name, type, bytes). Returns content type and bytes.

    Bytes that are no UTF-8 are given as Python's own escapes of them (surrogateescape).
    """
    boundary = "----formulaire" + secrets.token_hex(12)
    parts = []
    for name, value in fields.items():
        head = f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n'
        parts += [head.encode(), value.encode(errors="surrogateescape"), b"\r\n"]
    for field, name, kind, content in files:
        quoted = name.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")
        head = f'--{boundary}\r\nContent-Disposition: form-data; name="{field}"; filename="{quoted}"\r\n'
        parts += [head.encode(errors="surrogateescape"), f"Content-Type: {kind}\r\n\r\n".encode(), content, b"\r\n"]
    parts.append(f"--{boundary}--\r\n".encode())
    return f"multipart/form-data; boundary={boundary}", b"".join(parts)


def raw_get(path, cookie=""):
    """A whole GET request, for the volley."""
    cookies = f"Cookie: {cookie}\r\n" if cookie else ""
    return f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{cookies}\r\n".encode()


def raw_post(path, fields, files=(), cookie=""):
    """A whole POST request, for the volley."""
    kind, body = multipart(fields, files)
    cookies = f"Cookie: {cookie}\r\n" if cookie else ""
    head = f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: {kind}\r\n{cookies}"
    return f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body


def envoi_of(body):
    """The form's identifier, on the page of the form."""
    found = ENVOI.search(body)
    if not found:
        raise Broken(f"no identifier on the form's page: {body[:300]!r}")
    return found[1].decode()


def reference_of(text):
    """The reference of a reception, on the page of its receipt."""
    found = REFERENCE.search(text)
    return found[0] if found else None


class Visitor:
    """A browser without JavaScript: one connection, its cookies, no redirect followed by itself."""

    def __init__(self, port, patience=120):
        self.port, self.patience, self.cookies, self.connection = port, patience, {}, None
        self.used = 0.0

    def connect(self):
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=self.patience)

    def _send(self, method, path, body, headers):
        # The server closes a connection that has been idle for a while; a browser opens another.
        if self.connection and time.monotonic() > self.used + IDLE:
            self.connection.close()
            self.connection = None
        if self.connection is None:
            self.connection = self.connect()
        try:
            self.connection.request(method, path, body, headers)
            response = self.connection.getresponse()
            content = response.read()
            self.used = time.monotonic()
            return response, content
        except (OSError, http.client.HTTPException):
            self.connection.close()
            self.connection = None
            raise

    def request(self, method, path, body=None, kind=None, headers=None):
        headers = {**({"Content-Type": kind} if kind else {}), **(headers or {})}
        if self.cookies:
            headers["Cookie"] = self.cookie
        response, content = self._send(method, path, body, headers)
        for value in response.headers.get_all("Set-Cookie") or []:
            name, _, text = value.partition(";")[0].partition("=")
            self.cookies[name] = text
        return Reply(response.status, {name.lower(): value for name, value in response.getheaders()}, content)

    @property
    def cookie(self):
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def get(self, path):
        return self.request("GET", path)

    def post(self, path, fields, files=()):
        kind, body = multipart(fields, files)
        return self.request("POST", path, body, kind)

    def post_plainly(self, path, fields):
        """As `application/x-www-form-urlencoded`."""
        return self.request("POST", path, urllib.parse.urlencode(fields), "application/x-www-form-urlencoded")

    def open_form(self):
        """A fresh form's identifier."""
        return envoi_of(self.get("/reclamation").body)

    def complain(self, envoi=None, files=(), **words):
        """Sends a complaint; the reply is a redirection to its receipt."""
        fields = {**COMPLAINT, **words, "envoi": envoi or self.open_form(), "etape": "envoi"}
        return self.post("/reclamation", fields, [("piece_jointe", *file) for file in files])

    def sign_in(self, email=MANAGER, password=PASSWORD):
        form = self.get("/connexion").page.form("/connexion")
        fields = {**form.fields, "courriel": email, "mot_de_passe": password}
        reply = self.post_plainly(form.action, fields)
        if reply.status != 303 or not self.cookies:
            raise Broken(f"{email} cannot sign in: {reply.status} {reply.page.text.split()[:40]}")
        return self

    def form_of(self, number, noun):
        """The form of an act, on the page of a case file."""
        return self.get(f"/dossiers/{number}").page.form(f"/{noun}")

    def act(self, number, noun, files=(), **fields):
        """An act on a case file, by the form that its page shows."""
        form = self.form_of(number, noun)
        hidden = {name: form.fields.get(name, "") for name in ("jeton", "version")}
        return self.post(form.action, {**hidden, **fields}, [("piece_jointe", *file) for file in files])


class Bystander(threading.Thread):
    """Somebody who opens the form again and again, each time on a new connection, until told to stop."""

    def __init__(self, port):
        super().__init__(daemon=True)
        self.port, self.over, self.seconds, self.failed = port, threading.Event(), [], []

    def run(self):
        while not self.over.is_set():
            visitor, begun = Visitor(self.port), time.monotonic()
            try:
                if visitor.get("/reclamation").status != 200:
                    self.failed.append("status")
            except (OSError, http.client.HTTPException) as fault:
                self.failed.append(fault)
            self.seconds.append(time.monotonic() - begun)
            if visitor.connection:
                visitor.connection.close()
            self.over.wait(0.05)

    def stop(self):
        """How long 19 visits in 20 took at most, in seconds."""
        self.over.set()
        self.join()
        return sorted(self.seconds)[len(self.seconds) * 95 // 100] if self.seconds else float("inf")
