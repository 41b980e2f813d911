"""The rules of concluding a mandate and of changing one: each lets pass and refuses, with its own code."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from mocks.core.clock import Period
from mocks.core.errors import Refusal
from mocks.core.identifiers import Insz
from mocks.ssm.domain import changing, granting
from mocks.ssm.domain.catalogue import CATALOGUE
from mocks.ssm.domain.facts import Organisation, Registered
from mocks.ssm.domain.mandates import Mandate, MandateNumber, Stop
from mocks.ssm.domain.parties import Party, PartyFile
from mocks.ssm.tests.test_domain import CIJFERWIJS, DE_KADE, KIOSK, NOOR, TODAY, TOMORROW, YESTERDAY, mandate

GIVER = PartyFile(DE_KADE, Organisation(str(DE_KADE), "Theater De Kade vzw", "EA", None))
TAKER = PartyFile(CIJFERWIJS, Organisation(str(CIJFERWIJS), "Cijferwijs bv", "EA", None))
GOOD = granting.Case(KIOSK, GIVER, TAKER, Period(TODAY, TODAY), TODAY)


def group(name: str) -> PartyFile:
    """Return De Kade as an organisation of another target group."""
    return PartyFile(DE_KADE, Organisation(str(DE_KADE), "De Kade", name, None))


def stopped(party: Party, day: date) -> PartyFile:
    """Return an organisation that stops on a day."""
    return PartyFile(party, Organisation(str(party), "Gestopt", "EA", day))


def person(died: date | None) -> PartyFile:
    """Return a person who died on a day, or lives."""
    assert isinstance(NOOR.number, Insz)
    return PartyFile(NOOR, person=Registered(NOOR.number, "Noor", "Haddad", died))


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"period": Period(TODAY)},
        {"mandator": person(None)},
        {"holder": person(TOMORROW)},
        {"mandator": stopped(DE_KADE, TOMORROW)},
        {"mandator": group("OV")},
        {"holder": replace(TAKER, organisation=Organisation(str(CIJFERWIJS), "Gemeente", "LB", None))},
        {"between": (mandate(period=Period(date(2021, 4, 1), YESTERDAY)),)},
        {"between": (mandate(period=Period(TOMORROW)),)},
        {"between": (mandate(stop=Stop(None, TODAY)),)},
        {"between": (mandate(type=CATALOGUE["eigen-eloket"]),)},
    ],
)
def test_a_mandate_that_may_be_concluded_passes_every_check(changes: dict[str, object]) -> None:
    granting.check(replace(GOOD, **changes), granting.CONCLUDING)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"today": date(2021, 3, 14)}, "type-not-yet-available"),
        ({"holder": GIVER}, "mandate-to-oneself"),
        ({"mandator": PartyFile(DE_KADE)}, "unknown-organisation"),
        ({"mandator": PartyFile(NOOR)}, "unknown-person"),
        ({"holder": PartyFile(CIJFERWIJS)}, "unknown-organisation"),
        ({"mandator": stopped(DE_KADE, TODAY)}, "organisation-stopped"),
        ({"holder": stopped(CIJFERWIJS, TODAY)}, "organisation-stopped"),
        ({"holder": person(TODAY)}, "person-deceased"),
        ({"mandator": group("LB")}, "local-government-gives-no-mandate"),
        ({"mandator": group("GID")}, "type-not-for-target-group"),
        ({"period": Period(YESTERDAY)}, "begin-in-the-past"),
        ({"period": Period(TOMORROW, TODAY)}, "end-before-begin"),
        ({"between": (mandate(),)}, "mandate-exists"),
        ({"between": (mandate(holder_signature=None),)}, "mandate-exists"),
        ({"between": (mandate(period=Period(date(2021, 4, 1), TODAY)),)}, "mandate-exists"),
        ({"between": (mandate(period=Period(TODAY)),)}, "mandate-exists"),
        ({"room": False}, "too-many-mandates"),
    ],
)
def test_a_mandate_that_may_not_be_concluded_is_refused_with_its_reason(
    changes: dict[str, object], code: str
) -> None:
    with pytest.raises(Refusal) as refused:
        granting.check(replace(GOOD, **changes), granting.CONCLUDING)  # type: ignore[arg-type]
    assert refused.value.code == code


PENDING = mandate(holder_signature=None)
OVER = mandate(period=Period(date(2021, 4, 1), YESTERDAY))
GONE = mandate(stop=Stop(None, TODAY))
MOVING = mandate(successor=MandateNumber(2021, 2))


@pytest.mark.parametrize(
    ("rules", "one", "asked", "code"),
    [
        (changing.SIGNING, PENDING, {}, None),
        (changing.SIGNING, mandate(), {}, "already-signed"),
        (changing.SIGNING, replace(PENDING, stop=Stop(None, TODAY)), {}, "mandate-stopped"),
        (changing.SIGNING, replace(PENDING, period=OVER.period), {}, "mandate-ended"),
        (changing.LENGTHENING, mandate(), {}, None),
        (changing.LENGTHENING, mandate(), {"end": date(2022, 1, 1)}, None),
        (changing.LENGTHENING, mandate(), {"end": date(2021, 12, 31)}, "not-longer"),
        (changing.LENGTHENING, mandate(period=Period(TODAY)), {"end": date(2022, 1, 1)}, "not-longer"),
        (changing.LENGTHENING, PENDING, {}, "not-yet-concluded"),
        (changing.LENGTHENING, MOVING, {}, "transfer-under-way"),
        (changing.LENGTHENING, OVER, {}, "mandate-ended"),
        (changing.LENGTHENING, GONE, {}, "mandate-stopped"),
        (changing.TRANSFERRING, mandate(), {"holder": NOOR}, None),
        (changing.TRANSFERRING, mandate(), {"holder": CIJFERWIJS}, "transfer-to-same-holder"),
        (changing.TRANSFERRING, PENDING, {"holder": NOOR}, "not-yet-concluded"),
        (changing.TRANSFERRING, MOVING, {"holder": NOOR}, "transfer-under-way"),
        (changing.TRANSFERRING, OVER, {"holder": NOOR}, "mandate-ended"),
        (changing.TRANSFERRING, GONE, {"holder": NOOR}, "mandate-stopped"),
        (changing.STOPPING, mandate(), {"conditions_read": True}, None),
        (changing.STOPPING, PENDING, {"conditions_read": True}, None),
        (changing.STOPPING, MOVING, {"conditions_read": True}, None),
        (changing.STOPPING, mandate(), {}, "conditions-not-read"),
        (changing.STOPPING, OVER, {"conditions_read": True}, "mandate-ended"),
        (changing.STOPPING, GONE, {"conditions_read": True}, "mandate-stopped"),
    ],
)
def test_a_change_passes_or_is_refused_with_its_reason(
    rules: tuple[changing.Rule, ...], one: Mandate, asked: dict[str, object], code: str | None
) -> None:
    case = changing.Case(one, CIJFERWIJS, TODAY, **asked)  # type: ignore[arg-type]
    if code is None:
        changing.check(case, rules)
        return
    with pytest.raises(Refusal) as refused:
        changing.check(case, rules)
    assert refused.value.code == code
