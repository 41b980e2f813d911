"""KIOSK's control room: dossiers, applicants without number, users, and whom KIOSK heard of per applicant.

A user is named by the VO-id.  Putting one here is what IDM does by SCIM, without a token.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any

from flask import Blueprint, Response, jsonify
from pydantic import Field

from mocks.core.control import Body, FactKind, Line, control_blueprint
from mocks.core.identifiers import EnterpriseNumber, Insz
from mocks.core.shell import current_visit
from mocks.core.visit import Visit
from mocks.eloketten.kiosk import store
from mocks.eloketten.kiosk.backend import Dependants, Dossiers, Users
from mocks.eloketten.kiosk.domain.dependants import Sort, dependant, is_code
from mocks.eloketten.kiosk.domain.dossiers import Dossier, DossierType, Phase, kiosk_number
from mocks.eloketten.kiosk.domain.scim import MOST_ENTRIES, is_vo_id
from mocks.eloketten.kiosk.domain.users import Context, Email, Right, User
from mocks.eloketten.kiosk.errors import MalformedDependantCode, MalformedVoId


class DossierBody(Body):
    """A dossier as the control API takes it; the applicant is an enterprise number, an INSZ or a code."""

    applicant: Line
    title: Line
    type: DossierType
    phase: Phase = Phase.PREPARATION
    submitted_on: date | None = None


class DependantBody(Body):
    """An applicant without an enterprise number; ``acting`` is under whom it is handled."""

    name: Line
    sort: Sort
    acting: Line


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


def _applicant(text: str) -> str:
    """Read the code of an applicant without number, or an INSZ by its digits, or an enterprise number."""
    if is_code(text):
        return text
    digits = sum(sign.isdigit() for sign in text)
    return Insz(text) if digits > len("0110041748") else EnterpriseNumber(text)


def _put(visit: Visit, number: str, body: DossierBody) -> None:
    Dossiers(visit).put(
        Dossier(
            number=kiosk_number(number),
            applicant=_applicant(body.applicant),
            title=body.title,
            type=body.type,
            phase=body.phase,
            submitted_on=body.submitted_on,
        )
    )


def _get(visit: Visit, number: str) -> DossierBody | None:
    dossier = store.dossiers.find(visit.reading, kiosk_number(number))
    if dossier is None:
        return None
    return DossierBody(
        applicant=dossier.applicant,
        title=dossier.title,
        type=dossier.type,
        phase=dossier.phase,
        submitted_on=dossier.submitted_on,
    )


def _code(text: str) -> str:
    if not is_code(text):
        raise MalformedDependantCode(text)
    return text


def _put_dependant(visit: Visit, number: str, body: DependantBody) -> None:
    Dependants(visit).put(dependant(number, body.name, body.sort, body.acting))


def _get_dependant(visit: Visit, number: str) -> DependantBody | None:
    found = store.dependants.find(visit.reading, _code(number))
    return DependantBody(name=found.name, sort=found.sort, acting=found.acting) if found is not None else None


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
    return _user_body(kept.user) if kept is not None else None


def _user_body(user: User) -> UserBody:
    return UserBody(
        given_name=user.given_name,
        family_name=user.family_name,
        active=user.active,
        emails=[EmailBody(**vars(one)) for one in user.emails],
        rights=[RightBody(**vars(one)) for one in user.rights],
        contexts=[ContextBody(**vars(one)) for one in user.contexts],
    )


KINDS: tuple[FactKind[Any], ...] = (
    FactKind(
        name="dossier",
        body=DossierBody,
        numbers=lambda visit: store.dossiers.numbers(visit.reading),
        get=_get,
        put=_put,
        remove=lambda visit, number: Dossiers(visit).remove(kiosk_number(number)),
    ),
    FactKind(
        name="dependant",
        body=DependantBody,
        numbers=lambda visit: store.dependants.codes(visit.reading),
        get=_get_dependant,
        put=_put_dependant,
        remove=lambda visit, number: Dependants(visit).remove(_code(number)),
    ),
    FactKind(
        name="user",
        body=UserBody,
        numbers=lambda visit: Users(visit).ids(),
        get=_get_user,
        put=_put_user,
        remove=lambda visit, number: Users(visit).remove(_vo_id(number)),
    ),
)


def create_blueprint() -> Blueprint:
    """Return the control room: the kinds of facts, and the representatives of an applicant."""
    blueprint = control_blueprint(KINDS)

    @blueprint.get("/representatives/<number>")
    def representatives(number: str) -> Response:
        """List the active users with a right at an enterprise, as IDM told of them; they open nothing."""
        found = Users(current_visit()).representatives(EnterpriseNumber(number))
        return jsonify(
            representatives=[{"vo_id": one.vo_id, **_user_body(one).model_dump(mode="json")} for one in found]
        )

    return blueprint
