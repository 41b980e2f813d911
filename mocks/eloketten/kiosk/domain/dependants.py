"""Applicants without an enterprise number of their own, and under whom they are handled.

*Bron*: the groups of applicants of KIOSK (domain facts §5.2).  An institution with an inrichtende macht has
no number of its own and the inrichtende macht has; whoever acts for that one picks the institution inside
KIOSK.  An association of fact, a person without national or BIS number and a foreign organisation without
number are handled under the person who signs in.  That KIOSK itself keeps who stands under whom is ours.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from mocks.core.identifiers import EnterpriseNumber, Insz
from mocks.core.languages import Sentence, say
from mocks.eloketten.kiosk.domain.applicants import Applicant, Kind, Way
from mocks.eloketten.kiosk.errors import MalformedDependantCode, WrongActingParty


class Sort(StrEnum):
    """What an applicant without an enterprise number is."""

    INSTITUTION = "institution"
    ASSOCIATION = "association"
    PERSON = "person"
    FOREIGN_ORGANISATION = "foreign_organisation"

    @property
    def label(self) -> Sentence:
        """Its name."""
        return {
            Sort.INSTITUTION: say("school of instelling met een inrichtende macht"),
            Sort.ASSOCIATION: say("feitelijke vereniging"),
            Sort.PERSON: say("persoon zonder rijksregister- of BIS-nummer"),
            Sort.FOREIGN_ORGANISATION: say("buitenlandse organisatie zonder ondernemingsnummer"),
        }[self]


@dataclass(frozen=True)
class Dependant:
    """An applicant that is handled under another party.

    Attributes:
        code: an institution number of six digits, or KIOSK's own code.
        name: how it is called.
        sort: what it is.
        acting: enterprise number of the inrichtende macht, or INSZ of the person.
    """

    code: str
    name: str
    sort: Sort
    acting: str

    def under(self, party: Applicant) -> Applicant:
        """Return this one as the applicant of a session that acts for ``party``."""
        return Applicant(
            kind=Kind.PERSON if self.sort is Sort.PERSON else Kind.ORGANISATION,
            code=self.code,
            name=self.name,
            way=party.way,
            representative=party.representative,
            insz=party.insz,
            holder=party.holder,
            under=party.name,
        )


def handles(party: Applicant) -> bool:
    """Return whether a session that acts for this party may pick applicants under it.

    Whoever has a mandate of a person acts for that person only, not for who is handled under it: our reading.
    """
    return party.kind is Kind.ORGANISATION or party.way is Way.PERSON


def is_code(text: str) -> bool:
    """Return whether a text can name an applicant without enterprise number; the second shape is ours."""
    return re.fullmatch(r"[0-9]{6}|ZN-[0-9]{6}", text) is not None


def dependant(code: str, name: str, sort: Sort, acting: str) -> Dependant:
    """Return an applicant under another party.

    Raises:
        MalformedDependantCode: when the code is none, or does not belong to this sort.
        WrongActingParty: when this sort is not handled under such a party.
    """
    if not is_code(code) or (sort is Sort.INSTITUTION) != code.isdigit():
        raise MalformedDependantCode(code)
    under: str = EnterpriseNumber(acting) if sort is Sort.INSTITUTION else _person(acting, sort)
    return Dependant(code, name, sort, under)


def _person(acting: str, sort: Sort) -> str:
    if sum(sign.isdigit() for sign in acting) != len("68112399910"):
        raise WrongActingParty(sort.label)
    return Insz(acting)
