#!/usr/bin/env python3
"""S-44: a stranger learns nothing from an answer, neither from its words and its size nor from how long it takes.

Of each question there are two kinds or three: what the server knows, and what it does not. They are asked by turns in an
order that chance decides, each from an address and over a connection of its own. Every answer must be the same to the
byte, but for what is new each time (a form's token) or was typed by whoever asks, and nothing may show that the middle times
lie five milliseconds apart or more. With --measured they must be seen to lie nearer, over five times as many answers: how
many is settled before the first is asked, up to a thousand a kind, so that nobody stops at a lucky moment.

Distances are told with the probability that they are chance's: the Mann-Whitney test, two-sided.
"""

import argparse
import html
import http.client
import math
import random
import re
import statistics
import time
import urllib.parse

from harness import MANAGER, PASSWORD, Broken, Progress, Server, conduct, places, say
from letters import MailServer, body
from visitors import Visitor, reference_of

FURTHEST = 0.005  # Seconds between the middle times.
CHANCE = 0.001  # A distance that chance makes more often than that proves nothing.
MOST = 1_000
ROUNDS = 5  # With --measured.
WARMING = 2  # What is done once only, such as the reading of a template, is nobody's.
# Letters with a link that an organisation sends in an hour, those for a secret that is replaced left out.
MOST_LETTERS = 197
COLLEAGUE = "collegue@formation.example"
# The value of a hidden field that is new on each page.
NEW = re.compile(r'(name="(?:jeton|suite|attente)" value=")[^"]*')
SECRET = re.compile(r"<span>([0-9A-Z]{2,4})</span>")


class Addresses:
    """An address of ours for each asker: failures are counted by address."""

    def __init__(self):
        self.given = 0

    def next(self):
        self.given += 1
        return f"127.{1 + self.given // 62_500}.{1 + self.given // 250 % 250}.{1 + self.given % 250}"


class Question:
    """What is asked, of several kinds: each gives the requests (method, path, fields) one after the other."""

    def __init__(self, name, kinds, most=MOST):
        self.name, self.kinds, self.most = name, kinds, most
        self.seconds = {kind: [] for kind in kinds}
        self.answers = {kind: set() for kind in kinds}

    def ask(self, port, kind, source):
        method, path, fields = next(self.kinds[kind])
        text = urllib.parse.urlencode(fields).encode() if fields else None
        headers = {"Content-Type": "application/x-www-form-urlencoded"} if fields else {}
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120, source_address=(source, 0))
        connection.connect()
        begun = time.perf_counter()
        connection.request(method, path, text, headers)
        response = connection.getresponse()
        content = response.read()
        self.seconds[kind].append(time.perf_counter() - begun)
        connection.close()
        head = sum(len(name) + len(value) for name, value in response.getheaders())
        names = tuple(sorted(name.lower() for name, _ in response.getheaders()))
        self.answers[kind].add((response.status, head, len(content), names, words(content, fields or {})))

    def round(self, port, addresses, count):
        """Every kind as often, in an order of chance."""
        order = [kind for kind in self.kinds for _ in range(count)]
        random.shuffle(order)
        progress = Progress(self.name, len(order))
        for done, kind in enumerate(order, 1):
            self.ask(port, kind, addresses.next())
            progress.at(done)

    def furthest(self):
        """The kinds that lie furthest apart, by how much, and how probable that is by chance."""
        middles = {kind: statistics.median(times) for kind, times in self.seconds.items()}
        slow, quick = max(middles, key=middles.get), min(middles, key=middles.get)
        chance = mann_whitney(self.seconds[slow], self.seconds[quick])
        return slow, quick, middles[slow] - middles[quick], chance

    def run(self, tally, port, addresses, count, is_measured):
        self.round(port, addresses, WARMING)
        self.seconds = {kind: [] for kind in self.kinds}
        asked, most = 0, min(self.most, count * ROUNDS) if is_measured else count
        while asked < most:
            self.round(port, addresses, min(count, most - asked))
            asked = len(next(iter(self.seconds.values())))
            slow, quick, apart, chance = self.furthest()
            middle = statistics.median(self.seconds[quick])
            figures = f"{middle * 1000:.2f} ms, {slow} {apart * 1000:+.3f} ms beside {quick}, by chance with p = {chance:.2g}"
            say(f"      {self.name}: {asked} of each kind, {figures}")
        alike = apart < FURTHEST or (chance >= CHANCE and not is_measured)
        self.judge(tally, asked, figures, alike)

    def judge(self, tally, asked, figures, alike):
        seen = set().union(*self.answers.values())
        status, head, length, _, _ = next(iter(seen))
        claim = f"{self.name}: {asked} answers of each kind are alike: status {status}, {head} and {length} bytes"
        tally.check(len(seen) == 1, claim, difference(self.answers))
        tally.check(alike, f"{self.name}: their times tell nothing apart: {figures}", figures)


def words(content, fields):
    """What a page says, without what is new on each and without what was typed."""
    text = NEW.sub(r"\1", content.decode(errors="replace"))
    for typed in fields.values():
        text = text.replace(f'value="{html.escape(typed)}"', 'value=""')
    return text


def difference(answers):
    """What each kind was answered, the words cut down to where they part."""
    texts = [answer[-1] for seen in answers.values() for answer in seen]
    first, last = min(texts), max(texts)
    place = next((place for place, pair in enumerate(zip(first, last)) if pair[0] != pair[1]), min(len(first), len(last)))
    return {
        kind: [(*answer[:-1], answer[-1][max(0, place - 40) : place + 40]) for answer in seen]
        for kind, seen in answers.items()
    }


def mann_whitney(one, other):
    """How probable it is that chance alone tells two lists apart so far, two-sided, by the normal approximation."""
    ranked = sorted([(value, 0) for value in one] + [(value, 1) for value in other])
    ranks = sum(rank for rank, (_, which) in enumerate(ranked, 1) if which == 0)
    n, m = len(one), len(other)
    expected, spread = n * (n + m + 1) / 2, math.sqrt(n * m * (n + m + 1) / 12)
    return math.erfc(abs(ranks - expected) / spread / math.sqrt(2))


def forever(method, path, make=None):
    """Requests without end; `make` gives the fields of each."""
    while True:
        yield method, path, make and make()


def token(port, path):
    """The token of a form that anybody may open: it is good for a day."""
    return Visitor(port).get(path).page.form(path).fields["jeton"]


def symbols(count):
    return "".join(random.choices("0123456789ABCDEFGHJKMNPQRSTVWXYZ", k=count))


def other_than(address):
    """An address of the same length that the server does not know."""
    return "x" + address[1:]


def sign_ins(port):
    """A known address and an unknown one: a wrong password each."""
    jeton = token(port, "/connexion")

    def fields(email):
        return lambda: {"jeton": jeton, "courriel": email, "mot_de_passe": PASSWORD[::-1]}

    return Question(
        "a sign-in",
        {
            "a known address": forever("POST", "/connexion", fields(MANAGER)),
            "an unknown one": forever("POST", "/connexion", fields(other_than(MANAGER))),
        },
    )


def complaints(port, count):
    """As many complaints, each by somebody with an address of their own: reference and address."""
    known = []
    for number in range(count):
        email = f"personne{number:04}@exemple.example"
        visitor = Visitor(port)
        receipt = visitor.get(visitor.complain(courriel=email, objet=f"Salle {number}").location)
        known.append((reference_of(receipt.page.text), email))
        visitor.connection.close()
    return known


def lost_secrets(port, known):
    """A reference with its address, with another, and one that is none."""
    jeton = token(port, "/suivi/acces")

    def requests(cases):
        for reference, email in cases:
            yield "POST", "/suivi/acces", {"jeton": jeton, "reference": reference, "courriel": email}

    return Question(
        "a lost secret",
        {
            "reference and address": requests(known),
            "another's address": requests((reference, other_than(email)) for reference, email in known),
            "an unknown reference": requests((f"2019-R-{number:04}", email) for number, (_, email) in enumerate(known)),
        },
        most=len(known) - WARMING,
    )


def replaced(port, mail, known):
    """A tracking secret that was somebody's until they asked for another, and asked again for a third."""
    reference, email = known
    visitor = Visitor(port)
    found = None
    for _ in range(2):
        form = visitor.get("/suivi/acces").page.form("/suivi/acces")
        visitor.post_plainly(form.action, {**form.fields, "reference": reference, "courriel": email})
        path = link(mail, email)
        form = visitor.get(path).page.form(path)
        given = "".join(SECRET.findall(visitor.post_plainly(path, form.fields).html))
        if len(given) != 26:
            raise Broken(f"no secret on the page: {len(given)} symbols")
        found = found or given
    return found


def link(mail, email, patience=60):
    """The newest link that a letter to an address holds."""
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        time.sleep(0.5)
        texts = [body(letter) for letter in mail.letters_to(email)]
        links = [found[0] for text in texts for found in [re.search(r"/suivi/acces/[0-9a-f]{64}", text)] if found]
        fresh = [path for path in links if path not in link.used]
        if fresh:
            link.used.add(fresh[0])
            return fresh[0]
    raise Broken("no letter with a link")


link.used = set()


def codes(port, dead):
    """A secret of the right shape, one that was right once, and none at all."""
    jeton = token(port, "/suivi")

    def fields(make):
        return lambda: {"jeton": jeton, "code_de_suivi": make()}

    return Question(
        "a tracking secret",
        {
            "of the right shape": forever("POST", "/suivi", fields(lambda: symbols(26))),
            "replaced by another": forever("POST", "/suivi", fields(lambda: dead)),
            "of no shape": forever("POST", "/suivi", fields(lambda: "!" * 26)),
        },
    )


def links(port, used):
    """An invitation that was good once, one that never was, and no link at all."""
    return Question(
        "an invitation",
        {
            "used": forever("GET", used),
            "of the right shape": iter(lambda: ("GET", f"/invitation/{random.getrandbits(256):064x}", None), None),
            "of no shape": forever("GET", "/invitation/" + "x" * 64),
        },
    )


def used_invitation(place, port):
    """A link by which a colleague has chosen a password."""
    account = ("--email", COLLEAGUE, "--name", "Une collègue", "--roles", "accueil")
    said = place.command("user", "add", *account).stdout
    found = re.search(r"http\S+(/invitation/[0-9a-f]{64})\n", said)
    if not found:
        raise Broken(f"no link: {said}")
    visitor = Visitor(port)
    form = visitor.get(found[1]).page.form(found[1])
    chosen = visitor.post_plainly(
        found[1], {**form.fields, "mot_de_passe": PASSWORD[::-1], "mot_de_passe_encore": PASSWORD[::-1]}
    )
    if chosen.status != 303:
        raise Broken(f"the link does not work: {chosen.status}")
    return found[1]


def run(tally, options, folder):
    addresses = Addresses()
    with places(options.engine, folder) as place, MailServer(folder) as mail, Server(place, mail.environment) as server:
        port = server.port
        letters = min(options.count + WARMING, MOST_LETTERS)
        known = complaints(port, letters + 1)
        dead = replaced(port, mail, known.pop())
        questions = [codes(port, dead), links(port, used_invitation(place, port)), lost_secrets(port, known)]
        for question in questions:
            count = min(options.count, question.most)
            question.run(tally, port, addresses, count, options.measured)
        sign_ins(port).run(tally, port, addresses, options.sign_ins, options.measured)
        tally.check(server.stop() == 0, "the server ends with status 0")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=200, help="answers of each kind in a round")
    parser.add_argument("--sign-ins", type=int, default=20, help="the same of sign-ins, which take long by design")
    parser.add_argument("--measured", action="store_true", help="hold the times to the distance wanted")
    parser.add_argument("--engine", choices=["sqlite", "postgresql"], default="sqlite")
    options = parser.parse_args()
    say(f"what is known and what is not, {options.count} times each")
    conduct("alike", run, options)


if __name__ == "__main__":
    main()
