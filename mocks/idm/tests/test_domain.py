"""Dates, numbers, formats and the catalogue, without Flask and without tables."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from mocks.core.brussels import BRUSSELS
from mocks.core.clock import Period
from mocks.core.errors import Refusal
from mocks.core.identifiers import IdentifierRefusal
from mocks.idm import errors
from mocks.idm.domain.asked import Catalogue
from mocks.idm.domain.catalogue import CATALOGUE, KIOSK_RIGHTS_FROM, RIGHTS, Ground
from mocks.idm.domain.people import Mode, Person, Status, Workflow
from mocks.idm.domain.relations import (
    Category,
    RelationNumber,
    WorkRelation,
    check_longer,
    check_new,
    check_shorter,
    default_end,
)
from mocks.idm.domain.rights import RightNumber
from mocks.idm.domain.tasks import Link
from mocks.idm.tests.alone import DE_KADE, ELS, TODAY

SHIPPED = Catalogue()
NUMBER = RelationNumber(ELS, DE_KADE, 1)


def relation(begin: date, end: date, counter: int = 1) -> WorkRelation:
    number = RelationNumber(ELS, DE_KADE, counter)
    return WorkRelation(number, "EA", Category.PERMANENT, Period(begin, end), None, None)


# Work relations


def test_ten_years_to_the_day_are_allowed() -> None:
    check_new(Period(date(2018, 6, 26), date(2028, 6, 26)), (), TODAY)


def test_ten_years_and_a_day_are_not() -> None:
    with pytest.raises(errors.WorkRelationTooLong, match="26/06/2028"):
        check_new(Period(date(2018, 6, 26), date(2028, 6, 27)), (), TODAY)


def test_the_end_that_the_screen_proposes_is_ten_years_later() -> None:
    assert default_end(date(2018, 6, 26)) == date(2028, 6, 26)
    assert default_end(date(2020, 2, 29)) == date(2030, 2, 28)


def test_an_end_on_the_first_day_is_allowed_and_before_it_is_not() -> None:
    check_new(Period(TODAY, TODAY), (), TODAY)
    with pytest.raises(errors.EndBeforeBegin):
        check_new(Period(TODAY, TODAY - timedelta(days=1)), (), TODAY)


def test_a_work_relation_that_is_over_already_is_refused() -> None:
    with pytest.raises(errors.EndInThePast):
        check_new(Period(date(2019, 1, 1), TODAY - timedelta(days=1)), (), TODAY)


def test_two_work_relations_do_not_share_a_day() -> None:
    known = relation(date(2020, 1, 1), date(2021, 12, 31))
    check_new(Period(date(2022, 1, 1), date(2023, 1, 1)), [known], TODAY)
    with pytest.raises(errors.WorkRelationOverlaps):
        check_new(Period(date(2021, 12, 31), date(2023, 1, 1)), [known], TODAY)


def test_an_extension_counts_its_ten_years_from_today() -> None:
    known = relation(date(2018, 6, 26), date(2028, 6, 26))
    check_longer(known, date(2031, 4, 27), [known], TODAY)
    with pytest.raises(errors.WorkRelationTooLong):
        check_longer(known, date(2031, 4, 28), [known], TODAY)


def test_an_extension_goes_later_and_only_for_what_has_not_ended() -> None:
    known = relation(date(2018, 6, 26), date(2028, 6, 26))
    with pytest.raises(errors.NotLonger):
        check_longer(known, known.end, [known], TODAY)
    over = relation(date(2018, 6, 26), TODAY - timedelta(days=1))
    with pytest.raises(errors.WorkRelationEnded):
        check_longer(over, date(2028, 6, 26), [over], TODAY)


def test_an_extension_does_not_run_into_the_following_work_relation() -> None:
    known, later = relation(TODAY, date(2022, 1, 1)), relation(date(2023, 1, 1), date(2024, 1, 1), 2)
    check_longer(known, date(2022, 12, 31), [known, later], TODAY)
    with pytest.raises(errors.WorkRelationOverlaps):
        check_longer(known, date(2023, 1, 1), [known, later], TODAY)


def test_ending_goes_earlier_and_from_today_on() -> None:
    known = relation(date(2018, 6, 26), date(2028, 6, 26))
    check_shorter(known, TODAY, TODAY)
    with pytest.raises(errors.EndInThePast):
        check_shorter(known, TODAY - timedelta(days=1), TODAY)
    with pytest.raises(errors.NotShorter):
        check_shorter(known, date(2028, 6, 27), TODAY)


def test_the_categories_are_those_of_the_screen() -> None:
    assert [one.value for one in Category] == [
        "Ambtenaar",
        "Vaste Medewerker",
        "Externe medewerker",
        "Occasionele medewerker",
    ]
    assert Category.read(" vaste medewerker ") is Category.PERMANENT
    with pytest.raises(errors.UnknownCategory, match="Vaste Medewerker"):
        Category.read("baas")


# Numbers


def test_the_number_of_a_work_relation_is_read_as_it_is_written() -> None:
    assert RelationNumber.parse(str(NUMBER)) == NUMBER
    assert RelationNumber.parse(f"{ELS}-{DE_KADE}") == NUMBER


@pytest.mark.parametrize(
    ("text", "right", "counters"),
    [
        ("kiosk-aanvrager", "kiosk-aanvrager", (1, 1)),
        ("2-kiosk-aanvrager", "kiosk-aanvrager", (2, 1)),
        ("2-kiosk-aanvrager-3", "kiosk-aanvrager", (2, 3)),
        ("KIOSK Aanvrager", "kiosk-aanvrager", (1, 1)),
        ("1-Dienstverlener kmo-portefeuille, departementen-2", "dienstverlener-departementen", (1, 2)),
    ],
)
def test_the_number_of_a_right_is_read_with_and_without_counters(
    text: str, right: str, counters: tuple[int, int]
) -> None:
    found = RightNumber.parse(f"{ELS}-{DE_KADE}-{text}")
    assert (found.right, (found.relation.counter, found.counter)) == (right, counters)
    assert RightNumber.parse(str(found)) == found


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("", errors.MalformedNumber),
        (f"{ELS}", errors.MalformedNumber),
        (f"{ELS}-{DE_KADE}-0", errors.MalformedNumber),
        (f"{ELS}-{DE_KADE}-1-2", errors.MalformedNumber),
        (f"{DE_KADE}-{ELS}", IdentifierRefusal),
    ],
)
def test_another_text_names_no_work_relation(text: str, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        RelationNumber.parse(text)


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        (f"{ELS}-{DE_KADE}", errors.MalformedNumber),
        (f"{ELS}-{DE_KADE}-onbekend", errors.UnknownRight),
        ("x-y-kiosk-aanvrager", IdentifierRefusal),
        ("-", errors.MalformedNumber),
    ],
)
def test_another_text_names_no_right(text: str, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        RightNumber.parse(text)


# The workflow


@pytest.mark.parametrize(
    ("workflow", "later", "status"),
    [
        (Workflow(Mode.AT_ONCE), 0, Status.ACTIVE),
        (Workflow(Mode.DELAY, 60), 59, Status.PENDING),
        (Workflow(Mode.DELAY, 60), 60, Status.ACTIVE),
        (Workflow(Mode.STEPPED), 10**6, Status.PENDING),
    ],
)
def test_the_mode_of_the_workflow_says_when_somebody_is_active(
    workflow: Workflow, later: int, status: Status
) -> None:
    now = datetime(2021, 4, 27, 9, tzinfo=BRUSSELS)
    person = Person(ELS, "Els", "Maes", None, None, None, None, None, now, workflow.active_from(now))
    assert person.status(now + timedelta(seconds=later)) is status


def test_the_setting_of_the_workflow_is_read_back() -> None:
    for workflow in (Workflow(), Workflow(Mode.DELAY, 5), Workflow(Mode.STEPPED)):
        assert Workflow.of(workflow.setting) == workflow
    assert Workflow.of(None) == Workflow(Mode.AT_ONCE)
    with pytest.raises(errors.MalformedWorkflow):
        Workflow(Mode.DELAY, -1)


# The catalogue


def test_the_catalogue_has_the_rights_of_the_sources_to_the_letter() -> None:
    assert {right.name for right in RIGHTS} == {
        "KIOSK Aanvrager",
        "KIOSK Beoordelaar",
        "SSM Mandaatbeheerder",
        "SSM Mandaatuitvoerder",
        "VLAIO Inkom Gebruiker Nieuw",
        "VLAIO Inkom Gebruiker",
        "Dienstverlener kmo-portefeuille, departementen",
        "Hoofd Lokale beheerder",
        "Lokale beheerder",
        "Eigen e-loket Gebruiker",
    }
    assert len(CATALOGUE) == len(RIGHTS) == len({right.token_code for right in RIGHTS})


def test_a_right_is_found_by_its_key_and_its_name() -> None:
    assert SHIPPED.find("kiosk-aanvrager") is SHIPPED.find("kiosk AANVRAGER")
    with pytest.raises(errors.UnknownRight, match="KIOSK Aanvrager"):
        SHIPPED.find("Toegang tot alles")


def test_the_rights_of_kiosk_are_on_offer_from_half_march_2021() -> None:
    right = SHIPPED.find("KIOSK Aanvrager")
    assert right.available(KIOSK_RIGHTS_FROM)
    assert not right.available(KIOSK_RIGHTS_FROM - timedelta(days=1))


def test_every_right_lasts_no_longer_than_a_work_relation_and_somebody_grants_it() -> None:
    for right in RIGHTS:
        assert 0 < right.most_years <= 10
        assert Ground.LEGAL_REPRESENTATIVE in right.granted_by
        assert right.has_contexts <= right.needs_activation


# Links for self-registration


def test_a_link_says_target_group_and_right() -> None:
    link = Link.read({"dg": "ea", "an": "KIOSK Aanvrager", "ctx": " a , b ", "oc": DE_KADE.display}, SHIPPED)
    assert (link.target_group, link.right, link.contexts) == (
        "EA",
        SHIPPED.find("KIOSK Aanvrager"),
        ("a", "b"),
    )
    assert link.organisation == DE_KADE
    assert Link.read({"dg": "EA", "ec": "KIOSKAanvrager"}, SHIPPED).right == link.right
    assert Link.read({"dg": "EA", "an": "KIOSK"}, SHIPPED, work_relation_only=True).right is None


@pytest.mark.parametrize(
    ("parameters", "refusal"),
    [
        ({"an": "KIOSK Aanvrager"}, errors.MalformedLink),
        ({"dg": "BUR", "an": "KIOSK Aanvrager"}, errors.MalformedLink),
        ({"dg": "EA"}, errors.MalformedLink),
        ({"dg": "EA", "an": "KIOSK Aanvrager", "ec": "KIOSKAanvrager"}, errors.MalformedLink),
        ({"dg": "EA", "an": "niets"}, errors.UnknownRight),
        ({"dg": "LB", "ec": "VLAIOInkomGebruiker"}, errors.UnknownRight),
        ({"dg": "EA", "an": "KIOSK Aanvrager", "oc": "12"}, IdentifierRefusal),
    ],
)
def test_a_link_that_does_not_say_it_is_refused(parameters: dict[str, str], refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        Link.read(parameters, SHIPPED)
