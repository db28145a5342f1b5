"""Servers that live later than this machine: their calendar is moved on, and their steady clocks are left alone."""

import shutil
import subprocess

from harness import REPOSITORY


def compiler():
    """What compiles the library that moves it; None where there is nothing."""
    return shutil.which("cc") or shutil.which("clang")


class Clock:
    """A library made for an experiment, in a folder of its own."""

    def __init__(self, folder):
        self.library = folder / "horloge.so"
        source = REPOSITORY / "Tests/experiments/clock_ahead.c"
        subprocess.run([compiler(), "-shared", "-fPIC", "-O1", "-o", str(self.library), str(source)], check=True)

    def later(self, seconds):
        """The environment of a server that is so many seconds ahead."""
        return {"LD_PRELOAD": str(self.library), "CLOCK_AHEAD": str(seconds)} if seconds else {}
