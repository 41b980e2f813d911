"""The User of SCIM 2.0, as KIOSK reads and writes it.

Decided where SCIM leaves room, or where ours is narrower:

* Names of attributes and schemas are read in any case and written as the standard has them (RFC 7643 §2.1);
  a name that stands twice in one object, in whatever case, is refused.
* Null and an empty list mean that there is no value (RFC 7643 §2.5).
* Attributes that are not described here, and those that only we write (``id``, ``meta``), are ignored and not
  kept (RFC 7644 §3.5.1; RFC 7643 §3.3 for unknown ones).
* ``id``, ``externalId`` and ``userName`` are one and the same VO-id: no other name of a user is known.

*Bron*: RFC 7643, RFC 7644; domain facts §4.  The extension is ours: the source breaks off at its format.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from mocks.core.identifiers import EnterpriseNumber, IdentifierRefusal
from mocks.eloketten.kiosk.domain.users import Context, Email, KeptUser, Right, User
from mocks.eloketten.kiosk.errors import InvalidScimSyntax, InvalidScimValue

USER_SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:User"
RIGHTS_SCHEMA = "urn:proefloket:params:scim:schemas:extension:rechten:2.0:User"
"""What IDM of this federation calls the extension with rights and contexts; ours."""

MOST_ENTRIES = 500
MOST_SIGNS = 200

Members = Mapping[str, Any]
"""A JSON object, the names of its members in small letters."""

_VO_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+")


def is_vo_id(text: str) -> bool:
    """Return whether a text has the shape of a VO-id: a UUID in small letters."""
    return _VO_ID.fullmatch(text) is not None


def read_document(octets: bytes) -> Members:
    """Return the JSON object that was sent.

    Raises:
        InvalidScimSyntax: when it is none, is nested too deeply, or names a member twice.
    """
    try:
        document = json.loads(octets, object_pairs_hook=_folded, parse_constant=_refuse_constant)
    except (ValueError, RecursionError):
        document = None
    if not isinstance(document, dict):
        raise InvalidScimSyntax(
            "Dit is geen JSON-object. Stuur één gebruiker als JSON, in UTF-8, met "
            "Content-Type: application/scim+json."
        )
    return document


def user_of(vo_id: str, sent: Members) -> User:
    """Return the user that a document tells of, at the address of ``vo_id``.

    Raises:
        InvalidScimSyntax: when it does not say that it is a User.
        InvalidScimValue: when a value is missing, is of another type or is not that of the address.
    """
    _require_schemas(sent)
    _require_same(vo_id, sent)
    name = _object(sent, "name", "name")
    active = sent.get("active")
    if not isinstance(active, bool):
        raise InvalidScimValue("active", "true of false zijn")
    extension = _object(sent, RIGHTS_SCHEMA, "de uitbreiding met rechten", needed=False)
    return User(
        vo_id=vo_id,
        given_name=_needed(name, "givenName", "name.givenName"),
        family_name=_needed(name, "familyName", "name.familyName"),
        active=active,
        emails=tuple(_email(one) for one in _entries(sent, "emails")),
        rights=tuple(_right(one) for one in _entries(extension, "rights")),
        contexts=tuple(_context(one) for one in _entries(extension, "contexts")),
    )


def user_resource(kept: KeptUser, location: str) -> dict[str, Any]:
    """Return a user as the resource at ``location``; what has no value is left out."""
    user = kept.user
    return {
        "schemas": [USER_SCHEMA, RIGHTS_SCHEMA],
        "id": user.vo_id,
        "externalId": user.vo_id,
        "userName": user.vo_id,
        "name": {"givenName": user.given_name, "familyName": user.family_name},
        "active": user.active,
        "emails": [_written(one) for one in user.emails],
        RIGHTS_SCHEMA: {
            "rights": [_written(one) for one in user.rights],
            "contexts": [_written(one) for one in user.contexts],
        },
        "meta": {
            "resourceType": "User",
            "created": kept.created.isoformat(timespec="milliseconds"),
            "lastModified": kept.modified.isoformat(timespec="milliseconds"),
            "location": location,
            "version": f'W/"{kept.version}"',
        },
    }


def _folded(members: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    found = {name.lower(): value for name, value in members}
    if len(found) != len(members):
        raise InvalidScimSyntax(
            "Een attribuut staat twee keer in hetzelfde object; hoofdletters maken in SCIM geen verschil. "
            "Laat er één staan."
        )
    return found


def _refuse_constant(name: str) -> None:
    raise ValueError(name)


def _require_schemas(sent: Members) -> None:
    named = sent.get("schemas")
    if not isinstance(named, list) or not all(isinstance(one, str) for one in named):
        raise InvalidScimSyntax(f"‘schemas’ moet een lijst van teksten zijn, met ‘{USER_SCHEMA}’ erin.")
    known = {one.lower() for one in named}
    if USER_SCHEMA.lower() not in known:
        raise InvalidScimSyntax(f"‘schemas’ noemt ‘{USER_SCHEMA}’ niet. Voeg het toe: hier staan gebruikers.")
    if sent.get(RIGHTS_SCHEMA.lower()) is not None and RIGHTS_SCHEMA.lower() not in known:
        raise InvalidScimSyntax(f"‘schemas’ noemt ‘{RIGHTS_SCHEMA}’ niet, terwijl die uitbreiding meekomt.")


def _require_same(vo_id: str, sent: Members) -> None:
    if not is_vo_id(vo_id):
        raise InvalidScimValue("id in het adres", "een VO-id zijn: een UUID in kleine letters")
    for name in ("externalId", "userName"):
        if _needed(sent, name, name) != vo_id:
            raise InvalidScimValue(name, f"het VO-id van het adres zijn, {vo_id}")


def _email(entry: Members) -> Email:
    value = _needed(entry, "value", "emails.value")
    if not _EMAIL.fullmatch(value):
        raise InvalidScimValue("emails.value", "een e-mailadres zijn, zoals els@de-kade.example")
    named = _text(entry, "organisation", "emails.organisation")
    organisation = _enterprise(named, "emails.organisation") if named is not None else None
    return Email(value, organisation, _text(entry, "type", "emails.type"))


def _right(entry: Members) -> Right:
    value, organisation = _needed(entry, "value", "rights.value"), _organisation(entry, "rights.organisation")
    _, colon, qualified = value.rpartition(":")
    if colon and qualified != organisation:
        raise InvalidScimValue(
            "rights.value", f"na de dubbele punt dezelfde organisatie noemen, {organisation}"
        )
    return Right(value, organisation, _text(entry, "profile", "rights.profile"))


def _context(entry: Members) -> Context:
    return Context(
        _needed(entry, "value", "contexts.value"),
        _organisation(entry, "contexts.organisation"),
        _text(entry, "right", "contexts.right"),
    )


def _organisation(entry: Members, path: str) -> EnterpriseNumber:
    return _enterprise(_needed(entry, "organisation", path), path)


def _enterprise(text: str, path: str) -> EnterpriseNumber:
    try:
        return EnterpriseNumber(text)
    except IdentifierRefusal as refusal:
        raise InvalidScimValue(path, f"een ondernemingsnummer zijn ({refusal.sentence})") from None


def _needed(members: Members, name: str, path: str) -> str:
    text = _text(members, name, path)
    if text is None:
        raise InvalidScimValue(path, "ingevuld zijn: een PUT vervangt de hele gebruiker")
    return text


def _text(members: Members, name: str, path: str) -> str | None:
    value = members.get(name.lower())
    if value is None:
        return None
    readable = isinstance(value, str) and value.strip() and len(value) <= MOST_SIGNS
    # PostgreSQL takes no NUL, no page shows a control character, and JSON can write half of a surrogate pair,
    # which no answer can hold.
    if not readable or any(unicodedata.category(sign) in {"Cc", "Cs"} for sign in value):
        raise InvalidScimValue(path, f"leesbare tekst op één regel zijn, hoogstens {MOST_SIGNS} tekens")
    return str(value)


def _object(members: Members, name: str, path: str, *, needed: bool = True) -> Members:
    value = members.get(name.lower())
    if value is None and not needed:
        return {}
    if not isinstance(value, dict):
        raise InvalidScimValue(path, "een object zijn")
    return value


def _entries(members: Members, name: str) -> Sequence[Members]:
    value = members.get(name)
    if value is None:
        return ()
    if (
        not isinstance(value, list)
        or len(value) > MOST_ENTRIES
        or not all(isinstance(one, dict) for one in value)
    ):
        raise InvalidScimValue(name, f"een lijst van hoogstens {MOST_ENTRIES} objecten zijn")
    return value


def _written(entry: Email | Right | Context) -> dict[str, str]:
    return {name: str(value) for name, value in vars(entry).items() if value is not None}
