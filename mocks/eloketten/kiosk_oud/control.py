"""The control room of the old KIOSK: its users and their rights, by login.

Each has the same password, which stands on the page, so that there is none to put.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from flask import Blueprint
from pydantic import Field

from mocks.core.control import Body, FactKind, Line, control_blueprint
from mocks.core.identifiers import Insz
from mocks.core.visit import Visit
from mocks.eloketten.kiosk_oud.backend import Users
from mocks.eloketten.kiosk_oud.domain.users import Right, User, login_of, security_code_of

MOST_RIGHTS = 100
"""Rights that one user can have; whoever manages the most of all has fewer applicants."""

Code = Annotated[str, Field(pattern=r"^[A-Z0-9-]{6,11}$")]


class OldRightBody(Body):
    """For which applicant the user manages dossiers: its number or code, and its name."""

    applicant: Code
    name: Line


class OldUserBody(Body):
    """A user of the old KIOSK; ``person`` is the INSZ of whose login it is, when that is known."""

    name: Line
    security_code: Line
    person: Line | None = None
    rights: Annotated[Sequence[OldRightBody], Field(default=(), max_length=MOST_RIGHTS)]


def _put(visit: Visit, number: str, body: OldUserBody) -> None:
    Users(visit).put(
        User(
            login=login_of(number),
            name=body.name,
            security_code=security_code_of(body.security_code),
            rights=tuple(Right(one.applicant, one.name) for one in body.rights),
            person=Insz(body.person) if body.person is not None else None,
        )
    )


def _get(visit: Visit, number: str) -> OldUserBody | None:
    user = Users(visit).find(login_of(number))
    if user is None:
        return None
    return OldUserBody(
        name=user.name,
        security_code=user.security_code,
        person=user.person,
        rights=[OldRightBody(**vars(right)) for right in user.rights],
    )


KINDS: tuple[FactKind[Any], ...] = (
    FactKind(
        name="user",
        body=OldUserBody,
        numbers=lambda visit: Users(visit).logins(),
        get=_get,
        put=_put,
        remove=lambda visit, number: Users(visit).remove(login_of(number)),
    ),
)


def create_blueprint() -> Blueprint:
    """Return the control room."""
    return control_blueprint(KINDS)
