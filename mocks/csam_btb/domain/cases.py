"""What is looked at when somebody appoints, replaces or ends."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from mocks.core.identifiers import Insz
from mocks.csam_btb.domain.appointments import Appointment, AppointmentNumber, Role
from mocks.csam_btb.domain.keys import Holder
from mocks.csam_btb.domain.nominations import Nomination
from mocks.csam_btb.domain.representing import Enterprise, Function


@dataclass(frozen=True)
class Case:
    """What one row of checks looks at.

    Attributes:
        actor: who acts.
        number: which appointment it is about.
        actor_died: the day on which whoever acts died, by the Rijksregister, or None.
        today: the world's day.
        enterprise: the enterprise by the KBO; None when it knows none.
        functions: those of the actor in the enterprise, ended and coming ones included.
        holders: the enterprises that hold such a function, by number.
        appointments: those of the actor and of the appointee here, and whoever has the post.
        nomination: what was filled in; None when something ends.
        appointee: who the Rijksregister says it is; None when it knows nobody.
    """

    actor: Insz
    number: AppointmentNumber
    today: date
    enterprise: Enterprise | None
    functions: tuple[Function, ...] = ()
    holders: Mapping[str, Enterprise | None] = field(default_factory=dict)
    appointments: tuple[Appointment, ...] = ()
    nomination: Nomination | None = None
    appointee: Holder | None = None
    actor_died: date | None = None

    @property
    def name(self) -> str:
        """The name of the enterprise, or its number."""
        return self.enterprise.name if self.enterprise else self.number.enterprise.display

    @property
    def representing(self) -> tuple[Function, ...]:
        """The functions of a representing kind."""
        return tuple(one for one in self.functions if one.representing)

    @property
    def begun(self) -> tuple[Function, ...]:
        """Those of them that have begun."""
        return tuple(one for one in self.representing if one.period.begun(self.today))

    @property
    def current(self) -> tuple[Function, ...]:
        """Those of them that have not ended."""
        return tuple(one for one in self.begun if not one.period.ended(self.today))

    @property
    def acting(self) -> tuple[Function, ...]:
        """Those of them whose holding enterprise, if any, is active."""
        return tuple(one for one in self.current if self._holder_active(one))

    @property
    def own(self) -> tuple[Appointment, ...]:
        """What the actor was ever appointed to here."""
        return tuple(one for one in self.appointments if one.insz == self.actor)

    @property
    def own_lead(self) -> Appointment | None:
        """The actor's appointment as main access manager here, ended or not."""
        return next((one for one in self.own if one.post.role is Role.MAIN), None)

    @property
    def target(self) -> Appointment | None:
        """The appointment that it is about, when there is one that has not ended."""
        return next((one for one in self._living if one.number == self.number), None)

    @property
    def incumbents(self) -> tuple[Appointment, ...]:
        """Whoever has the post, when only one can have it; facts that were put may give it to more."""
        if self.nomination is not None and self.nomination.backup:
            return ()
        return tuple(one for one in self._living if one.single and one.post == self.number.post)

    @property
    def _living(self) -> tuple[Appointment, ...]:
        return tuple(one for one in self.appointments if not one.ended(self.today))

    def _holder_active(self, function: Function) -> bool:
        if function.through is None:
            return True
        holder = self.holders.get(function.through)
        return holder is not None and not holder.stopped(self.today)
