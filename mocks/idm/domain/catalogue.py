"""The catalogue of user rights that are always there, as data.

*Bron* per right: its name and what the source says of it; the rest is ours and marked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

ALL_DOMAINS = "all"
"""The domain of BTB that covers every other."""

KIOSK_RIGHTS_FROM = date(2021, 3, 15)
"""*Bron*: "vanaf half maart 2021" (webinar); the 15th is our choice."""


class Ground(StrEnum):
    """Why somebody is local administrator."""

    LEGAL_REPRESENTATIVE = "legal_representative"
    MAIN_ACCESS_MANAGER = "main_access_manager"
    CHIEF_LOCAL_ADMINISTRATOR = "chief_local_administrator"
    LOCAL_ADMINISTRATOR = "local_administrator"
    ACCESS_MANAGER = "access_manager"

    @property
    def label(self) -> str:
        """What the pages call it."""
        return _GROUND_LABELS[self]


_GROUND_LABELS: Mapping[Ground, str] = {
    Ground.LEGAL_REPRESENTATIVE: "Wettelijk vertegenwoordiger (KBO)",
    Ground.MAIN_ACCESS_MANAGER: "Hoofdtoegangsbeheerder (BTB)",
    Ground.CHIEF_LOCAL_ADMINISTRATOR: "Hoofd Lokale beheerder",
    Ground.LOCAL_ADMINISTRATOR: "Lokale beheerder",
    Ground.ACCESS_MANAGER: "Toegangsbeheerder (BTB)",
}

TOP = (Ground.LEGAL_REPRESENTATIVE, Ground.MAIN_ACCESS_MANAGER)
"""The top of the organisation, which delegates.  *Bron*: domain facts §4 (HLB)."""

CHIEFS = (*TOP, Ground.CHIEF_LOCAL_ADMINISTRATOR)
EVERYBODY = tuple(Ground)


@dataclass(frozen=True)
class Right:
    """A user right that can be granted.

    Attributes:
        key: its name in numbers and addresses.
        name: its name on the screens, to the letter.
        token_code: its name in ``<app>_rol_3d``.
        description: "Omschrijving van het recht".
        elokets: the e-lokets that it opens, by the key that ``explain`` gives them.
        target_groups: of the organisations that can have it.
        most_years: its own maximum duration, in years.
        granted_by: on which grounds one may grant it.
        btb_domain: whose access manager may grant it; ``all`` leaves it to the manager of every domain.
        belgian_eid: whether only who holds a Belgian eID can have it.
        profiles: those from which one is chosen; empty for a right without.
        has_contexts: whether one or several contexts must be chosen, from those activated for the
            organisation.
        needs_activation: whether it is on offer only after activation for the organisation.
        available_from: the first day on which it is on offer, or None.
    """

    key: str
    name: str
    token_code: str
    description: str
    elokets: tuple[str, ...]
    target_groups: tuple[str, ...] = ("EA",)
    most_years: int = 4
    granted_by: tuple[Ground, ...] = EVERYBODY
    btb_domain: str = ALL_DOMAINS
    belgian_eid: bool = False
    profiles: tuple[str, ...] = ()
    has_contexts: bool = False
    needs_activation: bool = False
    available_from: date | None = None

    def available(self, today: date) -> bool:
        """Whether it is on offer by ``today``."""
        return self.available_from is None or self.available_from <= today


# Four years is the example of seed 004 (29/06/2018–29/06/2022); for every other right it is ours.  No
# source tells the domain of a right in BTB: those of VLAIO under economy are ours, as is "all" elsewhere.
RIGHTS: Sequence[Right] = (
    Right(
        key="kiosk-aanvrager",
        name="KIOSK Aanvrager",
        token_code="KIOSKAanvrager",
        description="Dossiers van de organisatie aanvragen en beheren in KIOSK.",
        elokets=("kiosk",),
        target_groups=("EA", "LB", "OV"),
        belgian_eid=True,
        available_from=KIOSK_RIGHTS_FROM,
    ),
    Right(
        key="kiosk-beoordelaar",  # Ours: the source only names external assessors.
        name="KIOSK Beoordelaar",
        token_code="KIOSKBeoordelaar",
        description="Dossiers in KIOSK beoordelen als externe beoordelaar.",
        elokets=("kiosk-beoordelaar",),
        target_groups=("EA", "LB", "OV"),
        belgian_eid=True,
        available_from=KIOSK_RIGHTS_FROM,
    ),
    Right(
        key="ssm-mandaatbeheerder",
        name="SSM Mandaatbeheerder",
        token_code="SSMMandaatbeheerder",
        description="Mandaten van de organisatie sluiten en beheren in SSM.",
        elokets=("ssm",),
        target_groups=("EA", "LB", "OV"),
        belgian_eid=True,  # Webinar: "een werkrelatie met een Belgische eID".
        available_from=KIOSK_RIGHTS_FROM,  # Ours: the source dates the set-up for KIOSK.
    ),
    Right(
        key="ssm-mandaatuitvoerder",
        name="SSM Mandaatuitvoerder",
        token_code="SSMMandaatuitvoerder",
        description="Zich bij een e-loket aanmelden met een mandaat dat de organisatie gekregen heeft.",
        elokets=("ssm", "kiosk"),
        target_groups=("EA", "LB", "OV"),
        belgian_eid=True,
        available_from=KIOSK_RIGHTS_FROM,
    ),
    Right(
        key="vlaio-inkom-gebruiker-nieuw",
        name="VLAIO Inkom Gebruiker Nieuw",
        token_code="VLAIOInkomGebruikerNieuw",
        description="Dit gebruikersrecht geeft de maatschappelijke zetel toegang als dienstverlener.",
        elokets=("kmo-dienstverlener",),
        profiles=("dienstverlener",),
        btb_domain="economy",
    ),
    Right(
        key="vlaio-inkom-gebruiker",
        name="VLAIO Inkom Gebruiker",
        token_code="VLAIOInkomGebruiker",
        description="Dit gebruikersrecht geeft een onderneming toegang tot de kmo-portefeuille.",
        elokets=("kmo-portefeuille",),
        profiles=("Gebruiker",),
        btb_domain="economy",
    ),
    Right(
        key="dienstverlener-departementen",
        name="Dienstverlener kmo-portefeuille, departementen",
        token_code="DienstverlenerKmoPortefeuilleDepartementen",
        description="Dit gebruikersrecht geeft toegang tot de toepassing als dienstverlener.",
        elokets=("kmo-departementen",),
        profiles=("dienstverlener kmo-portefeuille",),
        btb_domain="economy",
        has_contexts=True,
        needs_activation=True,
    ),
    Right(
        key="hoofd-lokale-beheerder",
        name="Hoofd Lokale beheerder",
        token_code="HoofdLokaleBeheerder",
        description="Personen, werkrelaties en rechten van de organisatie beheren, en lokale beheerders "
        "aanstellen.",
        elokets=("idm",),
        target_groups=("EA", "LB", "OV"),
        granted_by=TOP,
    ),
    Right(
        key="lokale-beheerder",
        name="Lokale beheerder",
        token_code="LokaleBeheerder",
        description="Personen, werkrelaties en rechten van de organisatie beheren.",
        elokets=("idm",),
        target_groups=("EA", "LB", "OV"),
        granted_by=CHIEFS,
    ),
    Right(
        key="eigen-eloket-gebruiker",
        name="Eigen e-loket Gebruiker",
        token_code="EigenEloketGebruiker",
        description="Het e-loket gebruiken dat hier met een eigen programma getest wordt.",
        elokets=("eigen-eloket",),
        target_groups=("EA", "LB", "OV"),
    ),
)

CATALOGUE: Mapping[str, Right] = {right.key: right for right in RIGHTS}

ASKED_KEY_END = "-recht"
"""How the key of a right ends that an e-loket asks; no key in here ends so."""

CHIEF_RIGHT, LOCAL_RIGHT = "hoofd-lokale-beheerder", "lokale-beheerder"
"""The two rights that make their holder local administrator."""

_BY_NAME: Mapping[str, Right] = {right.name.casefold(): right for right in RIGHTS}


def if_asked(right: Right) -> Right | None:
    """Return a right that an e-loket asks, or None for one that is always there."""
    return right if right.key not in CATALOGUE else None


def right_named(text: str) -> Right | None:
    """Return the right with this name in any capitals, or None."""
    return _BY_NAME.get(text.casefold())
