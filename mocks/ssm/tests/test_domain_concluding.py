"""Who may conclude for a party: every check lets pass and refuses, with its own code."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from mocks.core.clock import OPEN_END, Period
from mocks.core.errors import Refusal
from mocks.core.identifiers import Insz, Sex, make_enterprise_number, make_national_number
from mocks.ssm.domain.agents import Case, Ground
from mocks.ssm.domain.concluding import ALWAYS, RULES, agent, why_not
from mocks.ssm.domain.facts import Employment, Function, Organisation, Registered, UserRight, WorkRelation
from mocks.ssm.domain.parties import Party, PartyFile

TODAY = date(2021, 4, 27)
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
JAN = make_national_number(date(1968, 11, 23), Sex.MAN)
TOM = make_national_number(date(1987, 10, 2), Sex.MAN)
DE_KADE, HOLDING = make_enterprise_number(1), make_enterprise_number(2)
ALWAYS_VALID = Period(date(2010, 1, 1))

DE_KADE_FILE = PartyFile(Party(DE_KADE), Organisation(DE_KADE, "Theater De Kade vzw", "EA", None))
PERSON = Registered(JAN, "Jan", "Peeters", None)
FUNCTION = Function(DE_KADE, "Bestuurder", representing=True, period=ALWAYS_VALID)
RIGHT = UserRight("SSM Mandaatbeheerder", ALWAYS_VALID)
ENDED_RIGHT = replace(RIGHT, period=Period(date(2010, 1, 1), YESTERDAY))
RELATION = WorkRelation(DE_KADE, ALWAYS_VALID, (RIGHT,))


def case(**changes: object) -> Case:
    """Return the case of Jan and De Kade, with neither function nor work relation, but for these changes."""
    whole = Case(JAN, PERSON, DE_KADE_FILE, (), {}, None, TODAY)
    return replace(whole, **changes)  # type: ignore[arg-type]


def with_function(**changes: object) -> Case:
    """Return a case with one function."""
    return case(functions=(replace(FUNCTION, **changes),))  # type: ignore[arg-type]


def with_right(relation: WorkRelation = RELATION, *, active: bool = True, **changes: object) -> Case:
    """Return a case with one work relation and one right."""
    right = replace(RIGHT, **changes)  # type: ignore[arg-type]
    return case(employment=Employment(active, (replace(relation, rights=(right,)),)))


def with_rights(*rights: UserRight) -> Case:
    """Return a case with one work relation and several rights."""
    return case(employment=Employment(active=True, relations=(replace(RELATION, rights=rights),)))


def held_by(organisation: Organisation | None) -> Case:
    """Return a case with a function that an enterprise holds."""
    return replace(with_function(through=str(HOLDING)), holders={str(HOLDING): organisation})


def for_person(actor: Insz, party: Insz) -> Case:
    """Return the case of somebody and a natural person."""
    return case(insz=actor, file=PartyFile(Party(party), person=PERSON))


STOPPED = PartyFile(Party(DE_KADE), Organisation(DE_KADE, "De Kade", "EA", TODAY))
STOPS = PartyFile(Party(DE_KADE), Organisation(DE_KADE, "De Kade", "EA", TOMORROW))
HOLDER = Organisation(HOLDING, "Houdster nv", "EA", None)


@pytest.mark.parametrize(
    ("made", "ground"),
    [
        (with_function(), Ground.LEGAL_REPRESENTATIVE),
        (with_function(period=Period(TODAY, TODAY)), Ground.LEGAL_REPRESENTATIVE),
        (with_function(period=Period(TODAY, OPEN_END)), Ground.LEGAL_REPRESENTATIVE),
        (replace(with_function(), file=STOPS), Ground.LEGAL_REPRESENTATIVE),
        (held_by(HOLDER), Ground.LEGAL_REPRESENTATIVE),
        (with_right(), Ground.MANDATE_MANAGER),
        (with_right(period=Period(TODAY, TODAY)), Ground.MANDATE_MANAGER),
        (with_right(revoked_on=TOMORROW), Ground.MANDATE_MANAGER),
        (with_rights(ENDED_RIGHT, RIGHT), Ground.MANDATE_MANAGER),
        (replace(with_right(), functions=(replace(FUNCTION, representing=False),)), Ground.MANDATE_MANAGER),
        (for_person(JAN, JAN), Ground.ONESELF),
        (case(insz=JAN, file=PartyFile(Party(JAN), person=PERSON)), Ground.ONESELF),
    ],
)
def test_who_may_conclude_does_so_on_a_ground(made: Case, ground: Ground) -> None:
    found = agent(made)
    assert (found.ground, found.insz, found.party) == (ground, JAN, made.file.party)
    assert ground.label


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda: case(person=None), "unknown-person"),
        (lambda: replace(with_function(), person=replace(PERSON, deceased_on=TODAY)), "person-deceased"),
        (lambda: case(file=PartyFile(Party(DE_KADE))), "unknown-organisation"),
        (lambda: replace(with_function(), file=STOPPED), "organisation-stopped"),
        (lambda: for_person(JAN, TOM), "not-this-person"),
        (case, "nothing-with-organisation"),
        (lambda: with_function(representing=False), "function-does-not-represent"),
        (lambda: with_function(period=Period(TOMORROW)), "function-not-begun"),
        (lambda: with_function(period=Period(date(2010, 1, 1), YESTERDAY)), "function-ended"),
        (lambda: held_by(None), "holding-enterprise-stopped"),
        (lambda: held_by(replace(HOLDER, stopped_on=TODAY)), "holding-enterprise-stopped"),
        (lambda: case(employment=Employment(active=True)), "nothing-with-organisation"),
        (lambda: with_right(active=False), "not-active-in-idm"),
        (lambda: with_right(name="KIOSK Aanvrager"), "right-missing"),
        (lambda: with_right(name="SSM Mandaatuitvoerder"), "right-missing"),
        (lambda: with_right(revoked_on=TODAY), "right-revoked"),
        (lambda: with_right(period=Period(date(2020, 1, 1), YESTERDAY)), "right-not-valid"),
        (lambda: with_right(period=Period(TOMORROW)), "right-not-valid"),
        (lambda: with_rights(replace(RIGHT, revoked_on=TODAY), ENDED_RIGHT), "right-not-valid"),
        (
            lambda: with_right(replace(RELATION, period=Period(date(2010, 1, 1), YESTERDAY))),
            "work-relation-not-valid",
        ),
        (lambda: with_right(replace(RELATION, period=Period(TOMORROW))), "work-relation-not-valid"),
    ],
)
def test_who_may_not_conclude_is_told_why(make: Callable[[], Case], code: str) -> None:
    with pytest.raises(Refusal) as refused:
        agent(make())
    assert refused.value.code == code
    assert refused.value.sentence.endswith((".", "?"))


def test_the_reason_is_that_of_the_ground_that_came_furthest() -> None:
    both = replace(with_right(revoked_on=TODAY), functions=(replace(FUNCTION, representing=False),))
    with pytest.raises(Refusal) as refused:
        agent(both)
    assert refused.value.code == "right-revoked"


def test_every_check_refuses_something_and_lets_something_pass() -> None:
    passing = {rule for rules in (ALWAYS, *RULES.values()) for rule in rules}
    good = {
        Ground.ONESELF: for_person(JAN, JAN),
        Ground.LEGAL_REPRESENTATIVE: with_function(),
        Ground.MANDATE_MANAGER: with_right(),
    }
    for ground, rules in RULES.items():
        assert why_not(good[ground], (*ALWAYS, *rules)) == (len(ALWAYS) + len(rules), None)
    assert len(passing) == 16
