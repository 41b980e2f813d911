"""A nomination: what somebody fills in to appoint a person, read field by field.

*Bron*: domain facts §3 for the fields: number, name and first name, enterprise number, e-mail and phone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from mocks.core.errors import Refusal
from mocks.core.forms import Reading
from mocks.core.identifiers import EnterpriseNumber, Insz
from mocks.csam_btb.domain.appointments import MAIN_POST, AppointmentNumber, Post
from mocks.csam_btb.domain.keys import PHONE, Holder
from mocks.csam_btb.errors import FieldMissing, FieldTooLong, MalformedEmail, MalformedPhone

LABELS: Mapping[str, str] = {
    "number": "Rijksregister- of BIS-nummer",
    "family_name": "Naam",
    "given_name": "Voornaam",
    "enterprise_number": "Ondernemingsnummer",
    "email": "E-mailadres",
    "phone": "Telefoonnummer",
}
"""The fields with the labels that the page shows, in its order."""

LONGEST_NAME = 200
LONGEST_EMAIL = 254
LONGEST_PHONE = 20
LONGEST_NUMBER = 40

# As a browser reads type="email" (HTML Living Standard), with a dot in the part behind the at sign.
EMAIL = r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+"


@dataclass(frozen=True)
class Nomination:
    """Whom somebody wants to appoint, where and to what.

    Attributes:
        number: who, where and to what.
        backup: whether as main access manager beside the first one.
        given_name: the first name, as typed.
        family_name: the surname, as typed.
        email: an address that has the form of one.
        phone: a number that has the form of one.
        replaces: who has the post now and gives way, as was confirmed; None when nothing was.
    """

    number: AppointmentNumber
    backup: bool
    given_name: str
    family_name: str
    email: str
    phone: str
    replaces: Insz | None = None

    @property
    def by_legal_representative(self) -> bool:
        """Whether it is the legal representative who decides: on the first main access manager."""
        return self.number.post == MAIN_POST and not self.backup

    def family_name_fits(self, holder: Holder) -> bool:
        """Return whether the surname is the one of the Rijksregister."""
        return _letters(self.family_name) == _letters(holder.family_name)

    def given_name_fits(self, holder: Holder) -> bool:
        """Return whether the first name is the one of the Rijksregister, or the first of them."""
        first = holder.given_name.split()[0] if holder.given_name.split() else ""
        return _letters(self.given_name) in {_letters(holder.given_name), _letters(first)}


def read_nomination(
    fields: Mapping[str, str], post: Post, *, backup: bool, replaces: Insz | None = None
) -> Reading[Nomination]:
    """Read what was filled in, and every field that is wrong, not only the first."""
    faults: dict[str, Refusal] = {}

    def read(name: str, reader: Callable[[str, str], str]) -> str:
        try:
            return reader(LABELS[name], fields.get(name, "").strip())
        except Refusal as refusal:
            faults[name] = refusal
            return ""

    insz = read("number", lambda label, text: Insz(_filled(label, text, LONGEST_NUMBER)))
    family_name = read("family_name", _name)
    given_name = read("given_name", _name)
    enterprise = read(
        "enterprise_number", lambda label, text: EnterpriseNumber(_filled(label, text, LONGEST_NUMBER))
    )
    email, phone = read("email", _email), read("phone", _phone)
    if faults:
        return Reading(None, faults)
    number = AppointmentNumber(EnterpriseNumber(enterprise), Insz(insz), post)
    return Reading(Nomination(number, backup, given_name, family_name, email, phone, replaces), {})


def _filled(label: str, text: str, most: int) -> str:
    if not text:
        raise FieldMissing(label)
    if len(text) > most:
        raise FieldTooLong(label, most)
    return text


def _name(label: str, text: str) -> str:
    return _filled(label, text, LONGEST_NAME)


def _email(label: str, text: str) -> str:
    if re.fullmatch(EMAIL, _filled(label, text, LONGEST_EMAIL)) is None:
        raise MalformedEmail(text)
    return text


def _phone(label: str, text: str) -> str:
    if re.fullmatch(PHONE, _filled(label, text, LONGEST_PHONE)) is None:
        raise MalformedPhone(text)
    return text


def _letters(name: str) -> str:
    """Return the letters of a name, so that accents, capitals, dashes and spaces do not matter."""
    decomposed = unicodedata.normalize("NFKD", name).casefold()
    return "".join(sign for sign in decomposed if sign.isalnum())
