"""The forms of the desk, read field by field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mocks.core.forms import FieldMissing, Form, UnreadableText, read_date, read_email, read_filled, shown
from mocks.core.identifiers import Insz, Sex
from mocks.rijksregister.domain.desk import Application, Document, DocumentKind, bare_number

LABELS: Mapping[str, str] = {
    "given_name": "Voornaam",
    "family_name": "Naam",
    "birth_date": "Geboortedatum (dd/mm/jjjj)",
    "sex": "Geslacht",
    "kind": "Soort document",
    "country": "Land dat het gaf",
    "document_number": "Nummer van het document",
    "valid_until": "Geldig tot en met (dd/mm/jjjj)",
    "email": "Persoonlijk e-mailadres",
    "number": "Rijksregister- of BIS-nummer",
    "old": "BIS-nummer dat verdwijnt",
    "new": "Nummer dat blijft",
    "bis_number": "BIS-nummer",
}
"""What the pages call each field."""

LOSABLE = ("itsme", "app", "sms", "token")
"""The keys that somebody can say to have lost; the eID is a card, and not of CSAM."""


@dataclass(frozen=True)
class CodeRequest:
    """Who asks a new activation code.

    Attributes:
        insz: who.
        document: what was shown.
        email: where the link goes.
        lost: keys that got lost.
    """

    insz: Insz
    document: Document
    email: str
    lost: tuple[str, ...]


@dataclass(frozen=True)
class RegistrationRequest:
    """Who gets a national number.

    Attributes:
        bis_number: which it replaces.
        sex: None when the BIS number tells it.
        email: where the link of the new activation code goes.
    """

    bis_number: Insz
    sex: Sex | None
    email: str


def read_application(form: Form) -> Application | None:
    """Return what somebody asks who has no number, or None when a field cannot be read."""
    given_name = form.read("given_name", lambda text: read_filled(text, LABELS["given_name"]))
    family_name = form.read("family_name", lambda text: read_filled(text, LABELS["family_name"]))
    birth_date = form.read("birth_date", lambda text: read_date(text, "De geboortedatum"))
    sex = form.read("sex", _sex)
    document = _document(form)
    email = form.read("email", read_email)
    if given_name is None or family_name is None or birth_date is None or document is None or email is None:
        return None
    another = form.filled.get("another_person") == "1"
    return (
        None
        if form.faults
        else Application(given_name, family_name, birth_date, sex, document, email, another)
    )


def read_code_request(form: Form, lost: tuple[str, ...]) -> CodeRequest | None:
    """Return who asks a new code, or None when a field cannot be read."""
    insz = form.read("number", Insz)
    document = _document(form)
    email = form.read("email", read_email)
    if insz is None or document is None or email is None:
        return None
    return CodeRequest(insz, document, email, tuple(kind for kind in LOSABLE if kind in lost))


def read_merge(form: Form) -> tuple[Insz, Insz] | None:
    """Return the number that gives way and the one that stays, or None when one cannot be read."""
    old, new = form.read("old", Insz), form.read("new", Insz)
    return (old, new) if old is not None and new is not None else None


def read_registration(form: Form) -> RegistrationRequest | None:
    """Return who gets a national number, or None when a field cannot be read."""
    bis_number, sex, email = (
        form.read("bis_number", Insz),
        form.read("sex", _sex),
        form.read("email", read_email),
    )
    if bis_number is None or email is None or form.faults:
        return None
    return RegistrationRequest(bis_number, sex, email)


def _document(form: Form) -> Document | None:
    kind = form.read("kind", _kind)
    country = form.read("country", _country)
    number = form.read("document_number", _document_number)
    valid_until = form.read("valid_until", lambda text: read_date(text, "De datum op het document"))
    if kind is None or country is None or number is None or valid_until is None:
        return None
    return Document(kind, country, number, valid_until)


def _sex(text: str) -> Sex | None:
    if text not in {"", *Sex}:
        raise UnreadableText("Kies het geslacht uit de lijst, of laat het open.")
    return Sex(text) if text else None


def _kind(text: str) -> DocumentKind:
    if text not in set(DocumentKind):
        raise FieldMissing("Kies welk document getoond wordt.")
    return DocumentKind(text)


def _country(text: str) -> str:
    code = text.strip().upper()
    if len(code) != 2 or not code.isascii() or not code.isalpha():
        raise UnreadableText(f"‘{shown(text.strip())}’ is geen landcode. Schrijf twee letters, zoals NL.")
    return code


def _document_number(text: str) -> str:
    typed = read_filled(text, LABELS["document_number"], 40)
    try:
        return bare_number(typed)
    except ValueError:
        raise UnreadableText(
            f"‘{shown(typed)}’ is geen nummer van een document. Schrijf alleen letters en cijfers."
        ) from None
