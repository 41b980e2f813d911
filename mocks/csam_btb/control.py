"""The control room of CSAM: put and remove facts, and look at somebody's phone and letter box."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated

from flask import Blueprint, Response, jsonify
from pydantic import AfterValidator, Field

from mocks.core.control import Body, FactKind, control_blueprint
from mocks.core.identifiers import Insz
from mocks.core.oauth import opaque
from mocks.core.shell import current_visit
from mocks.core.visit import Visit
from mocks.csam_btb import store
from mocks.csam_btb.backend import AppointmentRegister, Codes, FederalRoles, KeyRegister
from mocks.csam_btb.backend.by_code import CodeRegister, new_code
from mocks.csam_btb.backend.phone import messages
from mocks.csam_btb.domain.activation_codes import ActivationCode, bare
from mocks.csam_btb.domain.appointments import Appointment, AppointmentNumber, Role
from mocks.csam_btb.domain.keys import PHONE, TOKEN_CLOSED, DigitalKey, first_day_for, last_valid_day
from mocks.csam_btb.domain.kinds import Kind
from mocks.csam_btb.domain.nominations import EMAIL, LONGEST_EMAIL, LONGEST_NUMBER
from mocks.csam_btb.domain.roles import GrantedRole, RoleNumber
from mocks.csam_btb.errors import AppointmentContradicts, MalformedKeyNumber

Day = Annotated[date, Field(ge=date(1900, 1, 1))]
Phone = Annotated[str, Field(pattern=f"^{PHONE}$")]
Number = Annotated[str, Field(max_length=LONGEST_NUMBER)]
Email = Annotated[str, Field(pattern=f"^{EMAIL}$", max_length=LONGEST_EMAIL)]


def _signs(code: str) -> str:
    """Return the signs of a code that somebody chose; those that look alike on paper are allowed here."""
    plain = bare(code)
    if not plain.isascii() or not plain.isalnum():
        raise ValueError("moet uit letters en cijfers bestaan")
    return plain


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


class AppointmentBody(Body):
    """An appointment as the control API takes it; its number is ``<enterprise>-<insz>-<role or domain>``.

    ``appointed_on`` is today when left out, and early enough for ``begin`` and ``end``; ``begin`` is the day
    of the appointment unless it is ``waiting`` for the first sign-in.  ``end`` is the last valid day.
    ``backup`` is whether a main access manager stands beside the first one; when left out, exactly when
    there is a first one already.
    """

    appointed_by: Number | None = None
    appointed_on: Day | None = None
    begin: Day | None = None
    end: Day | None = None
    waiting: bool = False
    backup: bool | None = None
    email: Email | None = None
    phone: Phone | None = None


def _put_appointment(visit: Visit, text: str, body: AppointmentBody) -> None:
    number, register = AppointmentNumber.parse(text), AppointmentRegister(visit)
    if body.waiting and body.begin is not None:
        raise AppointmentContradicts(
            "Een aanstelling die op de eerste aanmelding wacht (waiting), heeft nog geen begin. Laat een van "
            "beide weg."
        )
    days = [day for day in (visit.clock.today, body.begin, body.end) if day is not None]
    appointed_on = body.appointed_on or min(days)
    backup = body.backup
    if backup is None:
        backup = number.post.role is Role.MAIN and register.leads_elsewhere(number)
    register.put(
        Appointment(
            number=number,
            backup=backup,
            appointed_on=appointed_on,
            appointed_by=Insz(body.appointed_by) if body.appointed_by is not None else None,
            begin=None if body.waiting else body.begin or appointed_on,
            end=body.end,
            email=body.email,
            phone=body.phone,
        )
    )


def _get_appointment(visit: Visit, text: str) -> AppointmentBody | None:
    found = AppointmentRegister(visit).find(AppointmentNumber.parse(text))
    if found is None:
        return None
    return AppointmentBody(
        appointed_by=found.appointed_by,
        appointed_on=found.appointed_on,
        begin=found.begin,
        end=found.end,
        waiting=found.begin is None,
        backup=found.backup,
        email=found.email,
        phone=found.phone,
    )


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


class RoleBody(Body):
    """A federal role as the control API takes it; its number is ``<enterprise>-<insz>-<role>``.

    ``begin`` is today when left out, and early enough for ``end`` and ``revoked_on``.  ``end`` is the last
    valid day; ``revoked_on`` is the first day on which it gives nothing any more.
    """

    granted_by: Number | None = None
    begin: Day | None = None
    end: Day | None = None
    revoked_on: Day | None = None


def _put_role(visit: Visit, text: str, body: RoleBody) -> None:
    days = [day for day in (visit.clock.today, body.end, body.revoked_on) if day is not None]
    FederalRoles(visit).put(
        GrantedRole(
            number=RoleNumber.parse(text),
            begin=body.begin or min(days),
            end=body.end,
            granted_by=Insz(body.granted_by) if body.granted_by is not None else None,
            revoked_on=body.revoked_on,
        )
    )


def _get_role(visit: Visit, text: str) -> RoleBody | None:
    found = FederalRoles(visit).find(RoleNumber.parse(text))
    if found is None:
        return None
    return RoleBody(
        granted_by=found.granted_by, begin=found.begin, end=found.end, revoked_on=found.revoked_on
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
    FactKind(
        name="activation-code",
        body=ActivationCodeBody,
        numbers=lambda visit: store.codes.numbers(visit.reading),
        get=_get_code,
        put=_put_code,
        remove=lambda visit, number: CodeRegister(visit).remove(Insz(number)),
    ),
    FactKind(
        name="appointment",
        body=AppointmentBody,
        numbers=lambda visit: store.appointments.numbers(visit.reading),
        get=_get_appointment,
        put=_put_appointment,
        remove=lambda visit, number: AppointmentRegister(visit).remove(AppointmentNumber.parse(number)),
    ),
    FactKind(
        name="role",
        body=RoleBody,
        numbers=lambda visit: FederalRoles(visit).numbers(),
        get=_get_role,
        put=_put_role,
        remove=lambda visit, number: FederalRoles(visit).remove(RoleNumber.parse(number)),
    ),
)


def blueprint() -> Blueprint:
    """Return the control room, with the phones and letter boxes beside the facts."""
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

    @room.get("/mail/<number>")
    def mail(number: str) -> Response:
        """Return what an office sent to a person, the newest first: the letters and the e-mails."""
        insz, visit = Insz(number), current_visit()
        sent = [
            {
                "code": code.on_paper,
                "email": code.email,
                "link": visit.url("csam", f"/activeren/{code.link}"),
                "issued_on": code.issued_on.isoformat(),
                "valid_until": code.valid_until.isoformat(),
                "usable": code.usable(visit.clock.today),
            }
            for code in Codes(visit).of_person(insz)
        ]
        return jsonify(insz=insz, mail=sent)

    return room
