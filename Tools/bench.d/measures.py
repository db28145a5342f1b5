"""What measures share: percentiles, times inside the server, and complaints to load it with."""

import json
import math
import random
import re
import time

from visitors import COMPLAINT, envoi_of, raw_get, raw_post
from volley import Volley

RARE = "zinzolin"


def percentile(values, share):
    """Nearest rank: a value that was measured."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def times(values):
    """p50 and p99, in milliseconds."""
    return percentile(values, 0.50) * 1000, percentile(values, 0.99) * 1000


class ServerTimes:
    """Seconds inside the server, from its log lines since this value was made."""

    def __init__(self, server):
        self.log, self.start = server.log, server.log.stat().st_size

    def of(self, route):
        """None where the log counts in whole milliseconds only, which says nothing of what takes less than one."""
        time.sleep(0.2)
        with self.log.open("rb") as file:
            file.seek(self.start)
            lines = [json.loads(line) for line in file if line.startswith(b"{") and line.endswith(b"}\n")]
        texts = [line["ms"] for line in lines if line.get("message") == "request" and line["route"] == route]
        return [float(text) / 1000 for text in texts] if any("." in text for text in texts) else None


class Load:
    """Complaints of about 1 kB each, of words that a register of many years would hold."""

    def __init__(self, seed=2026):
        self.chance, self.serial = random.Random(seed), 0
        parts = [
            "for",
            "ma",
            "tion",
            "sta",
            "gi",
            "rem",
            "bour",
            "se",
            "con",
            "tra",
            "lo",
            "gi",
            "ci",
            "el",
            "pre",
            "vu",
        ]
        words = {"".join(self.chance.choices(parts, k=self.chance.randint(1, 4))) for _ in range(9_000)}
        self.words = sorted(words)
        # As in a language: a few words are in every text, most in few.
        self.weights = [1 / (rank + 10) for rank in range(len(self.words))]

    def complaint(self, rare=False):
        self.serial += 1
        text = " ".join(self.chance.choices(self.words, self.weights, k=220))[:1_000]
        return COMPLAINT | {
            "nom": f"{self.chance.choice(self.words).title()} {self.serial}",
            "courriel": f"p{self.serial}@exemple.example",
            "objet": f"Réclamation {self.serial}",
            "reclamation": f"{text} {RARE}" if rare else text,
        }


def open_forms(port, count):
    """Identifiers of as many fresh forms."""
    envois = []

    def visit():
        page = yield raw_get("/reclamation")
        envois.append(envoi_of(page.body))

    Volley([port], (visit() for _ in range(count)), 16).run()
    return envois


class Burst:
    """The same kind of request many times by many clients: what was answered, and how long each took."""

    def __init__(self, port, requests, clients, wanted):
        self.seconds, self.wrong = [], []
        self.wanted = wanted
        before = time.process_time()
        self.elapsed = Volley([port], (self._visit(request) for request in requests), clients).run()
        # How much of one processor the clients took: a share near 1 would mean that they were measured.
        self.client_share = (time.process_time() - before) / self.elapsed
        self.rate = len(self.seconds) / self.elapsed

    def _visit(self, request):
        answer = yield request
        if answer and answer.status == self.wanted:
            self.seconds.append(answer.seconds)
        else:
            self.wrong.append(answer and (answer.status, answer.body[:200]))


def send(envoi, words, files=()):
    """The request that sends a complaint."""
    return raw_post("/reclamation", {**words, "envoi": envoi, "etape": "envoi"}, files)


def staff_token(staff):
    """A form token of this session: good for every act."""
    return re.search(r'name="jeton" value="([^"]+)"', staff.get("/tableau-de-bord").html)[1]
