"""How ACM asks the other authorities: one class per question.

Each takes the answering end that the composition root hands in, verifies the statement that comes back,
and reads it into ACM's own facts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from mocks.acm.domain.eloket import Eloket
from mocks.acm.domain.facts import (
    Appointment,
    DigitalKey,
    Employment,
    Function,
    Mandate,
    Organisation,
    Person,
)
from mocks.acm.domain.statements import (
    appointments_in,
    day_of,
    employment_in,
    functions_in,
    keys_in,
    mandates_in,
)
from mocks.core.identifiers import Insz
from mocks.core.statements import Authority, Inquiry, Question
from mocks.core.visit import Visit

AUDIENCE = "acm"


class Identities:
    """Who is this? (asked of the Rijksregister)."""

    question = Question("rijksregister", "identity")

    def __init__(self, visit: Visit, authority: Authority) -> None:
        self._inquiry = Inquiry(visit, self.question, AUDIENCE, authority)

    def person(self, insz: Insz) -> Person | None:
        """Return the person with this number, or None."""
        facts = self._inquiry.ask(insz)
        if facts is None:
            return None
        return Person(
            insz=insz,
            given_name=facts["given_name"],
            family_name=facts["family_name"],
            birth_date=day_of(facts["birth_date"]),
            belgian_eid=facts["belgian_eid"],
            deceased_on=day_of(facts["deceased_on"]),
        )


class DigitalKeys:
    """Which digital keys did this person activate, and from when until when? (asked of CSAM)."""

    question = Question("csam", "digital-keys")

    def __init__(self, visit: Visit, authority: Authority) -> None:
        self._inquiry = Inquiry(visit, self.question, AUDIENCE, authority)

    def keys(self, insz: Insz) -> tuple[DigitalKey, ...]:
        """Return the activated keys of a person; the eID is none of them."""
        return self._inquiry.read(insz, keys_in)


class Functions:
    """Which functions does this person hold, and where? (asked of KBO)."""

    question = Question("kbo", "functions")

    def __init__(self, visit: Visit, authority: Authority) -> None:
        self._inquiry = Inquiry(visit, self.question, AUDIENCE, authority)

    def held_by(self, insz: Insz) -> tuple[Function, ...]:
        """Return the functions of a person, ended and future ones included."""
        return self._inquiry.read(insz, functions_in)


class Extracts:
    """What is this organisation? (asked of KBO)."""

    question = Question("kbo", "extract")

    def __init__(self, visit: Visit, authority: Authority) -> None:
        self._inquiry = Inquiry(visit, self.question, AUDIENCE, authority)

    def organisation(self, number: str) -> Organisation | None:
        """Return the organisation with this enterprise number, or None."""
        facts = self._inquiry.ask(number)
        if facts is None:
            return None
        return Organisation(
            number=number,
            name=facts["name"],
            target_group=facts["target_group"],
            kind=facts["kind"],
            stopped_on=day_of(facts["stopped_on"]),
            legal_form=facts["legal_form"]["code"] if facts["legal_form"] else None,
        )


class WorkRelations:
    """Which work relations and rights does this person have? (asked of IDM)."""

    question = Question("idm", "work-relations")

    def __init__(self, visit: Visit, authority: Authority) -> None:
        self._inquiry = Inquiry(visit, self.question, AUDIENCE, authority)

    def of(self, insz: Insz) -> Employment | None:
        """Return what IDM knows of a person, ended and future relations included, or None."""
        return self._inquiry.read(insz, employment_in)


class Appointments:
    """Of which organisations is this person an access manager? (asked of BTB at CSAM)."""

    question = Question("csam", "appointments")

    def __init__(self, visit: Visit, authority: Authority) -> None:
        self._inquiry = Inquiry(visit, self.question, AUDIENCE, authority)

    def of(self, insz: Insz) -> tuple[Appointment, ...]:
        """Return the appointments of a person, ended and waiting ones included."""
        return self._inquiry.read(insz, appointments_in)


class Mandates:
    """Which mandates does this organisation or person hold? (asked of SSM)."""

    question = Question("ssm", "mandates")

    def __init__(self, visit: Visit, authority: Authority) -> None:
        self._inquiry = Inquiry(visit, self.question, AUDIENCE, authority)

    def held_by(self, number: str) -> tuple[Mandate, ...]:
        """Return the mandates that a party holds, pending, stopped and ended ones included."""
        return self._inquiry.read(number, mandates_in)


Search = Callable[[str], Sequence[tuple[str, str]]]
"""Which organisations have this name? (KBO's public search): number and name of each."""


Grantors = Callable[[str, str], Sequence[tuple[str, str]]]
"""Who could grant a right in an organisation (IDM): name and ground of each.  For explaining, never for
deciding: so it is no signed statement."""


class Desk(Protocol):
    """Where another authority hears what an e-loket asks of it: a right (IDM), a mandate type (SSM).

    It is no fact about anybody, but how the e-loket was set up: so it is no signed statement.
    """

    def check(self, eloket: Eloket) -> None:
        """Refuse what cannot be asked, before anybody is told; with the reason of the authority."""

    def take(self, eloket: Eloket) -> None:
        """Take in what an e-loket asks, in the place of what it asked before."""

    def withdraw(self, client_id: str) -> None:
        """Hear that an e-loket went."""


Desks = Sequence[Desk]

SignedIn = Callable[[Insz], object]
"""Tell CSAM that this person signed in: what FAS sees by itself, unless it was passed by."""


@dataclass(frozen=True)
class Institution:
    """An institution of the cast without an enterprise number, and who acts for it.

    Attributes:
        name: how it is called.
        acting: the enterprise number of its inrichtende macht.
        acting_name: how that one is called.
    """

    name: str
    acting: str
    acting_name: str


@dataclass(frozen=True)
class Peers:
    """Everybody whom ACM asks during one visit, and the names of the cast."""

    identities: Identities
    digital_keys: DigitalKeys
    functions: Functions
    extracts: Extracts
    work_relations: WorkRelations
    appointments: Appointments
    mandates: Mandates
    signed_in: SignedIn
    grantors: Grantors
    search: Search
    personas: Mapping[str, str]
    organisations: Mapping[str, str]
    institutions: Mapping[str, Institution]

    @classmethod
    def of(  # noqa: PLR0913  # one per question
        cls,
        visit: Visit,
        *,
        identity: Authority,
        digital_keys: Authority,
        functions: Authority,
        extract: Authority,
        work_relations: Authority,
        appointments: Authority,
        mandates: Authority,
        signed_in: SignedIn,
        grantors: Grantors,
        search: Search,
        personas: Mapping[str, str],
        organisations: Mapping[str, str],
        institutions: Mapping[str, Institution],
    ) -> Peers:
        """Connect each question to the authority that answers it.

        ``personas`` and ``organisations`` give the number of each key of the cast, ``institutions`` who acts
        for those without an enterprise number.
        """
        return cls(
            identities=Identities(visit, identity),
            digital_keys=DigitalKeys(visit, digital_keys),
            functions=Functions(visit, functions),
            extracts=Extracts(visit, extract),
            work_relations=WorkRelations(visit, work_relations),
            appointments=Appointments(visit, appointments),
            mandates=Mandates(visit, mandates),
            signed_in=signed_in,
            grantors=grantors,
            search=search,
            personas=personas,
            organisations=organisations,
            institutions=institutions,
        )
