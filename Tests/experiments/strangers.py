#!/usr/bin/env python3
"""The strangest forms that a client can send, legitimate and not, at the public counter.

Each gets either a receipt, with every word and file as sent, or a refusal in French with what was typed in it. Never
a 500, never silence, nothing half stored: in the end the books hold the complaints that have receipts, and no other.
"""

import argparse
import functools
import http.client
import itertools
import socket
import time

from books import Books, check_verify
from harness import Postgres, Server, Tally, places, say, workshop
from visitors import COMPLAINT, PageReader, Visitor

PATIENCE = 60
PDF = b"%PDF-1.7\n" + bytes(range(256)) * 3 + b"\n%%EOF\n"
WEBKIT, GECKO = "----WebKitFormBoundaryq4pXzU7o3kLw9sTe", "----geckoformboundary7d3e0c5b1a98f26470d1be"
OLD_GECKO, CURL, LONG = "-" * 27 + "31549266152064", "-" * 24 + "d74496d66958873e", "x" * 70
TEXT = "Content-Disposition"
FAMILY = "👩‍👩‍👧"


def text(name, value, head=None, encoding="utf-8"):
    """A part with a text."""
    head = head or f'{TEXT}: form-data; name="{name}"'
    return head.encode() + b"\r\n\r\n" + value.encode(encoding)


def document(filename='filename="devis.pdf"', content=PDF, more="Content-Type: application/pdf", field="piece_jointe"):
    """A part with a file; `filename` is the parameter as written, bytes or text."""
    filename = filename.encode() if isinstance(filename, str) else filename
    named = b"; " + filename if filename else b""
    lines = f'{TEXT}: form-data; name="{field}"'.encode() + named + (b"\r\n" + more.encode() if more else b"")
    return lines + b"\r\n\r\n" + content


def joined(parts, boundary=WEBKIT, end="\r\n", preamble=b"", epilogue=b"", blank=b""):
    """The body; `end` is the line end around boundaries."""
    mark, line = f"--{boundary}".encode(), end.encode()
    return preamble + b"".join(mark + blank + line + part + line for part in parts) + mark + b"--" + line + epilogue


class Case:
    """One form: how it is sent, and what must come of it.

    `wanted` is `receipt` or the statuses of the refusal. `files` are the names kept, `said` what the page must say.
    """

    def __init__(self, name, wanted="receipt", **how):
        self.name, self.wanted = name, wanted
        self.change, self.more = how.get("change", {}), how.get("more", [])
        self.front, self.build = how.get("front", []), how.get("build", {})
        self.kind = how.get("kind", f"multipart/form-data; boundary={self.build.get('boundary', WEBKIT)}")
        self.files, self.said, self.kept = how.get("files"), how.get("said"), how.get("kept", True)
        self.length, self.cut, self.chunks = how.get("length"), how.get("cut"), how.get("chunks")
        self.raw, self.headers = how.get("raw"), how.get("headers", b"")
        self.step, self.part = how.get("step", "envoi"), how.get("part", text)
        self.closes = how.get("closes", False)

    def words(self, index):
        return {**COMPLAINT, "objet": f"Cas {index} : {self.name}", **self.change}

    def body(self, envoi, index):
        if self.raw:
            return self.raw(envoi, self.words(index))
        fields = {**self.words(index), "envoi": envoi, "etape": self.step}
        parts = [part for part in self.front]
        parts += [self.part(name, value) for name, value in fields.items()]
        body = joined(parts + self.more, **self.build)
        return body[: self.cut] if self.cut else body

    def request(self, envoi, index):
        body = self.body(envoi, index)
        head = b"POST /reclamation HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + self.headers
        head += b"Content-Type: " + (self.kind.encode() if isinstance(self.kind, str) else self.kind) + b"\r\n"
        if self.chunks:
            pieces = (body[start : start + self.chunks] for start in range(0, len(body), self.chunks))
            sized = b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces)
            return head + b"Transfer-Encoding: chunked\r\n\r\n" + sized + b"0\r\n\r\n"
        return head + b"Content-Length: %d\r\n\r\n" % (len(body) if self.length is None else self.length(body)) + body


def exchange(port, request, closes):
    """The answer to a request: its status, headers and page; None where none came within patience."""
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as connection:
        try:
            connection.sendall(request)
        except OSError:
            pass  # The server may refuse, and close, before it has read everything.
        if closes:
            connection.shutdown(socket.SHUT_WR)
        response = http.client.HTTPResponse(connection, method="POST")
        try:
            response.begin()
            return response.status, response.getheader("Location", ""), response.read().decode()
        except (OSError, http.client.HTTPException, ValueError):
            return None


def boundaries():
    """As browsers and tools write them, and as RFC 2046 would allow."""
    names = {"Chrome, Safari": WEBKIT, "Firefox": GECKO, "old Firefox": OLD_GECKO, "curl": CURL, "70 characters": LONG}
    for name, boundary in names.items():
        yield Case(f"boundary of {name}", build={"boundary": boundary}, more=[document()], files=["devis.pdf"])
    odd = "a'()+_,-./:=? b"
    yield Case("boundary in quotes", build={"boundary": odd}, kind=f'multipart/form-data; boundary="{odd}"')
    yield Case("boundary after a charset", kind=f"multipart/form-data; charset=utf-8; boundary={WEBKIT}")
    yield Case("type in capitals", kind=f"Multipart/Form-Data; BOUNDARY={WEBKIT}")
    yield Case("blanks after the boundary", build={"blank": b" \t "})
    yield Case("boundary within a text", change={"reclamation": f"Ma ligne :\n--{WEBKIT[:-1]}\net --{WEBKIT} aussi."})
    yield Case("no boundary", {400}, kind="multipart/form-data", kept=False)
    yield Case("boundary too long", {400}, kind=f"multipart/form-data; boundary={'y' * 71}", kept=False)
    yield Case("boundary of another", {400}, kind="multipart/form-data; boundary=autre", kept=False)
    yield Case("two boundaries", {400, 415}, kind=f"multipart/form-data; boundary=a; boundary={WEBKIT}", kept=False)
    yield Case("mixed", {415}, kind=f"multipart/mixed; boundary={WEBKIT}", kept=False)
    yield Case("JSON", {415}, kind="application/json", raw=lambda *_: b'{"nom":"x"}', kept=False)


def surroundings():
    """What stands around the parts."""
    yield Case("preamble and epilogue", build={"preamble": b"This is MIME.\r\n", "epilogue": b"Fin.\r\n"})
    yield Case("LF alone", {400}, build={"end": "\n"}, kept=False)
    yield Case("a line more in front", build={"preamble": b"\r\n"})
    yield Case("a preamble of 1 MB", {400}, build={"preamble": b"p" * (1 << 20) + b"\r\n"}, kept=False)
    yield Case("an epilogue of 1 MB", build={"epilogue": b"e" * (1 << 20)})
    yield Case("no parts", {400, 422}, raw=lambda *_: f"--{WEBKIT}--\r\n".encode(), kept=False)
    yield Case("nothing at all", {400}, raw=lambda *_: b"", kept=False)
    yield Case("no closing line end", raw=lambda e, w: joined([text(*p) for p in sent(e, w)]).removesuffix(b"\r\n"))


def sent(envoi, words):
    return {**words, "envoi": envoi, "etape": "envoi"}.items()


def filenames():
    """The names of files, as clients write them, and how they are kept."""
    names = [
        ("extended", "filename=\"x.pdf\"; filename*=UTF-8''na%C3%AFve%20%E2%82%AC.pdf", "naïve €.pdf"),
        ("extended alone", "filename*=utf-8'fr'd%27%C3%A9t%C3%A9.pdf", "d'été.pdf"),
        ("a quote as browsers write it", 'filename="le %22devis%22.pdf"', 'le "devis".pdf'),
        ("a quote as curl writes it", r'filename="le \"devis\".pdf"', 'le "devis".pdf'),
        ("a per cent sign", 'filename="10%20 100%.pdf"', "10%20 100%.pdf"),
        ("a path of Windows", r'filename="C:\Users\Noé\devis.pdf"', "devis.pdf"),
        ("a path that climbs", 'filename="../../../etc/devis.pdf"', "devis.pdf"),
        ("an emoji", f'filename="photo {FAMILY}.pdf"', None),
        ("a right-to-left override", 'filename="a\u202efdp.pdf"', "afdp.pdf"),
        ("windows-1252", "filename=\"été.pdf\"".encode("cp1252"), "été.pdf"),
        ("without quotes", "filename=devis.pdf", "devis.pdf"),
        ("a semicolon", 'filename="a;b.pdf"', "a;b.pdf"),
        ("300 letters", f'filename="{"é" * 300}.pdf"', None),
    ]
    for name, parameter, kept in names:
        yield Case(f"file name: {name}", more=[document(parameter)], files=[kept] if kept else 1)
    yield Case("file name: NUL", {400}, more=[document(b'filename="a\0b.pdf"')])
    yield Case("file name: line end", {400}, more=[document(b'filename="a\r\nX: b.pdf"')])
    yield Case("file name: twice", {400}, more=[document('filename="a.pdf"; filename="b.pdf"')])
    yield Case("file name: open quote", {400}, more=[document('filename="a.pdf')])
    yield Case("file without a name", more=[document(None)], files=[])


def files():
    """Documents that are none, too many, or in the wrong place."""
    nothing = document('filename=""', b"", "Content-Type: application/octet-stream")
    yield Case("an empty file field", more=[nothing], files=[])
    yield Case("an empty file", more=[document(content=b"")], files=[], said="il est vide")
    yield Case("a program", more=[document('filename="a.exe"', b"MZ\0\0")], files=[], said="a.exe")
    yield Case("a program called PDF", more=[document(content=b"MZ\0\0")], files=[], said="devis.pdf")
    yield Case("a file in a text field", {422}, change={"nom": ""}, more=[document(field="nom")])
    yield Case("a file nobody asked for", more=[document(field="autre")], files=[])
    many = [document(f'filename="f{n}.pdf"') for n in range(11)]
    yield Case("eleven files", more=many, files=10, said="f10.pdf")
    yield Case("a field after the file", front=[document()], files=["devis.pdf"])
    twins = [document(), document('filename="b.pdf"')]
    yield Case("files with the same bytes", more=twins, files=["b.pdf", "devis.pdf"])
    yield Case("a file like a boundary", more=[document(content=PDF + f"\r\n--{WEBKIT[:-2]}\r\n".encode())], files=1)
    yield Case("a type that lies", more=[document(more="Content-Type: text/html")], files=["devis.pdf"])


def headed(head):
    """What makes a text part under such header lines."""
    return lambda name, value: text(name, value, head.format(name))


def parts():
    """The header lines of parts."""
    heads = {
        "in capitals": 'CONTENT-DISPOSITION: FORM-DATA; NAME="{}"',
        "with a charset": 'Content-Disposition: form-data; name="{}"\r\nContent-Type: text/plain;charset=UTF-8',
        "without quotes": "Content-Disposition: form-data; name={}",
        "without blanks": 'Content-Disposition:form-data;name="{}"',
        "with 8bit": 'Content-Disposition: form-data; name="{}"\r\nContent-Transfer-Encoding: 8bit',
    }
    for name, head in heads.items():
        yield Case(f"headers {name}", part=headed(head))
    folded = headed('Content-Disposition: form-data;\r\n name="{}"')
    base64 = headed('Content-Disposition: form-data; name="{}"\r\nContent-Transfer-Encoding: base64')
    old = functools.partial(text, encoding="cp1252")
    yield Case("windows-1252", part=old, change={"reclamation": "Dû : 120 € « d’acompte »"})
    yield Case("_charset_", front=[text("_charset_", "UTF-8")])
    yield Case("folded headers", {400}, part=folded, kept=False)
    yield Case("base64", {400}, part=base64, kept=False)
    yield Case("base64 at the end", {400}, more=[base64("demande", "Uml0")])
    long = text("x", "", f'{TEXT}: form-data; name="x"\r\nX-Long: {"z" * (1 << 20)}')
    yield Case("a header of 1 MB", {400}, more=[long])
    yield Case("a name of 1 MB", {400}, more=[text("n" * (1 << 20), "")])
    yield Case("a part without headers", {400}, more=[b"\r\nseul"])
    yield Case("a part without a name", {400}, more=[text("", "", f"{TEXT}: form-data")])
    yield Case("an attachment", {400}, more=[text("", "", f'{TEXT}: attachment; name="x"')])
    mixed = f'{TEXT}: form-data; name="piece_jointe"\r\nContent-Type: multipart/mixed; boundary=i'
    inner = "--i\r\nContent-Disposition: file; filename=\"a.pdf\"\r\n\r\n%PDF-1.7\r\n--i--"
    yield Case("nested multipart/mixed", more=[text("", inner, mixed)], files=[])


def amounts():
    """Too many, too often, too long."""
    yield Case("10,000 fields", {413}, more=[text(f"x{n}", "y") for n in range(10_000)])
    yield Case("40 fields nobody asked for", {"receipt", 413}, more=[text(f"x{n}", "y") for n in range(30)])
    yield Case("a field twice", {422}, more=[text("nom", "Autre")])
    yield Case("a step twice", {"receipt", 200, 422}, more=[text("etape", "modification")])
    yield Case("an identifier twice", {"receipt", 200, 422}, more=[text("envoi", "faux")])
    yield Case("a text of 64 KiB", {"receipt", 422}, change={"reclamation": "é" * 32_000})
    yield Case("a text of 200 KiB", {422}, change={"reclamation": "a" * 200_000}, kept=False, said="trop long")
    markup = f"<script>alert(1)</script> & \"'\u202e {FAMILY} e\u0301 ﷽"
    yield Case("markup and direction", change={"reclamation": markup})
    yield Case("CR, LF and CRLF", change={"reclamation": "un\r\ndeux\ntrois"})
    yield Case("61 MB", {413}, more=[document(content=PDF + bytes(61 << 20))])


def framing():
    """How the body itself is sent."""
    yield Case("chunks of 1 byte", chunks=1, more=[document()], files=["devis.pdf"])
    yield Case("chunks of 7 bytes", chunks=7)
    yield Case("a length too long", {400, None}, length=lambda body: len(body) + 40, closes=True, kept=False)
    yield Case("a length too short", {400}, length=lambda body: len(body) - 60)
    yield Case("no length", {400, 411, 415}, length=lambda _: 0, kept=False)
    yield Case("two lengths", {400}, headers=b"Content-Length: 5\r\n", kept=False)
    yield Case("a length and chunks", {400}, headers=b"Content-Length: 5\r\n", chunks=50, kept=False)
    whole = len(Case("x", more=[document()]).body("0" * 63, 0))
    for place in range(97, whole, 97):
        yield Case(f"cut at {place}", {400}, cut=place, more=[document()], kept="begun")


def cases():
    return itertools.chain(boundaries(), surroundings(), filenames(), files(), parts(), amounts(), framing())


def fields_of(page):
    """Everything that the forms of a page hold, hidden fields included."""
    return {name: value for form in page.forms for name, value in form.fields.items()}


def lost(case, index, page, request):
    """The words that were sent and are not on the page."""
    shown, words = fields_of(page), case.words(index)
    texts = "\n".join([*shown.values(), page.text]).replace("\r\n", "\n")
    wanted = [value.replace("\r\n", "\n") for name, value in words.items() if name != "vous_etes"]
    if case.kept == "begun":  # Those whose part came whole before the cut.
        wanted = [value for value in wanted if value.encode() + b"\r\n--" in request]
    return [value for value in wanted if value not in texts]


def judge(case, index, answer, request, visitor):
    """What is wrong with an answer, or None."""
    if answer is None:
        return None if isinstance(case.wanted, set) and None in case.wanted else "no answer"
    status, location, html = answer
    wanted = case.wanted if isinstance(case.wanted, set) else {case.wanted}
    if status == 303:
        receipt = visitor.get(location)
        if "receipt" not in wanted:
            return "it was received"
        if receipt.status == 200 and case.said and case.said not in receipt.page.text:
            return f"the receipt does not say « {case.said} »"
        return None if receipt.status == 200 else f"the receipt is {receipt.status}"
    if status not in wanted:
        return f"status {status}: {PageReader(html).text.split()[:30]}"
    if not html:
        return None if status == 400 and case.kept is not True else "an empty page"
    page = PageReader(html)
    if 'lang="fr"' not in html:
        return f"no French page: {html[:80]!r}"
    if case.said and case.said not in page.text:
        return f"it does not say « {case.said} »"
    missing = lost(case, index, page, request) if case.kept else []
    return f"lost: {[value[:40] for value in missing]}" if missing else None


def check_books(tally, received, books):
    """What is kept is what was received: each complaint once, with its files and no others."""
    counts = books.subjects()
    subjects = {case.words(index)["objet"] for index, case in received}
    odd = sorted(set(counts) ^ subjects) + [subject for subject, count in counts.items() if count > 1]
    tally.check(not odd, f"the books hold the {len(received)} complaints that have receipts, once each", odd[:5])
    tally.check(not books.broken_attachments(), "every file is there to its last byte", books.broken_attachments()[:3])
    kept = books.file_names()
    for index, case in received:
        if case.files is None:
            continue
        names = sorted(kept.get(case.words(index)["objet"], []))
        holds = len(names) == case.files if isinstance(case.files, int) else names == case.files
        if not holds:
            tally.check(False, f"{case.name}: its files", names)


def check_words(tally, received, books, staff):
    """Whoever handles a complaint reads every word of it as it was sent."""
    references, wrong = books.references(), []
    for index, case in received:
        page = staff.get(f"/dossiers/{references.get(case.words(index)['objet'])}").page
        if missing := lost(case, index, page, b""):
            wrong.append(f"{case.name}: {missing[0][:40]}")
    tally.check(not wrong, "every word of them is in their case file", wrong[:5])


def run(engine, tally, folder):
    with places(engine, folder) as place, Server(place) as server:
        visitor, received, slowest = Visitor(server.port), [], (0.0, "")
        for index, case in enumerate(cases()):
            envoi = visitor.open_form()
            request, begun = case.request(envoi, index), time.monotonic()
            answer = exchange(server.port, request, case.closes)
            slowest = max(slowest, (time.monotonic() - begun, case.name))
            fault = judge(case, index, answer, request, visitor)
            tally.check(fault is None, f"{case.name}: {answer[0] if answer else 'closed'}", fault)
            if answer and answer[0] == 303:
                received.append((index, case))
        say(f"      the slowest answer took {slowest[0]:.1f} s: {slowest[1]}")
        left = [path for path in server.scratch.rglob("*.upload")]
        tally.check(not left, "no upload is left in the spool", left[:3])
        check_books(tally, received, Books(place))
        check_words(tally, received, Books(place), Visitor(server.port).sign_in())
        server.stop()
        check_verify(tally, place)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--engine", choices=["sqlite", "postgresql"], default="sqlite")
    options = parser.parse_args()
    tally = Tally()
    if options.engine == "postgresql" and not Postgres.is_installed():
        tally.skip("strange forms on PostgreSQL", "no PostgreSQL under /usr/lib/postgresql")
        tally.finish()
    say(f"{options.engine}: strange forms")
    with workshop("strangers") as folder:
        run(options.engine, tally, folder)
    tally.finish()


main()
