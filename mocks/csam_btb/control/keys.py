"""The facts on digital keys, and on the codes that activate them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated

from pydantic import AfterValidator, Field

from mocks.core.control import Body, FactKind
from mocks.core.identifiers import Insz
from mocks.core.oauth import opaque
from mocks.core.visit import Visit
from mocks.csam_btb import store
from mocks.csam_btb.backend import KeyRegister
from mocks.csam_btb.backend.by_code import CodeRegister, new_code
from mocks.csam_btb.control.fields import Day, Email, Phone
from mocks.csam_btb.domain.activation_codes import ActivationCode, bare
from mocks.csam_btb.domain.keys import TOKEN_CLOSED, DigitalKey, first_day_for, last_valid_day
from mocks.csam_btb.domain.kinds import Kind
from mocks.csam_btb.errors import MalformedKeyNumber


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


def _signs(code: str) -> str:
    """Return the signs of a code that somebody chose; those that look alike on paper are allowed here."""
    plain = bare(code)
    if not plain.isascii() or not plain.isalnum():
        raise ValueError("moet uit letters en cijfers bestaan")
    return plain


class ActivationCodeBody(Body):
    """The activation code of a person, whose number is its number; it takes the place of all earlier ones.

    ``issued_on`` is today when left out, ``code`` one that nobody can guess; ``used_on`` is the day on
    which a key was activated with it.
    """

    email: Email
    issued_on: Day | None = None
    code: Annotated[str, Field(min_length=4, max_length=40), AfterValidator(_signs)] | None = None
    used_on: Day | None = None


def _put_code(visit: Visit, number: str, body: ActivationCodeBody) -> None:
    issued_on = body.issued_on or visit.clock.today
    CodeRegister(visit).put(
        ActivationCode(
            link=opaque(),
            insz=Insz(number),
            code=body.code or new_code(),
            email=body.email,
            issued_on=issued_on,
            used_on=body.used_on,
        )
    )


def _get_code(visit: Visit, number: str) -> ActivationCodeBody | None:
    codes = store.codes.of_person(visit.reading, Insz(number))
    if not codes:
        return None
    newest = codes[0]
    return ActivationCodeBody(
        email=newest.email, issued_on=newest.issued_on, code=newest.code, used_on=newest.used_on
    )


KEY = FactKind(
    name="key",
    body=KeyBody,
    numbers=lambda visit: store.keys.numbers(visit.reading),
    get=_get,
    put=_put,
    remove=lambda visit, number: KeyRegister(visit).remove(*_parts(number)),
)

ACTIVATION_CODE = FactKind(
    name="activation-code",
    body=ActivationCodeBody,
    numbers=lambda visit: store.codes.numbers(visit.reading),
    get=_get_code,
    put=_put_code,
    remove=lambda visit, number: CodeRegister(visit).remove(Insz(number)),
)
