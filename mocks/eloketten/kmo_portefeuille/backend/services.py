"""Registering services, changing them, and their history."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mocks.core.store import Connection
from mocks.core.visit import Visit
from mocks.eloketten.kmo_portefeuille import store
from mocks.eloketten.kmo_portefeuille.domain.services import (
    Change,
    Details,
    Place,
    Service,
    read_details,
    read_version,
    what_changed,
)
from mocks.eloketten.kmo_portefeuille.domain.visitors import Visitor
from mocks.eloketten.kmo_portefeuille.errors import OutdatedService

MOST_CHANGES = 100
SCENE = "Proefloket (klaargezet)"


class Services:
    """The registered services during one visit."""

    def __init__(self, visit: Visit) -> None:
        """Keep and find services within ``visit``."""
        self._visit = visit

    def find(self, place: Place) -> Service | None:
        """Return a service, or None when it is not registered."""
        return store.services.find(self._visit.reading, place)

    def of_seat(self, visitor: Visitor) -> Mapping[str, Service]:
        """Return what the seat registered, by kind."""
        found = store.services.of(self._visit.reading, visitor.organisation, [""])
        return {one.place.kind.value: one for one in found}

    def of_departments(self, visitor: Visitor) -> Mapping[tuple[str, str], Service]:
        """Return what the departments of this person registered, by department and kind; no others."""
        found = store.services.of(self._visit.reading, visitor.organisation, visitor.departments)
        return {(one.place.department, one.place.kind.value): one for one in found}

    def changes(self, place: Place) -> Sequence[Change]:
        """Return the latest changes of a service, newest first."""
        return store.services.changes(self._visit.reading, place, MOST_CHANGES)

    def change(self, place: Place, typed: Mapping[str, str], visitor: Visitor) -> Service:
        """Register a service, or change it; ``typed`` has its fields and the version that was seen.

        What changes nothing is no change: it neither raises the version nor stands in the history.

        Raises:
            InvalidService: when a field does not fit.
            OutdatedService: when somebody else changed it after the form was opened.
        """
        details, seen = read_details(typed), read_version(typed.get("version", ""))
        with self._visit.writing() as connection:
            kept = store.services.find(connection, place)
            if seen != (kept.version if kept is not None else 0):
                raise OutdatedService
            return self._write(connection, place, details, kept, visitor.person)

    def put(self, place: Place, details: Details) -> None:
        """Put a service as the scene has it, whoever saw which version.

        Raises:
            CouldBeReal: when the enterprise number could be a company's.
            OutdatedService: when somebody else changes it at this very moment.
        """
        self._visit.require_safe(place.organisation)
        with self._visit.writing() as connection:
            self._write(connection, place, details, store.services.find(connection, place), SCENE)

    def _write(
        self, connection: Connection, place: Place, details: Details, kept: Service | None, who: str
    ) -> Service:
        what = what_changed(kept.details if kept is not None else None, details)
        if kept is not None and not what:
            return kept
        seen = kept.version if kept is not None else 0
        service = Service(place, details, seen + 1)
        # Asked once more in the statement that writes: on PostgreSQL two changes run beside each other.
        if not store.services.put(connection, service, seen):
            raise OutdatedService
        store.services.record(connection, place, Change(self._visit.clock.now, who, what))
        return service

    def remove(self, place: Place) -> bool:
        """Remove a service with its history; return whether there was one."""
        with self._visit.writing() as connection:
            return store.services.remove(connection, place)

    def numbers(self) -> Sequence[str]:
        """Return the number of every service."""
        return store.services.numbers(self._visit.reading)
