"""How an applicant and its representatives can be reached.

*Bron*: the webinar: of the applicant e-mail and phone are mandatory and one correspondence address may be
added; a representative sets his profile per applicant, with an e-mail and a phone or mobile number.  What an
address consists of, and how a number may be written, is ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mocks.core.forms import Form, read_email, read_filled, read_line
from mocks.core.identifiers import subject_of
from mocks.core.languages import Sentence, say
from mocks.eloketten.kiosk.errors import InvalidForm, MalformedPhone

ADDRESS_FIELDS = {
    "street": say("De straat"),
    "house_number": say("Het huisnummer"),
    "postcode": say("De postcode"),
    "municipality": say("De gemeente"),
    "country": say("Het land"),
}
CONTACT_FIELDS = ("email", "phone", *ADDRESS_FIELDS)
PROFILE_FIELDS = ("email", "phone", "mobile")

_HOME = "België"
_PHONE_LABEL = say("Het telefoonnummer")
_PHONE = re.compile(r"\+[1-9][0-9]{6,14}", re.ASCII)
_BELGIAN = re.compile(r"\+32(?:(?!4[5-9])[1-9][0-9]{7}|4[0-9]{8})", re.ASCII)
"""Behind the number of the country eight digits, or nine of a mobile number; that this is all is ours."""


@dataclass(frozen=True)
class Address:
    """A correspondence address."""

    street: str
    house_number: str
    postcode: str
    municipality: str
    country: str = _HOME

    @property
    def line(self) -> str:
        """The address on one line, with the country when it is another."""
        abroad = f", {self.country}" if self.country != _HOME else ""
        return f"{self.street} {self.house_number}, {self.postcode} {self.municipality}{abroad}"


@dataclass(frozen=True)
class Contact:
    """The contact data of an applicant that no authentic source has."""

    email: str
    phone: str
    address: Address | None = None

    def told(self) -> Iterator[tuple[str, str | None]]:
        """Give label and value of each, as a history names them."""
        yield say("E-mailadres"), self.email
        yield say("Telefoonnummer"), self.phone
        yield say("Correspondentieadres"), self.address.line if self.address else None


@dataclass(frozen=True)
class Profile:
    """How a representative can be reached about one applicant; he has another one for each.

    Attributes:
        name: how he is called, according to ACM's token.
        email: his e-mail address.
        phone: his phone number, or None when there is a mobile one.
        mobile: his mobile number, or None when there is another one.
    """

    name: str
    email: str
    phone: str | None = None
    mobile: str | None = None

    @property
    def number(self) -> str:
        """Where one calls him."""
        return self.phone or self.mobile or ""


@dataclass(frozen=True)
class Authentic:
    """What an authentic source says of an applicant, label by label; it can be changed only there."""

    source: str
    facts: tuple[tuple[str, str | None], ...]


@dataclass(frozen=True)
class Reachable:
    """Somebody who can be the contact person of a dossier, or get its messages.

    Attributes:
        insz: number of the representative, or None for the applicant itself.
        name: how it is called.
        email: where messages go.
        phone: where one calls.
    """

    insz: str | None
    name: str
    email: str
    phone: str

    @property
    def key(self) -> str:
        """How a form names it: a representative as ACM names him, never by his national number."""
        return "aanvrager" if self.insz is None else subject_of(self.insz)

    @property
    def label(self) -> Sentence:
        """How a page names it."""
        if self.insz is None:
            return say("%(name)s (aanvrager)", name=self.name)
        return say("%(name)s (vertegenwoordiger)", name=self.name)


def read_phone(text: str, label: str = _PHONE_LABEL) -> str:
    """Return a phone number with its country: ``+32470123456``.

    Spaces, dots, dashes and slashes are forgiven, and a 0 in brackets behind the number of the country; a
    number that begins with 00 has that of a country, and one that begins with 0 is Belgian.

    Raises:
        FieldMissing, UnreadableText: as :func:`read_filled` has it.
        MalformedPhone: when it is none.
    """
    filled = read_filled(text, label)
    number = re.sub(r"[ ./()\-]", "", re.sub(r"(?<=[0-9 ])\(0\)", "", filled))
    number = re.sub(r"^00", "+", number)
    number = re.sub(r"^0", "+32", number)
    belgian = number.startswith("+32")
    if (_BELGIAN if belgian else _PHONE).fullmatch(number) is None:
        raise MalformedPhone(text)
    return number


def read_contact(typed: Mapping[str, str]) -> Contact:
    """Return the contact data of an applicant as typed; an address of which nothing is filled in is none.

    Raises:
        InvalidForm: with a sentence for each field that does not fit.
    """
    form = Form(typed)
    email, phone = form.read("email", _email), form.read("phone", read_phone)
    address = _address(form) if any(typed.get(name, "").strip() for name in ADDRESS_FIELDS) else None
    _require(form)
    return Contact(email or "", phone or "", address)


def read_profile(typed: Mapping[str, str], name: str) -> Profile:
    """Return the profile of a representative as typed: an e-mail, and a phone or mobile number or both.

    Raises:
        InvalidForm: with a sentence for each field that does not fit.
    """
    form = Form(typed)
    numbers = {
        field: form.read(field, read_phone)
        for field in ("phone", "mobile")
        if typed.get(field, "").strip() or (field == "phone" and not typed.get("mobile", "").strip())
    }
    email = form.read("email", _email)
    _require(form)
    return Profile(name, email or "", numbers.get("phone"), numbers.get("mobile"))


def _email(text: str) -> str:
    return read_email(read_filled(text, say("Het e-mailadres")))


def _address(form: Form) -> Address:
    read = {
        field: form.read(field, lambda text, label=label: read_filled(text, label, 100))  # type: ignore[misc]
        for field, label in ADDRESS_FIELDS.items()
        if field != "country"
    }
    country = form.read("country", lambda text: read_line(text, ADDRESS_FIELDS["country"], 100))
    return Address(**{field: value or "" for field, value in read.items()}, country=country or _HOME)


def _require(form: Form) -> None:
    if form.faults:
        raise InvalidForm({field: refusal.sentence for field, refusal in form.faults.items()})
