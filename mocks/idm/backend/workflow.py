"""The workflow of a person who was added: when "In afwachting" becomes "Actief" in this world."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mocks.core.identifiers import Insz
from mocks.core.visit import Visit
from mocks.idm import store
from mocks.idm.backend.book import Actor, booking
from mocks.idm.domain.history import Action
from mocks.idm.domain.people import Status, Workflow

SETTING = "idm.workflow"
MOST_PER_STEP = 500

WORKFLOW = Actor("", "Werkstroom")


def workflow_of(visit: Visit) -> Workflow:
    """Return how the workflow of this world goes."""
    return Workflow.of(visit.settings.get(SETTING))


def set_workflow(visit: Visit, workflow: Workflow) -> None:
    """Set how the workflow goes for who is added from now on."""
    visit.change_setting(SETTING, workflow.setting)


def waiting(visit: Visit) -> Sequence[Insz]:
    """Return who waits for a step, by number."""
    return store.people.waiting(visit.reading, MOST_PER_STEP)


def step(visit: Visit, insz: Insz | None = None) -> Sequence[Insz]:
    """Let who waits become Actief: one person, or everybody; return who did."""
    stepped = [insz] if insz is not None else list(waiting(visit))
    done = []
    with booking(visit, WORKFLOW) as book:
        for one in stepped:
            person = book.person(one)
            if person.status(book.now) is Status.PENDING:
                store.people.put(book.connection, replace(person, active_from=book.now))
                book.record(Action.PERSON_ACTIVATED, one, None, None, "Status werkstroom: Actief.")
                done.append(one)
    return done
