"""An ext4 in a file, on a loop device, whose plug can be pulled."""

import contextlib
import fcntl
import os
import struct
import subprocess
import time

EXT4_IOC_SHUTDOWN = 0x8004587D
NO_LOG_FLUSH = 2


class Cut:
    """When the plug was pulled: what happened before `begun` was before the cut, what happened after `ended` after it."""

    def __init__(self, begun, ended):
        self.begun, self.ended = begun, ended


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
        subprocess.run([str(part) for part in command], check=True, capture_output=True)

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
        """Whoever had files open there may take a moment to be gone."""
        deadline = time.monotonic() + patience
        while True:
            try:
                return self._run("umount", self.root)
            except subprocess.CalledProcessError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.05)

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
    except (OSError, subprocess.CalledProcessError) as error:
        said = getattr(error, "stderr", b"") or b""
        return f"no loop device with ext4 can be mounted here: {error} {said.decode().strip()}"
    return None
