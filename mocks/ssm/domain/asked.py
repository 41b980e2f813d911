"""Mandate types that e-lokets ask at their onboarding, beside those of :mod:`~mocks.ssm.domain.catalogue`.

*Bron*: each mandate type is one application (domain facts §5.1); that its integration file makes it
concludable, and its name, are ours.
"""

from __future__ import annotations

from dataclasses import dataclass

from mocks.core.forms import shown
from mocks.ssm.domain.catalogue import BUR, CATALOGUE, TYPES, MandateType
from mocks.ssm.errors import TypeTaken, UnknownType

_MANDATORS = (BUR, "EA", "OV")
"""A local government cannot give a mandate (domain facts §5.2)."""


@dataclass(frozen=True)
class AskedType:
    """A mandate type that an e-loket asks.

    Attributes:
        eloket: its client_id at ACM.
        eloket_name: its name on the pages.
        key: of the type.
        target_groups: whom the e-loket serves.
        registered: whether ACM still knows the e-loket.
    """

    eloket: str
    eloket_name: str
    key: str
    target_groups: tuple[str, ...]
    registered: bool = True

    @property
    def is_new(self) -> bool:
        """Whether no type that is always there has this key."""
        return self.key not in CATALOGUE

    @property
    def entry(self) -> MandateType:
        """The entry of the catalogue; of an e-loket that went it opens nothing, and nobody can give it."""
        there = self.registered
        return MandateType(
            key=self.key,
            name=f"{self.eloket_name} gebruiken{'' if there else ' (e-loket niet meer geregistreerd)'}",
            elokets=(self.eloket,) if there else (),
            target_groups=tuple(one for one in _MANDATORS if one in self.target_groups and there),
        )


@dataclass(frozen=True)
class Catalogue:
    """Every mandate type that can be given: those that are always there, and those that e-lokets ask."""

    asked: tuple[AskedType, ...] = ()

    @property
    def types(self) -> tuple[MandateType, ...]:
        """Every type; those that e-lokets ask come last."""
        return (*TYPES, *(one.entry for one in self.asked))

    @property
    def by_key(self) -> dict[str, MandateType]:
        """Every type by its key."""
        return {one.key: one for one in self.types}

    def find(self, key: str) -> MandateType:
        """Return the mandate type with this key.

        Raises:
            UnknownType: when there is none.
        """
        known = self.by_key
        found = known.get(key.strip())
        if found is None:
            raise UnknownType(f"Er is geen mandaattype ‘{shown(key.strip())}’. Kies uit: {', '.join(known)}.")
        return found

    def check(self, new: AskedType) -> None:
        """Check that no other e-loket asks the type that this one asks.

        Raises:
            TypeTaken: when one does.
        """
        for other in self.asked:
            if other.eloket != new.eloket and other.key == new.key:
                raise TypeTaken(
                    f"mandate_type: e-loket ‘{other.eloket}’ vraagt al mandaattype ‘{shown(new.key)}’. Kies "
                    "een ander, zoals de client_id van uw e-loket."
                )
