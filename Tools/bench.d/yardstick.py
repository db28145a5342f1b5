"""How fast this machine's disk and SQLite are, so that the server's rates mean something elsewhere."""

import os
import pathlib
import subprocess

HERE = pathlib.Path(__file__).parent


class Yardstick:
    """Durable SQLite commits of one row of 1 kB a second, in the folder where the server's books are."""

    def __init__(self, folder, environment=None):
        self.folder, self.program = folder, folder / "raw_commits"
        self.environment = {**os.environ, **(environment or {})}
        command = ["swiftc", "-O", "-swift-version", "6", "-I", HERE / "CSQLite", HERE / "raw_commits.swift"]
        subprocess.run([*command, "-o", self.program], check=True)

    def commits_per_second(self, seconds=3):
        file = self.folder / "yardstick.db"
        try:
            command = [self.program, file, str(seconds)]
            done = subprocess.run(command, check=True, capture_output=True, text=True, env=self.environment)
            return int(done.stdout)
        finally:
            for path in self.folder.glob(file.name + "*"):
                path.unlink()
