#!/usr/bin/env python3
"""S-03, R-79: every page, letter and notice in every state, as the atelier shows them from samples, in a real browser.

Each is opened at 1280 px in light and at 320 px in dark, what is folded then opened; with `--all-looks` in both colours at
1280, 640 and 320 px, by every rule. 640 and 320 px are what 200 % and 400 % of zoom leave of 1280. Nothing may break the
content security policy, log an error, ask another origin, overflow or violate WCAG 2.1 AA. `--pictures` keeps what was seen.
"""

import argparse
import contextlib
import pathlib
import re
import subprocess
import time

from harness import Broken, Progress, binary, conduct, free_port
from windows import CONTRAST, LAW, Window, browsers

# A browser without a field for dates lets people type « demain », and gets it back; Chromium says of it that it shows none.
TYPED = 'does not conform to the required format, "yyyy-MM-dd"'
LOOKS = [(1280, "light", False, LAW), (320, "dark", True, CONTRAST)]
ALL_LOOKS = [(width, colours, width < 1280, LAW) for width in (1280, 640, 320) for colours in ("light", "dark")]


@contextlib.contextmanager
def atelier(folder):
    """`doleances atelier`, and where it is."""
    port, log = free_port(), folder / "atelier.log"
    with log.open("wb") as output:
        process = subprocess.Popen([binary(), "atelier", "--port", str(port)], stdout=output, stderr=output, cwd=folder)
    try:
        deadline = time.monotonic() + 60
        while b"Atelier" not in log.read_bytes():
            if process.poll() is not None or time.monotonic() > deadline:
                raise Broken(f"the atelier did not open: {log.read_text(errors='replace')[-500:]}")
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(30)


def run(tally, options, folder):
    with atelier(folder) as site, browsers() as browser:
        window = Window(browser, site, [ALL_LOOKS if options.all_looks else LOOKS])
        window.visit("/")
        works = [path for path in window.links() if path.startswith("/atelier/")]
        window.visit("/dossiers/REC-2026-0001", status=404)
        tally.check(not window.faults, f"the atelier lists {len(works)} works", window.faults)
        chosen = [path for path in works if re.search(options.only, path)][:: options.every]
        progress = Progress("works", len(chosen))
        for count, path in enumerate(chosen, 1):
            window.visit(path)
            if options.pictures:
                window.keep_pictures(options.pictures, path.removeprefix("/atelier/").replace("/", "-"))
            progress.at(count)
        faults = [fault for fault in window.faults if TYPED not in fault]
        tally.check(len(window.seen) > 1 and not faults, f"{len(chosen)} of them have no fault", faults)
        tally.check(sorted(path.name for path in folder.iterdir()) == ["atelier.log"], "the atelier keeps nothing")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="", help="those whose address has this pattern in it")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="one of N")
    parser.add_argument("--all-looks", action="store_true", help="at every width and in both colours, by every rule")
    parser.add_argument("--pictures", type=pathlib.Path, help="a folder for a picture of each, in both looks")
    conduct("atelier", run, parser.parse_args())


if __name__ == "__main__":
    main()
