"""What somebody is to an enterprise: functions by the KBO, appointments by BTB, and whether still alive."""

from __future__ import annotations

from mocks.core.identifiers import EnterpriseNumber, Insz
from mocks.core.visit import Visit
from mocks.csam_btb import store
from mocks.csam_btb.backend.keys import KeyRing
from mocks.csam_btb.domain.appointments import AppointmentNumber
from mocks.csam_btb.domain.cases import Case
from mocks.csam_btb.domain.keys import Holder
from mocks.csam_btb.peers import Extracts, Functions, Peers


class Actor:
    """One person who acts during one visit."""

    def __init__(self, visit: Visit, peers: Peers, insz: Insz) -> None:
        """Look at ``insz`` within ``visit``, asking ``peers``."""
        self._visit = visit
        self._ring = KeyRing(visit, peers)
        self._functions = Functions(visit, peers)
        self._extracts = Extracts(visit, peers)
        self.insz = insz

    def numbers(self) -> list[EnterpriseNumber]:
        """Return the enterprises in which this person has a function or was appointed, by number."""
        appointed = store.appointments.of_person(self._visit.reading, self.insz)
        found = {one.enterprise for one in self._functions.held_by(self.insz)}
        found |= {str(one.enterprise) for one in appointed}
        return [EnterpriseNumber(number) for number in sorted(found)]

    def name_of(self, enterprise: EnterpriseNumber) -> str:
        """Return the name of an enterprise, or its number when the KBO knows none."""
        found = self._extracts.enterprise(enterprise)
        return found.name if found is not None else enterprise.display

    def holder(self, insz: Insz) -> Holder | None:
        """Return who has a number, or None when the Rijksregister knows nobody."""
        return self._ring.holder(insz)

    def case(self, number: AppointmentNumber) -> Case:
        """Return what the checks look at when this person acts on an appointment."""
        held = [one for one in self._functions.held_by(self.insz) if one.enterprise == number.enterprise]
        through = {one.through for one in held if one.through is not None}
        today = self._visit.clock.today
        who = self._ring.holder(self.insz)
        return Case(
            actor=self.insz,
            actor_died=who.deceased_on if who is not None else None,
            number=number,
            today=today,
            enterprise=self._extracts.enterprise(number.enterprise),
            functions=tuple(held),
            holders={holder: self._extracts.enterprise(holder) for holder in through},
            appointments=store.appointments.concerning(
                self._visit.reading, number.enterprise, (self.insz, number.insz), number.post, today
            ),
        )
