"""Readiness: who could sign in for an organisation on a day, asked before anybody does.

Everybody who has anything with an organisation is put before ACM's own decision, with the strongest key,
as a sign-in would.  Organisations are taken a piece at a time and people one at a time, so that what is kept
does not grow with how many organisations there are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from mocks.acm.backend import clients
from mocks.acm.backend.decide import Decider
from mocks.acm.backend.explain import person_number
from mocks.acm.domain import readiness_forms as forms
from mocks.acm.domain.eloket import Eloket, Route
from mocks.acm.domain.facts import Facts, Organisation
from mocks.acm.domain.readiness import OrganisationReadiness, Standing, Summary, Tally
from mocks.acm.domain.verdict import Check
from mocks.acm.errors import OrganisationNotInKbo, UnknownWho, listed
from mocks.acm.peers import Peers
from mocks.core.dutch import dutch_date
from mocks.core.errors import Refusal
from mocks.core.identifiers import EnterpriseNumber, Insz
from mocks.core.visit import Visit

PEOPLE_SHOWN = 100
"""People of one organisation in a list of several; all are counted."""

_PIECE = 100


@dataclass(frozen=True)
class Source:
    """An authority by which people have something with an organisation.

    Attributes:
        name: what pages call it.
        people: gives their numbers; one may come more than once.
    """

    name: str
    people: Callable[[EnterpriseNumber], Iterable[str]]


Directory = Callable[[str, int, int], tuple[Sequence[str], int]]
"""The numbers of a page of organisations by words of their name (empty for all), and how many there are."""

Notice = Callable[[str, date], str | None]
"""What an e-loket says of itself on a day, such as that it is a test environment."""


@dataclass(frozen=True)
class Register:
    """Whom and what readiness goes through, as the composition root hands it in."""

    sources: Sequence[Source]
    directory: Directory
    notice: Notice


class Readiness:
    """Who could sign in at one e-loket on one day, during one visit."""

    def __init__(
        self, visit: Visit, peers: Peers, register: Register, at: str, day: date | None = None
    ) -> None:
        """Look at e-loket ``at``; without ``day`` on the world's own.

        Raises:
            UnknownEloket: naming what is known.
        """
        self._eloket: Eloket = clients.require(visit, at)
        self._peers = peers
        self._register = register
        self._decider = Decider(visit, peers, day)

    @property
    def at(self) -> str:
        """The client_id of the e-loket."""
        return self._eloket.client_id

    @property
    def title(self) -> str:
        """The name of the e-loket."""
        return self._eloket.client_name

    @property
    def right(self) -> str | None:
        """The user right that opens it to employees, if any."""
        return self._eloket.right.name if self._eloket.right else None

    @property
    def day(self) -> date:
        """The day for which is decided."""
        return self._decider.today

    @property
    def open(self) -> bool:
        """Whether the e-loket is reachable on that day."""
        return self.day not in self._eloket.closed_on

    @property
    def notice(self) -> str | None:
        """What the e-loket says of itself on that day, such as that it is a test environment."""
        return self._register.notice(self.at, self.day)

    def organisation(self, text: str) -> Organisation:
        """Return an organisation by its key in the cast or its enterprise number.

        Raises:
            UnknownWho: when it is neither.
            OrganisationNotInKbo: when KBO knows none with that number.
        """
        number = self._peers.organisations.get(text, text)
        try:
            enterprise = EnterpriseNumber(number)
        except Refusal as refusal:
            if number != text:
                raise OrganisationNotInKbo(
                    f"‘{text}’ heeft geen ondernemingsnummer. Vraag het voor wie ervoor optreedt, zoals de "
                    "inrichtende macht."
                ) from None
            raise UnknownWho(
                f"‘{text[:40]}’ is geen organisatie. {refusal.sentence} Organisaties: "
                f"{listed(self._peers.organisations)}."
            ) from None
        found = self._peers.extracts.organisation(enterprise)
        if found is None:
            raise OrganisationNotInKbo(
                f"KBO kent geen onderneming met nummer {enterprise.display}. Kijk het nummer na."
            )
        return found

    def of(self, organisation: Organisation, offset: int = 0, limit: int = 0) -> OrganisationReadiness:
        """Return how an organisation stands, with one page of its people."""
        tally = Tally(offset, limit)
        for standing in self.people(organisation):
            tally.add(standing)
        names = ", ".join(source.name for source in self._register.sources)
        nobody = Check(
            "Iemand heeft iets met de organisatie",
            False,
            f"Niemand heeft een functie, werkrelatie, aanstelling of mandaat bij {organisation.name}.",
            names,
            "Laat KBO de functie van een wettelijk vertegenwoordiger registreren.",
        )
        return tally.result(organisation, nobody)

    def people(self, organisation: Organisation) -> Iterator[Standing]:
        """Give how everybody stands who has anything with an organisation, by number."""
        number = EnterpriseNumber(organisation.number)
        known_by: dict[str, list[str]] = {}
        for source in self._register.sources:
            for person in source.people(number):
                names = known_by.setdefault(str(person), [])
                if source.name not in names:
                    names.append(source.name)
        for person in sorted(known_by):
            yield self._standing(Insz(person), number, tuple(known_by[person]))

    def oneself(self, who: str) -> Standing:
        """Return how a person stands who acts for himself.

        Raises:
            UnknownWho: when it is no personage and no number.
        """
        return self._standing(person_number(self._peers, who), None, ())

    def search(self, name: str, offset: int, limit: int) -> tuple[list[OrganisationReadiness], int]:
        """Return how a page of organisations stands, by number, and how many there are.

        Raises:
            UnusableName: when the name cannot be searched for.
        """
        numbers, total = self._register.directory(name, offset, limit)
        return [self.of(self.organisation(number), 0, PEOPLE_SHOWN) for number in numbers], total

    def every(self, name: str = "") -> Iterator[Organisation]:
        """Return every organisation by number, read a piece at a time.

        Raises:
            UnusableName: when the name cannot be searched for.
        """
        first, total = self._register.directory(name, 0, _PIECE)
        return self._pieces(name, first, total)

    def _pieces(self, name: str, numbers: Sequence[str], total: int) -> Iterator[Organisation]:
        offset = 0
        while numbers:
            yield from (self.organisation(number) for number in numbers)
            offset += _PIECE
            numbers = self._register.directory(name, offset, _PIECE)[0] if offset < total else ()

    def summary(self, name: str = "") -> Summary:
        """Return how many organisations are ready, by which ways, and what the others lack first."""
        counted = Summary()
        for organisation in self.every(name):
            counted.add(self.of(organisation))
        return counted

    def members(self, organisations: Sequence[OrganisationReadiness]) -> dict[str, Any]:
        """Return how organisations stand as the control API gives it."""
        counted = Summary()
        for one in organisations:
            counted.add(one)
        return {
            **self.heading(),
            "organisations": [forms.organisation_members(one) for one in organisations],
            "summary": forms.summary_members(counted),
        }

    def summary_members(self, name: str = "") -> dict[str, Any]:
        """Return the counts of all organisations as the control API gives them."""
        return {**self.heading(), "summary": forms.summary_members(self.summary(name))}

    def heading(self) -> dict[str, Any]:
        """Return where and when, as the control API gives it."""
        return {"at": self.at, "date": self.day.isoformat(), "open": self.open, "notice": self.notice}

    def csv(self, organisations: Iterable[Organisation]) -> Iterator[str]:
        """Give the lines of a CSV file: one per organisation and person."""
        yield forms.csv_line(forms.COLUMNS)
        for organisation in organisations:
            found = None
            for found in self.people(organisation):
                yield forms.csv_line(forms.row(organisation, found))
            if found is None:
                yield forms.csv_line(forms.row_of_nobody(self.of(organisation)))

    def lines(self, organisations: Iterable[Organisation]) -> Iterator[str]:
        """Give how organisations stand in Dutch, and the counts when there are several."""
        yield f"{self.title} op {dutch_date(self.day)}: {'' if self.open else 'niet '}bereikbaar"
        if self.notice:
            yield self.notice
        counted = Summary()
        for organisation in organisations:
            found = self.of(organisation, 0, PEOPLE_SHOWN)
            counted.add(found)
            yield ""
            yield from forms.organisation_lines(found)
            if found.total > len(found.people):
                yield f"  … en nog {found.total - len(found.people)} anderen"
        if counted.organisations > 1:
            yield ""
            yield from forms.summary_lines(counted)

    def _standing(self, insz: Insz, number: str | None, known_by: tuple[str, ...]) -> Standing:
        facts = self._decider.facts(insz, number, narrow=number is not None)
        key = self._decider.strongest_key(facts, self._eloket)
        facts = self._decider.foreseen(facts, self._eloket, key)
        decision = self._decider.decide(facts, self._eloket, key, number)
        name = facts.person.full_name if facts.person else insz.display
        return Standing(insz, name, known_by, key, decision.about(number), _leaning(facts, number or ""))


def _leaning(facts: Facts, number: str) -> Route | None:
    """Return the way by which somebody has something in an organisation, if any."""
    if facts.relations_with(number):
        return "work_relation"
    return "legal_representative" if facts.functions_in(number) else None
