"""The three ways to appoint somebody, as the pages name them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Procedure:
    """One way to appoint.

    Attributes:
        name: its name in the code.
        title: above the form; the first and the last are to the letter of the guide of the kmo-portefeuille.
        lead: one sentence below it.
        first: whether the legal representative appoints.
        backup: whether as main access manager beside the first one.
        per_domain: whether a domain is asked.
    """

    name: str
    title: str
    lead: str
    first: bool = False
    backup: bool = False
    per_domain: bool = False


PROCEDURES: Mapping[str, Procedure] = {
    one.name: one
    for one in (
        Procedure(
            "first",
            "Een hoofdtoegangsbeheerder aanstellen",
            "Als wettelijk vertegenwoordiger registreert u de onderneming en stelt u uzelf of iemand anders "
            "aan. Uw functie in KBO moet vandaag geldig zijn.",
            first=True,
        ),
        Procedure(
            "backup",
            "Nog een hoofdtoegangsbeheerder aanstellen",
            "Een mede-hoofdtoegangsbeheerder mag hetzelfde als u, zodat er steeds iemand is.",
            backup=True,
        ),
        Procedure(
            "access",
            "Toegangsbeheerders aanstellen",
            "Een toegangsbeheerder beheert de toegangen van één domein: een groep van toepassingen.",
            per_domain=True,
        ),
    )
}
