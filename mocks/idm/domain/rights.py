"""User rights on a work relation: their number, profile, contexts and dates, and activations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from mocks.core.clock import Period
from mocks.core.forms import date_text, shown
from mocks.idm.domain.catalogue import ASKED_KEY_END, CATALOGUE, Right, right_named
from mocks.idm.domain.relations import RelationNumber, WorkRelation, is_counter, years_later
from mocks.idm.errors import MalformedNumber, RightEnded, RightRevoked, UnknownRight


@dataclass(frozen=True, order=True)
class RightNumber:
    """What names one granted right: the work relation, the right, and which of those, from 1 on."""

    relation: RelationNumber
    right: str
    counter: int

    @classmethod
    def parse(cls, text: str) -> RightNumber:
        """Read ``<work relation>-<right>-<counter>``; counters left out are 1.

        Raises:
            MalformedNumber: when these parts are not there.
            UnknownRight: when no right can be called so.
            IdentifierRefusal: when a number is none.
        """
        person, _, rest = text.partition("-")
        organisation, _, rest = rest.partition("-")
        first, _, behind = rest.partition("-")
        counter, slug = (first, behind) if is_counter(first) else ("1", rest)
        before, _, last = slug.rpartition("-")
        slug, own = (before, last) if before and is_counter(last) else (slug, "1")
        if not slug:
            raise MalformedNumber(
                f"‘{shown(text)}’ noemt geen toegekend recht. Schrijf werkrelatie-recht-volgnummer, zoals "
                "85031900072-0110041748-1-kiosk-aanvrager-1."
            )
        return cls(RelationNumber.parse(f"{person}-{organisation}-{counter}"), _key_of(slug), int(own))

    def __str__(self) -> str:
        return f"{self.relation}-{self.right}-{self.counter}"


def _key_of(slug: str) -> str:
    """Return the key that a number names; whether an e-loket asks such a right is not known here."""
    found = CATALOGUE.get(slug) or right_named(slug)
    if found is not None:
        return found.key
    if not slug.endswith(ASKED_KEY_END):
        raise UnknownRight(f"Er is geen recht ‘{shown(slug)}’. Kies uit: {', '.join(CATALOGUE)}.")
    return slug


@dataclass(frozen=True)
class UserRight:
    """A right that was granted on a work relation.

    Attributes:
        number: which one.
        profile: the chosen profile, or None for a right without.
        contexts: the chosen contexts, in the order of the list.
        period: from when to when; the end date is the last valid day.
        revoked_on: the day from which it gives nothing any more, or None.
        revision: raised by every change; give it back as ``seen`` to notice that somebody else was first.
        asked: the entry of a right that an e-loket asks; None for one that is always there.
    """

    number: RightNumber
    profile: str | None
    contexts: tuple[str, ...]
    period: Period
    revoked_on: date | None = None
    revision: int = 1
    asked: Right | None = None

    @property
    def right(self) -> Right:
        """The entry of the catalogue."""
        return self.asked or CATALOGUE[self.number.right]

    @property
    def end(self) -> date:
        """The last valid day by its dates, whether or not it was revoked before."""
        assert self.period.end is not None, "IDM writes no open end"
        return self.period.end

    def revoked(self, day: date) -> bool:
        """Whether it was revoked by ``day``."""
        return self.revoked_on is not None and self.revoked_on <= day

    def holds_on(self, day: date) -> bool:
        """Whether it is valid on ``day`` by itself; its work relation has to be, too."""
        return self.period.holds_on(day) and not self.revoked(day)

    def state(self, today: date) -> str:
        """Return how it stands, in one Dutch word or two."""
        if self.revoked(today):
            return "ingetrokken"
        if not self.period.begun(today):
            return "begint later"
        return "verlopen" if self.period.ended(today) else "geldig"


@dataclass(frozen=True)
class Activation:
    """That the owner of a right activated it for an organisation, with the contexts to choose from.

    *Bron*: "dit recht wordt zichtbaar ... van zodra dit door de dienst kmo-portefeuille wordt
    geactiveerd" (seed 003); the contexts are campuses (seed 004).
    """

    organisation: str
    right: str
    contexts: tuple[str, ...]
    period: Period


Activations = Mapping[tuple[str, str], Activation]
"""Activations by organisation and right."""


Withdrawn = Mapping[RightNumber, tuple[str, ...]]
"""Of granted rights, the contexts that are not, or no longer, activated: they give nothing."""


@dataclass(frozen=True)
class Wish:
    """What an administrator asks to be granted; dates left out get the proposal of the screen."""

    right: Right
    profile: str | None = None
    contexts: tuple[str, ...] = ()
    begin: date | None = None
    end: date | None = None


def latest_end(right: Right, relation: WorkRelation, begin: date) -> date:
    """Return the latest end of a right that begins on a day: bounded by itself and by its relation."""
    return min(relation.end, years_later(begin, right.most_years))


def activation_of(right: UserRight, activations: Activations) -> Activation | None:
    """Return the activation that a granted right leans on, or None."""
    return activations.get((right.number.relation.organisation, right.number.right))


def given_on(right: UserRight, activations: Activations, day: date) -> UserRight | None:
    """Return a granted right with what of it is activated on a day, or None when nothing is.

    Ours: what the owner of the right takes back later gives nothing from then on, though nobody revoked the
    right itself; *Bron* for the activation: seed 003.
    """
    if not right.right.needs_activation:
        return right
    activation = activation_of(right, activations)
    if activation is None or not activation.period.holds_on(day):
        return None
    contexts = tuple(one for one in right.contexts if one in activation.contexts)
    return replace(right, contexts=contexts) if contexts else None


def withdrawn_on(rights: Iterable[UserRight], activations: Activations, day: date) -> Withdrawn:
    """Return of each right what it was granted for that is not activated on a day, where there is such."""
    found = {}
    for right in rights:
        given = given_on(right, activations, day)
        contexts = given.contexts if given is not None else ()
        if missing := tuple(one for one in right.contexts if one not in contexts):
            found[right.number] = missing
    return found


def require_living(right: UserRight, today: date) -> None:
    """Check that a right can still be changed.

    Raises:
        RightRevoked: when it was revoked.
        RightEnded: when its last day has passed.
    """
    if right.revoked_on is not None:
        raise RightRevoked(
            f"‘{right.right.name}’ is ingetrokken op {date_text(right.revoked_on)}. Ken het opnieuw toe."
        )
    if right.period.ended(today):
        raise RightEnded(f"‘{right.right.name}’ is verlopen op {date_text(right.end)}. Ken het opnieuw toe.")


def extended_end(right: UserRight, relation_end: date, today: date, held: Iterable[UserRight]) -> date:
    """Return the end that a right gets when its work relation is extended with its rights.

    *Bron*: "Verleng werkrelatie en gebruikersrechten" (seed 004); as far as its own maximum lets it, ours.
    """
    own = years_later(max(right.period.begin, today), right.right.most_years)
    following = [
        other.period.begin - timedelta(days=1)
        for other in held
        if is_same(other, right) and other.period.begin > right.end and not other.revoked(today)
    ]
    return max(right.end, min(relation_end, own, *following))


def is_same(one: UserRight, other: UserRight) -> bool:
    """Return whether two grants are of the same right with the same profile."""
    return one.number.right == other.number.right and one.profile == other.profile
