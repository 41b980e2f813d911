"""The push by SCIM: e-lokets are told of their users, by explicit steps and without any thread.

What an e-loket is to be told is one row per user, noted in the transaction of the change; a step sends the
whole user as it then stands, so that steps in any order, and twice, end the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date
from urllib.parse import urlsplit

from mocks.core.identifiers import Insz, vo_id
from mocks.core.store import Connection
from mocks.core.visit import Visit
from mocks.idm import store
from mocks.idm.backend.catalogue import catalogue_in
from mocks.idm.domain.scim import (
    MOST_ATTEMPTS,
    PAUSES,
    Delivery,
    State,
    Target,
    When,
    groups_for,
    next_change,
    user_resource,
)
from mocks.idm.domain.views import Page, RelationFile, files_of, given_files
from mocks.idm.errors import MalformedScimTarget, UnknownScimTarget
from mocks.idm.store.scim import Due

MOST_PER_STEP = 50
_LEASE_SECONDS = 60
"""For so long, by the world's clock, a step that was broken off keeps others from telling the same."""


def note(connection: Connection, persons: Iterable[Insz], now: float, today: date) -> tuple[str, ...]:
    """Note in the transaction of a change that e-lokets are to be told of these persons.

    Returns:
        The e-lokets that want to be told at once.
    """
    touched = sorted(persons)
    targets = store.scim.targets(connection) if touched else []
    at_once = set()
    for target in targets:
        for person in touched:
            relations = _relations_of(connection, person, today)
            known = {
                one.target_group
                for one in store.scim.users_of(connection, person)
                if one.eloket == target.eloket
            }
            for group in sorted(groups_for(target.eloket, relations) | known):
                store.scim.changed(connection, target.eloket, person, group, now)
                if target.enabled and target.when is When.AT_ONCE:
                    at_once.add(target.eloket)
    return tuple(sorted(at_once))


def _relations_of(connection: Connection, person: Insz, today: date) -> tuple[RelationFile, ...]:
    return files_of(
        store.relations.of_person(connection, person), store.rights.of_person(connection, person), today
    )


class Push:
    """IDM as SCIM client, during one visit."""

    def __init__(self, visit: Visit) -> None:
        """Send within ``visit``, through the house's own backchannel only."""
        self._visit = visit

    def targets(self) -> Sequence[Target]:
        """Return every e-loket that receives users."""
        return store.scim.targets(self._visit.reading)

    def target(self, eloket: str) -> Target | None:
        """Return how an e-loket receives users, or None."""
        return store.scim.find_target(self._visit.reading, eloket)

    def put_target(self, target: Target) -> None:
        """Let an e-loket receive users, or change how; who has a right for it already is told, too.

        Raises:
            MalformedScimTarget: for a system that is not of this federation.
        """
        self._address(target)
        rights = catalogue_in(self._visit.reading).rights
        keys = [right.key for right in rights if target.eloket in right.elokets]
        with self._visit.writing() as connection:
            store.scim.put_target(connection, target)
            store.scim.enrol_all(connection, target.eloket, keys, self._visit.clock.now.timestamp())

    def remove_target(self, eloket: str) -> bool:
        """Tell an e-loket nothing any more; return whether it was told."""
        with self._visit.writing() as connection:
            return store.scim.remove_target(connection, eloket)

    def deliveries(self, after: int | None, limit: int) -> Page[Delivery]:
        """Return attempts, newest first."""
        found = store.scim.deliveries(self._visit.reading, after, limit + 1)
        shown = found[:limit]
        return Page(tuple(shown), str(shown[-1].number) if len(found) > limit else None)

    def step(self, eloket: str, most: int = MOST_PER_STEP) -> tuple[Delivery, ...]:
        """Tell an e-loket of the users that are due, ``most`` of them; return the attempts.

        Raises:
            UnknownScimTarget: when nothing is configured for it.
        """
        target = self.target(eloket)
        if target is None:
            raise UnknownScimTarget(
                f"Voor ‘{eloket[:40]}’ is geen push ingesteld: PUT /idm/_mock/scim-target/<e-loket>."
            )
        if not target.enabled:
            return ()
        clock = self._visit.clock
        due = store.scim.due(self._visit.reading, eloket, clock.now.timestamp(), clock.today, most)
        attempts = []
        for one in due:
            with self._visit.writing() as connection:
                until = clock.now.timestamp() + _LEASE_SECONDS
                mine = store.scim.claim(connection, one, clock.now.timestamp(), clock.today, until)
            if mine:
                attempts.append(self._tell(target, one))
        return tuple(attempts)

    def _tell(self, target: Target, one: Due) -> Delivery:
        visit, clock = self._visit, self._visit.clock
        person = store.people.find(visit.reading, one.person)
        relations = _relations_of(visit.reading, one.person, clock.today)
        external_id = vo_id(one.person, one.target_group)
        status, active = 410, False
        rights = [right for relation in relations for right in relation.rights]
        activations = store.activations.behind(visit.reading, rights)
        if person is not None:
            given = given_files(relations, activations, clock.today)
            body = user_resource(target, person, one.target_group, given, clock.today)
            active = bool(body["active"])
            headers = {"Accept": "application/scim+json"}
            if target.token:
                headers["Authorization"] = f"Bearer {target.token}"
            answer = visit.house.backchannel.put(
                visit,
                f"{self._address(target)}/Users/{external_id}",
                json.dumps(body).encode(),
                {**headers, "Content-Type": "application/scim+json"},
            )
            status = answer.status
        attempt = one.attempts + 1
        delivered = person is None or 200 <= status < 300
        if delivered:
            outcome, due = State.DELIVERED, None
        elif attempt >= MOST_ATTEMPTS:
            outcome, due = State.FAILED, None
        else:
            outcome, due = State.WAITING, clock.now.timestamp() + PAUSES[min(attempt, len(PAUSES)) - 1]
        recheck = next_change(target.eloket, one.target_group, relations, activations, clock.today)
        delivery = Delivery(
            number=0,
            at=clock.now.timestamp(),
            eloket=target.eloket,
            external_id=external_id,
            person=one.person,
            target_group=one.target_group,
            attempt=attempt,
            active=active,
            status=status,
            outcome=outcome,
        )
        with visit.writing() as connection:
            store.scim.settle(
                connection, one, outcome, 0 if delivered else attempt, due, recheck, clock.now.timestamp()
            )
            store.scim.log(connection, delivery)
        return delivery

    def _address(self, target: Target) -> str:
        """Return where a target stands: only within this federation, so that nothing is sent outside.

        Raises:
            MalformedScimTarget: when it does not.
        """
        addresses = self._visit.house.addresses
        if target.system not in addresses.bases or not target.path.startswith("/"):
            raise MalformedScimTarget(
                f"De push gaat naar een systeem van deze opstelling ({', '.join(addresses.bases)}), op een "
                "pad dat met / begint."
            )
        url = self._visit.url(target.system, target.path.rstrip("/"))
        if urlsplit(url).query or ".." in target.path:
            raise MalformedScimTarget("Het pad van de push heeft geen vraagteken en geen puntjes.")
        return url
