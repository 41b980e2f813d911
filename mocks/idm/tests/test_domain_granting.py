"""When a right may be granted, extended and ended, rule by rule."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from mocks.core.clock import Period
from mocks.core.errors import Refusal
from mocks.idm import errors
from mocks.idm.domain.asked import Catalogue
from mocks.idm.domain.facts import Organisation
from mocks.idm.domain.granting import (
    GrantCase,
    check_grant,
    check_longer_right,
    check_shorter_right,
    granted,
)
from mocks.idm.domain.people import Registered
from mocks.idm.domain.relations import Category, RelationNumber, WorkRelation
from mocks.idm.domain.rights import Activation, RightNumber, UserRight, Wish, extended_end
from mocks.idm.tests.alone import DE_KADE, ELS, TODAY

YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
SHIPPED = Catalogue()
NUMBER = RelationNumber(ELS, DE_KADE, 1)
RELATION = WorkRelation(
    NUMBER, "EA", Category.PERMANENT, Period(date(2019, 4, 27), date(2029, 4, 27)), None, None
)
KIOSK = SHIPPED.find("KIOSK Aanvrager")
VLAIO = SHIPPED.find("VLAIO Inkom Gebruiker")
DEPARTMENTS = SHIPPED.find("Dienstverlener kmo-portefeuille, departementen")
ELS_AS_REGISTERED = Registered(ELS, "Els", "Maes", None, "F", belgian_eid=True, deceased_on=None)
CAMPUSES = Activation(DE_KADE, DEPARTMENTS.key, ("Campus Aalst", "Campus Gent"), Period(date(2018, 1, 1)))


def case(wish: Wish | None = None, **changes: Any) -> GrantCase:  # noqa: ANN401
    right_case = GrantCase(
        wish=wish or Wish(KIOSK),
        relation=RELATION,
        organisation=Organisation(DE_KADE, "Theater De Kade vzw", "EA", stopped_on=None),
        person=ELS_AS_REGISTERED,
        activation=None,
        held=(),
        today=TODAY,
    )
    return replace(right_case, **changes)


def until(end: date) -> WorkRelation:
    return replace(RELATION, period=Period(date(2019, 1, 1), end))


def held(begin: date, end: date, **changes: Any) -> UserRight:  # noqa: ANN401
    return replace(UserRight(RightNumber(NUMBER, KIOSK.key, 1), None, (), Period(begin, end)), **changes)


def test_a_right_without_dates_begins_today_and_lasts_as_long_as_it_can() -> None:
    whole = case()
    check_grant(whole)
    assert granted(whole, 1).period == Period(TODAY, date(2025, 4, 27)), "four years, by its own maximum"
    short = case(relation=replace(RELATION, period=Period(TODAY, TOMORROW)))
    assert granted(short, 1).period == Period(TODAY, TOMORROW), "not past the work relation"


def test_a_right_on_a_work_relation_to_come_begins_with_it() -> None:
    coming = case(relation=replace(RELATION, period=Period(TOMORROW, date(2029, 1, 1))))
    check_grant(coming)
    assert coming.begin == TOMORROW


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        (case(relation=until(YESTERDAY)), errors.WorkRelationEnded),
        (case(today=date(2021, 3, 14)), errors.RightNotYetAvailable),
        (case(Wish(VLAIO), organisation=Organisation(DE_KADE, "X", "LB", None)),
         errors.RightNotForTargetGroup),
        (case(Wish(DEPARTMENTS, contexts=("Campus Aalst",))), errors.RightNotActivated),
        (case(Wish(DEPARTMENTS, contexts=("Campus Aalst",)),
              activation=replace(CAMPUSES, period=Period(date(2018, 1, 1), YESTERDAY))),
         errors.RightNotActivated),
        (case(person=replace(ELS_AS_REGISTERED, belgian_eid=False)), errors.BelgianEidNeeded),
        (case(Wish(KIOSK, profile="baas")), errors.UnknownProfile),
        (case(Wish(SHIPPED.find("VLAIO Inkom Gebruiker Nieuw"), profile="baas")), errors.UnknownProfile),
        (case(Wish(KIOSK, contexts=("Campus Aalst",))), errors.UnknownContext),
        (case(Wish(DEPARTMENTS), activation=CAMPUSES), errors.ContextMissing),
        (case(Wish(DEPARTMENTS, contexts=("Campus Mars",)), activation=CAMPUSES), errors.UnknownContext),
        (case(Wish(KIOSK, begin=YESTERDAY)), errors.RightBeginsInThePast),
        (case(Wish(KIOSK, begin=TOMORROW, end=TODAY)), errors.EndBeforeBegin),
        (case(Wish(KIOSK, begin=TODAY),
              relation=replace(RELATION, period=Period(TOMORROW, date(2029, 1, 1)))),
         errors.RightBeforeWorkRelation),
        (case(Wish(KIOSK, end=date(2029, 4, 28))), errors.RightPastWorkRelation),
        (case(Wish(KIOSK, end=date(2025, 4, 28))), errors.RightTooLong),
        (case(held=(held(date(2021, 4, 1), TODAY),)), errors.RightAlreadyGranted),
    ],
    ids=lambda value: value.code if isinstance(value, type) and issubclass(value, Refusal) else "",
)  # fmt: skip
def test_every_rule_of_granting_refuses_with_its_own_reason(wrong: GrantCase, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        check_grant(wrong)


@pytest.mark.parametrize(
    "right_case",
    [
        case(Wish(KIOSK, end=date(2025, 4, 27))),
        case(Wish(KIOSK, begin=TOMORROW, end=TOMORROW)),
        case(today=date(2021, 3, 15)),
        case(Wish(DEPARTMENTS, contexts=("Campus Gent",)), activation=CAMPUSES),
        case(
            Wish(SHIPPED.find("VLAIO Inkom Gebruiker Nieuw")),
            person=replace(ELS_AS_REGISTERED, belgian_eid=False),
        ),
        case(held=(held(date(2021, 4, 1), YESTERDAY),)),
        case(held=(held(date(2021, 4, 1), date(2024, 1, 1), revoked_on=TODAY),)),
        case(Wish(KIOSK, end=date(2023, 1, 1)), held=(held(date(2023, 1, 2), date(2024, 1, 1)),)),
    ],
)
def test_what_stays_within_the_rules_is_granted(right_case: GrantCase) -> None:
    check_grant(right_case)


def test_the_only_profile_is_chosen_by_itself_and_contexts_stand_in_the_order_of_the_list() -> None:
    wish = Wish(DEPARTMENTS, contexts=("Campus Gent", "Campus Aalst", "Campus Gent"))
    right = granted(case(wish, activation=CAMPUSES), 1)
    assert (right.profile, right.contexts) == (
        "dienstverlener kmo-portefeuille",
        ("Campus Aalst", "Campus Gent"),
    )


# Valid or not


def test_the_last_valid_day_counts_and_the_day_after_does_not() -> None:
    right = held(TODAY, TODAY)
    assert right.holds_on(TODAY)
    assert not right.holds_on(TOMORROW)
    assert not right.holds_on(YESTERDAY)


def test_a_revoked_right_gives_nothing_from_that_day_on() -> None:
    right = held(YESTERDAY, TOMORROW, revoked_on=TODAY)
    assert right.holds_on(YESTERDAY)
    assert not right.holds_on(TODAY)
    assert right.state(TODAY) == "ingetrokken"


# Extending and ending


def test_an_extension_is_bounded_by_the_work_relation_and_by_the_right_itself_from_today() -> None:
    right = held(date(2020, 1, 1), date(2022, 1, 1))
    check_longer_right(right, RELATION, date(2025, 4, 27), TODAY, [right])
    with pytest.raises(errors.RightTooLong):
        check_longer_right(right, RELATION, date(2025, 4, 28), TODAY, [right])
    short = replace(RELATION, period=Period(date(2020, 1, 1), date(2023, 1, 1)))
    with pytest.raises(errors.RightPastWorkRelation):
        check_longer_right(right, short, date(2023, 1, 2), TODAY, [right])


@pytest.mark.parametrize(
    ("right", "refusal"),
    [
        (held(date(2020, 1, 1), YESTERDAY), errors.RightEnded),
        (held(date(2020, 1, 1), date(2022, 1, 1), revoked_on=YESTERDAY), errors.RightRevoked),
        (held(date(2020, 1, 1), date(2024, 1, 1)), errors.NotLonger),
    ],
)
def test_nothing_is_extended_that_ended_was_revoked_or_lasts_longer(
    right: UserRight, refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal):
        check_longer_right(right, RELATION, date(2023, 1, 1), TODAY, [right])


def test_an_extension_stops_before_the_same_right_granted_anew() -> None:
    right = held(date(2020, 1, 1), date(2022, 1, 1))
    later = replace(held(date(2023, 1, 1), date(2024, 1, 1)), number=RightNumber(NUMBER, KIOSK.key, 2))
    with pytest.raises(errors.RightAlreadyGranted):
        check_longer_right(right, RELATION, date(2023, 1, 1), TODAY, [right, later])
    assert extended_end(right, RELATION.end, TODAY, [right, later]) == date(2022, 12, 31)


def test_ending_goes_earlier_and_from_today_on() -> None:
    right = held(date(2020, 1, 1), date(2022, 1, 1))
    check_shorter_right(right, TODAY, TODAY)
    with pytest.raises(errors.EndInThePast):
        check_shorter_right(right, YESTERDAY, TODAY)
    with pytest.raises(errors.NotShorter):
        check_shorter_right(right, date(2022, 1, 2), TODAY)
