"""The facts of a population, chunk by chunk, as the authorities keep them.

Every fact hangs on one person: an organisation on its legal representative, a mandate on the representative
of its holder, a dossier on the representative of its applicant.  So a chunk needs nothing of another one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from load.enterprises import Enterprises, Invented, representing
from load.names import names_of
from load.numbers import mixed
from load.people import Population, Role
from mocks.core.brussels import BRUSSELS
from mocks.core.clock import Period
from mocks.core.identifiers import EnterpriseNumber, NationalNumber
from mocks.csam_btb.domain.appointments import MAIN_POST, Appointment, AppointmentNumber
from mocks.csam_btb.domain.keys import TOKEN_CLOSED, DigitalKey, last_valid_day
from mocks.csam_btb.domain.kinds import Kind as KeyKind
from mocks.eloketten.kiosk.domain.contacts import Contact
from mocks.eloketten.kiosk.domain.dossiers import Dossier, DossierType
from mocks.federation.crowd import Chunk
from mocks.idm.domain.people import LONG_SINCE
from mocks.idm.domain.people import Person as IdmPerson
from mocks.idm.domain.relations import Category, RelationNumber, WorkRelation, default_end
from mocks.idm.domain.rights import RightNumber, UserRight
from mocks.kbo.domain import Function, FunctionNumber
from mocks.rijksregister.domain import Person
from mocks.ssm.domain.catalogue import CATALOGUE
from mocks.ssm.domain.mandates import Creation, Mandate, MandateNumber, Signature
from mocks.ssm.domain.parties import Party

RIGHTS = {
    Role.EMPLOYEE: "kiosk-aanvrager",
    Role.MANDATE_MANAGER: "ssm-mandaatbeheerder",
    Role.MANDATE_EXECUTOR: "ssm-mandaatuitvoerder",
    Role.ASSESSOR: "kiosk-beoordelaar",
    Role.EMPLOYEE_WITHOUT_RIGHT: None,
    Role.FORMER_EMPLOYEE: "kiosk-aanvrager",
    Role.UNSIGNED_MANDATE_EXECUTOR: "ssm-mandaatuitvoerder",
}
"""The right by which who has a work relation signs in; None while it still has to be granted."""

FIRST_SERIAL = 1_001
"""Numbers of dossiers and mandates before it are for the cast."""

DAYS_SINCE_DEATH = 40
"""As long as Dora of the cast is dead."""

_ONE_DAY = timedelta(days=1)


class Facts:
    """The facts of a population in a world that starts on a day."""

    def __init__(self, population: Population, start: date, enterprises: Enterprises | None = None) -> None:
        """Resolve relative dates against ``start``, as those of the cast are.

        Args:
            population: who there are.
            start: the day on which the world starts.
            enterprises: what the organisations are; None invents them.
        """
        self._all = population
        self._enterprises = enterprises or Invented(population)
        self._names = names_of(population.seed)
        self._start = start
        self._month_ago = start - timedelta(days=30)
        self._granted = Period(self._month_ago, start + timedelta(days=3 * 365))

    def chunks(self, first: int, most: int) -> Iterator[Chunk]:
        """Give the facts of everybody from a place on, at most so many persons at a time."""
        for begin in range(first, self._all.size, most):
            chunk = Chunk(min(begin + most, self._all.size))
            for place in range(begin, chunk.until):
                self._person(chunk, place)
            yield chunk

    def _person(self, chunk: Chunk, place: int) -> None:
        role, rank = self._all.role_at(place)
        number = self._all.number_at(place)
        given, family = self._names.person(place, number.sex)
        abroad = role is Role.FOREIGN_PROVIDER
        chunk.persons.append(
            Person(
                insz=number,
                given_name=given,
                family_name=family,
                birth_date=number.birth_date,
                sex=number.sex,
                belgian_eid=not abroad,
                deceased_on=self._start - DAYS_SINCE_DEATH * _ONE_DAY
                if role is Role.DECEASED_REPRESENTATIVE
                else None,
            )
        )
        self._keys(chunk, place, number, abroad=abroad)
        organisations = self._all.organisations_of(role, rank)
        if role in RIGHTS:
            self._employee(chunk, role, number, (given, family), organisations)
            if role is Role.UNSIGNED_MANDATE_EXECUTOR:
                serial, mandator = self._all.unsigned_mandate(rank)
                holder = self._all.number_of(organisations[0])
                chunk.mandates.append(self._unsigned(self._mandate(serial, mandator, holder), rank))
        elif role in {Role.FORMER_REPRESENTATIVE, Role.DECEASED_REPRESENTATIVE}:
            chunk.functions.append(self._no_longer_worth(role, organisations[0], number))
        elif role is Role.LOCAL_ADMINISTRATOR:
            chunk.appointments.append(self._appointment(number, organisations[0]))
        elif role is Role.CITIZEN:
            self._in_kiosk(chunk, str(number), rank, self._all.proportions.citizens_with_dossier_one_in, 1)
        else:
            for organisation in organisations:
                self._organisation(chunk, organisation, number)

    def _keys(self, chunk: Chunk, place: int, number: NationalNumber, *, abroad: bool) -> None:
        if abroad:
            chunk.keys.append(_key(number, KeyKind.APP, self._month_ago))
            return
        # The card is a key by itself, and no fact of its own.
        others = self._all.keys_at(place)[1:]
        chunk.keys.extend(self._key_of(number, KeyKind(kind), place) for kind in others)

    def _key_of(self, number: NationalNumber, kind: KeyKind, place: int) -> DigitalKey:
        days = mixed(self._all.seed, "activated", place) % 700 + 1
        if kind is KeyKind.TOKEN:
            # A token that nobody used for a year has stopped.
            return _key(number, kind, TOKEN_CLOSED - days * _ONE_DAY, self._start - 40 * _ONE_DAY)
        return _key(number, kind, self._start - days * _ONE_DAY)

    def _organisation(self, chunk: Chunk, organisation: int, leader: NationalNumber) -> None:
        enterprise = self._enterprises.enterprise(organisation)
        chunk.enterprises.append(enterprise)
        number = FunctionNumber(enterprise.number, leader, representing(enterprise))
        chunk.functions.append(Function(number, Period(enterprise.start_date)))
        provider = self._all.provider_at(organisation)
        if provider is not None:
            mandates = self._all.mandators_of(provider)
            chunk.mandates += [self._mandate(serial, one, enterprise.number) for serial, one in mandates]
        if organisation < self._all.ordinary:
            each = self._all.proportions.organisations_with_dossier_one_in
            self._in_kiosk(chunk, str(enterprise.number), organisation, each, 0)

    def _no_longer_worth(self, role: Role, organisation: int, holder: NationalNumber) -> Function:
        """Return a function that has ended, or that nobody ended although its holder died."""
        enterprise = self._enterprises.enterprise(organisation)
        number = FunctionNumber(enterprise.number, holder, representing(enterprise))
        begin = enterprise.start_date
        if role is Role.DECEASED_REPRESENTATIVE:
            return Function(number, Period(begin))
        return Function(number, Period(begin, max(begin, self._month_ago)))

    def _unsigned(self, mandate: Mandate, rank: int) -> Mandate:
        """Return a mandate that waits for the holder or for the mandator; whoever made it has signed."""
        if rank % 2 == 0:
            return replace(mandate, holder_signature=None)
        made = replace(mandate.creation, party=mandate.holder)
        return replace(mandate, creation=made, mandator_signature=None)

    def _mandate(self, serial: int, mandator: int, holder: EnterpriseNumber) -> Mandate:
        made = self._month_ago
        giver = Party(self._all.number_of(mandator))
        signed = Signature(None, made)
        return Mandate(
            number=MandateNumber(made.year, FIRST_SERIAL + serial),
            type=CATALOGUE["kiosk"],
            mandator=giver,
            holder=Party(holder),
            period=Period(made),
            creation=Creation(None, datetime(made.year, made.month, made.day, 9, tzinfo=BRUSSELS), giver),
            mandator_signature=signed,
            holder_signature=signed,
        )

    def _employee(
        self,
        chunk: Chunk,
        role: Role,
        number: NationalNumber,
        name: tuple[str, str],
        organisations: Sequence[int],
    ) -> None:
        chunk.employees.append(
            IdmPerson(
                insz=number,
                given_name=name[0],
                family_name=name[1],
                birth_date=number.birth_date,
                sex=number.sex.value if number.sex else None,
                nickname=None,
                initials=None,
                reason=None,
                added_at=LONG_SINCE,
                active_from=LONG_SINCE,
            )
        )
        begin = date(self._start.year - 2, 1, 1)
        external = role is Role.ASSESSOR
        # Where a work relation ends, IDM ends the rights on it on the same day.
        former = role is Role.FORMER_EMPLOYEE
        valid = Period(begin, self._month_ago if former else default_end(begin))
        granted = Period(self._month_ago - 365 * _ONE_DAY, self._month_ago) if former else self._granted
        for organisation in organisations:
            relation = RelationNumber(number, self._all.number_of(organisation), 1)
            chunk.relations.append(
                WorkRelation(
                    number=relation,
                    target_group=self._all.target_group(organisation),
                    category=Category.EXTERNAL if external else Category.PERMANENT,
                    period=valid,
                    phone="+32400000099",
                    email=f"persoon-{number}@organisatie-{organisation + 1}.example",
                )
            )
            right = RIGHTS[role]
            if right is not None:
                chunk.rights.append(UserRight(RightNumber(relation, right, 1), None, (), granted))

    def _appointment(self, number: NationalNumber, organisation: int) -> Appointment:
        return Appointment(
            number=AppointmentNumber(self._all.number_of(organisation), number, MAIN_POST),
            backup=False,
            appointed_on=self._month_ago,
            appointed_by=self._all.representative_of(organisation),
            begin=self._month_ago + _ONE_DAY,
            email=f"persoon-{number}@organisatie-{organisation + 1}.example",
        )

    def _in_kiosk(self, chunk: Chunk, applicant: str, which: int, each: int, half: int) -> None:
        """Give what KIOSK has of an applicant; citizens and organisations number their dossiers apart."""
        if self._all.chance(f"contact/{half}", which, 100 // self._all.proportions.contact_one_in):
            chunk.contacts[applicant] = Contact(f"aanvrager-{applicant}@post.example", "+3290000099")
        if which % each:
            return
        serial = FIRST_SERIAL + which // each * 2 + half
        types = tuple(DossierType)
        drawn = mixed(self._all.seed, f"dossier/{half}", which)
        kind = types[drawn % len(types)]
        year = self._start.year - 1
        number = f"KD-{year:04}-{serial:04}"
        phase = kind.phases[drawn // 16 % len(kind.phases)]
        submitted = (
            date(year, 1, 15) + (drawn // 256 % 300) * _ONE_DAY if phase is not kind.phases[0] else None
        )
        title = self._names.title(serial)
        chunk.dossiers.append(Dossier(number, applicant, title, kind, phase, submitted))
        if submitted is not None:
            assessor = self._all.place_of(Role.ASSESSOR, drawn % self._all.count[Role.ASSESSOR])
            chunk.assigned.append((number, str(self._all.number_at(assessor))))


def _key(number: NationalNumber, kind: KeyKind, activated: date, used: date | None = None) -> DigitalKey:
    return DigitalKey(
        insz=number,
        kind=kind,
        activated_on=activated,
        valid_until=last_valid_day(activated),
        last_used=used,
    )
