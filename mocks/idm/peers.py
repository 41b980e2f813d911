"""How IDM asks the other authorities: one class per question."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from mocks.core.clock import OPEN_END, Period
from mocks.core.identifiers import EnterpriseNumber, Insz
from mocks.core.statements import Authority, Inquiry, Question
from mocks.core.visit import Visit
from mocks.idm.domain.facts import Appointment, Function, Organisation, Role
from mocks.idm.domain.people import Registered

AUDIENCE = "idm"


class Identities:
    """Who is this? (asked of the Rijksregister)."""

    question = Question("rijksregister", "identity")

    def __init__(self, visit: Visit, authority: Authority) -> None:
        self._inquiry = Inquiry(visit, self.question, AUDIENCE, authority)

    def person(self, insz: Insz) -> Registered | None:
        """Return the person with this number, or None."""
        facts = self._inquiry.ask(insz)
        if facts is None:
            return None
        return Registered(
            insz=insz,
            given_name=facts["given_name"],
            family_name=facts["family_name"],
            birth_date=_day(facts["birth_date"]),
            sex=facts["sex"],
            belgian_eid=facts["belgian_eid"],
            deceased_on=_day(facts["deceased_on"]),
        )


class Functions:
    """Which functions does this person hold, and where? (asked of KBO)."""

    question = Question("kbo", "functions")

    def __init__(self, visit: Visit, authority: Authority) -> None:
        self._inquiry = Inquiry(visit, self.question, AUDIENCE, authority)

    def held_by(self, insz: Insz) -> tuple[Function, ...]:
        """Return the functions of a person, ended and future ones included."""
        facts = self._inquiry.ask(insz) or {"functions": []}
        return tuple(
            Function(
                organisation=one["enterprise_number"],
                label=one["label"],
                representing=one["representing"],
                period=Period(date.fromisoformat(one["begin"]), _day(one["end"])),
                through=one["through"],
            )
            for one in facts["functions"]
        )


class Extracts:
    """What is this organisation? (asked of KBO)."""

    question = Question("kbo", "extract")

    def __init__(self, visit: Visit, authority: Authority) -> None:
        self._inquiry = Inquiry(visit, self.question, AUDIENCE, authority)

    def organisation(self, number: str) -> Organisation | None:
        """Return the organisation with this enterprise number, or None."""
        facts = self._inquiry.ask(number)
        if facts is None:
            return None
        return Organisation(
            number=EnterpriseNumber(number),
            name=facts["name"],
            target_group=facts["target_group"],
            stopped_on=_day(facts["stopped_on"]),
        )


class Appointments:
    """What is this person appointed as in BTB? (asked of CSAM)."""

    question = Question("csam", "appointments")

    def __init__(self, visit: Visit, authority: Authority) -> None:
        self._inquiry = Inquiry(visit, self.question, AUDIENCE, authority)

    def of(self, insz: Insz) -> tuple[Appointment, ...]:
        """Return the appointments of a person, waiting and ended ones included."""
        facts = self._inquiry.ask(insz) or {"appointments": []}
        return tuple(
            Appointment(
                organisation=one["enterprise_number"],
                role=Role(one["role"]),
                domain=one["domain"],
                # One that waits has no first day yet.
                period=Period(_day(one["begin"]) or OPEN_END, _day(one["end"])),
                waiting=one["waiting"],
            )
            for one in facts["appointments"]
        )


Holders = Callable[[str], Sequence[str]]
"""Whom does this organisation name? The numbers of its function holders (KBO's public search), or of its
appointees (BTB): only candidates, about each of whom a signed statement is asked."""


@dataclass(frozen=True)
class Peers:
    """Everybody whom IDM asks during one visit."""

    identities: Identities
    functions: Functions
    extracts: Extracts
    appointments: Appointments
    function_holders: Holders
    appointees: Holders

    @classmethod
    def of(
        cls,
        visit: Visit,
        *,
        identity: Authority,
        functions: Authority,
        extract: Authority,
        appointments: Authority,
        function_holders: Holders,
        appointees: Holders,
    ) -> Peers:
        """Connect each question to the authority that answers it."""
        return cls(
            identities=Identities(visit, identity),
            functions=Functions(visit, functions),
            extracts=Extracts(visit, extract),
            appointments=Appointments(visit, appointments),
            function_holders=function_holders,
            appointees=appointees,
        )


def _day(text: Any) -> date | None:  # noqa: ANN401  # a member of a JSON document
    return date.fromisoformat(text) if text is not None else None
