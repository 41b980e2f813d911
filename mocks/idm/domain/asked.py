"""Rights that e-lokets ask at their onboarding, beside those of :mod:`~mocks.idm.domain.catalogue`.

*Bron*: seeds 002 to 004 each name the right of one application; that its integration file makes it
grantable, its key, its one profile and its maximum duration are ours.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mocks.core.forms import shown
from mocks.idm.domain.catalogue import ASKED_KEY_END, CATALOGUE, RIGHTS, Right, right_named
from mocks.idm.errors import RightNameTaken, UnknownRight

_ORGANISATIONS = ("EA", "LB", "OV")
"""The target groups whose people can have a right; a citizen (BUR) has none."""


@dataclass(frozen=True)
class AskedRight:
    """A right that an e-loket asks.

    Attributes:
        eloket: its client_id at ACM.
        eloket_name: its name on the pages.
        name: the name of the right.
        token_code: its name in ``<app>_rol_3d``.
        profile: the only profile, or None for a right without.
        target_groups: whom the e-loket serves.
        registered: whether ACM still knows the e-loket.
    """

    eloket: str
    eloket_name: str
    name: str
    token_code: str
    profile: str | None
    target_groups: tuple[str, ...]
    registered: bool = True

    @property
    def key(self) -> str:
        """Its name in numbers and addresses, from the client_id of the e-loket."""
        return self.eloket + ASKED_KEY_END

    @property
    def is_new(self) -> bool:
        """Whether no right that is always there has this name."""
        return right_named(self.name) is None

    @property
    def entry(self) -> Right:
        """The entry of the catalogue; of an e-loket that went it opens nothing, and nobody can get it."""
        there = self.registered
        return Right(
            key=self.key,
            # Another name, so that nobody takes it for the right of an e-loket that asks the same name now.
            name=self.name if there else f"{self.name} (e-loket niet meer geregistreerd)",
            token_code=self.token_code,
            description=f"{self.eloket_name} gebruiken.",
            elokets=(self.eloket,) if there else (),
            target_groups=tuple(one for one in _ORGANISATIONS if one in self.target_groups and there),
            profiles=(self.profile,) if self.profile is not None else (),
        )


@dataclass(frozen=True)
class Catalogue:
    """Every right that can be granted: those that are always there, and those that e-lokets ask."""

    asked: tuple[AskedRight, ...] = ()

    @property
    def rights(self) -> tuple[Right, ...]:
        """Every right; those that e-lokets ask come last."""
        return (*RIGHTS, *(one.entry for one in self.asked))

    @property
    def elokets(self) -> frozenset[str]:
        """Every e-loket that a right opens."""
        return frozenset(eloket for right in self.rights for eloket in right.elokets)

    def find(self, text: str) -> Right:
        """Return the right with this key, or with this name in any capitals.

        Raises:
            UnknownRight: when there is none.
        """
        wanted = text.strip()
        found = CATALOGUE.get(wanted) or right_named(wanted) or next(self._asked_as(wanted), None)
        if found is None:
            names = "; ".join(right.name for right in self.rights)
            raise UnknownRight(f"Er is geen recht ‘{shown(wanted)}’. Kies uit: {names}.")
        return found

    def check(self, new: AskedRight) -> None:
        """Check that what an e-loket asks has a name of its own.

        Raises:
            RightNameTaken: when another right has this name.
        """
        known = right_named(new.name)
        if known is not None and known.token_code != new.token_code:
            raise RightNameTaken(
                f"right: IDM heeft al een recht ‘{known.name}’, met token_code {known.token_code}. Neem die "
                "token_code over om dat recht te gebruiken, of geef uw recht een andere name."
            )
        for other in self.asked:
            if other.eloket != new.eloket and other.name.casefold() == new.name.casefold():
                raise RightNameTaken(
                    f"right: e-loket ‘{other.eloket}’ vraagt al een recht ‘{shown(other.name)}’. Geef uw "
                    "recht een andere name."
                )

    def _asked_as(self, text: str) -> Iterator[Right]:
        for one in self.asked:
            if text == one.key or text.casefold() == one.name.casefold():
                yield one.entry
