"""User rights: on offer, granted, extended, ended, revoked."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from mocks.core.clock import Period
from mocks.core.forms import date_text
from mocks.core.visit import Visit
from mocks.idm import store
from mocks.idm.backend.book import Actor, Book, booking
from mocks.idm.backend.catalogue import catalogue_in
from mocks.idm.backend.people import registered_person
from mocks.idm.backend.relations import require_own
from mocks.idm.domain.activation import is_activated
from mocks.idm.domain.administrator import Administrator
from mocks.idm.domain.granting import (
    GrantCase,
    check_grant,
    check_longer_right,
    check_shorter_right,
    granted,
)
from mocks.idm.domain.history import Action
from mocks.idm.domain.people import Registered
from mocks.idm.domain.relations import RelationNumber, WorkRelation
from mocks.idm.domain.rights import RightNumber, UserRight, Wish, extended_end, latest_end, require_living
from mocks.idm.domain.views import RightOnOffer
from mocks.idm.errors import UnknownUserRight, UnknownWorkRelation
from mocks.idm.peers import Peers


class Rights:
    """User rights, during one visit."""

    def __init__(self, visit: Visit, peers: Peers) -> None:
        """Answer within ``visit``; the Rijksregister is asked through ``peers``."""
        self._visit = visit
        self._peers = peers

    def find(self, administrator: Administrator, number: RightNumber) -> tuple[WorkRelation, UserRight]:
        """Return a granted right of the administrator's organisation, with its work relation.

        Raises:
            UnknownWorkRelation, UnknownUserRight: when there is none.
        """
        require_own(administrator, number.relation)
        right = store.rights.find(self._visit.reading, number)
        relation = store.relations.find(self._visit.reading, number.relation)
        if right is None or relation is None:
            raise UnknownUserRight(f"Er is geen toegekend recht {number}.")
        return relation, right

    def on_offer(
        self, administrator: Administrator, number: RelationNumber, begin: date | None = None
    ) -> tuple[RightOnOffer, ...]:
        """Return the rights that this administrator can grant on a work relation today.

        Filtered by target group, activation for the organisation, and who may grant (seed 004, 003).

        Raises:
            UnknownWorkRelation: when there is no such work relation.
        """
        require_own(administrator, number)
        reading, today = self._visit.reading, self._visit.clock.today
        relation = store.relations.find(reading, number)
        if relation is None:
            raise UnknownWorkRelation(f"Er is geen werkrelatie {number}.")
        organisation = administrator.organisation
        activations = store.activations.of(reading, organisation.number)
        first = max(today, relation.period.begin)
        return tuple(
            RightOnOffer(
                right=right,
                contexts=activations[right.key].contexts if right.key in activations else (),
                default_end=latest_end(right, relation, first),
                latest_end=latest_end(right, relation, begin or first),
            )
            for right in catalogue_in(reading).rights
            if right.available(today)
            and organisation.target_group in right.target_groups
            and is_activated(right, activations.get(right.key), today)
            and administrator.may_grant(right)
        )

    def check(self, administrator: Administrator, number: RelationNumber, wish: Wish) -> UserRight:
        """Return the right that a wish would give, after every check; nothing is written.

        Raises:
            Refusal: every reason of :meth:`grant`.
        """
        registered = self._may_grant(administrator, number, wish)
        book = Book(self._visit, self._visit.reading, Actor.of(administrator), writing=False)
        return granted_by(book, administrator, number, wish, registered)

    def grant(self, administrator: Administrator, number: RelationNumber, wish: Wish) -> UserRight:
        """Grant a right on a work relation ("Ken gebruikersrecht toe").

        Raises:
            WrongDomain, MayNotGrant: when this administrator may not grant it.
            UnknownPerson, PersonDeceased: by the register.
            PersonNotInIdm, PersonNotActive, UnknownWorkRelation: when there is nothing to grant it on.
            Refusal: the reasons of :data:`~mocks.idm.domain.granting.GRANT_RULES`.
        """
        registered = self._may_grant(administrator, number, wish)
        with booking(self._visit, Actor.of(administrator)) as book:
            return grant_in(book, administrator, number, wish, registered)

    def extend(
        self,
        administrator: Administrator,
        number: RightNumber,
        end: date | None = None,
        seen: int | None = None,
    ) -> UserRight:
        """Let a right end later; ``end`` None for the latest day that is possible.

        Raises:
            WrongDomain, MayNotGrant: when this administrator may not grant it.
            UnknownWorkRelation, UnknownUserRight, ChangedMeanwhile: when there is nothing to extend.
            RightRevoked, RightEnded, NotLonger, RightPastWorkRelation, RightTooLong, RightAlreadyGranted: by
                its dates.
        """
        with self._changing(administrator, number) as book:
            right = book.right(number, seen)
            relation = book.relation(number.relation)
            held = book.rights_of(relation)
            until = end or extended_end(right, relation.end, book.today, held)
            check_longer_right(right, relation, until, book.today, held)
            return book.put_right(
                replace(right, period=Period(right.period.begin, until)),
                Action.RIGHT_EXTENDED,
                f"‘{right.right.name}’: van {date_text(right.end)} tot {date_text(until)}.",
            )

    def end(
        self, administrator: Administrator, number: RightNumber, end: date, seen: int | None = None
    ) -> UserRight:
        """Let a right end earlier, from today on.

        *Bron*: "set an end date on the right rather than deleting" for who leaves (domain facts §4).

        Raises:
            WrongDomain, MayNotGrant: when this administrator may not grant it.
            UnknownWorkRelation, UnknownUserRight, ChangedMeanwhile: when there is nothing to end.
            RightRevoked, RightEnded, EndBeforeBegin, EndInThePast, NotShorter: by its dates.
        """
        with self._changing(administrator, number) as book:
            right = book.right(number, seen)
            check_shorter_right(right, end, book.today)
            return book.put_right(
                replace(right, period=Period(right.period.begin, end)),
                Action.RIGHT_ENDED,
                f"‘{right.right.name}’: van {date_text(right.end)} naar {date_text(end)}.",
            )

    def revoke(self, administrator: Administrator, number: RightNumber, seen: int | None = None) -> UserRight:
        """Revoke a right: from this moment it gives nothing any more.

        Raises:
            WrongDomain, MayNotGrant: when this administrator may not grant it.
            UnknownWorkRelation, UnknownUserRight, ChangedMeanwhile: when there is nothing to revoke.
            RightRevoked, RightEnded: when it gives nothing already.
        """
        with self._changing(administrator, number) as book:
            right = book.right(number, seen)
            require_living(right, book.today)
            return book.put_right(
                replace(right, revoked_on=book.today),
                Action.RIGHT_REVOKED,
                f"‘{right.right.name}’, dat tot {date_text(right.end)} liep.",
            )

    def _may_grant(self, administrator: Administrator, number: RelationNumber, wish: Wish) -> Registered:
        require_own(administrator, number)
        administrator.require_grant(wish.right)
        return registered_person(self._visit, self._peers, number.person)

    @contextlib.contextmanager
    def _changing(self, administrator: Administrator, number: RightNumber) -> Iterator[Book]:
        require_own(administrator, number.relation)
        right = store.rights.find(self._visit.reading, number)
        if right is None:
            raise UnknownUserRight(f"Er is geen toegekend recht {number}.")
        administrator.require_grant(right.right)
        with booking(self._visit, Actor.of(administrator)) as book:
            book.person(number.relation.person)
            yield book


def grant_in(
    book: Book,
    administrator: Administrator,
    number: RelationNumber,
    wish: Wish,
    registered: Registered | None,
) -> UserRight:
    """Grant a right within a change that is under way; the register was asked before."""
    right = granted_by(book, administrator, number, wish, registered)
    contexts = f" voor {', '.join(right.contexts)}" if right.contexts else ""
    return book.put_right(
        replace(right, revision=0),
        Action.RIGHT_GRANTED,
        f"‘{right.right.name}’{contexts}, van {date_text(right.period.begin)} tot {date_text(right.end)}.",
    )


def granted_by(
    book: Book,
    administrator: Administrator,
    number: RelationNumber,
    wish: Wish,
    registered: Registered | None,
) -> UserRight:
    """Return the right that a wish gives, after every check of granting."""
    book.active_person(number.person, number.organisation)
    relation = book.relation(number)
    case = GrantCase(
        wish=wish,
        relation=relation,
        organisation=administrator.organisation,
        person=registered,
        activation=store.activations.find(book.connection, number.organisation, wish.right.key),
        held=book.rights_of(relation),
        today=book.today,
    )
    check_grant(case)
    return granted(case, store.rights.next_counter(book.connection, number, wish.right.key))
