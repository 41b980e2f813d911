"""Who is to blame: a slow mock is never taken for a slow KIOSK, nor the other way round."""

from __future__ import annotations

import pytest

from load.blame import Blame, Case, Ceiling, OwnTimes, Party, blame, ceiling_of
from load.measurement import Measured, Measurement, Tick
from load.verdict import Breach

CEILING = Ceiling(33.3, 100.0, {50.0: 20.0, 95.0: 60.0})
SLOW_KIOSK = (Breach("kiosk GET /dossiers", "p95", 1000, 2000), Breach("journey x", "p95", 8000, 9000))
SLOW_ACM = (Breach("acm GET /op/v1/auth", "p95", 1000, 2000),)
TOO_FEW = (Breach("kiosk GET /dossiers", "count", 100, 2),)


@pytest.mark.parametrize(
    ("found", "busiest", "own", "party"),
    [
        ((), 3.0, 0.05, Party.NOBODY),
        (SLOW_KIOSK, 3.0, 0.05, Party.TARGET),
        (SLOW_KIOSK, 70.0, 0.25, Party.TARGET),
        (SLOW_KIOSK, 71.0, 0.05, Party.MOCKS),
        (SLOW_KIOSK, 3.0, 0.5, Party.MOCKS),
        (SLOW_KIOSK, 3.0, None, Party.UNDECIDED),
        ((*SLOW_KIOSK, *SLOW_ACM), 3.0, 0.05, Party.MOCKS),
        (SLOW_KIOSK[1:], 3.0, 0.05, Party.UNDECIDED),
        (TOO_FEW, 3.0, 0.05, Party.RUN),
        ((Breach("", "count", 1, 0),), 0.0, None, Party.RUN),
        ((), 90.0, 0.05, Party.MOCKS),
    ],
)
def test_the_blame_follows_from_breaches_ceiling_and_own_times(
    found: tuple[Breach, ...], busiest: float, own: float | None, party: Party
) -> None:
    told = blame(Case(found, busiest, CEILING, own))
    assert told.party is party
    assert told.mocks_acquitted is (party in {Party.NOBODY, Party.TARGET})


def test_without_a_ceiling_nobody_is_acquitted() -> None:
    assert blame(Case(SLOW_KIOSK, 3.0, Ceiling(0.0, 0.0, {}), 0.05)).party is Party.UNDECIDED


def test_the_grounds_are_told_with_the_figures() -> None:
    assert blame(Case(SLOW_KIOSK, 3.0, CEILING, 0.05)) == Blame(
        Party.TARGET,
        "De mocks gaan vrijuit. Het drukst kwamen 3,0 aanvragen per seconde; het plafond van de mocks hier "
        "is 100,0 per seconde, dat zijn 33,3 aanmeldingen (3 % gevraagd); "
        "95 % van hun eigen antwoorden kwam binnen 50 ms.",
    )


def test_the_ceiling_counts_only_what_succeeded() -> None:
    ticks = (Tick(2.0, 2.0, 8, 0.0, 90, 270, 10), Tick(4.0, 2.0, 8, 0.0, 110, 330, 10))
    requests = {"journey sign in without pages": Measured(200, 20, {50.0: 30.0})}
    measured = Measurement("ceiling", 1.0, 0.1, "", requests, ticks)
    assert ceiling_of(measured) == Ceiling(45.0, 135.0, {50.0: 30.0})
    assert ceiling_of(Measurement("ceiling", 1.0, 0.1, "")).sign_ins == 0.0


def exposed(system: str, **counts: int) -> str:
    bounds = {"fast": "0.01", "slow": "1.0", "all": "+Inf"}
    return "".join(
        f'proefloket_request_seconds_bucket{{endpoint="x",le="{bounds[name]}",system="{system}"}} {count}.0\n'
        for name, count in counts.items()
    )


def test_the_mocks_own_times_are_those_since_the_run_began() -> None:
    before = OwnTimes(exposed("acm", fast=0, slow=100, all=100))
    after = OwnTimes(exposed("acm", fast=95, slow=200, all=200))
    assert after.within(before, 0.95) == 0.01
    assert after.within(before, 0.96) == 1.0
    assert before.within(before, 0.95) is None


def named(process: str, text: str) -> str:
    return f'proefloket_process_info{{id="{process}"}} 1.0\n{text}'


def test_of_several_processes_behind_one_address_each_is_compared_with_itself() -> None:
    busy, idle, late = "busy", "idle", "late"
    before = OwnTimes(
        named(busy, exposed("acm", fast=900, slow=1000, all=1000)), named(idle, exposed("acm", fast=5, all=5))
    )
    after = OwnTimes(
        named(idle, exposed("acm", fast=15, slow=15, all=15)),
        named(busy, exposed("acm", fast=900, slow=1009, all=1010)),
        named(late, exposed("acm", fast=0, slow=0, all=500)),
    )
    assert after.within(before, 0.5) == 0.01
    assert after.within(before, 0.95) == 1.0
    assert OwnTimes(named(late, exposed("acm", all=5))).within(before, 0.95) is None


def test_what_counts_anew_says_nothing() -> None:
    before = OwnTimes(exposed("acm", fast=90, slow=100, all=100))
    assert OwnTimes(exposed("acm", fast=1, slow=1, all=1)).within(before, 0.95) is None


def test_a_slow_kiosk_is_not_counted_among_the_mocks() -> None:
    nothing = OwnTimes("")
    both = exposed("acm", fast=10, slow=10, all=10) + exposed("kiosk", fast=0, slow=90, all=90)
    assert OwnTimes(both).within(nothing, 0.95) == 0.01
    assert OwnTimes(exposed("kiosk", fast=0, all=90)).within(nothing, 0.95) is None
