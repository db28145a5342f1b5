"""An ext4 in a file, on a loop device, whose plug can be pulled."""

import contextlib
import fcntl
import os
import pathlib
import struct
import subprocess
import time

EXT4_IOC_SHUTDOWN = 0x8004587D
NO_LOG_FLUSH = 2


class Cut:
    """When the plug was pulled: what happened before `begun` was before the cut, what happened after `ended` after it."""

    def __init__(self, begun, ended):
        self.begun, self.ended = begun, ended


class Refused(OSError):
    """A command that did not do what the disk needs, and what it said."""


class Disk:
    """The disk and where it is mounted. Its file takes only the room that was written to."""

    def __init__(self, folder, name, megabytes):
        self.image, self.root = folder / f"{name}.img", folder / name
        self.root.mkdir()
        with self.image.open("wb") as image:
            image.truncate(megabytes << 20)
        self._run("mkfs.ext4", "-q", "-F", self.image)

    @staticmethod
    def _run(*command):
        done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
        if done.returncode != 0:
            raise Refused(f"{' '.join(map(str, command))}: {done.stderr.strip()}")

    def plug(self):
        self._run("mount", "-o", "loop", self.image, self.root)

    def pull(self):
        """From the cut on nothing reaches the disk: neither data nor journal."""
        descriptor = os.open(self.root, os.O_RDONLY)
        try:
            begun = time.monotonic()
            fcntl.ioctl(descriptor, EXT4_IOC_SHUTDOWN, struct.pack("I", NO_LOG_FLUSH))
            return Cut(begun, time.monotonic())
        finally:
            os.close(descriptor)

    def unplug(self, patience=120):
        """Whoever had files open there, or looks around on the machine, may take a moment to be gone."""
        deadline = time.monotonic() + patience
        while True:
            try:
                return self._run("umount", self.root)
            except Refused as refused:
                if time.monotonic() > deadline:
                    raise Refused(f"{refused}; held by {self._holders()}") from refused
                time.sleep(0.05)

    def _holders(self):
        """Processes that have something open there."""
        found = set()
        for link in [*pathlib.Path("/proc").glob("[0-9]*/cwd"), *pathlib.Path("/proc").glob("[0-9]*/fd/*")]:
            with contextlib.suppress(OSError):
                if os.readlink(link).startswith(str(self.root)):
                    found.add((link.parts[2], (pathlib.Path("/proc") / link.parts[2] / "comm").read_text().strip()))
        return sorted(found)

    def free_share(self):
        """The part of the disk that is still free, of 1."""
        state = os.statvfs(self.root)
        return state.f_bavail / state.f_blocks

    def discard(self):
        subprocess.run(["umount", "-l", str(self.root)], capture_output=True)
        with contextlib.suppress(OSError):
            self.image.unlink()


@contextlib.contextmanager
def disks(folder, name, megabytes):
    """A disk that is plugged in, and gone at the end."""
    disk = Disk(folder, name, megabytes)
    try:
        disk.plug()
        yield disk
    finally:
        disk.discard()


def why_not(folder):
    """Why no power can be cut here; None when it can."""
    if os.geteuid() != 0:
        return "mounting a loop device needs root"
    try:
        with disks(folder, "essai", 32) as disk:
            disk.pull()
    except OSError as error:
        return f"no loop device with ext4 can be mounted here: {error}"
    return None
