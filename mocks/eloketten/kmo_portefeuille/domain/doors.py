"""The three doors, each an e-loket of its own to ACM."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mocks.eloketten.kmo_portefeuille.errors import UnknownDoor


@dataclass(frozen=True)
class Door:
    """One door.

    Attributes:
        key: its name in addresses.
        client_id: its name at ACM.
        secret: by which it proves at ACM who it is; a secret of the test environment.
        label: what its button says.
        about: for whom it is, in one Dutch sentence.
        role_scope: the scope that asks the right; the claim is called after it.
        right: the name of the right in IDM.
        role: the name of the right in that claim.
        for_provider: whether it is for service providers, who all need the right.
    """

    key: str
    client_id: str
    secret: str
    label: str
    about: str
    role_scope: str
    right: str
    role: str
    for_provider: bool = True

    @property
    def scope(self) -> str:
        """What it asks of ACM."""
        return f"openid profile vo rrn wettelijkvertegenwoordiger {self.role_scope} offline_access"

    @property
    def claim(self) -> str:
        """The claim that names the right (*Bron*: domain facts §1.4)."""
        return f"{self.role_scope}_rol_3d"


APPLICANT = Door(
    "onderneming",
    "kmo-portefeuille",
    "kmo-portefeuille-geheim",
    "Login onderneming",  # Ours: the sources show the buttons for service providers only.
    "Voor de onderneming die een tegemoetkoming voor opleiding of advies aanvraagt.",
    "kmo_portefeuille",
    "VLAIO Inkom Gebruiker",
    "VLAIOInkomGebruiker",
    for_provider=False,
)
SEAT = Door(
    "dienstverlener",
    "kmo-dienstverlener",
    "kmo-dienstverlener-geheim",
    "Login dienstverleners",
    "Voor de maatschappelijke zetel van een dienstverlener.",
    "kmo_dienstverlener",
    "VLAIO Inkom Gebruiker Nieuw",
    "VLAIOInkomGebruikerNieuw",
)
DEPARTMENTS = Door(
    "departementen",
    "kmo-departementen",
    "kmo-departementen-geheim",
    "Login individuele dienstverlener/departementen",
    "Voor de departementen van een dienstverlener, elk met een eigen contactpersoon en rekeningnummer.",
    "kmo_departementen",
    "Dienstverlener kmo-portefeuille, departementen",
    "DienstverlenerKmoPortefeuilleDepartementen",
)
DOORS: Mapping[str, Door] = {door.key: door for door in (APPLICANT, SEAT, DEPARTMENTS)}
"""Every door by its key.  *Bron*: seed 003 for the rights and their profiles; seed 004 for both labels."""


def door_of(key: str) -> Door:
    """Return a door.

    Raises:
        UnknownDoor: when there is none of this name.
    """
    if key not in DOORS:
        raise UnknownDoor(key)
    return DOORS[key]
