"""The dossier overview: what somebody asks of it, and how texts are compared there.

*Bron*: the webinar ("Overzicht per aanvrager"); that it can be sorted and searched, and how, is ours.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from mocks.core.forms import UnreadableText, read_line
from mocks.core.languages import Sentence, say
from mocks.eloketten.kiosk.domain.dossiers import DossierType, Phase
from mocks.eloketten.kiosk.errors import MalformedOverview

Chosen = TypeVar("Chosen", bound=StrEnum)


class Order(StrEnum):
    """By what the overview is sorted, by its word in addresses."""

    NUMBER = "nummer"
    TITLE = "titel"
    TYPE = "soort"
    PHASE = "fase"
    SUBMITTED = "ingediend"

    @property
    def label(self) -> Sentence:
        """The heading of its column."""
        return _HEADINGS[self]


class Direction(StrEnum):
    """In which direction it is sorted, by its word in addresses."""

    UP = "oplopend"
    DOWN = "aflopend"


_HEADINGS = {
    Order.NUMBER: say("KIOSK-nummer"),
    Order.TITLE: say("Titel"),
    Order.TYPE: say("Soort"),
    Order.PHASE: say("Fase"),
    Order.SUBMITTED: say("Ingediend op"),
}


@dataclass(frozen=True)
class Wish:
    """Which dossiers somebody wants to see, and in which order.

    Attributes:
        order: by what they are sorted.
        direction: in which direction; dossiers that were never submitted come last in both.
        text: what stands in number or title, or an empty text.
        type: only those of this type, or None.
        phase: only those in this phase, or None.
    """

    order: Order = Order.NUMBER
    direction: Direction = Direction.UP
    text: str = ""
    type: DossierType | None = None
    phase: Phase | None = None

    @property
    def chooses(self) -> bool:
        """Whether it leaves dossiers out."""
        return bool(self.text or self.type or self.phase)

    def query(self) -> dict[str, str]:
        """Return it as an address has it, without what goes without saying."""
        said = {
            "zoek": self.text,
            "soort": self.type,
            "fase": self.phase,
            "sorteer": self.order if self.order is not Order.NUMBER else None,
            "richting": self.direction if self.direction is not Direction.UP else None,
        }
        return {name: str(value) for name, value in said.items() if value}

    def sorted_by(self, order: Order) -> Wish:
        """Return the same wish sorted by a column; pressed once more, in the other direction."""
        back = order is self.order and self.direction is Direction.UP
        direction = Direction.DOWN if back else Direction.UP
        return Wish(order, direction, self.text, self.type, self.phase)


def wish(asked: Mapping[str, str]) -> Wish:
    """Read what an address asks of the overview; what is left out or empty goes without saying.

    Raises:
        MalformedOverview: when it asks something that there is not, or the text is too long or has control
            characters; names what there is.
    """
    return Wish(
        order=_one_of(asked, "sorteer", Order) or Order.NUMBER,
        direction=_one_of(asked, "richting", Direction) or Direction.UP,
        text=_text(asked.get("zoek", "")),
        type=_one_of(asked, "soort", DossierType),
        phase=_one_of(asked, "fase", Phase),
    )


def folded(text: str) -> str:
    """Return a text as it is compared: without capitals and accents, whatever database compares it."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def place_of(number: str) -> int:
    """Return where a KIOSK number stands among the others: by year, then by counter."""
    _, year, counter = number.split("-")
    return int(year) * 1_000_000 + int(counter)


def _text(asked: str) -> str:
    try:
        return read_line(asked, "De zoektekst") or ""
    except UnreadableText:
        raise MalformedOverview(
            "zoek", say("een leesbare tekst op één regel, van hoogstens 200 tekens")
        ) from None


def _one_of(asked: Mapping[str, str], name: str, known: type[Chosen]) -> Chosen | None:
    text = asked.get(name, "")
    if text and text not in tuple(known):
        raise MalformedOverview(name, ", ".join(known))
    return known(text) if text else None
