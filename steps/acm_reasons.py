"""The reasons of FAS and ACM: how a step names them, how a page marks them, and what is said."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Reason:
    """A reason as the pages and the answers tell it.

    Attributes:
        marks: how a page marks it: the reason of FAS, or the failed check of ACM.
        words: what is said where nothing marks it: by FAS when it sends the person back, by ACM when it
            sends the person back to the e-loket.
    """

    marks: frozenset[str]
    words: str


def _reason(words: str, *marks: str) -> Reason:
    return Reason(frozenset(marks), words)


REASONS = {
    "de sleutel niet geactiveerd is": _reason("niet geactiveerd", "not-activated", "no-card"),
    "de activering nog niet voltooid is": _reason("nog niet voltooid", "pending"),
    "het token te lang niet gebruikt is": _reason("twaalf maanden niet gebruikt", "token-unused"),
    "de pincode drie keer verkeerd is": _reason("derde keer"),
    "de aanmelding in de app geweigerd is": _reason("op de telefoon geweigerd"),
    "de persoon overleden is": _reason("is overleden", "deceased"),
    "de organisatie niet in de KBO staat": _reason("KBO kent", "De organisatie is ingeschreven"),
    "hij geen functie in de organisatie heeft": _reason(
        "niet onder de functies", "De persoon heeft een functie in de organisatie"
    ),
    "de functie de organisatie niet vertegenwoordigt": _reason(
        "geen functie die de organisatie vertegenwoordigt", "De functie geeft vertegenwoordiging"
    ),
    "de functie nog niet begonnen is": _reason("begint pas op", "De functie is begonnen"),
    "de functie beëindigd is": _reason("dus beëindigd", "De functie is niet beëindigd"),
    "de organisatie stopgezet is": _reason("is stopgezet op", "De organisatie is actief"),
    "hij geen werkrelatie heeft": _reason(
        "heeft geen werkrelatie met", "De persoon heeft een werkrelatie met de organisatie"
    ),
    "het recht van het e-loket ontbreekt": _reason(
        "niet het recht", "De persoon heeft het gebruikersrecht van het e-loket"
    ),
    "het recht nog niet begonnen is": _reason(
        "begint pas op 28 april 2021 (bron: Gebruikersbeheer)", "Het gebruikersrecht is begonnen"
    ),
    "het recht verlopen is": _reason(
        "dus beëindigd (bron: Gebruikersbeheer)", "Het gebruikersrecht is niet verlopen"
    ),
    "het recht ingetrokken is": _reason(
        "Het recht is ingetrokken", "Het gebruikersrecht is niet ingetrokken"
    ),
    "hij het mandaat niet mag uitvoeren": _reason(
        "niet het recht ‘SSM Mandaatuitvoerder’", "De persoon mag het mandaat uitvoeren"
    ),
    "het recht om mandaten uit te voeren verlopen is": _reason("‘SSM Mandaatuitvoerder’ bij Boekhoudkantoor"),
    "er voor hem geen mandaat is": _reason(
        "gaf geen mandaat aan", "Er is een mandaat voor de persoon of zijn organisatie"
    ),
    "het mandaat afgelopen is": _reason(
        "dus beëindigd (bron: Mandatenbeheer)", "Het mandaat is niet afgelopen"
    ),
    "het mandaat nog niet begonnen is": _reason(
        "begint pas op 28 april 2021 (bron: Mandatenbeheer)", "Het mandaat is begonnen"
    ),
    "het mandaat stopgezet is": _reason("Het mandaat is stopgezet op", "Het mandaat is niet stopgezet"),
    "het mandaat niet voor dit e-loket dient": _reason(
        "Het mandaat is van de soort", "Het mandaat is van de soort van het e-loket"
    ),
    "het mandaat op ondertekening wacht": _reason(
        "Het mandaat wacht op ondertekening", "Beide partijen ondertekenden het mandaat"
    ),
    "de mandaatgever stopgezet is": _reason("De Kade vzw is stopgezet op", "De mandaatgever is actief"),
    "de mandaatnemer stopgezet is": _reason("Cijferwijs bv is stopgezet op", "De mandaatnemer is actief"),
    "een lokaal bestuur geen mandaat geeft": _reason(
        "is een lokaal bestuur", "De mandaatgever is geen lokaal bestuur"
    ),
    "de Belgische eID ontbreekt": _reason("heeft geen Belgische eID", "De persoon heeft een Belgische eID"),
}
"""How a step names a reason, and how the systems tell it."""
