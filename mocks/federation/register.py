"""Who may have something with an organisation: where readiness looks for its people."""

from __future__ import annotations

from collections.abc import Iterator

from mocks.acm.backend.readiness import Register, Source
from mocks.acm.domain.facts import names_person
from mocks.core.identifiers import EnterpriseNumber
from mocks.core.visit import Visit
from mocks.csam_btb.backend import Appointments
from mocks.eloketten.kiosk.backend import ASSESSORS_CLIENT_ID, CLIENT_ID
from mocks.eloketten.kiosk.domain.calendar import season_on
from mocks.idm.backend import Registration
from mocks.kbo.backend import Kbo
from mocks.ssm.backend import MandatesDesk


def register_of(visit: Visit) -> Register:
    """Return who may have something with an organisation: whoever acts by a mandate joins here."""
    return Register(
        sources=(
            Source("KBO", Kbo(visit).function_holders),
            Source("Gebruikersbeheer", Registration(visit).persons_in),
            Source(
                "Beheer der Toegangsbeheerders",
                lambda number: Appointments(visit).people(EnterpriseNumber(number)),
            ),
            Source("Mandatenbeheer", lambda number: _mandated(visit, number)),
        ),
        directory=lambda name, offset, limit: _enterprises(visit, name, offset, limit),
        notice=lambda at, day: season_on(day).sentence if at in {CLIENT_ID, ASSESSORS_CLIENT_ID} else None,
    )


def _enterprises(visit: Visit, name: str, offset: int, limit: int) -> tuple[list[str], int]:
    found, total = Kbo(visit).enterprises(name or None, offset, limit)
    return [one.number for one in found], total


def _mandated(visit: Visit, number: str) -> Iterator[str]:
    """Give who may use a mandate of an enterprise: its holders, and the people of these."""
    for holder in MandatesDesk(visit).holders_of(number):
        if names_person(holder):
            yield holder
        else:
            yield from Kbo(visit).function_holders(EnterpriseNumber(holder))
            yield from Registration(visit).persons_in(EnterpriseNumber(holder))
