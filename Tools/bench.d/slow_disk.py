"""A disk that takes longer to sync than this machine's: the yardstick and the server under the same preloaded library.

A container's disk may sync in a tenth of a millisecond; a real one takes one to ten. How much of the bare rate is left
for the server depends on it, for it has one sync to wait for where the bare program has as many as rows.
"""

import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).parent
PROBE = """
import os, sys, time
with open(sys.argv[1], "wb") as file:
    begun = time.monotonic()
    for sync in (os.fsync, os.fdatasync):
        for _ in range(10):
            file.write(b"x"); file.flush(); sync(file.fileno())
print((time.monotonic() - begun) / 20)
"""


class SlowDisk:
    """The library, and the environment in which a program meets it."""

    def __init__(self, folder, milliseconds):
        self.milliseconds = milliseconds
        library = folder / "slow_sync.so"
        command = ["cc", "-O2", "-shared", "-fPIC", "-o", library, HERE / "slow_sync.c", "-ldl"]
        subprocess.run(command, check=True)
        self.environment = {"LD_PRELOAD": str(library), "SLOW_SYNC_US": str(round(milliseconds * 1000))}

    def seconds_a_sync(self, folder, slow=True):
        """What a sync takes in a folder, with the library or as it is."""
        command = [sys.executable, "-c", PROBE, folder / "sync.probe"]
        environment = self.environment if slow else {}
        done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
        return float(done.stdout)

    def check(self, tally, folder):
        """That it acts: each sync takes at least what was asked more than nothing."""
        bare, slow = self.seconds_a_sync(folder, slow=False), self.seconds_a_sync(folder)
        claim = f"a sync takes {slow * 1000:.1f} ms, {bare * 1000:.1f} ms without, {self.milliseconds} ms more wanted"
        return tally.check(slow >= self.milliseconds / 1000, claim)
