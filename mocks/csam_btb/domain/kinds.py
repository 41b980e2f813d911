"""The five kinds of digital keys, as CSAM and ACM name and rank them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

_LEVEL = "urn:be:fedict:iam:fas:Level"


class Kind(StrEnum):
    """The five digital keys, the strongest first."""

    EID = "eid"
    ITSME = "itsme"
    APP = "app"
    SMS = "sms"
    TOKEN = "token"


@dataclass(frozen=True)
class KeyKind:
    """What CSAM and ACM say of a kind of key.

    Attributes:
        kind: which one.
        label: its name on pages, to the letter of the webinar and the kmo-portefeuille guide.
        sentence: how one uses it, for its tile.
        acm_urn: its name at ACM.
        acm_level: its level at ACM; the higher, the stronger.
        fas_level: its level at FAS.
        method: how ``amr`` of FAS names it.
    """

    kind: Kind
    label: str
    sentence: str
    acm_urn: str
    acm_level: int
    fas_level: int
    method: str

    @property
    def acr(self) -> str:
        """The level as FAS writes it in ``acr``."""
        return level_urn(self.fas_level)

    @property
    def amr(self) -> list[str]:
        """Method and level, as seen in public code (likely)."""
        return [self.method, self.acr]


def level_urn(level: int) -> str:
    """Return a level of FAS as its URN."""
    return f"{_LEVEL}{level}"


LEVELS: Mapping[str, int] = {level_urn(level): level for level in (500, 450, 400, 350, 300, 200, 100)}
"""Every level that can be asked (*Bron*: domain facts §2; that 300 exists is a guess)."""

KEY_KINDS: Mapping[Kind, KeyKind] = {
    key.kind: key
    for key in (
        KeyKind(
            Kind.EID, "eID en aangesloten kaartlezer",
            "Met uw identiteitskaart, een kaartlezer en uw pincode.",
            "urn:be:vlaanderen:authmech:eid", 35, 500, "eid",
        ),
        KeyKind(
            Kind.ITSME, "itsme", "U bevestigt in de itsme-app op uw telefoon.",
            "urn:be:vlaanderen:authmech:itsme", 27, 450, "bmid",
        ),
        # How amr names the next three has no source: a guess.
        KeyKind(
            Kind.APP, "Beveiligingscode via mobiele app", "U leest een code van zes cijfers in een app.",
            "urn:be:vlaanderen:authmech:csamtotp", 26, 400, "totp",
        ),
        KeyKind(
            Kind.SMS, "Beveiligingscode via SMS", "U krijgt een code van zes cijfers in een sms.",
            "urn:be:vlaanderen:authmech:csamsms", 25, 400, "sms",
        ),
        # URN and both levels of the federal token have no source: a guess.
        KeyKind(
            Kind.TOKEN, "Federaal token", "Met gebruikersnaam, wachtwoord en een code van uw kaart.",
            "urn:be:vlaanderen:authmech:csamtoken", 24, 300, "token",
        ),
    )
}  # fmt: skip
"""*Bron*: domain facts §1.7 (URNs and levels) and the seeds of webinar and kmo-portefeuille (labels)."""

KIND_OF_METHOD: Mapping[str, Kind] = {key.method: kind for kind, key in KEY_KINDS.items()}
"""Which key an ``amr`` of FAS speaks of."""
