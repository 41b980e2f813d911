"""The desk of an ondernemingsloket: it registers a foreign enterprise with its legal representative.

*Bron*: seed 003; what makes two registrations the same, name and country, is a guess of ours.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from mocks.core.clock import Period
from mocks.core.identifiers import EnterpriseNumber, Insz, make_enterprise_number
from mocks.core.store import Connection
from mocks.core.visit import Visit
from mocks.kbo import store
from mocks.kbo.backend.registry import Registration
from mocks.kbo.domain import Address, Denomination, Enterprise, Function, FunctionNumber, labelled
from mocks.kbo.domain.codes import LEGAL_FORMS
from mocks.kbo.domain.enterprises import search_key, search_words
from mocks.kbo.errors import NotForeign, RepresentativeRefused
from mocks.kbo.peers import Identities, Peers

FIRST_PLACE = 700_000
"""Where in the block of safe numbers the desk begins (ours)."""

FOREIGN, BESTUURDER = "030", "10002"

LAST_DAY = date.max - timedelta(days=1)
"""On which every change is seen that is registered now, also those that others do not see yet."""


@dataclass(frozen=True)
class Foreign:
    """What the desk is told of a foreign enterprise."""

    name: str
    address: Address
    representative: Insz
    begin: date


class Loket:
    """The desk during one visit."""

    def __init__(self, visit: Visit, peers: Peers) -> None:
        """Serve within ``visit``, asking ``peers``."""
        self._visit = visit
        self._identities = Identities(visit, peers)

    def register(self, asked: Foreign) -> tuple[EnterpriseNumber, bool]:
        """Return the number of the enterprise, and whether it is new.

        Raises:
            NotForeign: for an address in Belgium.
            RepresentativeRefused: for a representative without number, or who died.
        """
        if asked.address.country == "BE":
            raise NotForeign("Dit loket registreert buitenlandse ondernemingen. Geef een ander land dan BE.")
        lives = self._identities.lives(asked.representative, self._visit.clock.today)
        if not lives:
            why = "is overleden" if lives is False else "staat niet in het Rijksregister"
            repair = "Geef een andere wettelijke vertegenwoordiger, of vraag eerst een BIS-nummer bij BOSA."
            raise RepresentativeRefused(f"Persoon {asked.representative.display} {why}. {repair}")
        day = Registration(self._visit).visible_from()
        # Searched and written in one transaction, so that two askers at once do not get two numbers.
        with self._visit.writing() as connection:
            store.publication.write_alone(connection)
            known = self._known(connection, asked)
            return (known, False) if known is not None else (self._new(connection, asked, day), True)

    @staticmethod
    def _known(connection: Connection, asked: Foreign) -> EnterpriseNumber | None:
        words = search_words(asked.name)
        found, _ = store.enterprises.page(connection, LAST_DAY, words, 0, 200)
        for one in found:
            country = one.address.country if one.address is not None else None
            if search_key(one.name) == search_key(asked.name) and country == asked.address.country:
                return one.number
        return None

    @staticmethod
    def _new(connection: Connection, asked: Foreign, day: date) -> EnterpriseNumber:
        place = FIRST_PLACE
        while store.enterprises.newest(connection, make_enterprise_number(place)) is not None:
            place += 1
        number = make_enterprise_number(place)
        form = labelled(FOREIGN, None, LEGAL_FORMS)
        enterprise = Enterprise(
            number, (Denomination(asked.name),), asked.begin, legal_form=form, address=asked.address
        )
        function = FunctionNumber.parse(f"{number}-{asked.representative}-{BESTUURDER}")
        store.enterprises.put(connection, enterprise, day)
        store.functions.put(connection, Function(function, Period(asked.begin, None), None), day)
        store.publication.publish(connection, [number, asked.representative], [day])
        return number
