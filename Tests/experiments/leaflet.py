#!/usr/bin/env python3
"""The leaflet on paper: two sheets of A4 with few settings, with usual ones and with as many as there may be.

Each of the atelier's samples is printed by Chromium as a person would, and the pages of the file are counted; the form's
address is in whole words on it. `--keep` keeps the files.
"""

import argparse
import pathlib
import re

from atelier import atelier
from harness import conduct
from windows import browsers

SAMPLES = ("depliant", "depliant-premier-jour", "depliant-long")
A4 = (595, 842)
FORM = "https://reclamations.cine-atelier.example/reclamation"


def sheets(pdf):
    """How many pages a PDF of Chromium's has, and their sizes in points."""
    sizes = {
        tuple(round(float(side)) for side in box.split()[2:])
        for box in re.findall(rb"/MediaBox \[([^\]]*)\]", pdf)
    }
    return len(re.findall(rb"/Type /Page\b", pdf)), sizes


def run(tally, options, folder):
    with atelier(folder) as site, browsers() as browser:
        page = browser.new_context(locale="fr-FR").new_page()
        for name in SAMPLES:
            page.goto(f"{site}/atelier/public/{name}")
            tally.check(FORM in page.inner_text("main"), f"{name} has the address of the form")
            pdf = page.pdf(prefer_css_page_size=True)
            if options.keep:
                (options.keep / f"{name}.pdf").write_bytes(pdf)
            count, sizes = sheets(pdf)
            tally.check((count, sizes) == (2, {A4}), f"{name} is two sheets of A4", f"{count} of {sizes}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--keep", type=pathlib.Path, help="a folder for the files")
    conduct("leaflet", run, parser.parse_args())


if __name__ == "__main__":
    main()
