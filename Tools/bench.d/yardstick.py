"""How fast this machine's disk and SQLite are, so that the server's rates mean something elsewhere."""

import pathlib
import subprocess

HERE = pathlib.Path(__file__).parent


class Yardstick:
    """Durable SQLite commits of one row of 1 kB a second, in the folder where the server's books are."""

    def __init__(self, folder):
        self.folder, self.program = folder, folder / "raw_commits"
        command = ["swiftc", "-O", "-swift-version", "6", "-I", HERE / "CSQLite", HERE / "raw_commits.swift"]
        subprocess.run([*command, "-o", self.program], check=True)

    def commits_per_second(self, seconds=3):
        file = self.folder / "yardstick.db"
        try:
            done = subprocess.run([self.program, file, str(seconds)], check=True, capture_output=True, text=True)
            return int(done.stdout)
        finally:
            for path in self.folder.glob(file.name + "*"):
                path.unlink()
