"""Applicants without number, contact data of applicants and profiles of representatives, as facts."""

from __future__ import annotations

from dataclasses import asdict

from mocks.core.control import Body, FactKind, Line
from mocks.core.forms import read_email
from mocks.core.identifiers import EnterpriseNumber, Insz
from mocks.core.visit import Visit
from mocks.eloketten.kiosk import store
from mocks.eloketten.kiosk.backend import Contacts, Dependants
from mocks.eloketten.kiosk.domain.contacts import Address, Contact, Profile, read_phone
from mocks.eloketten.kiosk.domain.dependants import Sort, dependant, is_code
from mocks.eloketten.kiosk.errors import MalformedDependantCode, MalformedPhone, MalformedProfileNumber


class DependantBody(Body):
    """An applicant without an enterprise number; ``acting`` is under whom it is handled."""

    name: Line
    sort: Sort
    acting: Line


class AddressBody(Body):
    """A correspondence address."""

    street: Line
    house_number: Line
    postcode: Line
    municipality: Line
    country: Line = "België"


class ContactBody(Body):
    """The contact data of an applicant that no authentic source has."""

    email: Line
    phone: Line
    address: AddressBody | None = None


class ProfileBody(Body):
    """How a representative can be reached about an applicant; a phone or mobile number must be there."""

    name: Line
    email: Line
    phone: Line | None = None
    mobile: Line | None = None


def applicant_number(text: str) -> str:
    """Read the code of an applicant without number, or an INSZ by its digits, or an enterprise number."""
    if is_code(text):
        return text
    digits = sum(sign.isdigit() for sign in text)
    return Insz(text) if digits > len("0110041748") else EnterpriseNumber(text)


def _code(text: str) -> str:
    if not is_code(text):
        raise MalformedDependantCode(text)
    return text


def _put_dependant(visit: Visit, number: str, body: DependantBody) -> None:
    Dependants(visit).put(dependant(number, body.name, body.sort, body.acting))


def _get_dependant(visit: Visit, number: str) -> DependantBody | None:
    found = store.dependants.find(visit.reading, _code(number))
    return DependantBody(name=found.name, sort=found.sort, acting=found.acting) if found is not None else None


def _put_contact(visit: Visit, number: str, body: ContactBody) -> None:
    address = Address(**dict(body.address)) if body.address is not None else None
    content = Contact(read_email(body.email), read_phone(body.phone), address)
    Contacts(visit).put_contact(applicant_number(number), content)


def _get_contact(visit: Visit, number: str) -> ContactBody | None:
    kept = store.contacts.contact(visit.reading, applicant_number(number))
    return ContactBody.model_validate(asdict(kept.content)) if kept is not None else None


def _profile_number(text: str) -> tuple[str, Insz]:
    applicant, dash, insz = text.rpartition("-")
    if not dash:
        raise MalformedProfileNumber(text)
    return applicant_number(applicant), Insz(insz)


def _put_profile(visit: Visit, number: str, body: ProfileBody) -> None:
    applicant, insz = _profile_number(number)
    if body.phone is None and body.mobile is None:
        raise MalformedPhone("")
    numbers = [read_phone(one) if one is not None else None for one in (body.phone, body.mobile)]
    Contacts(visit).put_profile(applicant, insz, Profile(body.name, read_email(body.email), *numbers))


def _get_profile(visit: Visit, number: str) -> ProfileBody | None:
    kept = store.contacts.profile(visit.reading, *_profile_number(number))
    return ProfileBody(**vars(kept.content)) if kept is not None else None


DEPENDANT = FactKind(
    name="dependant",
    body=DependantBody,
    numbers=lambda visit: store.dependants.codes(visit.reading),
    get=_get_dependant,
    put=_put_dependant,
    remove=lambda visit, number: Dependants(visit).remove(_code(number)),
)

CONTACT = FactKind(
    name="applicant-contact",
    body=ContactBody,
    numbers=lambda visit: store.contacts.contacts(visit.reading),
    get=_get_contact,
    put=_put_contact,
    remove=lambda visit, number: Contacts(visit).remove_contact(applicant_number(number)),
)

PROFILE = FactKind(
    name="profile",
    body=ProfileBody,
    numbers=lambda visit: ["-".join(one) for one in store.contacts.profiles(visit.reading)],
    get=_get_profile,
    put=_put_profile,
    remove=lambda visit, number: Contacts(visit).remove_profile(*_profile_number(number)),
)
