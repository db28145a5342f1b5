#!/usr/bin/env python3
"""F-02, S-63: a complaint that was acknowledged survives a power cut.

The books are on an ext4 of their own, in a loop device. At a random moment ext4 is told to stop without flushing its
journal: whatever was not synced is gone, as when the plug is pulled. Pulling takes a moment. An acknowledgement heard
before it began binds; a request under way meanwhile counts as unanswered, whatever its answer; one that was sent after
the cut and acknowledged all the same is a false acknowledgement. Bare SQLite is judged by the same rule beside it.
"""

import argparse
import threading
import time

from bare_writer import Control
from books import Books, check_verify
from disk import disks, why_not
from harness import Place, Progress, Server, Tally, say, workshop
from kill_nine import Sender, judge
from visitors import Visitor, envoi_of, raw_get, reference_of
from volley import Volley

AFTER = 0.2  # Seconds that the clients go on after a cut, at least.


class Witness(Sender):
    """Clients who know when they sent what, and when the answer came."""

    def __init__(self, seed):
        super().__init__(seed)
        self.cut, self.times, self.false, self.turned_away, self.under_way = None, {}, [], 0, 0

    def visit(self):
        begun = time.monotonic()
        page = yield raw_get("/reclamation")
        if page is None or page.status != 200:
            self._away(begun)
            return
        words, files = self.complaint()
        self.sent[words["objet"]] = (envoi_of(page.body), words, files)
        yield from self.send(words["objet"])

    def send(self, subject):
        begun = time.monotonic()
        yield from super().send(subject)
        if subject in self.acknowledged:
            self.times[subject] = (begun, time.monotonic())
        else:
            self._away(begun)

    def _away(self, begun):
        self.turned_away += self.cut is not None and begun > self.cut.ended

    def weigh(self):
        """What was acknowledged in this life, in the light of the cut: it binds, is open again, or is false."""
        for subject in list(self.fresh):
            begun, heard = self.times[subject]
            if heard < self.cut.begun:
                continue
            if begun > self.cut.ended:
                self.false.append(subject)
            self.under_way += 1
            self.fresh.remove(subject)
            del self.acknowledged[subject]
        self.times.clear()


def one_cut(disk, server, witness, longest):
    """Load; then the plug is pulled, the server killed, and the disk plugged in again."""
    witness.cut, before = None, witness.turned_away
    pause = witness.chance.uniform(0.05, longest)

    def execute():
        time.sleep(pause)
        witness.cut = disk.pull()

    over = threading.Event()

    def visits():
        while not over.is_set():
            yield witness.visit()

    def is_over():
        """Some clients must have met the dead disk, however slow the machine is."""
        now, cut = time.monotonic(), witness.cut
        if cut and now > cut.ended + AFTER and (witness.turned_away > before or now > cut.ended + 300 * AFTER):
            over.set()
        return over.is_set()

    executioner = threading.Thread(target=execute)
    executioner.start()
    Volley([server.port], visits(), 8).run(until=is_over)
    executioner.join()
    server.kill()
    disk.unplug()
    disk.plug()
    witness.weigh()


def look_again(server, witness):
    """What was acknowledged before the cut must have its receipt; what was not is sent again."""
    lost, visitor = [], Visitor(server.port)
    for subject in witness.fresh:
        receipt = visitor.get(f"/reclamation/recepisse/{witness.sent[subject][0]}")
        if receipt.status != 200 or subject not in receipt.html or not reference_of(receipt.html):
            lost.append(subject)
    witness.forget_bodies()
    witness.refused.clear()  # A refusal on a dead disk is no fault.
    witness.cut = None
    Volley([server.port], [witness.send(subject) for subject in witness.unanswered], 4).run()
    return lost


def controls(tally, options, folder):
    """Bare SQLite by the same rule, on a disk of its own."""
    for mode, fails in (("NORMAL", True), ("FULL", False)):
        control = Control(mode, options.seed)
        with disks(folder, f"temoin-{mode.lower()}", 512) as disk:
            # One that must lose something may need more cuts, where the machine is slow.
            most = options.control_cuts * (5 if fails else 1)
            while control.cuts < options.control_cuts or (fails and not control.losing and control.cuts < most):
                control.cut(disk)
        if fails:
            tally.check(control.losing > 0, f"the experiment sees losses: bare SQLite, {control}")
        else:
            held = control.announced > 0 and control.lost == 0 and control.false == 0
            tally.check(held, f"the disk keeps what was synced: bare SQLite, {control}", f"{control.false} false")


def run(options, tally, folder):
    controls(tally, options, folder)
    say(f"power is cut {options.cuts} times during intake by 8 clients, 0 to 3 files each; seed {options.seed}")
    witness, progress, lost = Witness(options.seed), Progress("cuts", options.cuts), []
    megabytes = options.megabytes or 1024 + 128 * options.cuts
    with disks(folder, "disque", megabytes) as disk:
        place = Place(disk.root / "donnees").found()
        server = Server(place)
        server.log = folder / "server.log"
        server.scratch = folder / "tmp"
        server.scratch.mkdir()
        server.start()
        for cut in range(1, options.cuts + 1):
            one_cut(disk, server, witness, options.longest)
            server.start()
            lost += look_again(server, witness)
            progress.at(cut, f"{len(witness.acknowledged)} acknowledged, {len(lost)} lost")
        status = server.stop()
        tally.check(not lost, "every acknowledged complaint had its receipt after the cut", f"{len(lost)}: {lost[:5]}")
        said = f"{witness.turned_away} requests were turned away by the dead disk, {witness.under_way} were under way"
        tally.check(witness.turned_away > 0, said)
        tally.check(not witness.false, "nothing that was sent after a cut was acknowledged", witness.false[:5])
        tally.check(not witness.unanswered, "every unanswered complaint was taken when sent again", witness.refused[:2])
        tally.check(disk.free_share() > 0.1, f"the disk was not full: {disk.free_share():.0%} of it are free")
        tally.check(status == 0, "the last server ends with status 0", status)
        judge(tally, witness, Books(place))
        check_verify(tally, place)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cuts", type=int, default=5, help="50 for the whole experiment")
    parser.add_argument("--control-cuts", type=int, default=20, help="cuts of each control")
    parser.add_argument("--longest", type=float, default=1.0, help="seconds of load before a cut, at most")
    parser.add_argument("--megabytes", type=int, help="size of the disk; without, what as many cuts may need")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    options = parser.parse_args()
    tally = Tally()
    with workshop("power-cut") as folder:
        reason = why_not(folder)
        if reason:
            tally.skip("power cut on ext4", reason)
        else:
            run(options, tally, folder)
    tally.finish()


if __name__ == "__main__":
    main()
