"""Who is local administrator of which organisation, from statements of others and IDM's own rights."""

from __future__ import annotations

from itertools import islice

from mocks.core.identifiers import EnterpriseNumber, Insz
from mocks.core.visit import Visit
from mocks.idm import store
from mocks.idm.backend.catalogue import catalogue_in
from mocks.idm.domain.administration import Case, Verdict, judge
from mocks.idm.domain.administrator import Administrator, administrator
from mocks.idm.domain.catalogue import CHIEF_RIGHT, LOCAL_RIGHT
from mocks.idm.domain.facts import Organisation
from mocks.idm.domain.views import Administered
from mocks.idm.errors import (
    AdministersElsewhere,
    NotAdministrator,
    OrganisationStopped,
    PersonDeceased,
    UnknownOrganisation,
)
from mocks.idm.peers import Peers

_OWN = (CHIEF_RIGHT, LOCAL_RIGHT)

MOST_ADMINISTRATORS = 100
"""Of one organisation; who comes behind them administers as well, but is not listed."""


class Administrators:
    """Who is local administrator, during one visit."""

    def __init__(self, visit: Visit, peers: Peers) -> None:
        """Ask ``peers`` within ``visit``."""
        self._visit = visit
        self._peers = peers

    def organisations(self, person: Insz) -> tuple[Administered, ...]:
        """Return every organisation that a person administers, with the grounds, by name.

        *Bron*: "U krijgt een lijst van alle ondernemingen waarvoor u lokale beheerder bent" (seed 004).
        """
        numbers = {one.organisation for one in self._peers.functions.held_by(person) if one.representing}
        numbers |= {one.organisation for one in self._peers.appointments.of(person)}
        numbers |= {
            str(right.number.relation.organisation)
            for right in store.rights.of_person(self._visit.reading, person)
            if right.number.right in _OWN
        }
        found = (self.find(person, EnterpriseNumber(number)) for number in numbers)
        listed = [Administered(one.organisation, one.grounds) for one in found if one is not None]
        return tuple(sorted(listed, key=lambda one: (one.organisation.name, one.organisation.number)))

    def organisation(self, number: EnterpriseNumber) -> Organisation:
        """Return an organisation.

        Raises:
            UnknownOrganisation: when KBO knows none with this number.
        """
        found = self._peers.extracts.organisation(number)
        if found is None:
            raise UnknownOrganisation(
                f"KBO kent geen onderneming met nummer {number.display}. Kijk het nummer na."
            )
        return found

    def verdicts(self, person: Insz, number: EnterpriseNumber) -> tuple[Verdict, ...]:
        """Return for each ground whether it makes a person administrator, and why."""
        return judge(self.case(person, number))

    def find(self, person: Insz, number: EnterpriseNumber) -> Administrator | None:
        """Return the person as administrator of an organisation, or None."""
        case = self.case(person, number)
        return administrator(case, judge(case))

    def require(self, person: Insz, number: EnterpriseNumber) -> Administrator:
        """Return the person as administrator of an organisation: every use case asks for one.

        Raises:
            UnknownOrganisation, OrganisationStopped: by the organisation.
            PersonDeceased: when the person has died.
            AdministersElsewhere: when the person administers, but only others.
            NotAdministrator: when no ground holds, with the reason of the nearest one.
        """
        case = self.case(person, number)
        verdicts = judge(case)
        found = administrator(case, verdicts)
        if found is not None:
            return found
        organisation = self.organisation(number)
        if case.person is not None and case.person.deceased(case.today):
            raise PersonDeceased(f"{case.who} is overleden en kan niets beheren.")
        if organisation.stopped(case.today):
            raise OrganisationStopped(
                f"{organisation.name} is stopgezet; niemand beheert er nog personen en rechten. Neem contact "
                "op met KBO als dat niet klopt."
            )
        nearest = max(verdicts, key=lambda verdict: len(verdict.checks))
        others = self.organisations(person)
        if others:
            names = ", ".join(one.organisation.name for one in others[:5])
            raise AdministersElsewhere(
                f"{case.who} is lokale beheerder van {names}, niet van {organisation.name}. {nearest.reason}"
            )
        raise NotAdministrator(
            f"{case.who} is geen lokale beheerder van {organisation.name}. {nearest.reason}"
        )

    def of(self, number: EnterpriseNumber) -> tuple[Administrator, ...]:
        """Return the administrators of an organisation, by number.

        Raises:
            UnknownOrganisation: when KBO knows none with this number.
        """
        self.organisation(number)
        candidates = {
            *self._peers.function_holders(number),
            *self._peers.appointees(number),
            *islice(store.rights.holders(self._visit.reading, number, _OWN), MOST_ADMINISTRATORS),
        }
        found = (self.find(Insz(one), number) for one in sorted(candidates)[:MOST_ADMINISTRATORS])
        return tuple(one for one in found if one is not None)

    def who_may_grant(self, number: EnterpriseNumber, name: str) -> tuple[Administrator, ...]:
        """Return the administrators of an organisation who may grant a right; nobody for an unknown right.

        Raises:
            UnknownOrganisation: when KBO knows none with this number.
        """
        rights = catalogue_in(self._visit.reading).rights
        right = next((one for one in rights if one.name == name), None)
        return tuple(one for one in self.of(number) if one.may_grant(right)) if right is not None else ()

    def case(self, person: Insz, number: EnterpriseNumber) -> Case:
        """Return what the checks look at, as everybody states it."""
        peers, reading, clock = self._peers, self._visit.reading, self._visit.clock
        functions = tuple(one for one in peers.functions.held_by(person) if one.organisation == number)
        through = {one.through for one in functions if one.through is not None}
        own = store.rights.of_person_in(reading, person, number)
        known = store.people.find(reading, person) if own else None
        return Case(
            insz=person,
            person=peers.identities.person(person),
            number=number,
            organisation=peers.extracts.organisation(number),
            functions=functions,
            holders={holder: peers.extracts.organisation(holder) for holder in through},
            appointments=tuple(one for one in peers.appointments.of(person) if one.organisation == number),
            status=known.status(clock.now) if known else None,
            relations=tuple(
                (relation, tuple(right for right in own if right.number.relation == relation.number))
                for relation in (store.relations.of_person_in(reading, person, number) if own else ())
            ),
            today=clock.today,
        )
