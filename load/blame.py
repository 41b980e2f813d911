"""Who is to blame: the mocks' own ceiling on this machine, and their own times, beside what was breached.

A slow mock must never be taken for a slow KIOSK.  So each run first measures how many sign-ins the mocks can
do here, and afterwards asks the mocks themselves how long their answers took: the code that KIOSK hands to
ACM behind the scenes is in there too, which no visitor sees.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from load.measurement import JOURNEY, Measurement
from load.verdict import Breach

MUCH = 0.7
"""The share of the ceiling above which the mocks may themselves have been what was slow (assumed)."""

SLOW_SECONDS = 0.25
"""Above which 95 % of the mocks' own answers may not come, or they are suspect (assumed)."""

REQUESTS_OF_A_SIGN_IN = 3
"""Authorization, token and userinfo."""

TESTED = frozenset({"kiosk", "kiosk-oud"})
"""The e-lokets that a target may stand in for; every other system is a mock."""

_BUCKET = re.compile(r"^proefloket_request_seconds_bucket\{([^}]*)\} ([0-9.e+]+)$", re.MULTILINE)
_PROCESS = re.compile(r'^proefloket_process_info\{id="([^"]*)"\}', re.MULTILINE)
_LABEL = re.compile(r'(\w+)="([^"]*)"')


class Party(StrEnum):
    """Who is to blame."""

    NOBODY = "niemand"
    TARGET = "KIOSK"
    MOCKS = "de mocks"
    RUN = "de proef zelf"
    UNDECIDED = "niet uit te maken"


@dataclass(frozen=True)
class Ceiling:
    """What the mocks can do on this machine.

    Attributes:
        sign_ins: without pages, per second, as many at a time as keep them busy.
        requests: per second; a sign-in without pages is three.
        milliseconds: within which half of them and 95 % were done, as they then were.
    """

    sign_ins: float
    requests: float
    milliseconds: Mapping[float, float]


def ceiling_of(measurement: Measurement) -> Ceiling:
    """Return the ceiling that a saturating run measured; zero when no sign-in succeeded."""
    done = measurement.requests.get(f"{JOURNEY} sign in without pages")
    seconds = sum(tick.seconds for tick in measurement.ticks)
    if done is None or not seconds:
        return Ceiling(0.0, 0.0, {})
    sign_ins = (done.count - done.failures) / seconds
    return Ceiling(sign_ins, sign_ins * REQUESTS_OF_A_SIGN_IN, done.milliseconds)


class OwnTimes:
    """How long the mocks' answers took by their own clock, in buckets; from ``/metrics``.

    Behind one address several processes may stand, which each count for themselves.
    """

    def __init__(self, *texts: str) -> None:
        """Read what the processes of the mocks exposed, KIOSK left out; the last text of each counts."""
        self._processes: dict[str, Counter[float]] = {}
        for text in texts:
            buckets: Counter[float] = Counter()
            for labels, count in _BUCKET.findall(text):
                told = dict(_LABEL.findall(labels))
                if told["system"] not in TESTED:
                    buckets[float(told["le"])] += int(float(count))
            self._processes["".join(_PROCESS.findall(text))] = buckets

    def within(self, before: OwnTimes, share: float) -> float | None:
        """Return the seconds within which a share (0 to 1) of the answers since ``before`` came.

        Only what is known of a process both then and now is compared.  It is the upper bound of a bucket,
        so that the truth is at most this; None when there were no answers.
        """
        since: Counter[float] = Counter()
        for process in self._processes.keys() & before._processes.keys():
            for bound, count in self._processes[process].items():
                since[bound] += count - before._processes[process][bound]
        total = since[float("inf")]
        if total <= 0:
            return None
        return min(bound for bound, count in since.items() if count >= total * share)


@dataclass(frozen=True)
class Blame:
    """Who is to blame, and on which grounds.

    Attributes:
        party: who.
        sentence: why, in Dutch.
    """

    party: Party
    sentence: str

    @property
    def mocks_acquitted(self) -> bool:
        """Whether the mocks were certainly not what was slow."""
        return self.party in {Party.NOBODY, Party.TARGET}


@dataclass(frozen=True)
class Case:
    """What the blame is drawn from.

    Attributes:
        found: what was breached.
        busiest: the most requests per second.
        ceiling: what the mocks can do here.
        own: the seconds within which 95 % of the mocks' own answers came, when they told.
    """

    found: tuple[Breach, ...]
    busiest: float
    ceiling: Ceiling
    own: float | None

    @property
    def share(self) -> float | None:
        """How much of the ceiling was asked; None without a ceiling."""
        return self.busiest / self.ceiling.requests if self.ceiling.requests else None

    @property
    def failing(self) -> frozenset[str]:
        """The systems with a request that was too slow or wrong; counts say nothing of a system."""
        return frozenset(one.request.partition(" ")[0] for one in self.found if one.what != "count")


_RULES: tuple[tuple[Callable[[Case], bool], Party, str], ...] = (
    (lambda case: case.share is None, Party.UNDECIDED, "Het plafond van de mocks is niet gemeten."),
    (
        lambda case: (case.share or 0.0) > MUCH,
        Party.MOCKS,
        "De mocks zaten tegen hun plafond: deze machine is te klein.",
    ),
    (
        lambda case: case.own is not None and case.own > SLOW_SECONDS,
        Party.MOCKS,
        "De mocks antwoordden zelf traag.",
    ),
    (
        lambda case: bool(case.failing - TESTED - {JOURNEY}),
        Party.MOCKS,
        "Er schieten ook aanvragen aan de mocks zelf tekort.",
    ),
    (
        lambda case: bool(case.failing & TESTED) and case.own is None,
        Party.UNDECIDED,
        "De mocks zeggen hun eigen tijden niet.",
    ),
    (lambda case: bool(case.failing & TESTED), Party.TARGET, "De mocks gaan vrijuit."),
    (lambda case: bool(case.failing), Party.UNDECIDED, "Geen aanvraag schiet tekort, wel het geheel."),
    (lambda case: bool(case.found), Party.RUN, "Er is te weinig gevraagd; van niemand is iets te traag."),
)
"""The grounds in order: first whether the mocks can be trusted at all, then whose requests fall short."""


def blame(case: Case) -> Blame:
    """Say who is to blame, by the first rule that holds."""
    for holds, party, sentence in _RULES:
        if holds(case):
            return Blame(party, f"{sentence} {_grounds(case)}")
    return Blame(Party.NOBODY, _grounds(case))


def _grounds(case: Case) -> str:
    told = [f"Het drukst kwamen {_number(case.busiest)} aanvragen per seconde"]
    if case.share is not None:
        told.append(
            f"het plafond van de mocks hier is {_number(case.ceiling.requests)} per seconde, dat zijn "
            f"{_number(case.ceiling.sign_ins)} aanmeldingen ({case.share * 100:.0f} % gevraagd)"
        )
    if case.own is not None:
        told.append(f"95 % van hun eigen antwoorden kwam binnen {case.own * 1000:.0f} ms")
    return "; ".join(told) + "."


def _number(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")
