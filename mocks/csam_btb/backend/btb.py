"""BTB: appointing, replacing and ending, and what an enterprise and a person see of it.

The KBO and the Rijksregister are asked first; what follows from the appointments themselves is looked at
again in the transaction of the change, so that of two who do the same at once one is refused.

*Bron*: domain facts §3.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from mocks.core.identifiers import EnterpriseNumber, Insz
from mocks.core.visit import Visit
from mocks.csam_btb import store
from mocks.csam_btb.backend.actors import Actor
from mocks.csam_btb.domain.appointing import (
    ENDING,
    LEGAL_REPRESENTATIVE,
    MAIN_ACCESS_MANAGER,
    actor_rules,
    appointing_rules,
    check,
    why_refused,
)
from mocks.csam_btb.domain.appointments import (
    MAIN_POST,
    Action,
    Appointment,
    AppointmentNumber,
    Event,
    Post,
)
from mocks.csam_btb.domain.nominations import Nomination
from mocks.csam_btb.errors import NotInvolved, NotRegistered
from mocks.csam_btb.peers import Peers


@dataclass(frozen=True)
class Involvement:
    """What somebody is to an enterprise.

    Attributes:
        number: the enterprise number.
        name: its name, or its number when the KBO knows none.
        represents: whether as legal representative today.
        leads: whether as active main access manager.
        appointments: what the person is appointed to here and has not ended.
    """

    number: EnterpriseNumber
    name: str
    represents: bool
    leads: bool
    appointments: tuple[Appointment, ...]


_MOST_PEOPLE = 200


class Btb:
    """The counter of one person at BTB during one visit."""

    def __init__(self, visit: Visit, peers: Peers, actor: Insz) -> None:
        """Serve ``actor`` within ``visit``, asking ``peers``."""
        self._visit = visit
        self._actor = Actor(visit, peers, actor)

    def enterprises(self) -> list[Involvement]:
        """Return the enterprises that this person represents or is appointed for, by number."""
        found = (self._involvement(number) for number in self._actor.numbers())
        return [one for one in found if one.represents or one.appointments]

    def involvement(self, enterprise: EnterpriseNumber) -> Involvement:
        """Return what this person is to an enterprise.

        Raises:
            NotInvolved: when that is nothing.
        """
        found = self._involvement(enterprise)
        if not (found.represents or found.appointments):
            raise NotInvolved(enterprise)
        return found

    def name_of(self, enterprise: EnterpriseNumber) -> str:
        """Return the name of an enterprise, or its number when the KBO knows none."""
        return self._actor.name_of(enterprise)

    def check_actor(self, enterprise: EnterpriseNumber, *, by_legal_representative: bool) -> None:
        """Refuse whoever cannot appoint here, before anything is filled in.

        Raises:
            AppointmentRefused: one subclass per reason.
        """
        rules = actor_rules(by_legal_representative=by_legal_representative)
        check(self._actor.case(AppointmentNumber(enterprise, self._actor.insz, MAIN_POST)), rules)

    def appoint(self, nomination: Nomination) -> Appointment:
        """Appoint somebody, and register the enterprise when this is its first appointment.

        Raises:
            ReplacementUnconfirmed: when somebody else has the post and that was not confirmed.
            AppointmentRefused: one subclass per reason.
            CouldBeReal: when a number could be real and the house does not allow that.
        """
        number, today = nomination.number, self._visit.clock.today
        rules = appointing_rules(nomination)
        case = replace(
            self._actor.case(number), nomination=nomination, appointee=self._actor.holder(number.insz)
        )
        check(case, rules)
        for one in (number.enterprise, number.insz):
            self._visit.require_safe(one)
        made = Appointment(
            number=number,
            backup=nomination.backup,
            appointed_on=today,
            appointed_by=self._actor.insz,
            email=nomination.email,
            phone=nomination.phone,
        )
        with self._visit.writing() as connection:
            store.registrations.hold(connection, number.enterprise, today, self._actor.insz)
            fresh = store.appointments.concerning(
                connection, number.enterprise, (self._actor.insz, number.insz), number.post, today
            )
            case = replace(case, appointments=fresh)
            check(case, rules)
            for incumbent in case.incumbents:
                gone = Event.about(incumbent, Action.REPLACED, today, self._actor.insz)
                store.appointments.end(connection, incumbent.number, _day_before(today))
                store.registrations.record(connection, number.enterprise, gone)
            store.appointments.put(connection, made)
            came = Event.about(made, Action.APPOINTED, today, self._actor.insz)
            store.registrations.record(connection, number.enterprise, came)
        return made

    def ending(self, number: AppointmentNumber) -> Appointment:
        """Return the appointment that this person would end.

        Raises:
            NothingToEnd: when there is none that has not ended.
            MayNotEnd: when it is not for this person to end.
        """
        case = self._actor.case(number)
        check(case, ENDING)
        assert case.target is not None, "a check above sees to it"
        return case.target

    def end(self, number: AppointmentNumber) -> None:
        """End an appointment: it gives nothing from now on.

        Raises:
            NothingToEnd: when there is none that has not ended.
            MayNotEnd: when it is not for this person to end.
        """
        today, case = self._visit.clock.today, self._actor.case(number)
        check(case, ENDING)
        with self._visit.writing() as connection:
            store.registrations.hold(connection, number.enterprise, today, self._actor.insz)
            fresh = store.appointments.concerning(
                connection, number.enterprise, (self._actor.insz, number.insz), number.post, today
            )
            case = replace(case, appointments=fresh)
            check(case, ENDING)
            assert case.target is not None, "a check above sees to it"
            store.appointments.end(connection, number, _day_before(today))
            gone = Event.about(case.target, Action.ENDED, today, self._actor.insz)
            store.registrations.record(connection, number.enterprise, gone)

    def _involvement(self, enterprise: EnterpriseNumber) -> Involvement:
        case = self._actor.case(AppointmentNumber(enterprise, self._actor.insz, MAIN_POST))
        return Involvement(
            number=enterprise,
            name=case.name,
            represents=why_refused(case, LEGAL_REPRESENTATIVE) is None,
            leads=why_refused(case, MAIN_ACCESS_MANAGER) is None,
            appointments=tuple(one for one in case.own if not one.ended(case.today)),
        )


class Appointments:
    """What BTB holds, for whoever looks: by enterprise and by person."""

    def __init__(self, visit: Visit) -> None:
        """Answer within ``visit``."""
        self._visit = visit

    def of_person(self, insz: Insz) -> list[Appointment]:
        """Return what somebody is and was appointed to, without what ended before it was ever active."""
        found = store.appointments.of_person(self._visit.reading, insz)
        return [one for one in found if one.begin is not None or one.waiting(self._visit.clock.today)]

    def registered_on(self, enterprise: EnterpriseNumber) -> date:
        """Return the day on which an enterprise was registered.

        Raises:
            NotRegistered: when it never was.
        """
        day = self.find_registered_on(enterprise)
        if day is None:
            raise NotRegistered(enterprise)
        return day

    def find_registered_on(self, enterprise: EnterpriseNumber) -> date | None:
        """Return the day on which an enterprise was registered, or None."""
        return store.registrations.registered_on(self._visit.reading, enterprise)

    def in_enterprise(
        self, enterprise: EnterpriseNumber, offset: int, limit: int, *, living: bool = False
    ) -> tuple[list[Appointment], int]:
        """Return a page of the appointments in an enterprise, ended ones included unless ``living``."""
        living_on = self._visit.clock.today if living else None
        return store.appointments.in_enterprise(self._visit.reading, enterprise, living_on, offset, limit)

    def people(self, enterprise: EnterpriseNumber, *, living: bool = False) -> list[str]:
        """Return who is or was appointed in an enterprise, two hundred at most; who is, when ``living``."""
        found, _ = self.in_enterprise(enterprise, 0, _MOST_PEOPLE, living=living)
        return [one.number.insz for one in found]

    def holder(self, enterprise: EnterpriseNumber, post: Post) -> Appointment | None:
        """Return who alone has a post in an enterprise today, or None."""
        reading, today = self._visit.reading, self._visit.clock.today
        found = store.appointments.concerning(reading, enterprise, (), post, today)
        return next(iter(found), None)

    def history(self, enterprise: EnterpriseNumber, offset: int, limit: int) -> tuple[list[Event], int]:
        """Return a page of what happened in an enterprise, the latest first, and how much there is."""
        return store.registrations.history(self._visit.reading, enterprise, offset, limit)


def _day_before(day: date) -> date:
    return day - timedelta(days=1)
