"""Appointments as facts: stating them, setting the scene, and the first sign-in that makes them active."""

from __future__ import annotations

from datetime import date, timedelta

from mocks.core.identifiers import Insz
from mocks.core.statements import Question, issue
from mocks.core.store import Connection, version_of
from mocks.core.visit import Visit
from mocks.csam_btb import store
from mocks.csam_btb.backend.btb import Appointments
from mocks.csam_btb.domain.appointments import (
    Action,
    Appointment,
    AppointmentNumber,
    Event,
    appointment_facts,
)
from mocks.csam_btb.errors import AppointmentContradicts

APPOINTMENTS = Question("csam", "appointments")
"""For which enterprises is this person (INSZ) main access manager or access manager?"""

_ONE_DAY = timedelta(days=1)


class AppointmentsDesk:
    """The answering end of ``APPOINTMENTS`` (an :class:`~mocks.core.statements.Authority`)."""

    def __init__(self, visit: Visit) -> None:
        """Answer within ``visit``."""
        self._visit = visit

    def version(self, subject: str) -> int:
        """Return a number that rises with every change of this person's appointments."""
        return version_of(self._visit.reading, store.appointments.SYSTEM, subject)

    def statement(self, subject: str, audience: str) -> str:
        """Return a signed statement of the appointments of ``subject``; there may be none.

        What was ended before it was ever active is not stated; what is to end is, with its last day.
        """
        found = Appointments(self._visit).of_person(Insz(subject))
        facts = {"appointments": [appointment_facts(one) for one in found]}
        return issue(self._visit, APPOINTMENTS, subject, audience, facts)


def first_sign_in(visit: Visit, insz: Insz) -> list[AppointmentNumber]:
    """Let the appointments that wait for somebody's sign-in begin; return which those were.

    FAS does so by itself at every sign-in.  Whoever lets somebody in without passing FAS calls this.
    """
    today = visit.clock.today
    with visit.writing() as connection:
        return store.appointments.activate(connection, insz, today)


class AppointmentRegister:
    """Setting the scene: appointments as facts, without asking who may."""

    def __init__(self, visit: Visit) -> None:
        """Change within ``visit``."""
        self._visit = visit

    def find(self, number: AppointmentNumber) -> Appointment | None:
        """Return an appointment, ended or not, or None."""
        return store.appointments.find(self._visit.reading, number)

    def leads_elsewhere(self, number: AppointmentNumber) -> bool:
        """Return whether somebody else is the first main access manager of this enterprise."""
        holder = Appointments(self._visit).holder(number.enterprise, number.post)
        return holder is not None and holder.insz != number.insz

    def put(self, appointment: Appointment) -> None:
        """Make or replace an appointment; its lines of the history are told anew.

        Facts come in any order, so that two may have a post that only one can have by the rules.

        Raises:
            CouldBeReal: when a number could be real and the house does not allow that.
            AppointmentContradicts: when it ends before the appointment.
        """
        for one in (appointment.enterprise, appointment.insz, appointment.appointed_by):
            if one is not None:
                self._visit.require_safe(one)
        # Who is appointed and dismissed on one day has the day before as last valid day.
        if appointment.end is not None and appointment.end < appointment.appointed_on - _ONE_DAY:
            raise AppointmentContradicts(
                "end ligt voor de dag van de aanstelling (appointed_on). Keer ze om, of laat end weg."
            )
        today = self._visit.clock.today
        with self._visit.writing() as connection:
            enterprise, day, by = appointment.enterprise, appointment.appointed_on, appointment.appointed_by
            store.registrations.hold(connection, enterprise, day, by)
            if appointment.first and by is not None:
                store.registrations.registered_earlier(connection, enterprise, day, by)
            store.registrations.untell(connection, appointment.number)
            store.appointments.put(connection, appointment)
            _tell(connection, appointment, today)

    def remove(self, number: AppointmentNumber) -> bool:
        """Remove an appointment without a trace; return whether there was one."""
        with self._visit.writing() as connection:
            return store.appointments.forget(connection, number)


def _tell(connection: Connection, appointment: Appointment, today: date) -> None:
    """Write the history that the dates of an appointment imply."""
    told = [(Action.APPOINTED, appointment.appointed_on, appointment.appointed_by)]
    if appointment.begin is not None and appointment.begin <= today:
        told.append((Action.ACTIVATED, appointment.begin, appointment.insz))
    if appointment.end is not None and appointment.ended(today):
        told.append((Action.ENDED, appointment.end + _ONE_DAY, None))
    for action, day, by in told:
        event = Event.about(appointment, action, day, by)
        store.registrations.record(connection, appointment.enterprise, event)
