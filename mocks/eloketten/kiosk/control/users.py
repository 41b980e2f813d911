"""The users of whom IDM told KIOSK, as facts.

A user is named by the VO-id.  Putting one here is what IDM does by SCIM, without a token.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from pydantic import Field

from mocks.core.control import Body, FactKind, Line
from mocks.core.identifiers import EnterpriseNumber
from mocks.core.visit import Visit
from mocks.eloketten.kiosk.backend import Users
from mocks.eloketten.kiosk.domain.scim import MOST_ENTRIES, is_vo_id
from mocks.eloketten.kiosk.domain.users import Context, Email, Right, User
from mocks.eloketten.kiosk.errors import MalformedVoId


class EmailBody(Body):
    """An e-mail address of a user, with the enterprise number at which it is used."""

    value: Line
    organisation: Line | None = None
    type: Line | None = None


class RightBody(Body):
    """A right of a user at an enterprise number."""

    value: Line
    organisation: Line
    profile: Line | None = None


class ContextBody(Body):
    """A context within which a right holds, at an enterprise number."""

    value: Line
    organisation: Line
    right: Line | None = None


_Entries = Field(default=(), max_length=MOST_ENTRIES)


class UserBody(Body):
    """A user of whom IDM told; what is left out is empty."""

    given_name: Line
    family_name: Line
    active: bool = True
    emails: Annotated[Sequence[EmailBody], _Entries]
    rights: Annotated[Sequence[RightBody], _Entries]
    contexts: Annotated[Sequence[ContextBody], _Entries]


def _vo_id(text: str) -> str:
    if not is_vo_id(text):
        raise MalformedVoId(text)
    return text


def _put_user(visit: Visit, number: str, body: UserBody) -> None:
    user = User(
        vo_id=_vo_id(number),
        given_name=body.given_name,
        family_name=body.family_name,
        active=body.active,
        emails=tuple(
            Email(one.value, EnterpriseNumber(one.organisation) if one.organisation else None, one.type)
            for one in body.emails
        ),
        rights=tuple(
            Right(one.value, EnterpriseNumber(one.organisation), one.profile) for one in body.rights
        ),
        contexts=tuple(
            Context(one.value, EnterpriseNumber(one.organisation), one.right) for one in body.contexts
        ),
    )
    Users(visit).put(user)


def _get_user(visit: Visit, number: str) -> UserBody | None:
    kept = Users(visit).find(_vo_id(number))
    return user_body(kept.user) if kept is not None else None


def user_body(user: User) -> UserBody:
    """Return a user as the control API takes and gives him."""
    return UserBody(
        given_name=user.given_name,
        family_name=user.family_name,
        active=user.active,
        emails=[EmailBody(**vars(one)) for one in user.emails],
        rights=[RightBody(**vars(one)) for one in user.rights],
        contexts=[ContextBody(**vars(one)) for one in user.contexts],
    )


USER = FactKind(
    name="user",
    body=UserBody,
    numbers=lambda visit: Users(visit).ids(),
    get=_get_user,
    put=_put_user,
    remove=lambda visit, number: Users(visit).remove(_vo_id(number)),
)
