"""The facts on who manages the accesses of an enterprise, and on federal roles."""

from __future__ import annotations

from mocks.core.control import Body, FactKind
from mocks.core.identifiers import Insz
from mocks.core.visit import Visit
from mocks.csam_btb import store
from mocks.csam_btb.backend import AppointmentRegister, FederalRoles
from mocks.csam_btb.control.fields import Day, Email, Number, Phone
from mocks.csam_btb.domain.appointments import Appointment, AppointmentNumber, Role
from mocks.csam_btb.domain.roles import GrantedRole, RoleNumber
from mocks.csam_btb.errors import AppointmentContradicts


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


APPOINTMENT = FactKind(
    name="appointment",
    body=AppointmentBody,
    numbers=lambda visit: store.appointments.numbers(visit.reading),
    get=_get_appointment,
    put=_put_appointment,
    remove=lambda visit, number: AppointmentRegister(visit).remove(AppointmentNumber.parse(number)),
)

ROLE = FactKind(
    name="role",
    body=RoleBody,
    numbers=lambda visit: FederalRoles(visit).numbers(),
    get=_get_role,
    put=_put_role,
    remove=lambda visit, number: FederalRoles(visit).remove(RoleNumber.parse(number)),
)
