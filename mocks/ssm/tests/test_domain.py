"""Mandates and the rules on them, without Flask and without tables."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from mocks.core.brussels import BRUSSELS
from mocks.core.clock import OPEN_END, Period
from mocks.core.errors import Refusal
from mocks.core.forms import read_date
from mocks.core.identifiers import EnterpriseNumber, Insz, Sex, make_enterprise_number, make_national_number
from mocks.ssm.domain.asked import Catalogue
from mocks.ssm.domain.catalogue import CATALOGUE, TYPES
from mocks.ssm.domain.forms import date_text, read_end
from mocks.ssm.domain.mandates import (
    Creation,
    Frame,
    Mandate,
    MandateNumber,
    Side,
    Signature,
    Status,
    Stop,
)
from mocks.ssm.domain.parties import Kind, Party
from mocks.ssm.domain.statement import mandate_facts

TODAY = date(2021, 4, 27)
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
DE_KADE, CIJFERWIJS = (Party(make_enterprise_number(place)) for place in (1, 2))
NOOR = Party(make_national_number(date(1990, 12, 1), Sex.WOMAN))
SIGNED = Signature(None, date(2021, 4, 1))
KIOSK = CATALOGUE["kiosk"]


def mandate(**changes: object) -> Mandate:
    """Return a mandate that works, but for these changes."""
    whole = Mandate(
        number=MandateNumber(2021, 1),
        type=KIOSK,
        mandator=DE_KADE,
        holder=CIJFERWIJS,
        period=Period(date(2021, 4, 1), date(2021, 12, 31)),
        creation=Creation(None, datetime(2021, 4, 1, 9, tzinfo=BRUSSELS), DE_KADE),
        mandator_signature=SIGNED,
        holder_signature=SIGNED,
    )
    return replace(whole, **changes)  # type: ignore[arg-type]


# Numbers and parties


def test_a_number_is_read_as_it_is_written() -> None:
    number = MandateNumber(2021, 1)
    assert str(number) == "M-2021-000001-43"
    assert MandateNumber.parse(" m-2021-000001-43 ") == number
    assert MandateNumber.parse("M-2021-000001", check_may_lack=True) == number


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1",
        "M-2021-000001",
        "M-2021-000001-44",
        "M-2021-000010-43",
        "M-2012-000001-43",
        "M-2021-000000-44",
    ],
)
def test_a_number_with_a_mistake_is_refused(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        MandateNumber.parse(text)
    assert refused.value.code == "malformed-number"


def test_two_digits_that_change_places_are_always_noticed() -> None:
    for serial in range(1, 999_990, 9973):
        digits = f"{serial:06}"
        for place in range(5):
            swapped = digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :]
            if swapped != digits:
                assert MandateNumber(2021, int(swapped)).check != MandateNumber(2021, serial).check


def test_a_party_is_known_by_the_length_of_its_number() -> None:
    assert (Party.read(DE_KADE.display), DE_KADE.kind) == (DE_KADE, Kind.ORGANISATION)
    assert (Party.read(NOOR.display), NOOR.kind) == (NOOR, Kind.PERSON)
    assert isinstance(Party.read(str(NOOR)).number, Insz)
    assert isinstance(Party.read(str(DE_KADE)).number, EnterpriseNumber)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "malformed-party"),
        ("12345", "malformed-party"),
        ("OVO002949", "no-enterprise-number"),
        ("123456", "no-enterprise-number"),
        ("110041748", "missing-leading-zero"),
        ("0110041749", "wrong-check-digits"),
        ("٠١٢٣٤٥٦٧٨٩", "malformed-party"),
    ],
)
def test_what_is_no_party_is_refused(text: str, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        Party.read(text)
    assert refused.value.code == code


def test_there_is_one_type_per_e_loket() -> None:
    elokets = [eloket for one in TYPES for eloket in one.elokets]
    assert sorted(elokets) == ["eigen-eloket", "kiosk"]
    assert (KIOSK.available(date(2021, 3, 14)), KIOSK.available(date(2021, 3, 15))) == (False, True)
    with pytest.raises(Refusal, match="Kies uit: kiosk"):
        Catalogue().find("onbekend")


def test_dates_are_read_and_shown_as_on_the_screens() -> None:
    assert read_date("27/04/2021") == read_date(" 2021-04-27 ") == TODAY
    assert (date_text(TODAY), date_text(None)) == ("27/04/2021", "onbepaalde duur")
    assert read_end("") is read_end(None) is read_end("31/12/9999") is None


# The status, the frame and the days


@pytest.mark.parametrize(
    ("changes", "status", "works"),
    [
        ({}, Status.ACTIVE, True),
        ({"mandator_signature": None}, Status.WAITS, False),
        ({"holder_signature": None}, Status.WAITS, False),
        ({"period": Period(TODAY, TODAY)}, Status.ACTIVE, True),
        ({"period": Period(date(2021, 4, 1), OPEN_END)}, Status.ACTIVE, True),
        ({"period": Period(date(2021, 4, 1), YESTERDAY)}, Status.ENDED, False),
        ({"period": Period(TOMORROW)}, Status.NOT_BEGUN, False),
        ({"holder_signature": Signature(None, TOMORROW)}, Status.NOT_BEGUN, False),
        ({"stop": Stop(None, TODAY)}, Status.STOPPED, False),
        ({"stop": Stop(None, TOMORROW)}, Status.ACTIVE, True),
        ({"successor": MandateNumber(2021, 2)}, Status.TRANSFER, True),
        ({"successor": MandateNumber(2021, 2), "stop": Stop(None, TODAY)}, Status.STOPPED, False),
        ({"holder_signature": None, "stop": Stop(None, TODAY)}, Status.STOPPED, False),
        ({"holder_signature": None, "period": Period(TODAY, YESTERDAY)}, Status.ENDED, False),
    ],
)
def test_a_mandate_is_what_its_signatures_and_dates_say(
    changes: dict[str, object], status: Status, works: bool
) -> None:
    one = mandate(**changes)
    assert (one.status(TODAY), one.works_on(TODAY)) == (status, works)


@pytest.mark.parametrize(
    ("changes", "giver", "taker"),
    [
        ({}, Frame.ACTIVE, Frame.ACTIVE),
        ({"holder_signature": None}, Frame.WAITING, Frame.TO_SIGN),
        ({"mandator_signature": None}, Frame.TO_SIGN, Frame.WAITING),
        ({"mandator_signature": None, "holder_signature": None}, Frame.TO_SIGN, Frame.TO_SIGN),
        ({"successor": MandateNumber(2021, 2)}, Frame.TRANSFER, Frame.TRANSFER),
        ({"stop": Stop(None, TODAY)}, Frame.PASSED, Frame.PASSED),
        ({"period": Period(date(2021, 4, 1), YESTERDAY)}, Frame.PASSED, Frame.PASSED),
    ],
)
def test_a_mandate_stands_in_one_frame_for_each_party(
    changes: dict[str, object], giver: Frame, taker: Frame
) -> None:
    one = mandate(**changes)
    assert (one.frame(Side.MANDATOR, TODAY), one.frame(Side.HOLDER, TODAY)) == (giver, taker)
    assert giver.label
    assert Frame.read(giver.value) is giver


def test_a_day_in_brussels_decides_also_in_the_year_when_no_day_comes_after() -> None:
    assert mandate(period=Period(date(2021, 4, 1))).until == OPEN_END
    assert mandate(stop=Stop(None, TODAY)).until == YESTERDAY
    assert mandate(stop=Stop(None, date.min)).until == date.min


def test_a_statement_holds_dated_facts_and_nothing_else() -> None:
    pending = mandate(holder_signature=None, mandator=NOOR, period=Period(TODAY))
    assert mandate_facts([pending, mandate(stop=Stop(None, TODAY, "klaar"))]) == {
        "mandates": [
            {
                "number": "M-2021-000001-43",
                "type": "kiosk",
                "type_name": "Dossiers beheren in KIOSK",
                "mandator": str(NOOR),
                "mandator_kind": "person",
                "holder": str(CIJFERWIJS),
                "holder_kind": "organisation",
                "created_on": "2021-04-01",
                "signed_by_mandator_on": "2021-04-01",
                "signed_by_holder_on": None,
                "begin": "2021-04-27",
                "end": None,
                "stopped_on": None,
            },
            {
                "number": "M-2021-000001-43",
                "type": "kiosk",
                "type_name": "Dossiers beheren in KIOSK",
                "mandator": str(DE_KADE),
                "mandator_kind": "organisation",
                "holder": str(CIJFERWIJS),
                "holder_kind": "organisation",
                "created_on": "2021-04-01",
                "signed_by_mandator_on": "2021-04-01",
                "signed_by_holder_on": "2021-04-01",
                "begin": "2021-04-01",
                "end": "2021-12-31",
                "stopped_on": "2021-04-27",
            },
        ]
    }
