"""The use cases of an administrator: who is one, persons and work relations, and what is refused."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from mocks.core.clock import Period
from mocks.core.errors import Refusal
from mocks.core.identifiers import CouldBeReal, Insz
from mocks.idm import errors
from mocks.idm.backend import Coupling
from mocks.idm.backend.workflow import set_workflow, step, waiting
from mocks.idm.domain.people import Mode, Status, Workflow
from mocks.idm.domain.relations import Category
from mocks.idm.tests.alone import (
    DORA,
    ELS,
    EMAIL,
    FATIMA,
    INES,
    LEERPUNT,
    NOBODY,
    PHONE,
    TODAY,
    TOM,
    WIM,
    IdmAlone,
    stated,
)

TOMORROW = TODAY + timedelta(days=1)
DEPARTMENTS = "Dienstverlener kmo-portefeuille, departementen"


# Persons


def test_a_person_is_added_with_the_data_of_the_register(idm: IdmAlone) -> None:
    with idm.acting() as acting:
        candidate = acting.people.look_up(acting.administrator, ELS)
        assert (candidate.registered.full_name, candidate.known) == ("Els Maes", None)
        acting.people.add(acting.administrator, ELS, "Elsje", "EM", "nieuwe collega")
        file = acting.people.person(acting.administrator, ELS)
    assert (file.person.full_name, file.person.nickname, file.person.initials) == ("Els Maes", "Elsje", "EM")
    assert (file.status, file.relations) == (Status.ACTIVE, ())


@pytest.mark.parametrize(
    ("person", "refusal"),
    [(NOBODY, errors.UnknownPerson), (DORA, errors.PersonDeceased), (Insz("85073003328"), CouldBeReal)],
)
def test_somebody_unknown_deceased_or_real_is_not_added(
    idm: IdmAlone, person: Insz, refusal: type[Refusal]
) -> None:
    with idm.acting() as acting, pytest.raises(refusal):
        acting.people.add(acting.administrator, person)


def test_somebody_is_added_once_for_an_organisation_and_may_come_to_belong_to_another(idm: IdmAlone) -> None:
    with idm.acting() as acting:
        acting.people.add(acting.administrator, ELS, "Elsje")
        with pytest.raises(errors.PersonAlreadyAdded):
            acting.people.add(acting.administrator, ELS)
    with idm.acting(WIM, LEERPUNT) as acting:
        with pytest.raises(errors.PersonNotInIdm) as refused:
            acting.people.person(acting.administrator, ELS)
        assert "Maes" not in refused.value.sentence, "another organisation's people are not told"
        acting.people.add(acting.administrator, ELS)
        assert acting.people.person(acting.administrator, ELS).person.nickname == "Elsje"


def test_reloading_takes_the_new_name_and_the_list_finds_it(idm: IdmAlone) -> None:
    idm.employ(ELS)
    idm.told.person(ELS, "Els", "Zandstra")
    with idm.acting() as acting:
        assert acting.people.reload(acting.administrator, ELS).full_name == "Els Zandstra"
        assert [row.insz for row in acting.people.search(acting.administrator, "zand").items] == [ELS]
        assert acting.people.search(acting.administrator, "maes").items == ()
        with pytest.raises(errors.PersonNotInIdm):
            acting.people.reload(acting.administrator, TOM)


def test_persons_are_sought_by_surname_first_name_or_number(idm: IdmAlone) -> None:
    for person in (ELS, TOM, INES):
        idm.employ(person)
    with idm.acting() as acting:
        sought = {
            text: [row.full_name for row in acting.people.search(acting.administrator, text).items]
            for text in ("", "DUAR", "ines", ELS.display[:8], "niemand", "w")
        }
    assert sought == {
        "": ["Inês Duarte", "Els Maes", "Tom Willems"],
        "DUAR": ["Inês Duarte"],
        "ines": ["Inês Duarte"],
        ELS.display[:8]: ["Els Maes"],
        "niemand": [],
        "w": ["Tom Willems"],
    }


def test_persons_are_compared_right_by_right(idm: IdmAlone) -> None:
    for person in (ELS, TOM):
        idm.grant(idm.employ(person), "Eigen e-loket Gebruiker")
    idm.grant(idm.employ(FATIMA), "KIOSK Aanvrager")
    with idm.acting() as acting:
        found = acting.people.compare(acting.administrator, [ELS, TOM, FATIMA])
        assert [(row.name, row.states, row.differs) for row in found.rows] == [
            ("Eigen e-loket Gebruiker", ("geldig", "geldig", ""), True),
            ("KIOSK Aanvrager", ("", "", "geldig"), True),
        ]
        for few in ([ELS], [ELS, ELS]):
            with pytest.raises(errors.NothingToCompare):
                acting.people.compare(acting.administrator, few)


# The workflow


def test_a_work_relation_waits_until_the_person_is_active(idm: IdmAlone) -> None:
    with idm.visit() as visit:
        set_workflow(visit, Workflow(Mode.STEPPED))
    with idm.acting() as acting:
        acting.people.add(acting.administrator, ELS)
        assert acting.people.person(acting.administrator, ELS).status is Status.PENDING
        with pytest.raises(errors.PersonNotActive):
            acting.couple(ELS)
        assert list(waiting(acting.visit)) == [ELS]
        assert list(step(acting.visit)) == [ELS]
        assert acting.couple(ELS).number.person == ELS
        assert list(step(acting.visit)) == []


def test_a_delayed_workflow_ends_by_the_clock_and_the_statement_says_so(idm: IdmAlone) -> None:
    with idm.visit() as visit:
        set_workflow(visit, Workflow(Mode.DELAY, 3600))
    with idm.acting() as acting:
        acting.people.add(acting.administrator, ELS)
    assert stated(idm, ELS)["status"] == "In afwachting"
    idm.go_to(TODAY, hour=11)
    assert stated(idm, ELS)["status"] == "Actief"


# Work relations


def test_a_person_is_coupled_for_ten_years_without_any_right(idm: IdmAlone) -> None:
    relation = idm.employ(ELS)
    assert relation.period == Period(TODAY, date(2031, 4, 27))
    assert (relation.category, relation.phone, relation.target_group) == (Category.PERMANENT, PHONE, "EA")
    with idm.acting() as acting:
        (file,) = acting.people.person(acting.administrator, ELS).relations
    assert file.rights == ()


@pytest.mark.parametrize(
    ("coupling", "refusal"),
    [
        (Coupling(Category.EXTERNAL, "012345678", EMAIL), errors.MalformedPhone),
        (Coupling(Category.EXTERNAL, PHONE, "els"), errors.MalformedEmail),
        (Coupling(Category.EXTERNAL, PHONE, EMAIL, TODAY, date(2031, 4, 28)), errors.WorkRelationTooLong),
        (Coupling(Category.EXTERNAL, PHONE, EMAIL, TOMORROW, TODAY), errors.EndBeforeBegin),
    ],
)
def test_a_coupling_that_does_not_fit_is_refused_also_when_only_checked(
    idm: IdmAlone, coupling: Coupling, refusal: type[Refusal]
) -> None:
    with idm.acting() as acting:
        acting.people.add(acting.administrator, ELS)
        for ask in (acting.relations.check, acting.relations.couple):
            with pytest.raises(refusal):
                ask(acting.administrator, ELS, coupling)


def test_a_coupling_comes_after_the_person_and_once_for_the_same_days(idm: IdmAlone) -> None:
    with idm.acting() as acting, pytest.raises(errors.PersonNotInIdm):
        acting.couple(ELS)
    idm.employ(ELS)
    with idm.acting() as acting, pytest.raises(errors.WorkRelationOverlaps):
        acting.couple(ELS)


def test_checking_a_coupling_writes_nothing(idm: IdmAlone) -> None:
    with idm.acting() as acting:
        acting.people.add(acting.administrator, ELS)
        checked = acting.relations.check(
            acting.administrator, ELS, Coupling(Category.PERMANENT, PHONE, EMAIL)
        )
        assert checked.period.begin == TODAY
        assert acting.people.person(acting.administrator, ELS).relations == ()


def test_extending_takes_the_rights_along_as_far_as_they_may(idm: IdmAlone) -> None:
    with idm.acting() as acting:
        acting.people.add(acting.administrator, ELS)
        relation = acting.couple(ELS, TODAY, date(2022, 1, 1))
        right = acting.grant(relation, "KIOSK Aanvrager")
        revoked = acting.grant(relation, "Eigen e-loket Gebruiker")
        acting.rights.revoke(acting.administrator, revoked.number)
        longer = acting.relations.extend(acting.administrator, relation.number)
        assert longer.end == date(2031, 4, 27)
        assert acting.rights.find(acting.administrator, right.number)[1].end == date(2025, 4, 27)
        assert acting.rights.find(acting.administrator, revoked.number)[1].end == date(2022, 1, 1)
        with pytest.raises(errors.NotLonger):
            acting.relations.extend(acting.administrator, relation.number)


def test_extending_the_rights_alone_is_possible_when_the_work_relation_is_as_long_as_can_be(
    idm: IdmAlone,
) -> None:
    relation = idm.employ(ELS)
    right = idm.grant(relation, "KIOSK Aanvrager", end=date(2022, 1, 1))
    with idm.acting() as acting:
        assert acting.relations.extend(acting.administrator, relation.number).end == relation.end
        assert acting.rights.find(acting.administrator, right.number)[1].end == date(2025, 4, 27)


def test_ending_a_work_relation_ends_its_rights(idm: IdmAlone) -> None:
    relation = idm.employ(ELS)
    right = idm.grant(relation, "KIOSK Aanvrager")
    coming = idm.grant(relation, "Eigen e-loket Gebruiker", begin=date(2022, 1, 1))
    with idm.acting() as acting:
        acting.relations.end(acting.administrator, relation.number, TOMORROW)
        assert acting.rights.find(acting.administrator, right.number)[1].end == TOMORROW
        assert acting.rights.find(acting.administrator, coming.number)[1].revoked_on == TODAY
    idm.go_to(date(2021, 4, 29))
    with idm.acting() as acting, pytest.raises(errors.WorkRelationEnded):
        acting.grant(relation, "KIOSK Aanvrager")


def test_the_work_relation_of_another_organisation_is_not_there(idm: IdmAlone) -> None:
    relation = idm.employ(ELS)
    with idm.acting(WIM, LEERPUNT) as acting:
        with pytest.raises(errors.UnknownWorkRelation):
            acting.relations.end(acting.administrator, relation.number, TOMORROW)
        with pytest.raises(errors.UnknownWorkRelation):
            acting.grant(relation, "KIOSK Aanvrager")
