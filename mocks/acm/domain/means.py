"""The means by which a person can prove who he is, as ACM names and ranks them.

*Bron*: ACM's table of authentication means (domain facts §1.7) for URN and levels; labels from the
screens of the webinar and the guide of the kmo-portefeuille.  The federal token has left that table: its
URN and levels are our guess.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Means:
    """A means of authentication.

    Attributes:
        key: the kind of digital key.
        label: its name on the choice page.
        hint: one sentence below the label.
        urn: its name in ``acr_values`` and ``acr``.
        level: ACM's level; a higher one is stronger.
        fas_level: the level that FAS is asked for.
        fas_method: what FAS calls it in ``amr``; those of the codes and of the token are guesses.
    """

    key: str
    label: str
    hint: str
    urn: str
    level: int
    fas_level: int
    fas_method: str

    @property
    def fas_acr(self) -> str:
        """The ``acr_values`` that FAS is asked for."""
        return f"urn:be:fedict:iam:fas:Level{self.fas_level}"


_URN = "urn:be:vlaanderen:authmech:"

MEANS: Mapping[str, Means] = {
    means.key: means
    for means in (
        Means(
            "eid",
            "eID en aangesloten kaartlezer",
            "Met uw identiteitskaart en pincode.",
            f"{_URN}eid",
            35,
            500,
            "eid",
        ),
        Means(
            "itsme",
            "itsme",
            "Met de app op uw telefoon. Eerst activeren.",
            f"{_URN}itsme",
            27,
            450,
            "bmid",
        ),
        Means(
            "app",
            "Beveiligingscode via mobiele app",
            "Met een code van zes cijfers. Eerst activeren.",
            f"{_URN}csamtotp",
            26,
            400,
            "totp",
        ),
        Means(
            "sms",
            "Beveiligingscode via SMS",
            "Met een code in een bericht. Eerst activeren.",
            f"{_URN}csamsms",
            25,
            400,
            "sms",
        ),
        Means(
            "token",
            "Federaal token",
            "Met uw kaart van 24 codes. Niet meer te activeren.",
            f"{_URN}csamtoken",
            24,
            300,
            "token",
        ),
    )
}
"""Strongest first, as they stand on the choice page."""


def shown(accepted: Iterable[str], acr_values: Sequence[str]) -> tuple[Means, ...]:
    """Return the means to choose from: those of the client, or their intersection with ``acr_values``.

    *Bron*: ACM shows the intersection of what is asked with the pre-defined means.
    """
    allowed = set(accepted)
    return tuple(
        means
        for means in MEANS.values()
        if means.key in allowed and (not acr_values or means.urn in acr_values)
    )


def suffices(used: Means, accepted: Iterable[str], acr_values: Sequence[str]) -> bool:
    """Return whether a session by one means opens an e-loket without a new authentication.

    The client must accept that very means.  Of what ``acr_values`` asks it must be one, or stronger than one:
    no single sign-on goes to a higher level (*Bron*: domain facts §1.6, of CSAM unlinked; that it goes for
    every means, and that a stronger one will do, is our reading: ``docs/decisions/0014``).
    """
    allowed = tuple(accepted)
    return used.key in allowed and any(used.level >= one.level for one in shown(allowed, acr_values))


def why_insufficient(used: Means, accepted: Iterable[str], acr_values: Sequence[str], eloket: str) -> str:
    """Return in one sentence why a session by one means does not do at an e-loket of this name.

    The sentence is ours.  Where the means would do, the e-loket wants the proof anew.
    """
    allowed = tuple(accepted)
    wanted = shown(allowed, acr_values)
    with_it = f"U bent aangemeld met ‘{used.label}’, maar"
    if suffices(used, allowed, acr_values):
        return f"{with_it} {eloket} vraagt dat u opnieuw bevestigt wie u bent."
    if all(one.level > used.level for one in wanted):
        return f"{with_it} dat volstaat hier niet: {eloket} vraagt een sterkere digitale sleutel."
    return f"{with_it} {eloket} aanvaardt die digitale sleutel niet."
