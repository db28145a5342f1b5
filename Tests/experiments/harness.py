"""The program under test and what it stands on: folders, databases, servers, and the count of what held.

Everything is on loopback, in a temporary folder, on a free port, and gone at the end.
"""

import contextlib
import http.client
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
sys.path.append(str(REPOSITORY / "Tests/TestSupport"))
from free_port import free_port  # noqa: E402

PASSWORD = "tilleul cadastre huitre 7493"
MANAGER = "claire.vasseur@formation.example"


class Broken(Exception):
    """The program did not do what the experiment needs in order to go on."""


def binary():
    """The program under test: DOLEANCES, or the release build where there is one, or the debug build."""
    named = os.environ.get("DOLEANCES")
    candidates = [named] if named else [REPOSITORY / f".build/{kind}/doleances" for kind in ("release", "debug")]
    for candidate in candidates:
        if os.access(candidate, os.X_OK):
            return str(pathlib.Path(candidate).resolve())
    raise Broken(f"no program to test: {', '.join(map(str, candidates))}")


def certificate(folder, name, alternative):
    """A certificate of its own making, for two days, and its key."""
    paths = folder / f"{name}.pem", folder / f"{name}.key"
    kind = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
    subject = ["-subj", f"/CN={name}", "-addext", f"subjectAltName={alternative}"]
    command = ["openssl", "req", "-x509", *kind, *subject, "-out", str(paths[0]), "-keyout", str(paths[1])]
    subprocess.run(command, check=True, capture_output=True)
    paths[1].chmod(0o600)
    return paths


class Tally:
    """What held and what did not; its last line is the one that test runners read."""

    def __init__(self):
        self.passed, self.failed, self.skipped = 0, 0, 0

    def check(self, holds, claim, detail=""):
        """Counts a claim and says so; `detail` is what was seen instead."""
        if holds:
            self.passed += 1
            say(f"ok    {claim}")
        else:
            self.failed += 1
            say(f"FAIL  {claim}" + (f": {detail}" if detail else ""))
        return holds

    def skip(self, claim, reason):
        self.skipped += 1
        say(f"SKIP  {claim}: {reason}")

    def finish(self):
        """Prints the count and ends the process: 0 when nothing failed and something was checked."""
        skipped = f", {self.skipped} skipped" if self.skipped else ""
        print(f"{self.passed} passed, {self.failed} failed{skipped}", flush=True)
        sys.exit(1 if self.failed or not (self.passed or self.skipped) else 0)


def say(words):
    print(words, flush=True)


class Progress:
    """How far a long experiment is: one line every few seconds, so that nobody wonders."""

    def __init__(self, title, total, every=5.0):
        self.title, self.total, self.every = title, total, every
        self.begun = self.told = time.monotonic()

    def at(self, done, extra=""):
        now = time.monotonic()
        if now - self.told >= self.every or done == self.total:
            self.told = now
            say(f"      {self.title}: {done} of {self.total}, {now - self.begun:.0f} s{' ' + extra if extra else ''}")


@contextlib.contextmanager
def workshop(name):
    """A temporary folder, removed at the end unless KEEP is set."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix=f"doleances-{name}-"))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        if os.environ.get("KEEP"):
            say(f"kept  {folder}")
        else:
            shutil.rmtree(folder, ignore_errors=True)


def conduct(name, run, *given):
    """An experiment in a folder of its own, to the counts that end it; one that is broken off says why."""
    tally = Tally()
    with workshop(name) as folder:
        try:
            run(tally, *given, folder)
        except Broken as broken:
            tally.check(False, "the experiment reaches its end", broken)
    tally.finish()


class Postgres:
    """A PostgreSQL of our own, durable as in production, in a folder of its own."""

    def __init__(self, folder):
        self.folder, self.port = folder, free_port()
        self.tools = self._tools()

    @staticmethod
    def _tools():
        versions = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"), key=lambda path: int(path.parts[4]))
        return versions[-1].parent if versions else None

    @classmethod
    def is_installed(cls):
        return cls._tools() is not None

    def _run(self, tool, *arguments):
        command = [str(self.tools / tool), *map(str, arguments)]
        if os.geteuid() == 0:
            command = ["runuser", "-u", "postgres", "--", *command]
        subprocess.run(command, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, cwd=self.folder)

    def __enter__(self):
        self.folder.mkdir()
        if os.geteuid() == 0:
            shutil.chown(self.folder, "postgres", "postgres")
        data = self.folder / "data"
        self._run("initdb", "-D", data, "-U", "doleances", "--auth=trust", "-E", "UTF8", "--locale=C", "--no-sync")
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={self.folder}"
        options += " -c fsync=on -c synchronous_commit=on -c full_page_writes=on"
        self._run("pg_ctl", "-D", data, "-l", self.folder / "log", "-o", options, "-w", "-t", "180", "start")
        self._run("createdb", "-h", "127.0.0.1", "-p", self.port, "-U", "doleances", "doleances")
        return self

    def __exit__(self, *_):
        self._run("pg_ctl", "-D", self.folder / "data", "-m", "immediate", "-w", "stop")

    def demand_password(self, word):
        """From now on nobody connects without it."""
        self._run("psql", "-q", "-d", self.url, "-c", f"ALTER ROLE doleances PASSWORD '{word}'")
        (self.folder / "data/pg_hba.conf").write_text("host all all 127.0.0.1/32 scram-sha-256\n")
        self._run("pg_ctl", "-D", self.folder / "data", "reload")

    @property
    def url(self):
        return f"postgres://doleances@127.0.0.1:{self.port}/doleances"


class Place:
    """Where the books are kept: a folder for SQLite, or a PostgreSQL; and the folder of the signing keys."""

    def __init__(self, folder, postgres=None):
        self.folder, self.postgres = folder, postgres
        self.keys = folder / "cles"
        folder.mkdir(parents=True, exist_ok=True)

    @property
    def arguments(self):
        if self.postgres:
            return ["--database", self.postgres.url, "--keys", str(self.keys)]
        return ["--data", str(self.folder), "--keys", str(self.keys)]

    def command(self, *verb, input="", check=True, timeout=300):
        """Runs a verb of the program on these books, the server being stopped."""
        done = subprocess.run(
            [binary(), *map(str, verb), *self.arguments], input=input, capture_output=True, text=True, timeout=timeout
        )
        if check and done.returncode != 0:
            raise Broken(f"doleances {' '.join(map(str, verb))}: exit {done.returncode}: {done.stderr or done.stdout}")
        return done

    def found(self):
        """An organisation with its mediator, one person who may do everything with case files, and one more who handles them."""
        self.command(
            "organisation",
            "add",
            "--name",
            "Formation Vidéo & Cie",
            "--address",
            "3 rue de l’Écluse\\n59800 Lille",
            "--email",
            "reclamations@formation.example",
            "--contact",
            "Claire Vasseur",
            "--mediator-name",
            "Médiation Conso Nord",
            "--mediator-address",
            "12 place du Théâtre\\n59000 Lille",
            "--mediator-site",
            "https://mediation.example",
        )
        self.command("organisation", "set", "--second-factor", "off")
        for email, name, roles in (
            (MANAGER, "Claire Vasseur", "responsable,direction"),
            ("samir.naim@formation.example", "Samir Naïm", "responsable"),
        ):
            account = ("--email", email, "--name", name, "--roles", roles, "--password-stdin")
            self.command("user", "add", *account, input=PASSWORD + "\n")
        return self


class Server:
    """`doleances serve` on a free port, from its first answer to its end."""

    def __init__(self, place, environment=None):
        self.place, self.environment = place, environment or {}
        self.scratch = place.folder / "tmp"
        self.scratch.mkdir(exist_ok=True)
        self.log = place.folder / "server.log"
        self.port, self.process = free_port(), None

    def start(self, patience=120):
        """Starts and waits for the first answer; says what the server said when there is none."""
        environment = {**os.environ, "TMPDIR": str(self.scratch), **self.environment}
        with self.log.open("ab") as log:
            begun = log.tell()
            self.process = subprocess.Popen(
                [binary(), "serve", "--port", str(self.port), *self.place.arguments],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=environment,
                start_new_session=True,
            )
        self.deadline = time.monotonic() + patience
        while not self.answers():
            if self.process.poll() is not None or time.monotonic() > self.deadline:
                said = self.log.read_bytes()[begun:].decode(errors="replace")
                status = self.process.poll()
                self.kill()
                raise Broken(f"the server did not answer (exit {status}): {said[-2000:]}")
            time.sleep(0.005)
        return self

    def answers(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request("GET", "/sante")
            return connection.getresponse().status == 200
        except OSError:
            return False
        finally:
            connection.close()

    def stop(self, patience=60):
        """SIGTERM, and the exit status; a server that does not end in time is killed and the status is None."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(patience)
            except subprocess.TimeoutExpired:
                self.kill()
                return None
        return self.process.returncode

    def kill(self):
        """kill -9."""
        if self.process and self.process.poll() is None:
            self.process.kill()
        if self.process:
            self.process.wait()

    def __enter__(self):
        return self.start()

    def __exit__(self, kind, *_):
        self.kill() if kind else self.stop()

    def memory(self, line="VmRSS"):
        """Resident memory, in bytes; `VmHWM` for its peak."""
        for text in pathlib.Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if text.startswith(line + ":"):
                return int(text.split()[1]) * 1024
        raise Broken(f"no {line} in /proc")

    def processor_seconds(self):
        """User and system time so far."""
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextlib.contextmanager
def places(engine, folder):
    """Books on an engine, `sqlite` or `postgresql`, with an organisation and an officer."""
    if engine == "sqlite":
        yield Place(folder / "donnees").found()
        return
    with Postgres(folder / "postgresql") as postgres:
        yield Place(folder / "donnees", postgres).found()
