"""The desk of an ondernemingsloket: it registers a foreign enterprise with its legal representative.

*Bron*: seed 003.  What makes two registrations the same is ours: the number in the register of their
country, or the name and the country where either has no number.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mocks.core.clock import Period
from mocks.core.identifiers import EnterpriseNumber, make_enterprise_number
from mocks.core.store import Connection
from mocks.core.visit import Visit
from mocks.kbo import store
from mocks.kbo.backend.registry import Registration
from mocks.kbo.domain import (
    LEGAL_FORMS,
    Denomination,
    Enterprise,
    Foreign,
    Function,
    FunctionNumber,
    Held,
    labelled,
)
from mocks.kbo.errors import DeceasedRepresentative, DeskFull, UnknownEnterprise, UnknownRepresentative
from mocks.kbo.peers import Identities, Peers

FIRST, LAST = make_enterprise_number(700_000), make_enterprise_number(999_999)
"""The part of the block of safe numbers that the desk gives (ours)."""


@dataclass(frozen=True)
class Registered:
    """An enterprise as the desk knows it, also while others do not see it yet.

    Attributes:
        enterprise: as it was registered last.
        functions: the functions in it as they were registered last.
        seen_from: from when others see it, or None when they do already.
    """

    enterprise: Enterprise
    functions: tuple[Held, ...]
    seen_from: date | None


class Loket:
    """The desk during one visit."""

    def __init__(self, visit: Visit, peers: Peers) -> None:
        """Serve within ``visit``, asking ``peers``."""
        self._visit = visit
        self._identities = Identities(visit, peers)

    def register(self, asked: Foreign) -> tuple[EnterpriseNumber, bool]:
        """Return the number of the enterprise, and whether it is new.

        Raises:
            UnknownRepresentative: for a representative whom the Rijksregister does not know.
            DeceasedRepresentative: for one who died.
            DeskFull: when every number that the desk can give is taken.
        """
        lives = self._identities.lives(asked.representative, self._visit.clock.today)
        if lives is None:
            raise UnknownRepresentative(asked.representative)
        if not lives:
            raise DeceasedRepresentative(asked.representative)
        day = Registration(self._visit).visible_from()
        # Searched and written in one transaction, so that two askers at once do not get two numbers.
        with self._visit.writing() as connection:
            store.publication.write_alone(connection)
            known = store.enterprises.registered_abroad(connection, asked.registration, asked.name)
            return (known, False) if known is not None else (self._new(connection, asked, day), True)

    def registered(self, number: EnterpriseNumber) -> Registered:
        """Return an enterprise as it was registered last.

        Raises:
            UnknownEnterprise: when none has this number.
        """
        found, today = Registration(self._visit).enterprise(number), self._visit.clock.today
        if found is None:
            raise UnknownEnterprise(number)
        functions = store.functions.newest_in(self._visit.reading, number)
        held = (Held(one, found.fact.kind, found.fact.target_group) for one in functions)
        return Registered(found.fact, tuple(held), found.visible_from if found.pending(today) else None)

    @staticmethod
    def _new(connection: Connection, asked: Foreign, day: date) -> EnterpriseNumber:
        place = store.enterprises.first_free(connection, FIRST, LAST)
        if place is None:
            raise DeskFull
        number = make_enterprise_number(place - int(EnterpriseNumber.first[:8]))
        enterprise = Enterprise(
            number=number,
            names=(Denomination(asked.name),),
            start_date=asked.begin,
            legal_form=labelled(asked.legal_form, None, LEGAL_FORMS),
            address=asked.address,
            contact=asked.contact,
            foreign_registration=asked.registration,
        )
        function = FunctionNumber(number, asked.representative, asked.function)
        store.enterprises.put(connection, enterprise, day)
        store.functions.put(connection, Function(function, Period(asked.begin, None), None), day)
        store.publication.publish(connection, [number, asked.representative], [day])
        return number
