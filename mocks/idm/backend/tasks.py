"""Tasks of local administrators, and the self-registration from which they come."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from mocks.core.forms import read_email, read_line
from mocks.core.identifiers import EnterpriseNumber, Insz
from mocks.core.visit import Visit
from mocks.idm import store
from mocks.idm.backend.administrators import Administrators
from mocks.idm.backend.book import Actor, Book, booking
from mocks.idm.backend.history import read_number
from mocks.idm.backend.people import registered_person
from mocks.idm.backend.relations import Coupling, couple_in
from mocks.idm.backend.rights import grant_in
from mocks.idm.backend.workflow import workflow_of
from mocks.idm.domain.administrator import Administrator
from mocks.idm.domain.catalogue import if_asked
from mocks.idm.domain.forms import read_phone
from mocks.idm.domain.history import Action
from mocks.idm.domain.people import Person
from mocks.idm.domain.relations import Category, WorkRelation
from mocks.idm.domain.rights import Wish
from mocks.idm.domain.tasks import Decision, Link, Task
from mocks.idm.domain.views import MOST_PER_PAGE, Page
from mocks.idm.errors import (
    MalformedLink,
    NoLocalAdministrator,
    OrganisationStopped,
    RequestAlreadyOpen,
    RightNotForTargetGroup,
    TaskDecided,
    UnknownTask,
)
from mocks.idm.peers import Peers


@dataclass(frozen=True)
class Request:
    """What the person fills in behind a link; the organisation only where the link does not say it."""

    organisation: EnterpriseNumber | None
    phone: str
    email: str
    reason: str | None = None


class SelfRegistration:
    """Requests that persons make for themselves, during one visit."""

    def __init__(self, visit: Visit, peers: Peers) -> None:
        """Answer within ``visit``."""
        self._visit = visit
        self._peers = peers

    def request(self, person: Insz, link: Link, filled_in: Request) -> Task:
        """Lay a request with the local administrators of an organisation.

        The person is added to IDM with it, so that the workflow is over by the time it is accepted (ours).

        *Bron*: domain facts §4: impossible without a local administrator; then a task.  That the
        administrator must have an e-mail address is not played: nothing is sent.

        Raises:
            MalformedLink: when neither the link nor the person says which organisation.
            UnknownOrganisation, OrganisationStopped, RightNotForTargetGroup: by the organisation.
            UnknownPerson, PersonDeceased: by the register.
            NoLocalAdministrator: when the organisation has none.
            RequestAlreadyOpen: when the same was asked and not decided.
            MalformedPhone, MalformedEmail, UnreadableText: by what was filled in.
        """
        number = link.organisation or filled_in.organisation
        if number is None:
            raise MalformedLink("Zeg voor welke organisatie: vul haar ondernemingsnummer in.")
        administrators = Administrators(self._visit, self._peers)
        organisation = administrators.organisation(number)
        today = self._visit.clock.today
        if organisation.stopped(today):
            raise OrganisationStopped(f"{organisation.name} is stopgezet.")
        if organisation.target_group != link.target_group:
            raise RightNotForTargetGroup(
                f"De link is voor doelgroep {link.target_group}; {organisation.name} valt onder "
                f"{organisation.target_group}."
            )
        registered = registered_person(self._visit, self._peers, person)
        if not administrators.of(number):
            raise NoLocalAdministrator(
                f"{organisation.name} heeft geen lokale beheerder die uw aanvraag kan behandelen. Vraag een "
                "wettelijk vertegenwoordiger om er een aan te stellen in het Beheer der Toegangsbeheerders."
            )
        workflow, now = workflow_of(self._visit), self._visit.clock.now
        task = Task(
            number=0,
            organisation=number,
            person=person,
            person_name=registered.full_name,
            right_key=link.right.key if link.right else None,
            asked=if_asked(link.right) if link.right else None,
            contexts=tuple(read_line(one, "De context", 100) or "" for one in link.contexts[:50]),
            phone=read_phone(filled_in.phone),
            email=read_email(filled_in.email),
            reason=read_line(filled_in.reason, "De reden"),
            asked_at=now,
        )
        added = Person(
            insz=person,
            given_name=registered.given_name,
            family_name=registered.family_name,
            birth_date=registered.birth_date,
            sex=registered.sex,
            nickname=None,
            initials=None,
            reason=task.reason,
            added_at=now,
            active_from=workflow.active_from(now),
        )
        with booking(self._visit, Actor(person, registered.full_name)) as book:
            store.people.add(book.connection, added)
            known = book.person(person)
            for other in store.tasks.open_of(book.connection, person, number):
                if other.right_key == task.right_key:
                    raise RequestAlreadyOpen("Deze aanvraag wacht al op de lokale beheerder.")
            store.roster.enrol(book.connection, number, known)
            task = replace(task, number=store.tasks.next_task_number(book.connection))
            store.tasks.add(book.connection, task)
            book.record(Action.REQUESTED, person, number, str(task.number), task.title + ".")
        return task


class Tasks:
    """The tasks of a local administrator ("Mijn taken"), during one visit."""

    def __init__(self, visit: Visit, peers: Peers) -> None:
        """Answer within ``visit``."""
        self._visit = visit
        self._peers = peers

    def open(self, administrator: Administrator, after: str | None = None, limit: int = 25) -> Page[Task]:
        """Return open tasks of the administrator's organisation, the oldest first.

        Raises:
            MalformedCursor: when ``after`` is not the ``next`` of a piece.
        """
        limit = max(1, min(limit, MOST_PER_PAGE))
        number = administrator.organisation.number
        found = store.tasks.open_at(self._visit.reading, number, read_number(after), limit + 1)
        shown = found[:limit]
        return Page(tuple(shown), str(shown[-1].number) if len(found) > limit else None)

    def find(self, administrator: Administrator, number: int) -> Task:
        """Return a task of the administrator's organisation.

        Raises:
            UnknownTask: when there is none.
        """
        task = store.tasks.find(self._visit.reading, number) if 0 < number < 2**31 else None
        if task is None or task.organisation != administrator.organisation.number:
            raise UnknownTask(f"{administrator.organisation.name} heeft geen taak {number}.")
        return task

    def accept(
        self,
        administrator: Administrator,
        number: int,
        category: Category = Category.PERMANENT,
        end: date | None = None,
        right_end: date | None = None,
    ) -> Task:
        """Accept a request: couple the person where that is needed, and grant the right, all or nothing.

        Args:
            administrator: of which organisation.
            number: which task.
            category: of the work relation, when it is made.
            end: of the work relation, when it is made; None for ten years.
            right_end: of the right; None for the latest day possible.

        Raises:
            UnknownTask, TaskDecided: when there is nothing to decide.
            Refusal: every reason of coupling and of granting, after which the task stays open.
        """
        task = self.find(administrator, number)
        if task.right is not None:
            administrator.require_grant(task.right)
        registered = registered_person(self._visit, self._peers, task.person)
        with booking(self._visit, Actor.of(administrator)) as book:
            relation = self._relation(
                book, administrator, task, Coupling(category, task.phone, task.email, None, end)
            )
            if task.right is not None:
                wish = Wish(task.right, contexts=task.contexts, end=right_end)
                grant_in(book, administrator, relation.number, wish, registered)
            decided = self._decided(book, administrator, task, Decision.ACCEPTED, None)
            book.record(
                Action.REQUEST_ACCEPTED, task.person, task.organisation, str(task.number), task.title + "."
            )
        return decided

    def refuse(self, administrator: Administrator, number: int, answer: str | None = None) -> Task:
        """Refuse a request, with what the person is told.

        Raises:
            UnknownTask, TaskDecided: when there is nothing to decide.
            UnreadableText: when the answer cannot be kept.
        """
        task, told = self.find(administrator, number), read_line(answer, "Het antwoord")
        with booking(self._visit, Actor.of(administrator)) as book:
            decided = self._decided(book, administrator, task, Decision.REFUSED, told)
            book.record(
                Action.REQUEST_REFUSED,
                task.person,
                task.organisation,
                str(task.number),
                f"{task.title}. {told or ''}".strip(),
            )
        return decided

    def _relation(
        self, book: Book, administrator: Administrator, task: Task, coupling: Coupling
    ) -> WorkRelation:
        """Return the work relation on which the right comes, made where there is none today."""
        book.person(task.person)
        known = store.relations.of_person_in(book.connection, task.person, task.organisation)
        valid = [one for one in known if one.holds_on(book.today)]
        if valid and task.right is not None:
            return valid[0]
        return couple_in(book, administrator, task.person, coupling)

    def _decided(
        self, book: Book, administrator: Administrator, task: Task, decision: Decision, answer: str | None
    ) -> Task:
        decided = replace(
            task, decision=decision, decided_by=administrator.name, decided_at=book.now, answer=answer
        )
        if not store.tasks.decide(book.connection, decided):
            raise TaskDecided("Over deze taak is al beslist. Herlaad de lijst.")
        return decided
