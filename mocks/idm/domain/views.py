"""What the pages and the API show: pieces of lists, persons with work relations, rights on offer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from mocks.core.identifiers import Insz
from mocks.idm.domain.catalogue import Ground, Right
from mocks.idm.domain.facts import Organisation
from mocks.idm.domain.people import Person, Registered, Status
from mocks.idm.domain.relations import RelationNumber, WorkRelation
from mocks.idm.domain.rights import Activations, UserRight, Withdrawn, given_on

ItemT = TypeVar("ItemT")

MOST_PER_PAGE = 100
MOST_COMPARED = 5


@dataclass(frozen=True)
class Page(Generic[ItemT]):
    """A piece of a list.

    There is no total and no page number: counting or skipping would grow with the list.

    Attributes:
        items: what is shown.
        next: give it back as ``after`` for the following piece; None at the end.
    """

    items: tuple[ItemT, ...]
    next: str | None


@dataclass(frozen=True)
class Administered:
    """An organisation that somebody administers, and on which grounds."""

    organisation: Organisation
    grounds: tuple[Ground, ...]

    @property
    def reason(self) -> str:
        """The grounds in words."""
        return ", ".join(ground.label for ground in self.grounds)


@dataclass(frozen=True)
class Candidate:
    """What the register says of a number before the person is added (step 2 of "Voeg gebruiker toe").

    Attributes:
        registered: the data that the screen shows with "Bron: VKBP".
        known: the person in IDM when already added; then go on to couple.
    """

    registered: Registered
    known: Person | None


@dataclass(frozen=True)
class RelationFile:
    """A work relation with its rights: those that are valid or still begin first, then what has passed."""

    relation: WorkRelation
    rights: tuple[UserRight, ...]


@dataclass(frozen=True)
class Account:
    """An account of a person (tab "Accounts"): the id within one target group, and where it was pushed.

    Attributes:
        target_group: of the work relation.
        vo_id: the id of the person within that target group.
        eloket: the e-loket that has the account by SCIM, or None when nothing is pushed.
        state: what the push says of it, in Dutch, or an empty text.
    """

    target_group: str
    vo_id: str
    eloket: str | None = None
    state: str = ""


@dataclass(frozen=True)
class PersonFile:
    """A person as one organisation sees it: only the work relations with that organisation are shown.

    Attributes:
        person: what IDM knows.
        status: "Status werkstroom" now.
        relations: the work relations with the organisation.
        accounts: for the tab "Accounts".
        withdrawn: of the rights, the contexts that are not activated today.
    """

    person: Person
    status: Status
    relations: tuple[RelationFile, ...]
    accounts: tuple[Account, ...]
    withdrawn: Withdrawn


@dataclass(frozen=True)
class PersonRow:
    """A person in the list of an organisation."""

    insz: Insz
    full_name: str
    status: Status
    relations: tuple[RelationFile, ...]


@dataclass(frozen=True)
class RightOnOffer:
    """A right that this administrator can grant on this work relation today.

    Attributes:
        right: the entry of the catalogue: name, description, profiles.
        contexts: those to choose from; empty for a right without.
        default_end: the end date that the screen proposes, which is also the latest one from today.
        latest_end: the latest end date for a right that begins on the day asked.
    """

    right: Right
    contexts: tuple[str, ...]
    default_end: date
    latest_end: date


@dataclass(frozen=True)
class ComparedRight:
    """A row of a comparison: a right with its profile, and how each person has it.

    Attributes:
        states: one per person: geldig, verlopen, … or an empty text for who does not have it.
        contexts: one per person likewise.
    """

    name: str
    profile: str | None
    states: tuple[str, ...]
    contexts: tuple[tuple[str, ...], ...]

    @property
    def differs(self) -> bool:
        """Whether the persons differ in it."""
        return len(set(zip(self.states, self.contexts, strict=True))) > 1


@dataclass(frozen=True)
class Comparison:
    """Several persons beside one another ("Vergelijk meerdere personen")."""

    persons: tuple[PersonFile, ...]
    rows: tuple[ComparedRight, ...]


def files_of(
    relations: Sequence[WorkRelation], rights: Sequence[UserRight], today: date
) -> tuple[RelationFile, ...]:
    """Lay the rights with their work relations; those that hold or still begin come first."""
    by_relation: dict[RelationNumber, list[UserRight]] = {}
    for right in rights:
        by_relation.setdefault(right.number.relation, []).append(right)
    files = [RelationFile(one, in_order(by_relation.get(one.number, ()), today)) for one in relations]
    return tuple(
        sorted(files, key=lambda file: (file.relation.period.ended(today), file.relation.period.begin))
    )


def given_files(
    relations: Sequence[RelationFile], activations: Activations, day: date
) -> tuple[RelationFile, ...]:
    """Return work relations with of their rights only what is activated on a day."""
    return tuple(
        RelationFile(
            one.relation,
            tuple(given for right in one.rights if (given := given_on(right, activations, day)) is not None),
        )
        for one in relations
    )


def compare(persons: Sequence[PersonFile], today: date) -> Comparison:
    """Set the rights of several persons beside one another, by name."""
    found: dict[tuple[str, str | None], dict[int, UserRight]] = {}
    for place, one in enumerate(persons):
        for relation in one.relations:
            for right in relation.rights:
                row = found.setdefault((right.right.name, right.profile), {})
                if place not in row or right.holds_on(today):
                    row[place] = right
    rows = tuple(
        ComparedRight(
            name=name,
            profile=profile,
            states=tuple(row[place].state(today) if place in row else "" for place in range(len(persons))),
            contexts=tuple(row[place].contexts if place in row else () for place in range(len(persons))),
        )
        for (name, profile), row in sorted(found.items(), key=lambda item: (item[0][0], item[0][1] or ""))
    )
    return Comparison(tuple(persons), rows)


def in_order(rights: Sequence[UserRight], today: date) -> tuple[UserRight, ...]:
    """Return rights as a work relation shows them: what is or will be valid first, then what has passed."""
    passed = {"geldig": 0, "begint later": 1, "verlopen": 2, "ingetrokken": 3}
    return tuple(sorted(rights, key=lambda one: (passed[one.state(today)], one.right.name, one.period.begin)))
