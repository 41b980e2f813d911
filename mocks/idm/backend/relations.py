"""Work relations: coupling, extending and ending."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from mocks.core.clock import Period
from mocks.core.forms import date_text, read_email
from mocks.core.identifiers import Insz
from mocks.core.visit import Visit
from mocks.idm import store
from mocks.idm.backend.book import Actor, Book, booking
from mocks.idm.backend.people import registered_person
from mocks.idm.domain.administrator import Administrator
from mocks.idm.domain.forms import read_phone
from mocks.idm.domain.history import Action
from mocks.idm.domain.relations import (
    Category,
    RelationNumber,
    WorkRelation,
    check_longer,
    check_new,
    check_shorter,
    default_end,
)
from mocks.idm.domain.rights import extended_end
from mocks.idm.domain.views import RelationFile, files_of
from mocks.idm.errors import NotLonger, UnknownWorkRelation
from mocks.idm.peers import Peers


@dataclass(frozen=True)
class Coupling:
    """What is asked to couple a person; the dates left out are today and ten years later."""

    category: Category
    phone: str
    email: str
    begin: date | None = None
    end: date | None = None


class WorkRelations:
    """Work relations, during one visit."""

    def __init__(self, visit: Visit, peers: Peers) -> None:
        """Answer within ``visit``; the Rijksregister is asked through ``peers``."""
        self._visit = visit
        self._peers = peers

    def find(self, administrator: Administrator, number: RelationNumber) -> RelationFile:
        """Return a work relation of the administrator's organisation with its rights.

        Raises:
            UnknownWorkRelation: when there is none, or it is another organisation's.
        """
        require_own(administrator, number)
        reading = self._visit.reading
        relation = store.relations.find(reading, number)
        if relation is None:
            raise UnknownWorkRelation(f"Er is geen werkrelatie {number}.")
        rights = store.rights.of_person_in(reading, number.person, number.organisation)
        (file,) = files_of([relation], rights, self._visit.clock.today)
        return file

    def check(self, administrator: Administrator, insz: Insz, coupling: Coupling) -> WorkRelation:
        """Return the work relation that a coupling would give, after every check; nothing is written.

        Raises:
            Refusal: every reason of :meth:`couple`.
        """
        registered_person(self._visit, self._peers, insz)
        book = Book(self._visit, self._visit.reading, Actor.of(administrator), writing=False)
        return coupled(book, administrator, insz, coupling)

    def couple(self, administrator: Administrator, insz: Insz, coupling: Coupling) -> WorkRelation:
        """Couple a person to an organisation ("Koppel gebruiker aan organisatie").

        Raises:
            UnknownPerson, PersonDeceased: by the register.
            PersonNotInIdm, PersonNotActive: when the person was not added, or the workflow still runs.
            MalformedPhone, MalformedEmail, EndBeforeBegin, EndInThePast: by what was filled in.
            WorkRelationTooLong: beyond ten years.
            WorkRelationOverlaps: when the person works there on some of these days already.
        """
        registered_person(self._visit, self._peers, insz)
        with booking(self._visit, Actor.of(administrator)) as book:
            return couple_in(book, administrator, insz, coupling)

    def extend(
        self,
        administrator: Administrator,
        number: RelationNumber,
        end: date | None = None,
        seen: int | None = None,
        *,
        rights: bool = True,
    ) -> WorkRelation:
        """Extend a work relation, and its rights ("Verleng werkrelatie en gebruikersrechten").

        A right gets longer as far as its own maximum lets it, when this administrator may grant it, and when
        it has neither ended nor been revoked.

        Args:
            administrator: of which organisation.
            number: which work relation.
            end: the new last day; None for the latest one, ten years from today.
            seen: the revision that the administrator saw.
            rights: whether the rights go along.

        Raises:
            UnknownWorkRelation, WorkRelationEnded, ChangedMeanwhile: when there is nothing to extend.
            NotLonger, WorkRelationTooLong, WorkRelationOverlaps: by the date.
        """
        require_own(administrator, number)
        with booking(self._visit, Actor.of(administrator)) as book:
            book.person(number.person)
            relation = book.relation(number, seen)
            until = end or max(default_end(max(book.today, relation.period.begin)), relation.end)
            if until == relation.end and rights:
                if not _extend_rights(book, administrator, relation, until):
                    raise NotLonger(
                        "De werkrelatie en haar rechten kunnen vandaag niet langer: de werkrelatie loopt "
                        f"tot en met {date_text(relation.end)}."
                    )
                return relation
            others = store.relations.of_person_in(book.connection, number.person, number.organisation)
            check_longer(relation, until, others, book.today)
            longer = book.put_relation(
                replace(relation, period=Period(relation.period.begin, until)),
                Action.RELATION_EXTENDED,
                f"Van {date_text(relation.end)} tot {date_text(until)}.",
            )
            if rights:
                _extend_rights(book, administrator, longer, until)
            return longer

    def end(
        self, administrator: Administrator, number: RelationNumber, end: date, seen: int | None = None
    ) -> WorkRelation:
        """Let a work relation end earlier; its rights end with it.

        *Bron*: a right goes when its work relation goes (domain facts §4).

        Raises:
            UnknownWorkRelation, WorkRelationEnded, ChangedMeanwhile: when there is nothing to end.
            EndBeforeBegin, EndInThePast, NotShorter: by the date.
        """
        require_own(administrator, number)
        with booking(self._visit, Actor.of(administrator)) as book:
            book.person(number.person)
            relation = book.relation(number, seen)
            check_shorter(relation, end, book.today)
            shorter = book.put_relation(
                replace(relation, period=Period(relation.period.begin, end)),
                Action.RELATION_ENDED,
                f"Van {date_text(relation.end)} naar {date_text(end)}.",
            )
            for right in book.rights_of(shorter):
                if right.revoked_on is not None or right.end <= end:
                    continue
                detail = f"‘{right.right.name}’: de werkrelatie eindigt op {date_text(end)}."
                if right.period.begin > end:
                    book.put_right(replace(right, revoked_on=book.today), Action.RIGHT_REVOKED, detail)
                else:
                    period = Period(right.period.begin, end)
                    book.put_right(replace(right, period=period), Action.RIGHT_ENDED, detail)
            return shorter


def couple_in(book: Book, administrator: Administrator, insz: Insz, coupling: Coupling) -> WorkRelation:
    """Couple a person within a change that is under way; the register was asked before."""
    relation = coupled(book, administrator, insz, coupling)
    return book.put_relation(
        replace(relation, revision=0),
        Action.COUPLED,
        f"{relation.category.value}, van {date_text(relation.period.begin)} tot {date_text(relation.end)}.",
    )


def coupled(book: Book, administrator: Administrator, insz: Insz, coupling: Coupling) -> WorkRelation:
    """Return the work relation that a coupling gives, after every check."""
    organisation = administrator.organisation
    begin = coupling.begin or book.today
    period = Period(begin, coupling.end or default_end(begin))
    number = RelationNumber.of(insz, organisation.number, 0)
    book.active_person(insz, number.organisation)
    check_new(period, store.relations.of_person_in(book.connection, insz, number.organisation), book.today)
    return WorkRelation(
        number=replace(
            number, counter=store.relations.next_counter(book.connection, insz, number.organisation)
        ),
        target_group=organisation.target_group,
        category=coupling.category,
        period=period,
        phone=read_phone(coupling.phone),
        email=read_email(coupling.email),
    )


def require_own(administrator: Administrator, number: RelationNumber) -> None:
    """Check that a work relation is of the administrator's organisation.

    Raises:
        UnknownWorkRelation: when it is another one's; what there is elsewhere is not told.
    """
    if number.organisation != administrator.organisation.number:
        raise UnknownWorkRelation(f"{administrator.organisation.name} heeft geen werkrelatie {number}.")


def _extend_rights(book: Book, administrator: Administrator, relation: WorkRelation, end: date) -> bool:
    """Extend what can be; return whether anything got longer."""
    held = book.rights_of(relation)
    any_longer = False
    for right in held:
        if right.revoked_on is not None or right.period.ended(book.today):
            continue
        longest = extended_end(right, end, book.today, held)
        if longest > right.end and administrator.may_grant(right.right):
            detail = f"‘{right.right.name}’: van {date_text(right.end)} tot {date_text(longest)}."
            period = Period(right.period.begin, longest)
            book.put_right(replace(right, period=period), Action.RIGHT_EXTENDED, detail)
            any_longer = True
    return any_longer
