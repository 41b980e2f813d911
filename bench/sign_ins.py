"""``make bench``: sign-ins per second beside peers, in one run, the server and its driver on a core each.

Every round drives every contestant once, one after the other, so that what else the machine does falls on
all; of the rounds the median counts.  Of our own the same thousand persons sign in (*warm*), or others each
time (*cold*), of a population that is generated first.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass, field
from pathlib import Path

import jwt

from bench.contestants import PROJECT, Running, floor, ours, peers, running
from bench.driver import Seen, Task
from bench.settling import Crowd, settle

TARGET = 1.5
"""How many times the fastest peer is good enough; *Bron*: the project's own aim."""

OURS, COLD = "proefloket", "proefloket, cold"

LONGEST_FILLING = 60.0
"""Seconds that a server gets to do as many sign-ins as the others, before its memory is read."""

MOST_BUSY = 0.9
"""A driver that computed for more than this share of its time measured itself."""

MOST_FOR_TWO = 1.15
"""Processor time of a sign-in with two workers, beside one."""


class Untrue(Exception):
    """An ID token that does not hold, or a run that says nothing."""


@dataclass
class Measured:
    """What was seen of one contestant.

    Attributes:
        server: the server that runs.
        people: who signs in, round after round.
        rounds: what the driver saw.
        cost: processor milliseconds of the server per sign-in, per round.
        memory: megabytes at the start and after all the sign-ins.
        sign_ins: how many it has done in all.
    """

    name: str
    server: Running
    people: Sequence[Crowd]
    rounds: list[Seen] = field(default_factory=list)
    cost: list[float] = field(default_factory=list)
    memory: tuple[float, float] = (0.0, 0.0)
    sign_ins: int = 0

    @property
    def rate(self) -> float:
        """Sign-ins per second, the median of the rounds."""
        return statistics.median(one.sign_ins / one.seconds for one in self.rounds)

    @property
    def processor(self) -> float:
        """Processor milliseconds of the server per sign-in, the median of the rounds."""
        return statistics.median(self.cost)

    def percentile(self, share: int) -> float:
        """Return within how many milliseconds this share of the sign-ins was whole, in the median round."""
        return statistics.median(
            statistics.quantiles(one.milliseconds, n=100)[share - 1] for one in self.rounds
        )

    def warm_up(self, asked: argparse.Namespace, core: int | None) -> None:
        """Let everybody of the first round sign in once, so that it does not begin cold where it is warm."""
        whole = len(self.people[0]) if len(self.people) == 1 else 0
        self.play(asked, 0, core, sign_ins=max(whole, asked.connections * 20), seconds=0)
        self.cost.pop()

    def play(
        self,
        asked: argparse.Namespace,
        turn: int,
        core: int | None,
        sign_ins: int = 0,
        seconds: float | None = None,
    ) -> Seen:
        """Drive it once; the answers and samples of the ID tokens have been checked.

        Raises:
            Untrue: when the driver was too busy or a token does not hold.
        """
        task = Task(
            flow=self.server.contestant.flow,
            port=self.server.port,
            people=self.people[turn % len(self.people)],
            seconds=asked.seconds if seconds is None else seconds,
            sign_ins=sign_ins,
            connections=asked.connections,
            core=core,
            shuffle=turn,
        )
        before = self.server.processor_seconds()
        done = subprocess.run(  # ourselves
            [sys.executable, "-m", "bench.driver"],
            cwd=PROJECT,
            input=json.dumps(asdict(task)),
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise Untrue(f"{self.name}: {done.stderr.strip().splitlines()[-1]}")
        seen = Seen(**json.loads(done.stdout))
        self.cost.append((self.server.processor_seconds() - before) * 1000 / seen.sign_ins)
        if seen.busy > MOST_BUSY:
            raise Untrue(f"{self.name}: the driver was {seen.busy:.0%} busy, so that it measured itself.")
        _verify(self.server, seen.tokens)
        self.sign_ins += seen.sign_ins
        return seen


def _verify(server: Running, tokens: Sequence[str]) -> None:
    """Check some ID tokens against the keys that their provider publishes."""
    if not server.contestant.keys:
        return
    keys = jwt.PyJWKSet.from_dict(server.key_set())
    for token in tokens:
        kid = jwt.get_unverified_header(token).get("kid")
        try:
            # The clock of the mocks stands in April 2021 for a world, tokens keep the wall's time.
            jwt.decode(
                token,
                keys[kid].key if kid else keys.keys[0].key,
                algorithms=[server.contestant.algorithm],
                options={"verify_aud": False},
            )
        except (jwt.PyJWTError, KeyError) as fault:
            raise Untrue(f"{server.contestant.name}: an ID token does not hold: {fault!r}") from fault


def table(found: Sequence[Measured]) -> list[str]:
    """Return what was seen as lines, the fastest first."""
    lines = [
        f"{'':<28}{'sign-ins/s':>11}{'CPU ms':>8}{'p50 ms':>8}{'p95':>7}{'p99':>7}{'ready s':>9}"
        f"{'MB':>6}{'then':>6}{'after':>8}"
    ]
    for one in sorted(found, key=lambda one: -one.rate):
        lines.append(
            f"{one.name:<28}{one.rate:>11.0f}{one.processor:>8.2f}{one.percentile(50):>8.1f}"
            f"{one.percentile(95):>7.1f}{one.percentile(99):>7.1f}{one.server.seconds:>9.2f}"
            f"{one.memory[0]:>6.0f}{one.memory[1]:>6.0f}{one.sign_ins:>8,}"
        )
    return lines


def verdict(found: Sequence[Measured], own: Measured, ground: Measured) -> tuple[str, int]:
    """Return the line that says whether the target is reached, and the exit code."""
    rivals = [
        one for one in found if one.server.contestant.peer and one.server.contestant.algorithm == "RS256"
    ]
    share = f"{own.rate / ground.rate:.2f} × the floor"
    if not rivals:
        return f"NOT COMPARED: no peer is installed; {share}.", 1
    fastest = max(rivals, key=lambda one: one.rate)
    ratio = own.rate / fastest.rate
    word = "REACHED" if ratio >= TARGET else "NOT REACHED"
    return (
        f"{word}: {ratio:.2f} × the fastest peer ({fastest.name}), aim {TARGET:.2f} ×; {share}.",
        int(ratio < TARGET),
    )


def compare(asked: argparse.Namespace, data: Path, log: Path, warm: Crowd, cold: Sequence[Crowd]) -> int:
    """Measure everybody, print the table and the verdict, and return the exit code."""
    cores = sorted(os.sched_getaffinity(0))
    if len(cores) < 2:
        raise Untrue("the server and its driver want a processor core each, and there is one.")
    with ExitStack() as open_servers:
        found = []
        # A server of its own for who comes cold: they would drive the others out of its memory.
        for contestant in (ours(data), ours(data, COLD), floor(), *peers()):
            server = open_servers.enter_context(running(contestant, cores[:1], log))
            found.append(Measured(contestant.name, server, cold if contestant.name == COLD else [warm]))
        for one in found:
            one.memory = (one.server.megabytes(), 0.0)
            one.warm_up(asked, cores[1])
        for turn in range(asked.rounds):
            for one in found:
                if turn and one.name == OURS:
                    # A statement lapses after five minutes, in which the others had their turns.
                    one.warm_up(asked, cores[1])
                one.rounds.append(one.play(asked, turn + 1, cores[1]))
                sys.stderr.write(".")
        sys.stderr.write("\n")
        for one in found:
            left = asked.full - one.sign_ins
            if left > 0:
                one.play(asked, asked.rounds + 1, cores[1], sign_ins=left, seconds=LONGEST_FILLING)
                one.cost.pop()
            one.memory = (one.memory[0], one.server.megabytes())
        for line in table(found):
            sys.stdout.write(f"{line}\n")
    line, code = verdict(found, found[0], next(one for one in found if one.name == "floor"))
    sys.stdout.write(f"{line}\n")
    return code


def compare_workers(asked: argparse.Namespace, data: Path, log: Path, warm: Crowd) -> int:
    """Compare what a sign-in costs with one worker and with two, print the verdict, return the exit code."""
    cores = sorted(os.sched_getaffinity(0))
    with ExitStack() as open_servers:
        found = []
        for workers in (1, 2):
            contestant = ours(data, f"{workers} worker{'s' if workers > 1 else ''}", workers)
            server = open_servers.enter_context(running(contestant, cores, log))
            found.append(Measured(contestant.name, server, [warm]))
        for one in found:
            one.warm_up(asked, None)
        for turn in range(asked.rounds):
            for one in found:
                one.warm_up(asked, None)
                one.rounds.append(one.play(asked, turn + 1, None))
    ratio = found[1].processor / found[0].processor
    word = "CHEAP" if ratio <= MOST_FOR_TWO else "NOT CHEAP"
    sys.stdout.write(
        f"{word}: with two workers a sign-in takes {ratio:.2f} × the processor time of one, allowed "
        f"{MOST_FOR_TWO:.2f} ×; {found[1].rate / found[0].rate:.2f} × the sign-ins, beside their driver.\n"
    )
    return int(ratio > MOST_FOR_TWO)


def main() -> int:
    """Read the options, measure, and return the exit code."""
    parser = argparse.ArgumentParser(prog="make bench", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--people", type=int, default=100_000, help="persons in the world")
    parser.add_argument("--rounds", type=int, default=5, help="rounds, of which the median counts")
    parser.add_argument("--seconds", type=float, default=5.0, help="of each round")
    parser.add_argument("--connections", type=int, default=16, help="at once")
    parser.add_argument("--full", type=int, default=10_000, help="sign-ins after which memory is read")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="proefloket-bench-") as place:
        folder = Path(place)
        log, data = folder / "log", folder / "data"
        data.mkdir()
        try:
            warm, cold = settle(data, asked.people)
            codes = [compare(asked, data, log, warm, cold), compare_workers(asked, data, log, warm)]
            return max(codes)
        except Untrue as fault:
            sys.stderr.write(f"{fault}\n")
            if log.exists():
                sys.stderr.write("".join(log.read_text(errors="replace").splitlines(keepends=True)[-20:]))
            return 2


if __name__ == "__main__":
    raise SystemExit(main())
