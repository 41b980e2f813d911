"""The verdict: each rule with what it lets pass and what it stops."""

from __future__ import annotations

from dataclasses import replace

import pytest

from load.measurement import Measured
from load.verdict import FAILED, PASSED, Breach, Target, Targets, breaches, exit_code

DOSSIERS = "kiosk GET /dossiers"
FAST = dict.fromkeys((50.0, 75.0, 90.0, 95.0, 99.0, 100.0), 100.0)
GOOD = Measured(100, 1, FAST)
TARGETS = Targets(
    {DOSSIERS: Target({95.0: 100.0, 99.0: 100.0}, errors=0.01, minimum=100)}, Target({95.0: 100.0}, 0.01)
)


GOOD_ENOUGH = Measured(100, 0, FAST)


def found(measured: Measured) -> tuple[Breach, ...]:
    return breaches(TARGETS, {DOSSIERS: measured})


def test_what_is_exactly_good_enough_passes() -> None:
    assert breaches(TARGETS, {DOSSIERS: GOOD}) == ()
    assert exit_code(()) == PASSED


@pytest.mark.parametrize(
    ("measured", "breach"),
    [
        (replace(GOOD_ENOUGH, count=99), Breach(DOSSIERS, "count", 100, 99)),
        (replace(GOOD_ENOUGH, failures=2), Breach(DOSSIERS, "errors", 0.01, 0.02)),
        (replace(GOOD_ENOUGH, milliseconds={**FAST, 95.0: 101.0}), Breach(DOSSIERS, "p95", 100.0, 101.0)),
        (replace(GOOD_ENOUGH, milliseconds={**FAST, 99.0: 130.0}), Breach(DOSSIERS, "p99", 100.0, 130.0)),
    ],
    ids=lambda value: getattr(value, "what", ""),
)
def test_what_is_just_not_good_enough_is_one_breach(measured: Measured, breach: Breach) -> None:
    assert found(measured) == (breach,)
    assert exit_code((breach,)) == FAILED


def test_every_breach_is_told_and_not_only_the_first() -> None:
    told = found(Measured(50, 5, dict.fromkeys(FAST, 900.0)))
    assert [one.what for one in told] == ["count", "errors", "p95", "p99"]


def test_a_request_that_was_never_made_is_a_breach() -> None:
    others = {"kiosk GET /": GOOD}
    assert breaches(TARGETS, others) == (Breach(DOSSIERS, "count", 100, 0),)


def test_a_run_that_made_no_request_fails_even_without_targets() -> None:
    assert breaches(Targets({}, Target()), {}) == (Breach("", "count", 1, 0),)
    assert breaches(Targets({}, Target()), {"x": Measured(1, 0, FAST)}) == ()


def test_a_request_without_a_target_of_its_own_has_the_common_one() -> None:
    measured = {DOSSIERS: GOOD, "kiosk GET /": Measured(1, 0, {**FAST, 95.0: 400.0})}
    assert breaches(TARGETS, measured) == (Breach("kiosk GET /", "p95", 100.0, 400.0),)


def test_the_common_target_asks_no_request_that_nobody_makes() -> None:
    targets = Targets({}, Target(minimum=10))
    assert breaches(targets, {"kiosk GET /": Measured(1, 0, FAST)}) == ()


@pytest.mark.parametrize(
    ("breach", "sentence"),
    [
        (Breach(DOSSIERS, "count", 5, 0), f"{DOSSIERS}: nooit gedaan, gevraagd minstens 5."),
        (Breach(DOSSIERS, "count", 5, 2), f"{DOSSIERS}: 2 keer gedaan, gevraagd minstens 5."),
        (Breach(DOSSIERS, "errors", 0.01, 0.032), f"{DOSSIERS}: 3,20 % fout, gevraagd hoogstens 1,00 %."),
        (Breach(DOSSIERS, "p95", 100, 230), f"{DOSSIERS}: p95 is 230 ms, gevraagd hoogstens 100 ms."),
        (Breach("", "count", 1, 0), "Er is geen enkele aanvraag gedaan: deze proef bewijst niets."),
    ],
)
def test_a_breach_says_what_was_asked_and_what_was_found(breach: Breach, sentence: str) -> None:
    assert breach.sentence == sentence
