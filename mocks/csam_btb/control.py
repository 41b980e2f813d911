"""The control room of CSAM: put and remove digital keys, and look at somebody's phone."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated

from flask import Blueprint, Response, jsonify
from pydantic import Field

from mocks.core.control import Body, FactKind, control_blueprint
from mocks.core.identifiers import Insz
from mocks.core.shell import current_visit
from mocks.core.visit import Visit
from mocks.csam_btb import store
from mocks.csam_btb.backend import KeyRegister
from mocks.csam_btb.backend.phone import messages
from mocks.csam_btb.domain.keys import PHONE, TOKEN_CLOSED, DigitalKey, first_day_for, last_valid_day
from mocks.csam_btb.domain.kinds import Kind
from mocks.csam_btb.errors import MalformedKeyNumber

Day = Annotated[date, Field(ge=date(1900, 1, 1))]
Phone = Annotated[str, Field(pattern=f"^{PHONE}$")]


class KeyBody(Body):
    """A digital key as the control API takes it; its number is ``<insz>-<kind>``.

    ``activated_on`` is today when left out, and early enough for ``valid_until`` and for a token;
    ``valid_until`` is ten years later.  With ``active`` false the activation is still pending, and
    ``activated_on`` is the day on which it began.  ``revoked_on`` is the first day on which it no longer
    works.
    """

    activated_on: Day | None = None
    valid_until: Day | None = None
    revoked_on: Day | None = None
    last_used: Day | None = None
    active: bool = True
    phone: Phone | None = None


def _parts(number: str) -> tuple[Insz, Kind]:
    insz, _, kind = number.rpartition("-")
    if kind not in set(Kind):
        raise MalformedKeyNumber(number)
    return Insz(insz), Kind(kind)


def _put(visit: Visit, number: str, body: KeyBody) -> None:
    insz, kind = _parts(number)
    begun = body.activated_on or (_first_day(kind, body, visit.clock.today) if body.active else None)
    last = last_valid_day(begun) if begun is not None and body.active else None
    KeyRegister(visit).put(
        DigitalKey(
            insz=insz,
            kind=kind,
            activated_on=begun,
            valid_until=body.valid_until or last,
            revoked_on=body.revoked_on,
            last_used=body.last_used,
            pending=not body.active,
            phone=body.phone,
        )
    )


def _first_day(kind: Kind, body: KeyBody, today: date) -> date:
    """Return the latest day on which a key with these other dates can have been activated."""
    days = [today]
    if kind is Kind.TOKEN:
        days.append(TOKEN_CLOSED - timedelta(days=1))
    if body.valid_until is not None:
        days.append(first_day_for(body.valid_until))
    if body.revoked_on is not None:
        days.append(body.revoked_on)
    return min(days)


def _get(visit: Visit, number: str) -> KeyBody | None:
    insz, kind = _parts(number)
    key = store.keys.find(visit.reading, insz, kind)
    if key is None:
        return None
    return KeyBody(
        activated_on=key.activated_on,
        valid_until=key.valid_until,
        revoked_on=key.revoked_on,
        last_used=key.last_used,
        active=not key.pending,
        phone=key.phone,
    )


KINDS = (
    FactKind(
        name="key",
        body=KeyBody,
        numbers=lambda visit: store.keys.numbers(visit.reading),
        get=_get,
        put=_put,
        remove=lambda visit, number: KeyRegister(visit).remove(*_parts(number)),
    ),
)


def blueprint() -> Blueprint:
    """Return the control room, with the phones beside the facts."""
    room = control_blueprint(KINDS)

    @room.get("/phone/<number>")
    def phone(number: str) -> Response:
        """Return what waits on the simulated phone of a person, the newest first."""
        insz = Insz(number)
        waiting = [
            {
                "kind": message.kind.value,
                "purpose": message.purpose,
                "for": message.for_whom,
                "sent_at": message.sent_at,
                "code": message.code,
            }
            for message in messages(current_visit(), insz)
        ]
        return jsonify(insz=insz, messages=waiting)

    return room
