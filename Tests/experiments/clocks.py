"""Servers that live later than this machine: its clock moved on by faketime, its steady clock left alone."""

import contextlib
import pathlib
import shutil
import subprocess
import time

from harness import Broken

#: What the library reads; the third is what keeps a program from being started twice.
TOLD = ("LD_PRELOAD", "FAKETIME", "FAKETIME_SHARED")


def is_installed():
    return shutil.which("faketime") is not None


@contextlib.contextmanager
def later(seconds):
    """The environment of a server that is so many seconds ahead."""
    command = ["faketime", "--exclude-monotonic", "-f", f"+{seconds}s", "sleep", "infinity"]
    holder = subprocess.Popen(command, stdin=subprocess.DEVNULL)
    try:
        yield told(holder)
    finally:
        for child in children(holder):
            subprocess.run(["kill", child], check=False)
        holder.wait(60)


def children(process):
    return pathlib.Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()


def told(holder):
    for _ in range(200):
        for child in children(holder):
            pairs = pathlib.Path(f"/proc/{child}/environ").read_bytes().decode().split("\0")
            found = dict(pair.split("=", 1) for pair in pairs if "=" in pair)
            if all(name in found for name in TOLD):
                return {name: value for name, value in found.items() if name in TOLD or name.startswith("FAKETIME")}
        time.sleep(0.05)
    raise Broken("faketime does not start")
