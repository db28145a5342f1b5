#!/usr/bin/env python3
"""S-13, S-15, S-17, S-18: the server behind the nginx of docs/operating.md, over TLS.

A person complains with documents, staff sign in, and what browsers say of themselves is judged as without a proxy.
Nobody is believed who writes the proxy's headers himself, or another host's name. Of requests that two readers could
read differently, the server handles exactly those that nginx has read, and whoever asks next gets an answer of his own;
so too where nginx keeps its connections and hands on bodies as they come. What is huge is refused, what is slow stays
outside.
"""

import argparse
import contextlib
import http.client
import json
import socket
import ssl
import time
import urllib.parse

from harness import MANAGER, PASSWORD, Server, Tally, conduct, places, say
from huge_requests import CHUNKED, HOST, STATUS, ambiguous, huge
from nginx import NAME, Proxy, is_installed
from slow_visitors import resting, sockets
from story import pdf
from visitors import COMPLAINT, Visitor, reference_of

PATIENCE = 120
SITE = f"https://{NAME}"
FORGED = {
    "X-Forwarded-Host": "evil.example",
    "X-Forwarded-Proto": "http",
    "X-Forwarded-For": "203.0.113.9",
    "X-Real-IP": "203.0.113.9",
    "Forwarded": "for=203.0.113.9;host=evil.example;proto=http",
    "X-Original-URL": "/registre",
    "X-Rewrite-URL": "/registre",
    "X-Remote-User": MANAGER,
}
OURS = b"Host: " + NAME.encode() + b"\r\n"
LAST = b"GET /sante HTTP/1.1\r\nConnection: close\r\n" + OURS + b"\r\n"
# A request within another's body, known by its answer.
HIDDEN = b"GET /cachee HTTP/1.1\r\n" + OURS + b"\r\n"
# nginx that keeps its connections to the server, and hands on each body as it comes.
KEPT = {
    "server {\n    listen 443": "upstream ours { server 127.0.0.1:8080; keepalive 4; keepalive_timeout 5s; }\n"
    "server {\n    listen 443",
    "proxy_pass http://127.0.0.1:8080": "proxy_pass http://ours",
    "Connection close": 'Connection ""',
    "proxy_request_buffering on": "proxy_request_buffering off",
}


class Guest(Visitor):
    """A browser that comes through the proxy, from an address of its own on this machine."""

    def __init__(self, proxy, source="127.0.0.1", **headers):
        super().__init__(proxy.port, PATIENCE)
        self.proxy, self.source, self.headers = proxy, source, headers

    def connect(self):
        connection = http.client.HTTPSConnection(NAME, timeout=self.patience, context=self.proxy.trust)
        # Whenever it connects, again after an answer that closes too: the site's name is known to no name server.
        connection.connect = lambda: setattr(connection, "sock", reach(self.proxy, self.source))
        return connection

    def request(self, method, path, body=None, kind=None, headers=None):
        own = {"Origin": SITE, "Sec-Fetch-Site": "same-origin"} if method == "POST" else {}
        headers = {name: value for name, value in {**own, **self.headers, **(headers or {})}.items() if value}
        return super().request(method, path, body, kind, headers)


def reach(proxy, source="127.0.0.1"):
    """A TLS connection to the site, whose certificate is verified."""
    plain = socket.create_connection(("127.0.0.1", proxy.port), PATIENCE, (source, 0))
    return proxy.trust.wrap_socket(plain, server_hostname=NAME)


def everyday(tally, proxy):
    """A complaint with documents; its receipt; signing in; what the answers say to the browser."""
    guest = Guest(proxy)
    page = guest.get("/reclamation")
    lasting = "max-age" in page.headers.get("strict-transport-security", "")
    tally.check(lasting, "pages ask for TLS from now on", page.headers)
    tally.check(page.headers.get("server", "nginx") == "nginx", "no version is told", page.headers.get("server"))
    packed = guest.request("GET", "/reclamation", headers={"Accept-Encoding": "gzip"})
    tally.check("content-encoding" not in packed.headers, "pages are not compressed", packed.headers)
    for count, size in ((1, 3_000_000), (2, 25 << 20)):
        files = [(f"pièce {index}.pdf", "application/pdf", pdf(size)) for index in range(count)]
        reply = guest.complain(files=files)
        reference = reply.status == 303 and reference_of(guest.get(reply.location).page.text)
        tally.check(reference, f"a complaint with {count} × {size >> 20} MiB is received, {reference}", reply.status)
    staff = Guest(proxy)
    reply = signing_in(staff, PASSWORD)
    cookie = reply.headers.get("set-cookie", "")
    kept = cookie.startswith("__Host-") and all(f"; {word}" in cookie for word in ("Secure", "HttpOnly", "SameSite="))
    tally.check(reply.status == 303 and kept, "staff sign in, and their cookie is for TLS and this host only", cookie)
    tally.check(reply.location.startswith("/"), "they are led on within the site", reply.location)
    tally.check(staff.get("/registre").status == 200, "and are known by it")
    connection = http.client.HTTPConnection("127.0.0.1", proxy.plain_port, timeout=PATIENCE)
    connection.request("GET", "/reclamation?a=b", headers={"Host": "evil.example"})
    there = connection.getresponse().headers["Location"]
    tally.check(there == f"{SITE}/reclamation?a=b", "without TLS one is led to it, under the site's own name", there)


def signing_in(visitor, password, **headers):
    form = visitor.get("/connexion").page.form("/connexion")
    fields = {**form.fields, "courriel": MANAGER, "mot_de_passe": password}
    visitor.headers.update({name.replace("_", "-"): value for name, value in headers.items()})
    return visitor.post_plainly(form.action, fields)


def origins(tally, proxy):
    """What a browser says of where a form comes from is judged by the public address (S-13)."""
    wrong = []
    foreign = ["https://evil.example", f"http://{NAME}", f"https://evil.{NAME}", f"{SITE}:8443", "http://127.0.0.1"]
    for headers, welcome in [
        ({}, True),
        ({"Sec-Fetch-Site": None}, True),
        ({"Origin": None, "Sec-Fetch-Site": None}, True),
        ({"Origin": None, "Sec-Fetch-Site": None, "Referer": SITE + "/reclamation"}, True),
        ({"Origin": None, "Sec-Fetch-Site": None, "Referer": "https://evil.example/"}, False),
        ({"Origin": "null", "Sec-Fetch-Site": "cross-site"}, False),
        ({"Sec-Fetch-Site": "cross-site"}, False),
        ({"Sec-Fetch-Site": "same-site"}, False),
        *(({"Origin": origin}, False) for origin in foreign),
        *(({"Origin": origin, "Sec-Fetch-Site": None}, False) for origin in foreign),
    ]:
        status = Guest(proxy, **headers).complain().status
        if status != (303 if welcome else 403):
            wrong.append((headers, status))
    tally.check(not wrong, "forms are taken from our own pages only", wrong)


def forgeries(tally, proxy, server):
    """Headers that a proxy would write, and other hosts' names, change nothing (S-17, S-18)."""
    plain, forged = Guest(proxy).get("/"), Guest(proxy, **FORGED).get("/")
    same = (plain.status, plain.body) == (forged.status, forged.body)
    tally.check(same, "a page is the same whatever forwarded headers are written", forged.html[:600])
    guest = Guest(proxy, **FORGED)
    tally.check(guest.complain().status == 303, "and a complaint is received with them")
    tally.check(guest.get("/registre").status in (302, 303), "no header signs anybody in")
    wrong = []
    for request in [b"GET / HTTP/1.1\r\nHost: evil.example\r\n", b"GET http://evil.example/ HTTP/1.1\r\n" + OURS]:
        answer = exchange(proxy, [request + b"Connection: close\r\n\r\n"])
        if STATUS.findall(answer) != [b"HTTP/1.1 421 "] or b"evil" in answer:
            wrong.append(answer[:300])
    tally.check(not wrong, "another host's name is answered 421, and repeated nowhere", wrong)
    statuses = []
    while 429 not in statuses and len(statuses) < 12:
        address = f"198.51.100.{len(statuses)}"
        guesser = Guest(proxy, "127.0.0.2")
        reply = signing_in(guesser, "pas le bon mot", X_Forwarded_For=address, Forwarded=f"for={address}")
        statuses.append(reply.status)
    slowed = set(statuses) <= {401, 429} and 429 in statuses
    tally.check(slowed, "a guesser is slowed who writes another address each time", statuses)
    others = [signing_in(Guest(proxy, "127.0.0.3"), "pas le bon mot").status for _ in range(5)]
    tally.check(others == [401] * 5, "and nobody else is: the proxy's word for their address is believed", others)
    # Past the proxy, from an address that is none of ours.
    statuses = []
    while 429 not in statuses and len(statuses) < 12:
        statuses.append(direct_guess(server.port, f"198.51.100.{len(statuses)}"))
    tally.check(429 in statuses, "whoever reaches the server itself is not believed on theirs", statuses)


def direct_guess(port, address):
    """The status of a wrong password sent to the server's own port from 127.0.0.4, by a client without Origin."""
    form = Visitor(port).get("/connexion").page.form("/connexion")
    body = urllib.parse.urlencode({**form.fields, "courriel": MANAGER, "mot_de_passe": "faux"})
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE, source_address=("127.0.0.4", 0))
    kind = {"Content-Type": "application/x-www-form-urlencoded", "X-Forwarded-For": address}
    connection.request("POST", form.action, body, kind)
    return connection.getresponse().status


def exchange(proxy, pieces):
    """All that comes back through the proxy until it closes."""
    answer = b""
    with reach(proxy) as connection:
        try:
            for piece in pieces:
                connection.sendall(piece)
        except OSError:
            pass  # Refused and closed before everything was sent.
        try:
            while more := connection.recv(1 << 16):
                answer += more
        except (ConnectionError, ssl.SSLError):
            pass
    return answer


class Books:
    """What nginx says that it handed on, and what the server says that it handled, since the last look."""

    def __init__(self, proxy, server):
        self.proxy, self.server = proxy, server
        Guest(proxy).get("/sante?repere")
        deadline = time.monotonic() + PATIENCE
        while not any(uri == "/sante?repere" for uri, *_ in proxy.requests()) and time.monotonic() < deadline:
            time.sleep(0.01)
        self.read, self.handled = len(proxy.requests()), len(self._handled())

    def _handled(self):
        lines = [json.loads(line) for line in self.server.log.read_text().splitlines() if line.startswith("{")]
        return [int(line["status"]) for line in lines if line.get("message") == "request"]

    def look(self, least=0):
        """Both lists once they agree, or patience is over."""
        deadline = time.monotonic() + 30
        while True:
            read, handled = self.proxy.requests(), self._handled()
            ours = [int(upstream) for _, _, upstream in read[self.read :] if upstream]
            theirs = handled[self.handled :]
            if (ours == theirs and len(read) - self.read >= least) or time.monotonic() > deadline:
                self.read, self.handled = len(read), len(handled)
                return ours, theirs
            time.sleep(0.01)


def smuggled():
    """Name and bytes of requests that hide another where two readers would differ on their ends."""
    form = b"POST /reclamation HTTP/1.1\r\n" + OURS + b"Content-Type: application/x-www-form-urlencoded\r\n"
    for kind, body in (("a plain body", b"etape=envoi"), ("a request in its body", b"0\r\n\r\n" + HIDDEN)):
        for name, pieces in ambiguous(body):
            yield f"{name}, {kind}", [piece.replace(HOST, OURS) for piece in pieces]
    ended = b"0\r\n\r\n" + HIDDEN
    size, chunk = b"Content-Length: %d\r\n" % len(ended), b"%x\r\n" % len(HIDDEN) + HIDDEN + b"\r\n0\r\n\r\n"
    for name, headers in {
        "a blank before a coding's colon": b"Transfer-Encoding : chunked\r\n",
        "a vertical tab before a coding": b"Transfer-Encoding: \x0bchunked\r\n",
        "a coding in capitals and a length": b"TRANSFER-ENCODING: CHUNKED\r\n",
        "a coding behind a bare LF": b"X-Long: a\nTransfer-Encoding: chunked\r\n",
        "a coding behind a bare CR": b"X-Long: a\rTransfer-Encoding: chunked\r\n",
        "a coding in a folded line": b"X-Long: a\r\n Transfer-Encoding: chunked\r\n",
        "a coding in quotation marks": b'Transfer-Encoding: "chunked"\r\n',
        "two codings": b"Transfer-Encoding: identity\r\nTransfer-Encoding: chunked\r\n",
    }.items():
        yield f"{name}: length first", [form + size + headers + b"\r\n" + ended]
        yield f"{name}: chunks first", [form + headers + b"Content-Length: 4\r\n\r\n" + chunk]
    yield "a length under another name", [form + b"Content_Length: 3\r\n" + size + b"\r\n" + ended]
    yield "a coding under another name", [form + b"Transfer_Encoding: chunked\r\n" + size + b"\r\n" + ended]
    yield "a GET with a body", [b"GET /sante HTTP/1.1\r\n" + OURS + size + b"\r\n" + ended]
    yield "a HEAD with a body", [b"HEAD /sante HTTP/1.1\r\n" + OURS + size + b"\r\n" + ended]
    yield "a body that waits for leave", [form + b"Expect: 100-continue\r\n" + size + b"\r\n" + ended]
    yield "a length among the trailers", [form + CHUNKED + b"\r\n3\r\na=b\r\n0\r\n" + size + b"\r\n"]
    yield "a line end in a chunk's extension", [form + CHUNKED + b"\r\n3;x=\n\r\na=b\r\n0\r\n\r\n"]
    yield "a line end in an address", [b"GET /sante?\nHost: evil.example HTTP/1.1\r\n" + OURS + b"\r\n"]
    yield "an encoded line end in an address", [b"GET /sante?%0d%0a%0d%0aGET%20/cachee HTTP/1.1\r\n" + OURS + b"\r\n"]


def smuggling(tally, proxy, server, manner):
    """Nothing is handled that nginx has not read as a request; whoever asks next is answered his own."""
    books, wrong, count, slowest = Books(proxy, server), [], 0, 0.0
    sound = Guest(proxy).get("/sante").body
    books.look(1)
    for name, pieces in smuggled():
        begun = time.monotonic()
        answer = exchange(proxy, [*pieces, LAST])
        slowest, count = max(slowest, time.monotonic() - begun), count + 1
        answered = [int(line[9:12]) for line in STATUS.findall(answer) if not line.startswith(b"HTTP/1.1 1")]
        ours, theirs = books.look(len(answered))
        if ours != theirs or 404 in theirs or 404 in answered or len(answered) > 2:
            wrong.append((name, answered, ours, theirs))
        after = Guest(proxy).get("/sante")
        if (after.status, after.body) != (200, sound) or books.look(1) != ([200], [200]):
            wrong.append((name, "the next visitor", after.status))
    claim = f"{count} ambiguous requests, {manner}: the server handles what nginx has read, and no hidden one"
    tally.check(count > 80 and not wrong, claim, "\n  " + "\n  ".join(map(str, wrong[:9])))
    say(f"      the slowest took {slowest:.1f} s")


def large(tally, proxy, server):
    """Huge requests are refused, forms that are too large by the server, with their words; its memory stays."""
    before, wrong = server.memory(), []
    for name, pieces in huge():
        answer = exchange(proxy, [*(piece.replace(HOST, OURS) for piece in pieces), LAST])
        statuses = [int(line[9:12]) for line in STATUS.findall(answer)]
        if statuses and not 400 <= statuses[0] < 500:
            wrong.append((name, statuses))
    tally.check(not wrong, "huge requests are refused", wrong)
    guest = Guest(proxy)
    reply = guest.complain(files=[(f"{index}.pdf", "application/pdf", pdf(24 << 20)) for index in range(3)])
    kept = COMPLAINT["reclamation"] in reply.page.text
    tally.check(reply.status == 413 and kept, "a form of 72 MiB is refused with its words kept", reply.status)
    growth = (server.memory("VmHWM") - before) >> 20
    tally.check(growth < 64, f"memory grew by {growth} MiB at most")
    tally.check(guest.complain().status == 303, "a complaint is received afterwards")


@contextlib.contextmanager
def slow(tally, proxy, server):
    """Visitors who stop half-way stay outside, slow nobody, and have been closed by nginx in the end."""
    form = b"POST /reclamation HTTP/1.1\r\n" + OURS + b"Content-Type: multipart/form-data; boundary=b\r\n"
    body = form + b"Content-Length: 40000000\r\n\r\n--b\r\n" + b"a" * 70_000
    quiet, crowd = resting(server), []
    for beginning in [body] * 40 + [b"GET / HTTP/1.1\r\nHost: 127"] * 20:
        crowd.append(reach(proxy))
        crowd[-1].sendall(beginning)
    tally.check(resting(server) <= quiet, "sixty who stop half-way hold no connection of the server", sockets(server))
    tally.check(Guest(proxy).complain().status == 303, "a complaint is received beside them")
    yield
    open_yet = 0
    for connection in crowd:
        try:
            while connection.recv(1 << 16):
                pass
        except TimeoutError:
            open_yet += 1
        except OSError:
            pass  # Closed without TLS's farewell.
        connection.close()
    tally.check(not open_yet, "nginx closes each of them", open_yet)


def run(tally, folder):
    environment = {"DOLEANCES_BASE_URL": SITE, "DOLEANCES_PROXIES": "127.0.0.1"}
    with places("sqlite", folder) as place, Server(place, environment) as server:
        with Proxy(folder / "nginx", server.port) as proxy:
            everyday(tally, proxy)
            origins(tally, proxy)
            forgeries(tally, proxy, server)
            smuggling(tally, proxy, server, "by the documentation's nginx")
            with slow(tally, proxy, server):
                large(tally, proxy, server)
        with Proxy(folder / "nginx-kept", server.port, KEPT) as proxy:
            smuggling(tally, proxy, server, "by one that keeps connections and hands bodies on")
        tally.check(server.stop() == 0, "the server ends with status 0")


def main():
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    say("behind nginx, over TLS")
    if not is_installed():
        tally = Tally()
        tally.skip("the server behind a proxy", "no nginx is installed")
        tally.finish()
    conduct("proxy", run)


if __name__ == "__main__":
    main()
