"""BTB's decision: from a case in which all holds, one thing is spoilt at a time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from mocks.core.clock import Period
from mocks.core.errors import Refusal
from mocks.core.identifiers import EnterpriseNumber, Insz
from mocks.csam_btb import errors
from mocks.csam_btb.domain.appointing import ENDING, actor_rules, appointing_rules, why_refused
from mocks.csam_btb.domain.appointments import (
    DOMAIN_LABELS,
    MAIN_POST,
    POSTS,
    Appointment,
    AppointmentNumber,
    Role,
    appointment_facts,
    post_of,
)
from mocks.csam_btb.domain.cases import Case
from mocks.csam_btb.domain.keys import Holder
from mocks.csam_btb.domain.nominations import Nomination
from mocks.csam_btb.domain.representing import Enterprise, Function
from mocks.csam_btb.tests.house import DE_KADE, FATIMA, JAN, STILTE, TOM

TODAY = date(2021, 4, 27)
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
KADE = EnterpriseNumber(DE_KADE)
BESTUURDER = Function(DE_KADE, "Bestuurder", representing=True, period=Period(date(2010, 6, 1)))
TOM_HOLDS = Holder(TOM, "Tom", "Willems", belgian_eid=True, deceased_on=None)


def appointment(insz: Insz, code: str = MAIN_POST.code, **changes: object) -> Appointment:
    """Return an appointment that began a year ago, with changes."""
    usual = {"backup": False, "appointed_on": date(2020, 4, 27), "begin": date(2020, 4, 27)}
    return Appointment(AppointmentNumber(KADE, insz, POSTS[code]), **{**usual, **changes})  # type: ignore[arg-type]  # members


def nomination(code: str = MAIN_POST.code, *, backup: bool = False, **changes: object) -> Nomination:
    """Return the nomination of Tom, with changes."""
    number = AppointmentNumber(KADE, TOM, POSTS[code])
    usual = Nomination(number, backup, "Tom", "Willems", "tom@post.example", "+32 400 00 00 00")
    return replace(usual, **changes)  # type: ignore[arg-type]  # members of a nomination


def by_jan(**changes: object) -> Case:
    """Return the case in which Jan, bestuurder, appoints Tom as the first main access manager."""
    case = Case(
        actor=JAN,
        number=AppointmentNumber(KADE, TOM, MAIN_POST),
        today=TODAY,
        enterprise=Enterprise(KADE, "Theater De Kade vzw"),
        functions=(BESTUURDER,),
        nomination=nomination(),
        appointee=TOM_HOLDS,
    )
    return replace(case, **changes)  # type: ignore[arg-type]  # members of a case


def by_fatima(code: str = "finance", *, backup: bool = False, **changes: object) -> Case:
    """Return the case in which Fatima, main access manager, appoints Tom."""
    filled = nomination(code, backup=backup)
    led = {"appointments": (appointment(FATIMA),), "nomination": filled, "number": filled.number}
    return by_jan(actor=FATIMA, functions=(), **{**led, **changes})


def reason(case: Case) -> type[Exception] | None:
    """Return why a case is refused, or None."""
    assert case.nomination is not None
    refusal = why_refused(case, appointing_rules(case.nomination))
    if refusal is not None:
        assert refusal.sentence.rstrip().endswith((".", ")."))
        assert refusal.sentence.count(". ") >= 1 or ":" in refusal.sentence, "a repair follows the reason"
    return type(refusal) if refusal is not None else None


def test_a_legal_representative_appoints_the_first_main_access_manager() -> None:
    assert reason(by_jan()) is None


def test_a_legal_representative_appoints_himself() -> None:
    own = nomination(given_name="Jan", family_name="Peeters", number=AppointmentNumber(KADE, JAN, MAIN_POST))
    jan = Holder(JAN, "Jan", "Peeters", belgian_eid=True, deceased_on=None)
    assert reason(by_jan(nomination=own, number=own.number, appointee=jan)) is None


@pytest.mark.parametrize("code", DOMAIN_LABELS)
def test_a_main_access_manager_appoints_access_managers_for_every_domain(code: str) -> None:
    assert reason(by_fatima(code)) is None


def test_a_main_access_manager_appoints_another_as_back_up() -> None:
    assert reason(by_fatima(MAIN_POST.code, backup=True)) is None


def test_a_back_up_appoints_as_the_first_does() -> None:
    assert reason(by_fatima(appointments=(appointment(FATIMA, backup=True),))) is None


STOPPED = Enterprise(KADE, "Theater De Kade vzw", stopped_on=TODAY)
HELD = replace(BESTUURDER, through=STILTE)
SPOILT: dict[str, tuple[dict[str, object], type[Exception]]] = {
    "unknown enterprise": ({"enterprise": None}, errors.UnknownEnterprise),
    "whoever acts died today": ({"actor_died": TODAY}, errors.DeceasedActor),
    "no function": ({"functions": ()}, errors.NoFunction),
    "a function that does not represent": (
        {"functions": (replace(BESTUURDER, representing=False),)},
        errors.FunctionDoesNotRepresent,
    ),
    "a function that begins tomorrow": (
        {"functions": (replace(BESTUURDER, period=Period(TOMORROW)),)},
        errors.FunctionNotBegun,
    ),
    "a function that ended yesterday": (
        {"functions": (replace(BESTUURDER, period=Period(date(2010, 6, 1), YESTERDAY)),)},
        errors.FunctionEnded,
    ),
    "held by an unknown enterprise": ({"functions": (HELD,)}, errors.HoldingEnterpriseStopped),
    "held by a stopped enterprise": (
        {"functions": (HELD,), "holders": {STILTE: replace(STOPPED, stopped_on=YESTERDAY)}},
        errors.HoldingEnterpriseStopped,
    ),
    "stopped today": ({"enterprise": STOPPED}, errors.EnterpriseStopped),
    "unknown number": ({"appointee": None}, errors.UnknownAppointee),
    "died today": ({"appointee": replace(TOM_HOLDS, deceased_on=TODAY)}, errors.DeceasedAppointee),
    "another surname": ({"nomination": nomination(family_name="Wilms")}, errors.FamilyNameDiffers),
    "another first name": ({"nomination": nomination(given_name="Tim")}, errors.GivenNameDiffers),
    "appointed already": ({"appointments": (appointment(TOM),)}, errors.AlreadyAppointed),
    "back-up already": ({"appointments": (appointment(TOM, backup=True),)}, errors.AlreadyAppointed),
    "waits already": ({"appointments": (appointment(TOM, begin=None),)}, errors.AlreadyAppointed),
    "somebody else has the post": (
        {"appointments": (appointment(FATIMA),)},
        errors.ReplacementUnconfirmed,
    ),
    "another replacement was confirmed": (
        {"appointments": (appointment(FATIMA),), "nomination": nomination(replaces=JAN)},
        errors.ReplacementUnconfirmed,
    ),
}


@pytest.mark.parametrize("how", SPOILT)
def test_a_legal_representative_is_refused_with_the_reason(how: str) -> None:
    changes, expected = SPOILT[how]
    assert reason(by_jan(**changes)) is expected


ACTORS = {
    "outsider": ((), errors.NotAppointedHere),
    "access manager": ((appointment(FATIMA, "all"),), errors.AccessManagerMayNotAppoint),
    "ended yesterday": ((appointment(FATIMA, end=YESTERDAY),), errors.OwnAppointmentEnded),
    "waiting": ((appointment(FATIMA, begin=None),), errors.OwnAppointmentWaits),
}


@pytest.mark.parametrize("how", ACTORS)
@pytest.mark.parametrize("backup", [True, False])
def test_who_is_no_active_main_access_manager_is_refused_with_the_reason(how: str, backup: bool) -> None:
    appointments, expected = ACTORS[how]
    code = MAIN_POST.code if backup else "finance"
    assert reason(by_fatima(code, backup=backup, appointments=appointments)) is expected


def test_nobody_is_appointed_for_a_stopped_enterprise_by_a_main_access_manager() -> None:
    assert reason(by_fatima(enterprise=STOPPED)) is errors.EnterpriseStopped


def test_the_last_valid_day_of_a_function_and_of_an_appointment_count() -> None:
    until_today = replace(BESTUURDER, period=Period(date(2010, 6, 1), TODAY))
    assert reason(by_jan(functions=(until_today,))) is None
    assert reason(by_fatima(appointments=(appointment(FATIMA, end=TODAY),))) is None


def test_one_good_function_will_do() -> None:
    ended = replace(BESTUURDER, period=Period(date(2000, 1, 1), YESTERDAY))
    assert reason(by_jan(functions=(ended, BESTUURDER))) is None


def test_a_confirmed_replacement_and_an_ended_predecessor_leave_the_post_free() -> None:
    led = (appointment(FATIMA),)
    assert reason(by_jan(appointments=led, nomination=nomination(replaces=FATIMA))) is None
    assert reason(by_jan(appointments=(appointment(FATIMA, end=YESTERDAY),))) is None
    assert reason(by_jan(appointments=(appointment(TOM, end=YESTERDAY),))) is None


def test_each_domain_has_one_access_manager_and_none_stands_in_the_way_of_another() -> None:
    other = appointment(JAN, "mobility")
    assert reason(by_fatima(appointments=(appointment(FATIMA), other))) is None
    same = appointment(JAN, "finance")
    assert reason(by_fatima(appointments=(appointment(FATIMA), same))) is errors.ReplacementUnconfirmed


@pytest.mark.parametrize(
    ("target", "actor", "expected"),
    [
        (appointment(FATIMA), JAN, None),
        (appointment(FATIMA), FATIMA, errors.MayNotEnd),
        (appointment(TOM, backup=True), FATIMA, None),
        (appointment(TOM, "finance"), FATIMA, None),
        (appointment(TOM, "finance"), JAN, None),
        (appointment(TOM, "finance"), TOM, errors.MayNotEnd),
        (appointment(TOM, "finance", end=YESTERDAY), FATIMA, errors.NothingToEnd),
        (appointment(TOM, "finance", begin=None), FATIMA, None),
    ],
)
def test_who_may_end_which_appointment(
    target: Appointment, actor: Insz, expected: type[Exception] | None
) -> None:
    case = by_jan(
        actor=actor,
        number=target.number,
        functions=(BESTUURDER,) if actor == JAN else (),
        appointments=(target, appointment(FATIMA)),
        nomination=None,
    )
    refusal = why_refused(case, ENDING)
    assert (type(refusal) if refusal else None) is expected


def test_an_appointment_in_a_stopped_enterprise_can_still_be_ended() -> None:
    led = appointment(FATIMA)
    assert why_refused(by_jan(number=led.number, appointments=(led,), enterprise=STOPPED), ENDING) is None


def test_the_enterprise_and_the_actor_come_first() -> None:
    case = by_jan(functions=(), appointee=None)
    assert isinstance(why_refused(case, actor_rules(by_legal_representative=True)), errors.NoFunction)
    assert reason(case) is errors.NoFunction


@pytest.mark.parametrize("text", ["", "x", f"{DE_KADE}-{TOM}", f"{TOM}-finance", "-", "--"])
def test_a_text_without_three_parts_names_no_appointment(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        AppointmentNumber.parse(text)
    assert refused.value.status == 400


def test_a_number_is_read_as_it_is_written() -> None:
    written = f"{DE_KADE}-{TOM}-finance"
    assert str(AppointmentNumber.parse(written)) == written
    assert str(AppointmentNumber.parse("0110.041.748-87.10.02-999.62-finance")) == written


def test_there_is_no_such_post() -> None:
    with pytest.raises(errors.UnknownPost, match="main_access_manager, all, employment"):
        post_of("x" * 10_000)


def test_a_main_access_manager_has_every_domain() -> None:
    assert (MAIN_POST.role, MAIN_POST.domain.value) == (Role.MAIN, "all")
    assert appointment_facts(appointment(FATIMA)) == {
        "enterprise_number": DE_KADE,
        "role": "main_access_manager",
        "domain": "all",
        "begin": "2020-04-27",
        "end": None,
        "waiting": False,
    }
