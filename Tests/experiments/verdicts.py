#!/usr/bin/env python3
"""What Tools/verify_log.py makes of each dump, one line each, the files X.temoin-* being X's witnesses: for the tests
that hold it against our own verifier."""

import glob
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "Tools"))
from verify_log import Fault, attempt, audit, read_witness


def verdict(path):
    """`OK` and how many leaves, or `FAUTE`, the leaf and the word."""
    held = sorted(glob.glob(glob.escape(path) + ".temoin-*"))
    try:
        return f"OK {audit(path, [attempt('temoin', 0, read_witness, one) for one in held]).split()[0]}"
    except Fault as fault:
        return "FAUTE {1} {0}".format(*fault.args)


print("\n".join(map(verdict, sys.argv[1:])))
