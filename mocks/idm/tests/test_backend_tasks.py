"""Self-registration by a link, and what the local administrator does with it."""

from __future__ import annotations

import pytest

from mocks.core.errors import Refusal
from mocks.core.identifiers import EnterpriseNumber, Insz
from mocks.idm import errors
from mocks.idm.backend import History, Request, SelfRegistration, Tasks
from mocks.idm.backend.workflow import set_workflow, step
from mocks.idm.domain.asked import Catalogue
from mocks.idm.domain.history import Action
from mocks.idm.domain.people import Mode, Workflow
from mocks.idm.domain.tasks import Decision, Link, Task
from mocks.idm.tests.alone import (
    DE_KADE,
    DORA,
    ELS,
    EMAIL,
    INES,
    KAPELDORP,
    LEERPUNT,
    NOBODY,
    NOWHERE,
    PHONE,
    STILTE,
    TOM,
    WIM,
    IdmAlone,
)

KIOSK = {"dg": "EA", "an": "KIOSK Aanvrager"}


def ask(
    idm: IdmAlone,
    person: Insz = ELS,
    number: EnterpriseNumber | None = DE_KADE,
    *,
    relation_only: bool = False,
    filled_in: Request | None = None,
) -> Task:
    link = Link.read(KIOSK, Catalogue(), work_relation_only=relation_only)
    request = filled_in or Request(number, PHONE, EMAIL)
    with idm.visit() as visit:
        return SelfRegistration(visit, idm.peers(visit)).request(person, link, request)


def test_a_request_lands_as_a_task_and_accepting_it_couples_and_grants(idm: IdmAlone) -> None:
    task = ask(idm)
    with idm.acting() as acting:
        tasks = Tasks(acting.visit, acting.peers)
        assert [one.title for one in tasks.open(acting.administrator).items] == [
            "Els Maes vraagt het recht ‘KIOSK Aanvrager’"
        ]
        decided = tasks.accept(acting.administrator, task.number)
        assert (decided.decision, decided.decided_by) == (Decision.ACCEPTED, "Jan Peeters")
        (file,) = acting.people.person(acting.administrator, ELS).relations
        assert (file.relation.email, [right.right.name for right in file.rights]) == (
            EMAIL,
            ["KIOSK Aanvrager"],
        )
        assert tasks.open(acting.administrator).items == ()
        with pytest.raises(errors.TaskDecided):
            tasks.refuse(acting.administrator, task.number)
        told = History(acting.visit).of_person(acting.administrator, ELS)
        assert [one.event.action for one in told.items] == [
            Action.REQUEST_ACCEPTED,
            Action.RIGHT_GRANTED,
            Action.COUPLED,
            Action.REQUESTED,
        ]


def test_a_request_for_a_work_relation_only_grants_nothing(idm: IdmAlone) -> None:
    task = ask(idm, relation_only=True)
    with idm.acting() as acting:
        Tasks(acting.visit, acting.peers).accept(acting.administrator, task.number)
        (file,) = acting.people.person(acting.administrator, ELS).relations
    assert file.rights == ()


def test_a_refused_request_gives_nothing_and_may_be_made_again(idm: IdmAlone) -> None:
    task = ask(idm)
    with pytest.raises(errors.RequestAlreadyOpen):
        ask(idm)
    with idm.acting() as acting:
        decided = Tasks(acting.visit, acting.peers).refuse(
            acting.administrator, task.number, "Ik ken u niet."
        )
        assert (decided.decision, decided.answer) == (Decision.REFUSED, "Ik ken u niet.")
        assert acting.people.person(acting.administrator, ELS).relations == ()
    assert ask(idm).number > task.number


@pytest.mark.parametrize(
    ("person", "number", "refusal"),
    [
        (ELS, NOWHERE, errors.UnknownOrganisation),
        (ELS, STILTE, errors.OrganisationStopped),
        (ELS, KAPELDORP, errors.RightNotForTargetGroup),
        (ELS, None, errors.MalformedLink),
        (NOBODY, DE_KADE, errors.UnknownPerson),
        (DORA, DE_KADE, errors.PersonDeceased),
    ],
)
def test_a_request_that_nobody_could_accept_is_refused(
    idm: IdmAlone, person: Insz, number: EnterpriseNumber | None, refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal):
        ask(idm, person, number)


def test_an_organisation_without_local_administrator_takes_no_request(idm: IdmAlone) -> None:
    idm.told.functions.clear()
    idm.told.appointments.clear()
    idm.told.version += 1
    with pytest.raises(errors.NoLocalAdministrator):
        ask(idm)


def test_a_request_that_cannot_be_granted_stays_open_and_couples_nobody(idm: IdmAlone) -> None:
    task = ask(idm, INES)
    with idm.acting() as acting:
        tasks = Tasks(acting.visit, acting.peers)
        with pytest.raises(errors.BelgianEidNeeded):
            tasks.accept(acting.administrator, task.number)
        assert tasks.find(acting.administrator, task.number).decision is Decision.OPEN
        assert acting.people.person(acting.administrator, INES).relations == ()


def test_a_request_waits_for_the_workflow_of_the_person(idm: IdmAlone) -> None:
    with idm.visit() as visit:
        set_workflow(visit, Workflow(Mode.STEPPED))
    task = ask(idm)
    with idm.acting() as acting:
        tasks = Tasks(acting.visit, acting.peers)
        with pytest.raises(errors.PersonNotActive):
            tasks.accept(acting.administrator, task.number)
        step(acting.visit)
        tasks.accept(acting.administrator, task.number)


def test_the_tasks_of_another_organisation_are_not_there(idm: IdmAlone) -> None:
    task = ask(idm)
    with idm.acting(WIM, LEERPUNT) as acting:
        tasks = Tasks(acting.visit, acting.peers)
        assert tasks.open(acting.administrator).items == ()
        for number in (task.number, 0, 10**12):
            with pytest.raises(errors.UnknownTask):
                tasks.accept(acting.administrator, number)


def test_an_access_manager_of_another_domain_does_not_accept(idm: IdmAlone) -> None:
    task = ask(idm)
    idm.told.appointment(TOM, DE_KADE, "access_manager", "mobility")
    with idm.acting(TOM) as acting, pytest.raises(errors.WrongDomain):
        Tasks(acting.visit, acting.peers).accept(acting.administrator, task.number)


@pytest.mark.parametrize(
    ("filled_in", "refusal"),
    [
        (Request(DE_KADE, "012", EMAIL), errors.MalformedPhone),
        (Request(DE_KADE, PHONE, "els"), errors.MalformedEmail),
        (Request(DE_KADE, PHONE, EMAIL, "x" * 201), errors.UnreadableText),
    ],
)
def test_what_was_filled_in_has_to_be_right(
    idm: IdmAlone, filled_in: Request, refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal):
        ask(idm, filled_in=filled_in)
