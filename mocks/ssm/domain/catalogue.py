"""The mandate types that are always there, as data: one per e-loket.

*Bron*: each mandate type is one application (domain facts §5.1).  No name of a type of KIOSK is public; the
names here are ours.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

KIOSK_MANDATES_FROM = date(2021, 3, 15)
"""*Bron*: mandates for KIOSK 2.0 from half March 2021 (webinar); the 15th is our choice."""

BUR, LB = "BUR", "LB"
"""The target groups of a natural person and of a local government."""


@dataclass(frozen=True)
class MandateType:
    """What a mandate is for.

    Attributes:
        key: its name in numbers, addresses and statements.
        name: its Dutch name on the screens.
        elokets: the e-lokets that it opens, by the key that ``explain`` gives them.
        target_groups: of the mandators that can give it.
        available_from: the first day on which it is on offer, or None.
    """

    key: str
    name: str
    elokets: tuple[str, ...]
    target_groups: tuple[str, ...]
    available_from: date | None = None

    def available(self, today: date) -> bool:
        """Whether it is on offer by ``today``."""
        return self.available_from is None or self.available_from <= today


# The webinar tells of mandates of organisations with an enterprise number, and domain facts §5.2 of persons.
# That a mandator of target group OV can give one is a guess; a local government cannot (§5.2).
TYPES: Sequence[MandateType] = (
    MandateType(
        key="kiosk",
        name="Dossiers beheren in KIOSK",  # Ours.
        elokets=("kiosk",),
        target_groups=(BUR, "EA", "OV"),
        available_from=KIOSK_MANDATES_FROM,
    ),
    MandateType(
        key="eigen-eloket",
        name="Eigen e-loket gebruiken",  # Ours.
        elokets=("eigen-eloket",),
        target_groups=(BUR, "EA", "OV"),
    ),
)

CATALOGUE: Mapping[str, MandateType] = {one.key: one for one in TYPES}
