"""Who came in, for which organisation and for which departments, according to ACM's token."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mocks.core.errors import Refusal
from mocks.core.identifiers import EnterpriseNumber
from mocks.eloketten.kmo_portefeuille.domain.doors import DEPARTMENTS, Door
from mocks.eloketten.kmo_portefeuille.errors import NoRight, OtherDepartment, UnreadableClaim

Claims = Mapping[str, Any]


@dataclass(frozen=True)
class Visitor:
    """Somebody at a door.

    Attributes:
        person: the name of who signed in.
        organisation: the enterprise number of whom the person acts for.
        name: the name of that organisation.
        capacity: how the person comes to act for it, in Dutch.
        departments: for which departments, in the order of the right; nothing at the other doors.
    """

    person: str
    organisation: str
    name: str
    capacity: str
    departments: tuple[str, ...] = ()

    def require(self, department: str) -> str:
        """Return a department when the right of this person is for it.

        *Bron*: the right gives access to the departments that were chosen (seed 004, K18).

        Raises:
            OtherDepartment: when it is not.
        """
        if department not in self.departments:
            raise OtherDepartment(department, self.departments)
        return department


def visitor_of(claims: Claims, door: Door) -> Visitor:
    """Return who comes in by a door, from the claims of a verified ID token and from nothing else.

    *Bron*: domain facts §1.4 for the claims; seed 003: a service provider needs the right, also who
    represents it.

    Raises:
        UnreadableClaim: when a claim is missing or is not what it should be.
        NoRight: when nothing in the token opens this door.
    """
    person = f"{_text(claims, 'given_name')} {_text(claims, 'family_name')}"
    organisation, name = _number(claims, "vo_orgcode"), _text(claims, "vo_orgnaam")
    if not door.for_provider and claims.get("wv_orgcode"):
        if _number(claims, "wv_orgcode") != organisation:
            raise UnreadableClaim("wv_orgcode", "het nummer van ‘vo_orgcode’")
        return Visitor(person, organisation, name, "wettelijk vertegenwoordiger")
    held = _roles(claims, door, organisation)
    if door is DEPARTMENTS:
        departments = tuple(
            one.removeprefix(f"{door.role}-") for one in held if one.startswith(f"{door.role}-")
        )
        if departments:
            return Visitor(person, organisation, name, f"met het recht ‘{door.right}’", departments)
    elif door.role in held:
        return Visitor(person, organisation, name, f"met het recht ‘{door.right}’")
    raise NoRight(person, name, door.right)


def _roles(claims: Claims, door: Door, organisation: str) -> list[str]:
    """Return the roles at one organisation: a role reads ``<right>[-<context>]:<organisation>``."""
    roles = claims.get(door.claim) or []
    if not isinstance(roles, list) or not all(isinstance(role, str) for role in roles):
        raise UnreadableClaim(door.claim, "een lijst van teksten")
    parts = [role.rpartition(":") for role in roles]
    return [right for right, _, where in parts if where == organisation]


def _text(claims: Claims, name: str) -> str:
    value = claims.get(name)
    if not isinstance(value, str) or not value.strip():
        raise UnreadableClaim(name, "een tekst")
    return value


def _number(claims: Claims, name: str) -> str:
    try:
        return str(EnterpriseNumber(_text(claims, name)))
    except Refusal:
        raise UnreadableClaim(name, "een ondernemingsnummer") from None
