"""The register as a file: all its lines with how each case was dealt with. Measured, and nothing wanted of it."""

import pathlib
import time

from footprint import MEBIBYTE
from harness import Server, say
from measures import staff_token
from visitors import Visitor


def measure(tally, place, cases):
    """Seconds, lines a second and memory of each format, by a server of which nothing else is asked."""
    for ending in ("csv", "json"):
        with Server(place) as server:
            staff = Visitor(server.port, patience=3_600).sign_in()
            token, before = staff_token(staff), server.memory()
            forget_peak(server)
            begun, busy = time.perf_counter(), server.processor_seconds()
            answer = staff.post(f"/registre/export.{ending}", {"jeton": token})
            seconds = time.perf_counter() - begun
            busy = (server.processor_seconds() - busy) / seconds
            after, most = server.memory(), server.memory("VmHWM")
        lines = count(answer.body, ending) if answer.status == 200 else 0
        tally.check(lines == cases, f"{ending}: all {cases} lines are there", f"{answer.status}, {lines} lines")
        say(
            f"      {ending}: {seconds:.1f} s, {lines / seconds:.0f} lines/s, {len(answer.body) / MEBIBYTE:.1f} MiB; "
            f"processors: server {busy:.2f}; resident memory: {before / MEBIBYTE:.0f} MiB before, "
            f"{most / MEBIBYTE:.0f} at most, {after / MEBIBYTE:.0f} after"
        )


def forget_peak(server):
    """What the sign-in took, which is more than a page does, is no part of the export's (proc_pid_clear_refs(5))."""
    pathlib.Path(f"/proc/{server.process.pid}/clear_refs").write_text("5")


def count(body, ending):
    """How many lines there are; nothing that the cases of the measure hold ends a row early."""
    return body.count(b"\r\n") - 1 if ending == "csv" else body.count(b'"reference":')
