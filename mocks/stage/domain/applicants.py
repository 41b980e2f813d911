"""The kinds of applicants, and the ways in which somebody acts for them.

*Bron*: answer 124 names the kinds; the webinar the three ways, of which a local government has two.
"""

from __future__ import annotations

from enum import StrEnum

from mocks.stage.company.readiness import Organisation
from mocks.stage.errors import OtherApplicant, UnknownApplicant


class Kind(StrEnum):
    """The kinds of applicants.  *Bron*: answer 124."""

    PERSON = "persoon"
    ENTERPRISE = "organisatie"
    SCHOOL = "inrichtende-macht"
    LOCAL = "lokaal-bestuur"

    @property
    def label(self) -> str:
        """What the page calls it."""
        return _KINDS[self]

    @classmethod
    def read(cls, text: str) -> Kind:
        """Return the kind of this name.

        Raises:
            UnknownApplicant: naming those that there are.
        """
        if text not in set(cls):
            raise UnknownApplicant(f"‘{text[:40]}’ is geen soort aanvrager. Kies uit: {', '.join(cls)}.")
        return cls(text)


_KINDS = {
    Kind.PERSON: "Een natuurlijke persoon, zoals een individuele kunstenaar",
    Kind.ENTERPRISE: "Een organisatie met een ondernemingsnummer",
    Kind.SCHOOL: "Een organisatie met een inrichtende macht",
    Kind.LOCAL: "Een lokaal bestuur",
}

WAYS = {
    "": "Alle mogelijkheden naast elkaar",
    "legal_representative": "Een wettelijk vertegenwoordiger",
    "work_relation": "Een persoon met een werkrelatie",
    "mandate": "Een externe dienstverlener, met een mandaat",
}


def check_kind(kind: Kind, organisation: Organisation) -> None:
    """Refuse an organisation of another kind.

    Raises:
        OtherApplicant: when a local government is asked for and this is none, or the other way round.
    """
    if (organisation.target_group == "LB") != (kind is Kind.LOCAL):
        what = "een" if organisation.target_group == "LB" else "geen"
        raise OtherApplicant(
            f"{organisation.name} is {what} lokaal bestuur. Begin opnieuw en kies een ander soort aanvrager."
        )


def check_way(kind: Kind, way: str) -> None:
    """Refuse a way that there is not.

    Raises:
        UnknownApplicant: also for a mandate of a local government.
    """
    if way not in WAYS:
        raise UnknownApplicant(f"‘{way[:40]}’ is geen manier om te laten optreden. Kies uit de lijst.")
    if kind is Kind.LOCAL and way == "mandate":
        raise UnknownApplicant(
            "Een lokaal bestuur kan geen mandaat geven: alleen een wettelijk vertegenwoordiger of een "
            "persoon met een werkrelatie treedt ervoor op."
        )
