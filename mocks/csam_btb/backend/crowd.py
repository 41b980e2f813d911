"""Many digital keys and appointments at once, for a generated population."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mocks.core.identifiers import EnterpriseNumber
from mocks.core.store import Connection
from mocks.csam_btb import store
from mocks.csam_btb.backend.keys import new_secret
from mocks.csam_btb.domain.appointments import Action, Appointment, Event
from mocks.csam_btb.domain.keys import DigitalKey


def settle(connection: Connection, keys: Sequence[DigitalKey], appointments: Sequence[Appointment]) -> None:
    """Let keys be activated, and one main access manager be appointed in each of these enterprises.

    Raises:
        AlreadyThere: when one was, or when an enterprise was registered in BTB.
    """
    store.keys.put_new(connection, [replace(key, secret=new_secret()) for key in keys])
    store.appointments.put_new(connection, appointments)
    told: dict[EnterpriseNumber, Sequence[Event]] = {one.enterprise: _told(one) for one in appointments}
    store.registrations.put_new(connection, told)


def _told(appointment: Appointment) -> Sequence[Event]:
    """Return what happened until somebody was the first main access manager."""
    by, day = appointment.appointed_by, appointment.appointed_on
    events = [Event(day, Action.REGISTERED, by), Event.about(appointment, Action.APPOINTED, day, by)]
    if appointment.begin is not None:
        events.append(Event.about(appointment, Action.ACTIVATED, appointment.begin, appointment.insz))
    return events
