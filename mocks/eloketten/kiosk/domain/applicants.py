"""Who is the applicant, and how he is represented, according to ACM's token."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from mocks.core.identifiers import Insz
from mocks.core.languages import Sentence, say
from mocks.eloketten.kiosk.domain.claims import (
    Claims,
    names_something,
    organisation_in,
    person_in,
    places_in,
    shown,
    text_in,
)
from mocks.eloketten.kiosk.errors import ContradictoryClaims, NoWay, TargetGroupNotServed

TARGET_GROUPS = ("BUR", "EA", "LB", "OV")
"""Whom KIOSK serves (*Bron*: domain facts §5.2; what the department's own staff do is not played)."""

RIGHT = "KIOSKAanvrager"
"""The right "KIOSK Aanvrager" as a role claim names it; this spelling is ours."""


class Kind(StrEnum):
    """What an applicant is."""

    PERSON = "person"
    ORGANISATION = "organisation"


class Way(StrEnum):
    """How the person who signed in comes to act for the applicant."""

    PERSON = "person"
    LEGAL_REPRESENTATIVE = "legal_representative"
    WORK_RELATION = "work_relation"
    MANDATE = "mandate"


CLAIM_OF = {
    Way.LEGAL_REPRESENTATIVE: "wv_orgcode",
    Way.WORK_RELATION: "kiosk_rol_3d",
    Way.MANDATE: "ssm_mandaatgever",
}
"""The claim by which a token names each way to act for somebody else (*Bron*: domain facts §1.4, §9.2)."""


@dataclass(frozen=True)
class Applicant:
    """Whose dossiers are shown, and who represents it.

    Attributes:
        kind: person or organisation.
        code: INSZ, enterprise number or institution number.
        name: how it is called on pages.
        way: how the representative comes to act for it.
        representative: the name of the person who signed in.
        insz: the number of that person.
        holder: the name of the organisation that holds the mandate, when it is by mandate and the person who
            signed in does not hold it himself.
        under: the name of the party under whom it is handled, when it has no number of its own.
    """

    kind: Kind
    code: str
    name: str
    way: Way
    representative: str
    insz: str
    holder: str | None = None
    under: str | None = None

    @property
    def capacity(self) -> Sentence:
        """In what capacity the representative acts."""
        return {
            Way.PERSON: say("in eigen naam"),
            Way.LEGAL_REPRESENTATIVE: say("wettelijk vertegenwoordiger"),
            Way.WORK_RELATION: say("persoon met werkrelatie en het recht “KIOSK Aanvrager”"),
            Way.MANDATE: say("voor mandaatnemer %(holder)s", holder=self.holder)
            if self.holder
            else say("als mandaatnemer"),
        }[self.way]

    def is_same_as(self, other: Applicant) -> bool:
        """Return whether the other one is this applicant too, whatever it is called by now."""
        return (self.kind, self.code) == (other.kind, other.code)


def applicant_of(claims: Claims) -> Applicant:
    """Return who is the applicant and how he is represented, from the claims of a verified ID token.

    A token stands for one way only; a token that names several, or none, opens nothing.  *Bron*: domain facts
    §1.5 (one session, one identity) and §9.2 (the three claims).

    Raises:
        UnreadableClaim: when a claim that is needed is missing or malformed.
        TargetGroupNotServed: for the staff of the Flemish government, among others.
        NoWay: for an employee without the right.
        ContradictoryClaims: when they cannot all be true.
    """
    insz = person_in(claims, "rrn")
    representative = f"{text_in(claims, 'given_name')} {text_in(claims, 'family_name')}"
    group = text_in(claims, "vo_doelgroepcode")
    if group not in TARGET_GROUPS:
        raise TargetGroupNotServed(group, ", ".join(TARGET_GROUPS))
    if group == "BUR":
        _require_no_organisation(claims)
        if names_something(claims, CLAIM_OF[Way.MANDATE]):
            return _mandator(claims, insz, None, representative, insz)
        return Applicant(Kind.PERSON, insz, representative, Way.PERSON, representative, insz)
    code, name = organisation_in(claims, "vo_orgcode", group), text_in(claims, "vo_orgnaam")
    way = _way(claims, representative, name)
    if way is Way.MANDATE:
        return _mandator(claims, code, name, representative, insz)
    if way is Way.LEGAL_REPRESENTATIVE:
        _require_represented(claims, code, group)
    else:
        _require_right(claims, code, representative, name)
    return Applicant(Kind.ORGANISATION, code, name, way, representative, insz)


def _require_no_organisation(claims: Claims) -> None:
    """Who signs in as a citizen acts for himself, or by a mandate that he holds himself."""
    for claim in (CLAIM_OF[Way.LEGAL_REPRESENTATIVE], CLAIM_OF[Way.WORK_RELATION], "vo_orgcode"):
        if names_something(claims, claim):
            raise ContradictoryClaims(say("doelgroep BUR gaat niet samen met ‘%(claim)s’", claim=claim))


def _way(claims: Claims, representative: str, organisation: str) -> Way:
    named = [way for way, claim in CLAIM_OF.items() if names_something(claims, claim)]
    if not named:
        raise NoWay(representative, organisation)
    if len(named) > 1:
        both = "’ en ‘".join(CLAIM_OF[way] for way in named)
        raise ContradictoryClaims(say("het noemt meer dan één weg, met ‘%(both)s’", both=both))
    return named[0]


def _require_represented(claims: Claims, code: str, group: str) -> None:
    represented = organisation_in(claims, "wv_orgcode", group)
    if represented != code:
        raise ContradictoryClaims(
            say(
                "‘wv_orgcode’ noemt %(represented)s, maar ‘vo_orgcode’ noemt %(code)s",
                represented=shown(represented),
                code=shown(code),
            )
        )


def _require_right(claims: Claims, code: str, representative: str, organisation: str) -> None:
    held = places_in(claims, CLAIM_OF[Way.WORK_RELATION], RIGHT)
    if not held:
        raise NoWay(representative, organisation)
    if held != {code}:
        raise ContradictoryClaims(
            say("‘kiosk_rol_3d’ geeft het recht niet alleen bij %(code)s (‘vo_orgcode’)", code=shown(code))
        )


def _mandator(
    claims: Claims, holder_code: str, holder: str | None, representative: str, insz: str
) -> Applicant:
    """The token names the mandator by number only; its name is asked of an authentic source afterwards."""
    text = text_in(claims, "ssm_mandaatgever")
    if len(text) == len("68112399910"):
        code: str = person_in(claims, "ssm_mandaatgever")
        kind, name = Kind.PERSON, f"persoon met nummer {Insz(code).display}"
    else:
        code = organisation_in(claims, "ssm_mandaatgever", "EA")
        kind, name = Kind.ORGANISATION, f"organisatie met ondernemingsnummer {shown(code)}"
    if code == holder_code:
        raise ContradictoryClaims(say("‘ssm_mandaatgever’ noemt de mandaatnemer zelf"))
    return Applicant(kind, code, name, Way.MANDATE, representative, insz, holder)
