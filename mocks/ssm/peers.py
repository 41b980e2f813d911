"""How SSM asks the other authorities: one class per question."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from mocks.core.clock import Period
from mocks.core.identifiers import Insz
from mocks.core.statements import Authority, Inquiry, Question
from mocks.core.visit import Visit
from mocks.ssm.domain.facts import Employment, Function, Organisation, Registered, UserRight, WorkRelation

AUDIENCE = "ssm"


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
        return Registered(insz, facts["given_name"], facts["family_name"], _day(facts["deceased_on"]))


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
                period=_period(one),
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
        return Organisation(str(number), facts["name"], facts["target_group"], _day(facts["stopped_on"]))


class WorkRelations:
    """Which work relations and rights does this person have? (asked of IDM)."""

    question = Question("idm", "work-relations")

    def __init__(self, visit: Visit, authority: Authority) -> None:
        self._inquiry = Inquiry(visit, self.question, AUDIENCE, authority)

    def of(self, insz: Insz) -> Employment | None:
        """Return the person in IDM, ended and future work relations and rights included, or None."""
        facts = self._inquiry.ask(insz)
        if facts is None:
            return None
        return Employment(
            active=facts["status"] == "Actief",
            relations=tuple(
                WorkRelation(
                    organisation=one["organisation"],
                    period=_period(one),
                    rights=tuple(
                        UserRight(right["right"], _period(right), _day(right["revoked_on"]))
                        for right in one["rights"]
                    ),
                )
                for one in facts["work_relations"]
            ),
        )


Search = Callable[[str], Sequence[tuple[str, str]]]
"""Finds number and name of a few organisations by the words of a name, as KBO's public search does."""


@dataclass(frozen=True)
class Peers:
    """Everybody whom SSM asks during one visit."""

    identities: Identities
    functions: Functions
    extracts: Extracts
    work_relations: WorkRelations
    search: Search

    @classmethod
    def of(
        cls,
        visit: Visit,
        *,
        identity: Authority,
        functions: Authority,
        extract: Authority,
        work_relations: Authority,
        search: Search,
    ) -> Peers:
        """Connect each question to the authority that answers it."""
        return cls(
            identities=Identities(visit, identity),
            functions=Functions(visit, functions),
            extracts=Extracts(visit, extract),
            work_relations=WorkRelations(visit, work_relations),
            search=search,
        )


def _period(one: dict[str, Any]) -> Period:
    return Period(date.fromisoformat(one["begin"]), _day(one["end"]))


def _day(text: Any) -> date | None:  # noqa: ANN401  # a member of a JSON document
    return date.fromisoformat(text) if text is not None else None
