"""Filling a world with a generated population: chunk after chunk, each in one transaction.

How far it came stands in the settings of the world, in the same transaction: whoever breaks it off goes on
where it stopped, and nobody puts two populations into one world.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, replace
from typing import Any

from mocks.core.errors import Refusal
from mocks.core.store.schema import read_state, write_settings
from mocks.core.visit import REAL_ENTERPRISES, Visit
from mocks.csam_btb.backend.crowd import settle as settle_csam
from mocks.csam_btb.domain.appointments import Appointment
from mocks.csam_btb.domain.keys import DigitalKey
from mocks.eloketten.kiosk.backend.crowd import settle as settle_kiosk
from mocks.eloketten.kiosk.domain.contacts import Contact
from mocks.eloketten.kiosk.domain.dossiers import Dossier
from mocks.idm.backend.crowd import settle as settle_idm
from mocks.idm.domain.people import Person as IdmPerson
from mocks.idm.domain.relations import WorkRelation
from mocks.idm.domain.rights import UserRight
from mocks.kbo.backend.crowd import settle as settle_kbo
from mocks.kbo.domain import Enterprise, Function
from mocks.rijksregister.backend.crowd import settle as settle_rijksregister
from mocks.rijksregister.domain import Person
from mocks.ssm.backend.crowd import settle as settle_ssm
from mocks.ssm.domain.mandates import Mandate

SETTING = "population"
"""Under which name a world keeps whose population it has."""


class OtherPopulation(Refusal):
    """The world has a population already, of another seed, size or extract of the KBO."""

    code = "other-population"
    status = 409


@dataclass(frozen=True)
class Inhabited:
    """Which population a world has, and how many of its persons are there.

    Attributes:
        seed: who they are.
        size: how many there are to be.
        settled: how many there are.
        source: where its organisations come from, with a fingerprint; empty when they are invented.
        real_enterprises: whether these can be real.
    """

    seed: int
    size: int
    settled: int = 0
    source: str = ""
    real_enterprises: bool = False

    def is_part_of(self, other: Inhabited) -> bool:
        """Return whether both are of one population, however far they are."""
        return (self.seed, self.size, self.source) == (other.seed, other.size, other.source)

    @property
    def whole(self) -> bool:
        """Whether everybody is there."""
        return self.settled >= self.size


@dataclass
class Chunk:
    """The facts about some persons of a population, and of the organisations that these represent.

    Attributes:
        until: the place behind the last of these persons.
        assigned: pairs of the number of a dossier and the INSZ of who assesses it.
    """

    until: int
    persons: list[Person] = field(default_factory=list)
    keys: list[DigitalKey] = field(default_factory=list)
    enterprises: list[Enterprise] = field(default_factory=list)
    functions: list[Function] = field(default_factory=list)
    appointments: list[Appointment] = field(default_factory=list)
    employees: list[IdmPerson] = field(default_factory=list)
    relations: list[WorkRelation] = field(default_factory=list)
    rights: list[UserRight] = field(default_factory=list)
    mandates: list[Mandate] = field(default_factory=list)
    dossiers: list[Dossier] = field(default_factory=list)
    assigned: list[tuple[str, str]] = field(default_factory=list)
    contacts: dict[str, Contact] = field(default_factory=dict)


def inhabited(visit: Visit, wanted: Inhabited) -> Inhabited:
    """Return how far the world of a visit is populated by the population that is wanted.

    Raises:
        OtherPopulation: when it has another one; says how to go on.
    """
    return _of(visit.settings.get(SETTING), wanted)


def settle(visit: Visit, there: Inhabited, chunk: Chunk) -> Inhabited:
    """Put the facts of a chunk into the world of a visit, in one transaction; return how far it is now.

    Raises:
        OtherPopulation: when somebody else put one meanwhile.
        AlreadyThere: when one of its numbers is there already.
    """
    with visit.writing() as connection:
        settings = read_state(connection).settings
        if _of(settings.get(SETTING), there) != there:
            raise OtherPopulation(
                "Iemand anders vult deze wereld op dit ogenblik. Wacht tot dat klaar is, of neem een "
                "andere map."
            )
        settle_rijksregister(connection, chunk.persons)
        settle_kbo(connection, chunk.enterprises, chunk.functions)
        settle_csam(connection, chunk.keys, chunk.appointments)
        settle_idm(connection, chunk.employees, chunk.relations, chunk.rights)
        settle_ssm(connection, chunk.mandates)
        settle_kiosk(connection, chunk.dossiers, chunk.assigned, chunk.contacts)
        now = replace(there, settled=chunk.until)
        allowed = {REAL_ENTERPRISES: True} if there.real_enterprises else {}
        write_settings(connection, {**settings, **allowed, SETTING: asdict(now)})
    return now


def _of(setting: dict[str, Any] | None, wanted: Inhabited) -> Inhabited:
    if setting is None:
        return replace(wanted, settled=0)
    there = Inhabited(**setting)
    if not there.is_part_of(wanted):
        source = f", met organisaties uit {there.source}" if there.source else ""
        again = " --kbo-open-data met dat uittreksel" if there.source else ""
        raise OtherPopulation(
            f"Deze wereld heeft al een bevolking van {there.size} personen met zaad {there.seed}{source}. "
            f"Vraag diezelfde (populate {there.size} --seed {there.seed}{again}), neem een andere map of "
            "databank, of zet de wereld terug met POST /_mock/reset."
        )
    return there
