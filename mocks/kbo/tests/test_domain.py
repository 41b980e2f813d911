"""What an enterprise and a function can be, and which function represents, without Flask or tables."""

from __future__ import annotations

from datetime import date

import pytest

from mocks.core.clock import Period
from mocks.core.identifiers import EnterpriseNumber, IdentifierRefusal, Insz
from mocks.kbo.domain import (
    AT_ONCE,
    FUNCTION_CODES,
    LEGAL_FORMS,
    Coded,
    Delay,
    Denomination,
    Enterprise,
    Function,
    FunctionNumber,
    FunctionType,
    Held,
    Kind,
    Status,
    TargetGroup,
    extract_facts,
    function_code,
    function_facts,
    labelled,
    search_words,
    visible_from,
)
from mocks.kbo.errors import (
    EndBeforeBegin,
    LabelMissing,
    MalformedFunctionNumber,
    PersonRepresented,
    StatusContradicted,
    UnknownFunctionCode,
    UnusableName,
)
from mocks.kbo.tests.alone import CIJFERWIJS, DE_KADE, JAN

ALWAYS = {"10002", "10003", "10004", "10006", "10007", "90001"}


def held(
    code: str,
    holder: Insz | EnterpriseNumber = JAN,
    kind: Kind = Kind.LEGAL_PERSON,
    target_group: TargetGroup = TargetGroup.ENTERPRISE,
    **members: Insz,
) -> Held:
    period = Period(date(2010, 6, 1), date(2021, 4, 27))
    function = Function(FunctionNumber(DE_KADE, holder, code), period, **members)
    return Held(function, kind, target_group)


def an_enterprise(**members: object) -> Enterprise:
    names = (Denomination("De Kade"),)
    return Enterprise(DE_KADE, names, date(1998, 9, 1), **members)  # type: ignore[arg-type]


def test_these_functions_and_no_others_represent_a_legal_person() -> None:
    assert {code for code in FUNCTION_CODES if held(code).representing} == ALWAYS


def test_algemeen_directeur_and_burgemeester_also_represent_a_local_government() -> None:
    local = {
        code for code in FUNCTION_CODES if held(code, target_group=TargetGroup.LOCAL_GOVERNMENT).representing
    }
    assert local == ALWAYS | {"10010", "10011"}


def test_the_owner_also_represents_the_enterprise_of_a_natural_person() -> None:
    natural = {code for code in FUNCTION_CODES if held(code, kind=Kind.NATURAL_PERSON).representing}
    assert natural == ALWAYS | {"10012"}


def test_no_entrepreneurial_skill_represents_anybody() -> None:
    skills = [code for code in FUNCTION_CODES.values() if code.type is FunctionType.SKILL]
    assert [code.code for code in skills] == ["20090"]
    assert not any(
        held(code.code, kind=kind, target_group=group).representing
        for code in skills
        for kind in Kind
        for group in TargetGroup
    )


def test_the_sourced_codes_are_those_of_geef_functies() -> None:
    sourced = {code.code for code in FUNCTION_CODES.values() if code.sourced}
    assert sourced == {"10003", "10005", "10006", "10021", "20090", "90001"}


def test_an_unknown_function_code_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UnknownFunctionCode, match=r"99999.*10006 \(Zaakvoerder\)"):
        function_code("99999")


def test_the_facts_of_a_function_of_a_person() -> None:
    assert function_facts(held("10002")) == {
        "enterprise_number": DE_KADE,
        "code": "10002",
        "label": "Bestuurder",
        "type": 1,
        "representing": True,
        "begin": "2010-06-01",
        "end": "2021-04-27",
        "held_by": "person",
        "through": None,
    }


def test_by_a_function_of_an_enterprise_its_permanent_representative_acts() -> None:
    one = held("10002", holder=CIJFERWIJS, permanent_representative=JAN)
    assert one.function.person == JAN
    assert function_facts(one)["held_by"] == "enterprise"
    assert function_facts(one)["through"] == CIJFERWIJS


def test_by_a_function_of_an_enterprise_without_permanent_representative_nobody_acts() -> None:
    assert held("10002", holder=CIJFERWIJS).function.person is None


def test_a_person_has_no_permanent_representative() -> None:
    with pytest.raises(PersonRepresented):
        held("10002", permanent_representative=JAN)


def test_a_function_may_last_one_day() -> None:
    day = date(2021, 4, 27)
    function = Function(FunctionNumber(DE_KADE, JAN, "10002"), Period(day, day))
    assert function.period.holds_on(day)


def test_a_function_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(EndBeforeBegin):
        Function(FunctionNumber(DE_KADE, JAN, "10002"), Period(date(2021, 4, 27), date(2021, 4, 26)))


@pytest.mark.parametrize("holder", [JAN, JAN.display, CIJFERWIJS, CIJFERWIJS.display])
def test_the_number_of_a_function_is_read_in_any_display(holder: str) -> None:
    number = FunctionNumber.parse(f"{DE_KADE.display}-{holder}-10002")
    digits = "".join(sign for sign in holder if sign.isdigit())
    assert str(number) == f"{DE_KADE}-{digits}-10002"


@pytest.mark.parametrize("text", ["", "-", "--", str(DE_KADE), f"{DE_KADE}-10002", f"{DE_KADE}--10002"])
def test_a_number_of_a_function_without_three_parts_is_refused(text: str) -> None:
    with pytest.raises(MalformedFunctionNumber):
        FunctionNumber.parse(text)


@pytest.mark.parametrize("text", [f"{DE_KADE}-abc-10002", f"x-{JAN}-10002", f"{JAN}-{DE_KADE}-10002"])
def test_a_number_of_a_function_with_a_wrong_part_is_refused(text: str) -> None:
    with pytest.raises(IdentifierRefusal):
        FunctionNumber.parse(text)


def test_the_facts_of_an_enterprise() -> None:
    enterprise = an_enterprise(
        status=Status.STOPPED, stopped_on=date(2020, 12, 31), legal_form=Coded("017", LEGAL_FORMS["017"])
    )
    assert extract_facts(enterprise) == {
        "number": DE_KADE,
        "name": "De Kade",
        "names": [{"text": "De Kade", "language": "nl", "type": "001"}],
        "kind": "2",
        "status": "ST",
        "stopped_on": "2020-12-31",
        "legal_situation": {"code": "000", "label": "Normale toestand"},
        "legal_form": {"code": "017", "label": "Vereniging zonder winstoogmerk"},
        "start_date": "1998-09-01",
        "target_group": "EA",
        "address": None,
        "contact": {"phone": None, "email": None, "website": None},
        "foreign_registration": None,
    }


@pytest.mark.parametrize(
    "members",
    [
        {"status": Status.STOPPED},
        {"stopped_on": date(2020, 12, 31)},
        {"status": Status.STOPPED, "stopped_on": date(1998, 8, 31)},
    ],
)
def test_a_status_that_its_dates_contradict_is_refused(members: dict[str, object]) -> None:
    with pytest.raises(StatusContradicted):
        an_enterprise(**members)


def test_a_code_of_a_table_needs_no_label_and_another_does() -> None:
    assert labelled("017", None, LEGAL_FORMS).label == "Vereniging zonder winstoogmerk"
    assert labelled("999", "Iets anders", LEGAL_FORMS) == Coded("999", "Iets anders")
    with pytest.raises(LabelMissing):
        labelled("999", None, LEGAL_FORMS)


def test_a_name_is_searched_for_without_accents_and_capitals() -> None:
    assert search_words("  Théâtre  DE ") == ["theatre", "de"]


@pytest.mark.parametrize(
    "text",
    ["", "  ", "\u0301", "x" * 201, "x" * 10_000, "De\x00Kade", pytest.param("\udc80", id="surrogate")],
)
def test_a_name_that_cannot_be_searched_for_is_refused(text: str) -> None:
    with pytest.raises(UnusableName):
        search_words(text)


@pytest.mark.parametrize(
    ("changed", "seen"),
    [
        (date(2021, 4, 27), date(2021, 4, 28)),  # Tuesday
        (date(2021, 4, 30), date(2021, 5, 1)),  # Friday
        (date(2021, 5, 1), date(2021, 5, 4)),  # Saturday
        (date(2021, 5, 2), date(2021, 5, 4)),  # Sunday
        (date(2021, 5, 3), date(2021, 5, 4)),  # Monday
    ],
)
def test_others_see_a_change_the_next_day_and_one_of_the_weekend_on_tuesday(
    changed: date, seen: date
) -> None:
    assert visible_from(Delay.REAL, changed) == seen


def test_without_delay_others_see_a_change_at_once() -> None:
    assert visible_from(Delay.NONE, date(2021, 5, 1)) == AT_ONCE
